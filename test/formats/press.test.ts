import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect } from 'chai';
import { type Draft, draftOf } from '../../src/formats/print/draft.ts';
import { readOwnFonts } from '../../src/formats/print/fonts.ts';
import { createPress, type Press } from '../../src/formats/print/press.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { readPdf } from '../support/pdf-read.ts';
import { aLetter, fileOf, make, printed, say } from '../support/printing.ts';

const look = { points: 18, paper: '#ffffff', ink: '#000000' };
const secret = 'my husband must not know';

function aDraft(more: Partial<Draft> = {}): Draft {
  const letter = aLetter('en', { parts: [{ is: 'paragraph', text: secret }] });
  return { ...draftOf(letter, { look, say }), ...more };
}

async function failure(printing: Promise<unknown>): Promise<OutsideError> {
  try {
    await printing;
  } catch (error) {
    if (error instanceof OutsideError) return error;
    throw error;
  }
  throw new Error('It was printed.');
}

const startsAsPdf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 5)).toString();

describe('the press', function () {
  this.timeout(60_000);
  let press: Press;
  afterEach(() => press.close());

  it('gives a letter up that takes too long, and prints the next', async () => {
    press = createPress({ limitMs: 3_000 });
    const endless = aDraft({
      parts: [{ is: 'paragraph', text: { text: 'আমরা আপনার অভিযোগ পেয়েছি '.repeat(60_000), language: 'bn' } }],
    });

    const [late, next] = await Promise.all([failure(press.print(endless)), press.print(aDraft())]);

    expect(late).to.include({ system: 'print', code: 'timed-out', retryable: true });
    expect(startsAsPdf(next)).to.equal('%PDF-');
  });

  it('says of a letter that cannot be set only that, never what stood in it', async () => {
    press = createPress({});
    const broken = aDraft({ paper: secret });

    const refused = await failure(press.print(broken));

    expect(refused).to.include({ code: 'nonsense', retryable: false });
    expect(inspect(refused, { depth: 9 })).to.not.include(secret);
    expect(startsAsPdf(await press.print(aDraft()))).to.equal('%PDF-');
  });

  it('takes no more than it can hold', async () => {
    press = createPress({ mostWaiting: 1 });
    const printing = [press.print(aDraft()), press.print(aDraft())];

    const refused = await failure(press.print(aDraft()));

    expect(refused).to.include({ code: 'rate-limited', retryable: true });
    expect((await Promise.all(printing)).map(startsAsPdf)).to.deep.equal(['%PDF-', '%PDF-']);
  });

  it('starts again after it was closed', async () => {
    press = createPress({});
    const waiting = failure(press.print(aDraft()));
    press.close();

    expect(await waiting).to.include({ code: 'unreachable', retryable: true });
    expect(startsAsPdf(await press.print(aDraft()))).to.equal('%PDF-');
  });
});

describe('the fonts of a letter', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fontsIn = (bytes: Uint8Array): readonly string[] => {
    const names = Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/BaseFont \/[A-Z]{6}\+(\w+)-\w+/g);
    return [...new Set([...names].map(([, name]) => name ?? ''))].sort();
  };
  const atkinson = '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf';
  const letter = aLetter('ar', { from: 'Ashby Wharf Homes' });

  it('are ours and never those of the machine', async () => {
    const formats = printed();
    const { bytes } = await make(formats, aLetter('en', { parts: [{ is: 'paragraph', text: 'ℵ ⌘ سلام' }] }));
    formats.close();

    expect(fontsIn(bytes)).to.deep.equal(['NotoSans', 'NotoSansArabic']);
  });

  it('are the landlord’s first, and Noto for a script that they lack', async () => {
    writeFileSync(join(folder, 'own.ttf'), fileOf(atkinson));
    const formats = printed(folder);
    const { bytes } = await make(formats, letter);
    formats.close();

    expect(fontsIn(bytes)).to.include.members(['AtkinsonHyperlegible', 'NotoSansArabic']);
    expect((await readPdf(bytes)).leaves[0]?.text).to.equal('Ashby Wharf Homes');
  });

  it('are checked at the start: a folder that is not there, one without fonts, a file that is none', () => {
    expect(() => readOwnFonts(join(folder, 'none'))).to.throw(/print\.fonts: there is no folder .*none/);
    expect(() => readOwnFonts(folder)).to.throw(/print\.fonts: there is no font \(\.ttf or \.otf\)/);
    writeFileSync(join(folder, 'torn.ttf'), fileOf(atkinson).subarray(0, 200));
    expect(() => printed(folder)).to.throw(/print\.fonts: torn\.ttf .* is no font that can be used/);
  });
});
