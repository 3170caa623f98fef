import { expect } from 'chai';
import { type Doubt, doubtsOf, isExact, isSameText } from '../../src/model/alike.ts';

const doubts = (language: string, original: string, back: string) => doubtsOf({ original, back }, language);

describe('a text that was translated and translated back', () => {
  for (const [language, original, back] of [
    ['en', 'We come on Tuesday 24 November, not on Monday', 'We will come on Tuesday, 24 November and not Monday'],
    ['en', 'The agent will ring you about the leak tomorrow', 'The agent will call tomorrow regarding the leak'],
    [
      'pl',
      'Nie mam ogrzewania od trzech dni, w środę nikt nie przyszedł',
      'Nie mam ogrzewania od trzech dni, nikt nie przyszedł w środę',
    ],
    [
      'pl',
      'Od dwóch tygodni cieknie dach w łazience i na ścianach jest pleśń, a dziecko kaszle',
      'Dach łazienki przecieka od dwóch tygodni, ściany pokryte są pleśnią, a dziecko ma kaszel',
    ],
    ['ar', 'لا توجد تدفئة منذ ثلاثة أيام', 'منذ ثلاثة أيام لا توجد تدفئة'],
  ] as const)
    it(`[WHG-06] is not doubted where it only says the same in other words, in ${language}: ${original}`, () => {
      expect(doubts(language, original, back)).to.deep.equal([]);
    });

  for (const [language, doubt, original, back] of [
    ['en', 'numbers', 'You owe £120 for 3 weeks', 'You owe £120 for 5 weeks'],
    ['en', 'numbers', 'We come in two days', 'We come in ten days'],
    ['pl', 'numbers', 'Nie mam ogrzewania od trzech dni', 'Nie mam ogrzewania od czterech dni'],
    ['en', 'negation', 'Do not use the boiler', 'Do use the boiler'],
    ['en', 'negation', 'You can’t use the lift', 'You can use the lift'],
    ['cy', 'negation', 'Peidiwch â defnyddio’r boeler', 'Defnyddiwch y boeler'],
    ['ur', 'negation', 'بوائلر استعمال نہیں کریں', 'بوائلر استعمال کریں'],
    ['en', 'dates', 'We come on Tuesday', 'We come on Thursday'],
    ['cy', 'dates', 'ar ddydd Mercher', 'ar ddydd Mawrth'],
    ['pl', 'dates', 'Przyjdziemy w środę', 'Przyjdziemy w czwartek'],
    ['ro', 'dates', 'Venim luni', 'Venim marți'],
    ['pt', 'dates', 'Vamos na segunda-feira', 'Vamos na terça-feira'],
    ['uk', 'dates', 'Прийдемо у вівторок', 'Прийдемо у понеділок'],
    ['ur', 'dates', 'ہم پیر کو آئیں گے', 'ہم منگل کو آئیں گے'],
    ['pa', 'dates', 'ਅਸੀਂ ਸੋਮਵਾਰ ਨੂੰ ਆਵਾਂਗੇ', 'ਅਸੀਂ ਮੰਗਲਵਾਰ ਨੂੰ ਆਵਾਂਗੇ'],
    ['bn', 'dates', 'আমরা সোমবার আসব', 'আমরা মঙ্গলবার আসব'],
    ['ar', 'dates', 'نأتي يوم الاثنين', 'نأتي يوم الثلاثاء'],
    ['so', 'dates', 'Waxaan imanaynaa Isniinta', 'Waxaan imanaynaa Talaadada'],
    ['pl', 'meaning', 'Cieknie dach w łazience i jest pleśń', 'Kot siedzi na drzewie'],
  ] as const)
    it(`[WHG-06] is doubted for its ${doubt}, in ${language}: ${original}`, () => {
      expect(doubts(language, original, back)).to.include(doubt satisfies Doubt);
    });

  it('[WHG-06] was not translated where it is what was sent, whatever its case and signs', () => {
    expect(isSameText('Cieknie dach!', 'cieknie dach')).to.equal(true);
    expect(isSameText('Cieknie dach', 'The roof leaks')).to.equal(false);
  });

  it('[WHG-06] is looked at where a slip would change what somebody has to do', () => {
    expect(isExact('Somebody comes on Tuesday', 'en')).to.equal(true);
    expect(isExact('It takes three weeks', 'en')).to.equal(true);
    expect(isExact('Do not open the window', 'en')).to.equal(true);
    expect(isExact('Somebody will ring you', 'en')).to.equal(false);
  });
});
