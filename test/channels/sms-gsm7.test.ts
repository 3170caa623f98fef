import { expect } from 'chai';
import fc from 'fast-check';
import { cutForSms } from '../../src/channels/sms/cut.ts';
import { countSegments, foldForSms } from '../../src/model/gsm7.ts';

describe('the count of segments', () => {
  for (const [what, text, encoding, segments, characters] of [
    ['nothing', '', 'GSM-7', 0, 0],
    ['160 plain characters', 'a'.repeat(160), 'GSM-7', 1, 160],
    ['161 plain characters', 'a'.repeat(161), 'GSM-7', 2, 161],
    ['306 plain characters', 'a'.repeat(306), 'GSM-7', 2, 306],
    ['307 plain characters', 'a'.repeat(307), 'GSM-7', 3, 307],
    ['accents of the alphabet', 'é à ù ö Å ñ £', 'GSM-7', 1, 13],
    ['80 euro signs, which take two', '€'.repeat(80), 'GSM-7', 1, 160],
    ['81 euro signs', '€'.repeat(81), 'GSM-7', 2, 162],
    // 76 pairs fill 152 of 153: the pair is not cut, so 153 pairs need a third segment.
    ['153 euro signs', '€'.repeat(153), 'GSM-7', 3, 306],
    ['a Welsh letter', 'tŷ', 'UCS-2', 1, 2],
    ['70 Polish letters', 'ż'.repeat(70), 'UCS-2', 1, 70],
    ['71 Polish letters', 'ż'.repeat(71), 'UCS-2', 2, 71],
    ['134 Polish letters', 'ż'.repeat(134), 'UCS-2', 2, 134],
    ['135 Polish letters', 'ż'.repeat(135), 'UCS-2', 3, 135],
    ['35 emoji', '🏠'.repeat(35), 'UCS-2', 1, 70],
    ['67 emoji, none of them cut', '🏠'.repeat(67), 'UCS-2', 3, 134],
    ['an emoji beside a euro sign, which then takes one', '€🏠', 'UCS-2', 1, 3],
    ['a small ç, which only its capital spares', 'ça', 'UCS-2', 1, 2],
  ] as const) {
    it(`is ${segments} for ${what}`, () => {
      expect(countSegments(text)).to.deep.equal({ encoding, segments, characters });
    });
  }
});

describe('folding a text', () => {
  for (const [text, folded] of [
    ['We’ll “call” – soon…', 'We\'ll "call" - soon...'],
    ['1\u00a0October', '1 October'],
    ['e\u0301te\u0301', 'été'],
    ['zero\u200bwidth', 'zerowidth'],
    ['Mae’r tŷ’n oer', 'Mae’r tŷ’n oer'],
    ['Zgłosić – „usterkę”', 'Zgłosić – „usterkę”'],
    ['پانی بند ہے…', 'پانی بند ہے…'],
  ] as const) {
    it(`makes ${JSON.stringify(folded)} of ${JSON.stringify(text)}`, () => {
      expect(foldForSms(text)).to.equal(folded);
    });
  }

  const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });
  const typographic = fc.string({
    unit: fc.constantFrom(...'abc 123’‘“”–—…\u00a0\u2011•×€ŷé🏠\u200b'),
    maxLength: 200,
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, typographic), (text) => {
        expect(foldForSms(foldForSms(text))).to.equal(foldForSms(text));
      }),
    );
  });

  it('never costs more segments', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, typographic), (text) => {
        expect(countSegments(foldForSms(text)).segments).to.be.at.most(countSegments(text.normalize('NFC')).segments);
      }),
    );
  });

  const number = fc.stringMatching(/^(0\d{4} \d{6}|\+44 \d{4} \d{6}|999)$/);
  const link = fc.stringMatching(/^https:\/\/[a-z]{3,12}\.example\/[a-zA-Z0-9~_-]{1,20}$/);

  it('never loses a telephone number or a link', () => {
    fc.assert(
      fc.property(typographic, number, link, (text, phone, address) => {
        const folded = foldForSms(`${text} ${phone} ${text} ${address} ${text}`);
        expect(folded).to.include(phone);
        expect(folded).to.include(address);
      }),
    );
  });
});

describe('cutting a long text', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-zA-Zŷé]{1,12}[.,!?]?$/),
    fc.constantFrom(
      '01632 960 123',
      '+44 7700 900123',
      '(01632) 960123',
      'https://landlord.example/works/a-long-page?x=1',
      '\n',
      '\n\n',
    ),
  );
  const longText = fc
    .array(word, { minLength: 1, maxLength: 120 })
    .map((words) => words.join(' or ').replace(/ ?\n ?/g, '\n'));

  it('loses nothing but the space at the cuts, and keeps to the limit', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 60, max: 200 }), (text, most) => {
        const parts = cutForSms(text, most);
        expect(parts.every((part) => part.length <= most && part.length > 0)).to.equal(true);
        expect(parts.join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
      }),
    );
  });

  it('never cuts a telephone number or a link', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 60, max: 200 }), (text, most) => {
        const parts = cutForSms(text, most).join('\u0000');
        const whole = /01632 960 123|\+44 7700 900123|\(01632\) 960123|https:\S+x=1/g;
        expect(parts.match(whole)?.length ?? 0).to.equal(text.match(whole)?.length ?? 0);
      }),
    );
  });

  it('never cuts a character of two units', () => {
    for (const part of cutForSms('🏠'.repeat(100), 61)) expect(part.isWellFormed()).to.equal(true);
  });

  it('leaves a short one alone', () => {
    expect(cutForSms('Thank you.')).to.deep.equal(['Thank you.']);
    expect(cutForSms('')).to.deep.equal([]);
  });
});
