import { expect } from 'chai';
import type { DocumentPart, WrittenDocument } from '../../src/model/document.ts';
import { type ReadPdf, readPdf } from '../support/pdf-read.ts';
import { aLetter, languages, make, maker, printed, say } from '../support/printing.ts';

/** What is to be read aloud, in order. */
function toBeSaid({ from, on, reference, title, language, parts }: WrittenDocument): readonly string[] {
  const head = [say('written.on', language, { on }), reference && say('written.reference', language, { reference })];
  return [from, head.filter(Boolean).join(' '), title, ...parts.flatMap(saidIn)];
}

function saidIn(part: DocumentPart): readonly string[] {
  if (part.is === 'list') return part.items.flatMap((item) => ['•', item]);
  if (part.is === 'facts') return part.rows.flatMap(({ name, value }) => [name, value]);
  if (part.is === 'said') return [`${part.by} ${part.at}`, part.text];
  return [part.text];
}

const together = (texts: readonly string[]): string => texts.join(' ').replaceAll(/\s+/g, ' ');
const readBack = ({ leaves }: ReadPdf): string => together(leaves.map(({ text }) => text));

describe('a letter in large print', function () {
  this.timeout(60_000);
  const formats = printed();
  after(() => formats.close());

  for (const language of languages) {
    it(`[GEN-09] says in ${language} all that the letter says, in the order in which it is read, and names its language and title`, async () => {
      const letter = aLetter(language);

      const { bytes, stem, kind } = await make(formats, letter);

      const pdf = await readPdf(bytes);
      expect(readBack(pdf)).to.equal(together(toBeSaid(letter)));
      expect(pdf).to.include({ title: letter.title, author: letter.from, language, isTagged: true, isUa: true });
      expect(pdf.outline).to.deep.equal([letter.title]);
      expect({ stem, kind }).to.deep.equal({ stem: `large-print-18.${language}`, kind: 'pdf' });
    });
  }

  it('has its headings, lists and facts tagged as what they are', async () => {
    const { roles, leaves } = await readPdf((await make(formats, aLetter('en'))).bytes);

    expect(roles).to.include.members(['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']);
    expect(leaves.filter(({ role }) => /^H/.test(role)).map(({ role, text }) => [role, text])).to.deep.equal([
      ['H1', say('label.complaint.make', 'en')],
      ['H2', say('label.repair.report', 'en')],
    ]);
  });

  it('[TPC-07] is one document in Urdu, in 24 points, on yellow paper, for who needs all three', async () => {
    const { bytes, stem } = await make(formats, aLetter('ur'), { points: 24, colour: 'yellow' });

    const { language, runs } = await readPdf(bytes);
    expect({ language, stem }).to.deep.equal({ language: 'ur', stem: 'large-print-24-yellow.ur' });
    const urdu = runs.filter(({ str }) => /\p{Script=Arabic}/u.test(str));
    expect(Math.min(...urdu.map(({ size }) => size))).to.equal(24);
  });

  it('has no print smaller than 18 points, at the foot of the page as well', async () => {
    const { runs } = await readPdf((await make(formats, aLetter('pl'))).bytes);

    const printedRuns = runs.filter(({ str }) => str.trim() !== '');
    expect(Math.min(...printedRuns.map(({ size }) => size))).to.equal(18);
    expect(printedRuns.map(({ str }) => str).join('')).to.match(/1\s*\/\s*\d/);
  });

  it('tells that the words of somebody else are in another language', async () => {
    const parts: DocumentPart[] = [{ is: 'said', by: 'Jan', at: '9:05', text: 'Nie mam ogrzewania.', language: 'pl' }];

    const { leaves } = await readPdf((await make(formats, aLetter('en', { parts }))).bytes);

    expect(leaves.at(-1)).to.deep.equal({ role: 'P', text: 'Nie mam ogrzewania.', lang: 'pl' });
  });

  it('keeps telephone numbers, money and addresses from left to right in Arabic script', async () => {
    const text = 'اتصلوا على 020 7946 0000 بخصوص 14 Mill Lane, Leeds والمبلغ £45.50 قبل 2026-12-10.';
    const parts: DocumentPart[] = [{ is: 'paragraph', text }];

    const { runs, leaves } = await readPdf((await make(formats, aLetter('ar', { parts }))).bytes);

    for (const whole of ['020 7946 0000', '14 Mill Lane, Leeds', '£45.50', '2026-12-10'])
      expect(
        runs.some(({ str }) => str.includes(whole)),
        whole,
      ).to.equal(true);
    expect(leaves.at(-1)?.text).to.equal(text);
  });

  it('is the same to the byte each time', async () => {
    const [first, again] = [await make(formats, aLetter('bn')), await make(formats, aLetter('bn'))];

    expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).to.equal(true);
  });

  it('leaves out what says nothing: an empty list, no facts, a paragraph of spaces', async () => {
    const parts: DocumentPart[] = [
      { is: 'list', items: [] },
      { is: 'facts', rows: [] },
      { is: 'paragraph', text: ' \n ' },
      { is: 'paragraph', text: 'This is all.' },
    ];

    const { leaves, roles } = await readPdf((await make(formats, aLetter('en', { parts }))).bytes);

    expect(leaves.map(({ text }) => text).slice(3)).to.deep.equal(['This is all.']);
    expect(roles).to.not.include('L');
  });

  it('[GUH-04] can be made at once in every language that we speak, and not in one that we have no letters for', async () => {
    const large = maker(formats, 'large-print');

    expect(languages.filter((language) => !large.canMake(language))).to.deep.equal([]);
    expect(['zh', 'ta', 'he', 'pa-Arab'].map((language) => large.canMake(language))).to.deep.equal([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('anybody’s words in print', function () {
  this.timeout(60_000);
  const formats = printed();
  after(() => formats.close());

  const printedAs = async (text: string, language = 'en') => {
    const { bytes } = await make(
      formats,
      aLetter(language, { title: text, from: text, parts: [{ is: 'said', by: text, at: '9:00', text }] }),
    );
    return await readPdf(bytes);
  };

  for (const [what, text] of [
    [
      'Typst’s own markup',
      '#panic("no") #let x = 1 $a^2$ *bold* _it_ `code` = title - item + item / term: @ref <label> // gone',
    ],
    ['a backslash at the end', 'C:\\new\\table \\'],
    ['HTML', '<b>bold</b><script>alert(1)</script> &amp; <!-- -->'],
    ['a message of ICU', "{name, plural, one {# thing} other {'#' things}} {0}"],
    ['quotes and dashes', `"straight" 'single' -- --- ... "`],
    ['JSON', '{"sheet": null, "parts": []}\\u0041'],
  ] as const) {
    it(`are shown as they were written: ${what}`, async () => {
      const { leaves, title, isUa } = await printedAs(text);

      const bare = (words: string) => words.replaceAll(' ', '');
      // Where a line ended is not told apart from a space.
      expect(leaves.map((leaf) => bare(leaf.text))).to.deep.equal(
        [
          text,
          `${say('written.on', 'en', { on: '2026-11-27' })} ${say('written.reference', 'en', { reference: 'CMP-7K2M9' })}`,
          text,
          `${text} 9:00`,
          text,
        ].map(bare),
      );
      expect({ title, isUa }).to.deep.equal({ title: text, isUa: true });
    });
  }

  it('have emoji as line drawings', async () => {
    const { leaves, isUa } = await printedAs('Thanks 😀 👍 ❤️ 🏠');

    expect(leaves.at(-1)?.text.replaceAll('\ufe0f', '')).to.equal('Thanks 😀 👍 ❤ 🏠');
    expect(isUa).to.equal(true);
  });

  it('have one mark in place of a word in letters that no font of ours has', async () => {
    const { leaves, isUa } = await printedAs('My name is 王小明, ⌘ Ltd');

    expect(leaves.at(-1)?.text).to.equal('My name is \ufffd, \ufffd Ltd');
    expect(isUa).to.equal(true);
  });

  it('keep a few signs on a letter and no more, so that other lines can be read', async () => {
    const { leaves } = await printedAs(`Z${'\u0301\u0302\u0303\u0304\u0306'.repeat(20)}algo`);

    expect(leaves.at(-1)?.text.normalize('NFD')).to.equal('Z\u0301\u0302\u0303\u0304\u0306algo');
  });

  it('cannot turn a line round or hide in it', async () => {
    const { leaves } = await printedAs('pay \u202e00.01£\u202c now\u0000\u0007\u2066');

    expect(leaves.at(-1)?.text).to.equal('pay 00.01£ now');
  });

  it('of ten thousand characters are all there, and none runs off the page', async () => {
    const word = 'Łabędź'.repeat(30);
    const text = `${'x'.repeat(2_000)} ${word} ${'words and more words '.repeat(380)}`.trim();

    const parts: DocumentPart[] = [{ is: 'paragraph', text }];

    const { leaves, runs, pages } = await readPdf((await make(formats, aLetter('en', { parts }))).bytes);

    expect(leaves.slice(3).map((leaf) => leaf.text)).to.deep.equal([text]);
    expect(pages).to.be.greaterThan(5);
    // A4 is 595 points wide; half of the margin may be used by a letter that is wider than it was measured.
    expect(Math.max(...runs.map(({ x, width }) => x + width))).to.be.below(595 - 28);
  });

  it('in two scripts in one line are both there', async () => {
    const { leaves, isUa } = await printedAs('My name is محمد and she is রহিমা or ਸਿੰਘ', 'en');

    expect(leaves.at(-1)?.text).to.equal('My name is محمد and she is রহিমা or ਸਿੰਘ');
    expect(isUa).to.equal(true);
  });
});
