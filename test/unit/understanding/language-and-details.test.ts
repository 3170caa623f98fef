import { expect } from 'chai';
import { loadUnderstanding } from '../../../src/content/understanding.ts';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-22T10:00:00Z');

describe('the language of a text', () => {
  let guess: ReturnType<typeof loadUnderstanding>['languages']['guess'];

  before(function () {
    this.timeout(120_000);
    guess = loadUnderstanding(new URL('../../..', import.meta.url).pathname).languages.guess;
  });

  it('is told for what tenants write', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['en', 'when is somebody coming to fix my shower'],
      ['en', 'teh boielr is brokn agian pls hlp'],
      ['en', 'wots goin on wiv me repair'],
      ['cy', 'mae angen trwsio ffenest y gegin'],
      ['cy', 'dw i eisiau gwybod pryd mae rhywun yn dod'],
      ['pl', 'moje dziecko jest chore bo w pokoju jest zimno'],
      ['pl', 'prosze o informacje kiedy ktos przyjedzie'],
      ['ro', 'când o să reparați ușa de la baie'],
      ['pt', 'quando é que vêm arranjar a janela da sala'],
      ['uk', 'коли ви відремонтуєте вікно у кухні'],
      ['ur', 'میرے باورچی خانے کی کھڑکی کب ٹھیک ہوگی'],
      ['pa', 'ਮੇਰੀ ਖਿੜਕੀ ਕਦੋਂ ਠੀਕ ਹੋਵੇਗੀ'],
      ['bn', 'আমার জানালা কখন ঠিক করবেন'],
      ['ar', 'متى ستصلحون نافذة المطبخ'],
      ['so', 'goorma ayaad hagaajinaysaan daaqadda jikada'],
      ['es', 'cuándo van a arreglar la ventana de la cocina'],
    ];
    const wrong = texts.filter(([tag, text]) => guess(text).language !== tag).map(([, text]) => text);

    expect(wrong).to.have.lengthOf.at.most(1);
  });

  it('is never taken for Polish or Welsh when it is another that we do not speak', () => {
    for (const text of [
      'kdy přijde někdo opravit okno v kuchyni',
      'kedy niekto príde opraviť okno v kuchyni',
      'kada ateis kas nors sutaisyti lango',
      'mujhe bataye ke plumber kab aaye ga ghar par',
    ]) {
      const { language, confident } = guess(text);
      expect(confident && (language === 'pl' || language === 'cy'), text).to.equal(false);
    }
  });

  it('is not sure of under three words, of greetings alone, or of nothing', () => {
    for (const text of [
      '',
      '😀',
      'cześć',
      'dzień dobry',
      'bore da',
      'diolch yn fawr iawn',
      'hello good morning',
      '12345',
      'Kowalski Nowak',
    ]) {
      expect(guess(text).confident, text).to.equal(false);
    }
  });

  it('is sure of a plain sentence', () => {
    for (const text of [
      'nie mam ciepłej wody w domu',
      'mae fy moeler wedi torri eto',
      'my boiler has broken down again',
    ]) {
      expect(guess(text).confident, text).to.equal(true);
    }
  });
});

