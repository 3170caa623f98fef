import { expect } from 'chai';
import { spelled } from '../../src/formats/audio/spelled.ts';
import { utterancesOf } from '../../src/formats/audio/utterances.ts';
import { aLetter, say } from '../support/written.ts';

describe('what is read out so that it can be written down', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Your reference is CMP-0012345.', 'Your reference is C, M, P; 0, 0, 1, 2, 3, 4, 5.', 'en'],
    ['Numer CMP-7K2M9.', 'Numer C, M, P; 7, K, 2, M, 9.', 'pl'],
    ['Ring 0800 111 999 free.', 'Ring 0 8 0 0, 1 1 1, 9 9 9 free.', 'en'],
    ['Text 07700900123 or +44 1632 960100', 'Text 0 7 7 0 0, 9 0 0, 1 2 3 or + 4 4, 1 6 3 2, 9 6 0 1 0 0', 'en'],
    ['It is at AW1 2BD, flat 4.', 'It is at A, W, 1; 2, B, D, flat 4.', 'en'],
    ['You owe £45.20, not £1,250.00 or £3', 'You owe 45 pounds 20, not 1250 pounds or 3 pounds', 'en'],
    ['Do zapłaty £45.20', 'Do zapłaty 45 funtów szterlingów 20', 'pl'],
    ['By 05/12/2026, i.e. 2026-12-05', 'By 5 December 2026, i.e. 5 December 2026', 'en'],
    ['До 05.12.2026', 'До 5 грудня 2026 р.', 'uk'],
    ['بحلول 05/12/2026', 'بحلول 5 ديسمبر 2026', 'ar'],
    ['Write to https://demo.example.org/help', 'Write to demo.example.org/help', 'en'],
    ['Not a date: 31/02/2026 or 99/99/2026', 'Not a date: 31/02/2026 or 99/99/2026', 'en'],
    ['On 5 December 2026 at 10:30, in 10 days, 2 rooms, COVID-19, a well-kept 3-bed home', '', 'en'],
  ];
  for (const [text, expected, language] of cases) {
    it(`“${text}”`, () => {
      expect(spelled(text, language)).to.equal(expected || text);
    });
  }

  it('leaves every letter of a text alone that holds none of these', () => {
    for (const language of ['en', 'cy', 'ur', 'pa', 'bn', 'ar']) {
      for (const { text } of utterancesOf(aLetter(language), say).slice(4))
        expect(spelled(text, language)).to.equal(text);
    }
  });
});

describe('a document in the order in which it is read out', () => {
  it('[TPC-07] begins with what it is, whose and of which day, tells the reference, and keeps each language its own', () => {
    const lines = utterancesOf(
      {
        title: 'Państwa skarga',
        language: 'pl',
        from: 'Demo Homes',
        on: '2026-11-27',
        reference: 'CMP-0012345',
        parts: [
          { is: 'facts', rows: [{ name: 'Termin', value: '05/12/2026' }] },
          { is: 'said', by: 'Ania', at: '27 listopada', text: 'The tap drips', language: 'en' },
          { is: 'list', items: ['jeden', '—', 'dwa'] },
        ],
      },
      say,
    );
    expect(lines.map(({ text, language }) => `${language}: ${text}`)).to.deep.equal([
      'pl: Państwa skarga',
      'pl: Demo Homes',
      'pl: piątek, 27 listopada 2026',
      'pl: Numer sprawy: C, M, P; 0, 0, 1, 2, 3, 4, 5',
      'pl: Termin: 5 grudnia 2026',
      'pl: Ania, 27 listopada',
      'en: The tap drips',
      'pl: jeden',
      'pl: dwa',
    ]);
    expect(lines.every(({ restMs }) => restMs >= 400)).to.equal(true);
  });

  it('loses nothing of a text that is said in pieces, and ends pieces with sentences', () => {
    const sentence = 'We will look into it. ';
    const text = sentence.repeat(400).trim();
    const pieces = utterancesOf({ ...aLetter('en'), parts: [{ is: 'paragraph', text }] }, say).slice(4);
    expect(pieces.map((piece) => piece.text).join(' ')).to.equal(text);
    expect(pieces.length).to.be.above(5);
    expect(pieces.every((piece) => piece.text.endsWith('.') && piece.text.length <= 1_200)).to.equal(true);
    expect(pieces.slice(0, -1).every(({ restMs }) => restMs === 0)).to.equal(true);
  });
});
