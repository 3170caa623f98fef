import { expect } from 'chai';
import { createLiblouis } from '../../src/formats/braille/liblouis.ts';
import { brailleCode, tableOf } from '../../src/formats/braille/tables.ts';
import { transcribe } from '../../src/formats/braille/transcriber.ts';
import { needLiblouis, readBack } from '../support/louis.ts';
import { heardAndFelt, sentences } from '../support/written.ts';

/**
 * One cell may be two letters, or a letter and a sign, which people tell apart by what stands around it and liblouis does not: what it
 * reads there, as people do.
 */
const asPeopleRead: Readonly<Record<string, readonly (readonly [RegExp | string, string])[]>> = {
  cy: [['æ', 'ae']],
  ro: [
    ['(', 'â'],
    ['ş', 'ș'],
    ['ţ', 'ț'],
  ],
  pt: [
    ['§', 'ss'],
    ['(', 'ê'],
  ],
  uk: [
    ['y', 'і'],
    [')', 'є'],
    ['*', 'ї'],
  ],
  ur: [
    ['«', 'ھ'],
    [/[ُِّ]/gu, ''],
  ],
  pa: [
    ['ਂਤੇ', 'ਤੇ'],
    ['ਆ', 'ਾ'],
    ['ਇ', 'ਿ'],
    ['ਈ', 'ੀ'],
    ['ਉ', 'ੁ'],
    ['ਊ', 'ੂ'],
    ['ਏ', 'ੇ'],
    ['ਓ', 'ੋ'],
    ['ਅ', ''],
  ],
  bn: [
    [/(?<=\p{L})\.(?=\p{L})/gu, 'খ'],
    ...[...'ািীুূৃেৈোৌ'].map((sign, at) => [sign, 'আইঈউঊঋএঐওঔ'[at] as string] as const),
  ],
  ar: [[/[ًٌٍَُِّْ]/gu, '']],
};

/** Of all words of the catalogues' sentences, how many come back letter by letter: measured, and no fewer may. */
const comeBack: Readonly<Record<string, readonly [uncontracted: number, contracted?: number]>> = {
  en: [1, 1],
  cy: [0.995, 0.96],
  pl: [1],
  ro: [1],
  pt: [0.995, 0.985],
  uk: [0.98],
  ur: [0.98, 0.94],
  pa: [0.995],
  bn: [0.99],
  ar: [1, 0.995],
};

const notLatin = ['uk', 'ur', 'pa', 'bn', 'ar'];

describe('Braille read back by liblouis', function () {
  this.timeout(60_000);
  before(function () {
    needLiblouis(this);
  });

  for (const language of heardAndFelt) {
    const code = brailleCode(language) ?? expect.fail(`no table for ${language}`);
    comeBack[language]?.forEach((share, at) => {
      const grade = at === 0 ? 1 : 2;
      it(`[GUH-04] says the same in ${language}, ${grade === 1 ? 'uncontracted' : 'contracted'}`, async () => {
        // Names in Latin letters are read back as letters of the language, whose cells they share.
        const texts = sentences(language).filter((text) => !notLatin.includes(language) || !/[A-Za-z]/.test(text));
        const cells = await transcribe(
          texts.map((text) => ({ text, language })),
          grade,
          createLiblouis(),
        );
        const read = readBack(tableOf(code, grade), cells);

        expect(texts.length).to.be.above(150);
        expect(cells.every((line) => /^[\u2800-\u283f]+$/.test(line))).to.equal(true);
        const words = texts.flatMap((text, line) => {
          const back = new Set(wordsOf(read[line] ?? '', language));
          return wordsOf(text, language).map((word) => back.has(word) || word);
        });
        const right = words.filter((word) => word === true).length / words.length;
        expect(right).to.be.at.least(share as number);
      });
    });

    it(`keeps the digits of references and telephone numbers in ${language}`, async () => {
      const text = 'CMP-0012345, 0800 111 999, 07700 900123, 45';
      const [cells = ''] = await transcribe([{ text, language }], 1, createLiblouis());
      const digits = cells
        .match(/⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+|(?<=[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]⠐)[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+/g)
        ?.map((run) => [...run.replace('⠼', '')].map((each) => '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊'.indexOf(each)).join(''));
      expect(digits).to.deep.equal(['0012345', '0800', '111', '999', '07700', '900123', '45']);
    });
  }
});

function wordsOf(text: string, language: string): readonly string[] {
  const folded = (asPeopleRead[language] ?? []).reduce<string>(
    (line, [from, to]) => line.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gu'), to),
    text.normalize('NFC').toLowerCase(),
  );
  return folded.match(/[\p{L}\p{M}]+/gu) ?? [];
}