describe('details told in passing', () => {
  const details = createDetailFinder();
  const find = (text: string): Record<string, unknown> => {
    const found = details.slots.map((slot) => [slot, details.find(slot, text, now)] as const);
    return Object.fromEntries(found.filter(([, detail]) => detail !== undefined));
  };

  it('are all found in one message', () => {
    const found = find(
      'The kitchen tap at AW1 2BD (TEN-100101) has been leaking, can you come a week on Tuesday? 07700 900101, me@example.com',
    );

    expect(found).to.include({
      room: 'kitchen',
      trade: 'plumbing',
      date: '2026-12-01',
      phone: '+447700900101',
      email: 'me@example.com',
      postcode: 'AW1 2BD',
      reference: 'TEN-100101',
    });
    expect(found.fault).to.contain('leaking');
  });

  it('are found in Polish and Welsh', () => {
    expect(find('cieknie kran w kuchni, proszę przyjść w czwartek')).to.include({
      room: 'kitchen',
      trade: 'plumbing',
      date: '2026-11-26',
    });
    expect(find('mae llwydni yn yr ystafell wely')).to.include({ room: 'bedroom', trade: 'damp' });
  });

  it('do not take a word of one language for another’s', () => {
    expect(find('nie mam ogrzewania').permission).to.equal(undefined);
    expect(find('dzwonię w imieniu mojej mamy').permission).to.equal('family');
    expect(find('it is for my mam').permission).to.equal('family');
    expect(find('i fy mam').permission).to.equal('family');
  });

  it('tell money in pounds', () => {
    expect(find('I paid £1,318.64 last month').amount).to.equal(1318.64);
    expect(find('can I pay 20 quid a week').amount).to.equal(20);
  });

  it('tell what a dialog about money would ask', () => {
    expect(find('I got an eviction letter').court_letter).to.equal('yes');
    expect(find('I live at 3 Tanner Court and owe rent').court_letter).to.equal(undefined);
    expect(find('beth yw credyd cynhwysol').benefit).to.equal('universal_credit');
    expect(find('nie mam na jedzenie').hardship).to.equal('food');
    expect(find('I can’t top up and have debts').hardship).to.equal('power');
    expect(find('major works bill').charge_matter).to.equal('works');
    expect(find('can I have a payment plan').arrears_help).to.equal('plan');
  });

  it('know the trade', () => {
    const trades: Readonly<Record<string, string>> = {
      'boiler leaking': 'gas',
      'socket in the lounge not working': 'electrical',
      'window will not shut': 'glazing',
      'mice in the loft': 'pests',
      'door handle came off': 'joinery',
      'slates off the roof': 'roofing',
      'blocked drain': 'drains',
    };
    for (const [text, trade] of Object.entries(trades)) expect(find(text).trade, text).to.equal(trade);
  });

  it('know what is off, and ask where the words leave a doubt', () => {
    const off: Readonly<Record<string, string | undefined>> = {
      'no heating': 'heating',
      'I have no hot water': 'water',
      'no heating or hot water since last night': 'both',
      'nie ma ogrzewania i ciepłej wody': 'both',
      'does gen i ddim gwres': 'heating',
      'the heating works but there is no hot water': undefined,
      'the boiler is broken': undefined,
    };
    for (const [text, known] of Object.entries(off)) expect(find(text).off, text).to.equal(known);
  });

  it('know which part of the building, which pest and where, which check, and what to do with a visit', () => {
    expect(find('no light on the stairs')).to.include({ shared_part: 'lights' });
    expect(find('winda nie działa')).to.include({ shared_part: 'lift' });
    expect(find('mae llygod mawr yn yr ardd')).to.include({ pest: 'rats', pest_where: 'outside' });
    expect(find('mice in the kitchen')).to.include({ pest: 'mice', pest_where: 'inside' });
    expect(find('book my annual gas check')).to.include({ check: 'gas', check_wish: 'book' });
    expect(find('cancel my appointment')).to.include({ visit_wish: 'cancel' });
    expect(find('proszę przełożyć wizytę')).to.include({ visit_wish: 'move' });
  });

  it('tell which option of a tenancy dialog is meant, a death before all else', () => {
    const options: Readonly<Record<string, readonly [string, string]>> = {
      'my husband passed away and my sister moved in': ['household_change', 'death'],
      'bu farw fy mam': ['household_change', 'death'],
      'urodziło mi się dziecko': ['household_change', 'birth'],
      'my son has moved out': ['household_change', 'moved_out'],
      'take my ex’s name off': ['names_change', 'remove'],
      'lost garage key': ['key_item', 'garage'],
      'my home is too small now': ['move_reason', 'overcrowded'],
    };
    for (const [text, [slot, option]] of Object.entries(options)) {
      expect(details.find(slot, text, now), text).to.equal(option);
    }
    expect(details.find('household_change', 'who lives in my home', now)).to.equal(undefined);
  });

  it('are looked for in one dialog only where they mean something there only', () => {
    expect(details.find('new_phone', 'my number is 07700 900111 now', now)).to.equal('+447700900111');
    expect(details.slots).not.to.include('new_phone');
  });

  it('are none for a slot that is told in no set form', () => {
    expect(details.find('address', 'I live at 3 Tanner Court', now)).to.equal(undefined);
  });

  it('are not made up', () => {
    expect(find('hello')).to.deep.equal({});
    expect(find('')).to.deep.equal({});
    expect(find('I pay £3.10 on REP-5001 24/7')).to.deep.equal({ amount: 3.1, reference: 'REP-5001' });
  });
});
