import { expect } from 'chai';
import { openBraille } from '../../src/formats/braille/braille-maker.ts';
import { createLiblouis } from '../../src/formats/braille/liblouis.ts';
import type { FormatMaker } from '../../src/formats/maker.ts';
import type { DocumentPart, WrittenDocument } from '../../src/model/document.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { needLiblouis, readBack } from '../support/louis.ts';
import { aLetter, heardAndFelt, say } from '../support/written.ts';

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

describe('a letter in Braille', function () {
  this.timeout(30_000);
  let maker: FormatMaker;
  before(async function () {
    needLiblouis(this);
    maker = await openBraille({ say });
  });

  const filesOf = async (document: WrittenDocument, grade?: 1 | 2) => {
    const [embossed, display] = await maker.make(document, grade === undefined ? {} : { grade });
    return { embossed, display, pages: textOf(embossed?.bytes).split('\f').slice(0, -1) };
  };
  const letter = (...parts: DocumentPart[]) => aLetter('en', { title: 'Your complaint', parts });
  const paragraph = (text: string): DocumentPart => ({ is: 'paragraph', text });

  it('[GUH-04] is made at once in ten languages, and by people in Somali', () => {
    expect(heardAndFelt.filter((language) => !maker.canMake(language))).to.deep.equal([]);
    expect(['so', 'xx', ''].some((language) => maker.canMake(language))).to.equal(false);
  });

  for (const language of heardAndFelt) {
    it(`fits the pages of an embosser in ${language}`, async () => {
      const { pages } = await filesOf(aLetter(language), 2);
      expect(pages.length).to.be.at.least(1);
      for (const page of pages) {
        const lines = page.split('\r\n');
        expect(lines).to.have.length(26);
        expect(lines.at(-1)).to.equal('');
        expect(lines.every((line) => /^[ -_]{0,40}$/.test(line))).to.equal(true);
      }
    });
  }

  it('has its title in the middle, headings set in, paragraphs with their first line set in, and numbered pages', async () => {
    const { pages } = await filesOf(
      letter(
        paragraph('We will look into it. '.repeat(3)),
        { is: 'heading', text: 'What next' },
        paragraph('You hear from us.'),
      ),
    );
    expect(pages.join('').split('\r\n')).to.deep.equal([
      '            ,YOUR COMPLAINT',
      '',
      ',DEMO ,HOMES',
      ',FRIDAY1 #BG ,NOVEMBER #BJBF',
      ',REFERENCE3 ,,CMP-#JJABCDE',
      '',
      '  ,WE WILL LOOK INTO IT4 ,WE WILL LOOK',
      'INTO IT4 ,WE WILL LOOK INTO IT4',
      '',
      '    ,WHAT NEXT',
      '  ,YOU HEAR FROM US4',
      ...Array(13).fill(''),
      '                                      #A',
      '',
    ]);
  });

  it('is letter by letter unless short forms are asked for, and says which in its name', async () => {
    const one = await filesOf(letter(paragraph('You can tell people.')));
    const two = await filesOf(letter(paragraph('You can tell people.')), 2);
    expect(one.pages.join()).to.include(',YOU CAN TELL PEOPLE4');
    expect(two.pages.join()).to.include(',Y C TELL P4');
    expect([one.embossed?.stem, one.display?.stem, two.embossed?.stem]).to.deep.equal([
      'braille-g1.en',
      'braille-g1-display.en',
      'braille-g2.en',
    ]);
    expect([one.embossed?.kind, one.display?.kind]).to.deep.equal(['brf', 'txt']);
    // Polish has no short forms.
    expect((await filesOf(aLetter('pl'), 2)).embossed?.stem).to.equal('braille-g1.pl');
  });

  it('[TPC-07] writes each part by the table of its own language', async () => {
    const said: DocumentPart = { is: 'said', by: 'Ania', at: '27 November', text: 'Dziękuję bardzo', language: 'pl' };
    const { display } = await filesOf(letter(said));
    const [last = ''] = textOf(display?.bytes).trim().split('\r\n').slice(-1);
    expect(readBack('Pl-Pl-g1.utb', [last])).to.deep.equal(['Dziękuję bardzo']);
  });

  it('writes English names and references in Urdu by English Braille', async () => {
    const { display } = await filesOf(
      aLetter('ur', { parts: [{ is: 'paragraph', text: 'حوالہ CMP-0012345 (AW1 2BD) £45.20' }] }),
    );
    const [last = ''] = textOf(display?.bytes).trim().split('\r\n').slice(-1);
    const [, ...english] = last.split(' ');
    expect(readBack('en-ueb-g1.ctb', [english.join('⠀')])).to.deep.equal(['CMP-0012345 (AW1 2BD) £45.20']);
  });

  it('never ends a page with a heading', async () => {
    for (let count = 14; count < 26; count += 1) {
      const items = Array(count).fill('One');
      const { pages } = await filesOf(
        letter({ is: 'list', items }, { is: 'heading', text: 'Next' }, paragraph('Then.')),
      );
      const last = pages.map((page) =>
        page
          .split('\r\n')
          .slice(0, 24)
          .filter((line) => line !== '')
          .at(-1),
      );
      expect(last.some((line) => line?.includes('NEXT'))).to.equal(false);
      expect(pages.join('').match(/,NEXT/g)).to.have.length(1);
    }
  });

  it('loses no word of a long letter: it is read back whole from its pages', async () => {
    const words = 'The quick brown fox jumps over the lazy dog near flat 12. '.repeat(200).trim();
    const { pages } = await filesOf(letter(paragraph(words)), 2);
    const ascii = pages
      .map((page) => page.split('\r\n').slice(0, 24).join(' '))
      .join(' ')
      .toLowerCase();
    const table = 'en-ueb-g2.ctb';
    const cells = [...ascii].map((each) => {
      const at = ' a1b\'k2l@cif/msp"e3h9o6r^djg>ntq,*5<-u8v.%[$+x!&;:4\\0z7(_?w]#y)='.indexOf(each);
      return String.fromCharCode(0x2800 + at);
    });
    const lines = cells.join('').match(/.{1,200}(?=⠀)/gu) ?? [];
    const read = readBack(table, lines).join(' ').replace(/\s+/g, ' ');
    expect(pages.length).to.be.above(5);
    expect(read).to.include(words.slice(0, -1));
  });

  it('breaks a word that no line can hold, and leaves out pictures, never letters', async () => {
    const { pages } = await filesOf(letter(paragraph(`a${'b'.repeat(100)} 🙂 end`)));
    expect(pages.join('')).to.include('  AB').and.include('END');
    expect(pages.join('').match(/B/g)?.length).to.be.above(100);
    const error = await maker.make(letter(paragraph('Привіт')), {}).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(OutsideError);
    expect(error).to.include({ code: 'refused', retryable: false, message: 'The Braille was not made' });
  });

  it('takes no tenant’s word for an instruction to the program', async () => {
    const { pages } = await filesOf(
      letter(paragraph('--help $(id) `id` \\x0041 ; rm -rf /\u0000\r\nen-us-g1.ctb'), paragraph('end')),
    );
    expect(pages.join('')).to.include('END');
  });

  it('is not made of words in a language without a table', async () => {
    const said: DocumentPart = { is: 'said', by: 'A', at: '1', text: 'Waan ka xumahay', language: 'so' };
    expect(await maker.make(letter(said), {}).catch((thrown: unknown) => thrown)).to.include({ code: 'refused' });
  });
});

describe('Braille on a machine without liblouis', () => {
  it('is made by people in every language', async () => {
    const maker = await openBraille({ say, program: 'no-such-program' });
    expect(heardAndFelt.filter((language) => maker.canMake(language))).to.deep.equal([]);
  });

  it('is told apart: missing, late, without its table', async function () {
    const program = needLiblouis(this);
    const failing = async (how: Parameters<typeof createLiblouis>[0], table: string) =>
      createLiblouis(how)
        .translate(table, ['a'])
        .catch((thrown: unknown) => thrown);
    expect(await failing({ program: 'no-such-program' }, 'en-ueb-g1.ctb')).to.include({
      code: 'unreachable',
      retryable: true,
    });
    expect(await failing({ program, limitMs: 1 }, 'en-ueb-g2.ctb')).to.include({ code: 'timed-out', retryable: true });
    expect(await failing({ program }, 'no-such.ctb')).to.include({ code: 'nonsense' });
  });
});
