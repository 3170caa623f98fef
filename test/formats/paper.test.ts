import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { ink, papers } from '../../src/formats/print/paper.ts';
import { type DocumentPart, paperColours } from '../../src/model/document.ts';
import { needProgram } from '../support/install.ts';
import { aLetter, make, printed, say } from '../support/printing.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a point. */
  at(x: number, y: number): readonly [number, number, number];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance([red, green, blue]: readonly [number, number, number]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: readonly [number, number, number], other: readonly [number, number, number]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function rgb(hex: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
}

describe('a printed page, looked at', function () {
  this.timeout(120_000);
  const formats = printed();
  let folder: string;
  let pdftoppm: string;
  let pdftotext: string;

  before(function () {
    pdftoppm = needProgram('pdftoppm', 'poppler-utils', this);
    pdftotext = needProgram('pdftotext', 'poppler-utils', this);
    folder = mkdtempSync(join(tmpdir(), 'print-'));
  });
  after(() => {
    formats.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  async function look(bytes: Uint8Array): Promise<Picture> {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    execFileSync(pdftoppm, ['-r', '72', '-f', '1', '-l', '1', '-singlefile', '-png', file, join(folder, 'page')], {
      stdio: 'ignore',
    });
    const { data, info } = await sharp(join(folder, 'page.png'))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return {
      width,
      height,
      at: (x, y) => {
        const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 3);
        return [red, green, blue];
      },
    };
  }

  /** Where there is ink, from the left; rows from `top` to `bottom` of the page. */
  function inkIn({ width, at }: Picture, top: number, bottom: number): readonly number[] {
    const columns: number[] = [];
    for (let x = 0; x < width; x += 1)
      for (let y = top; y < bottom; y += 1)
        if (luminance(at(x, y)) < 0.2) {
          columns.push(x);
          break;
        }
    return columns;
  }

  /** Rows of the last line above the foot of the page. */
  function lastLine(picture: Picture): readonly [number, number] {
    const has = (y: number) => inkIn(picture, y, y + 1).length > 0;
    let bottom = picture.height - 80;
    while (!has(bottom)) bottom -= 1;
    let top = bottom;
    while (has(top - 1)) top -= 1;
    return [top, bottom + 1];
  }

  for (const colour of paperColours) {
    it(`[GUH-04] is ${colour} to its edges where that was asked for, with black on it at more than 7 to 1`, async () => {
      const { bytes, stem } = await make(formats, aLetter('en'), { format: 'coloured-paper', colour });

      const picture = await look(bytes);
      const corners = [picture.at(1, 1), picture.at(picture.width - 2, 1), picture.at(1, picture.height - 2)];
      expect(corners).to.deep.equal([rgb(papers[colour]), rgb(papers[colour]), rgb(papers[colour])]);
      expect(contrast(rgb(papers[colour]), rgb(ink))).to.be.above(7);
      expect(stem).to.equal(`coloured-paper-${colour}.en`);
      let darkest: readonly [number, number, number] = [255, 255, 255];
      for (let y = 0; y < picture.height; y += 1)
        for (let x = 0; x < picture.width; x += 1)
          if (luminance(picture.at(x, y)) < luminance(darkest)) darkest = picture.at(x, y);
      expect(contrast(darkest, rgb(papers[colour]))).to.be.above(7);
    });
  }

  it('is cream where a colour was not named, and tells colours apart', async () => {
    const { stem } = await make(formats, aLetter('cy'), { format: 'coloured-paper' });

    expect(stem).to.equal('coloured-paper-cream.cy');
    expect(new Set(Object.values(papers)).size).to.equal(5);
  });

  it('begins at the right in Arabic script and at the left in the others, Punjabi too', async () => {
    const sides: Record<string, string> = {};
    for (const language of ['ur', 'ar', 'pa', 'bn', 'en']) {
      const picture = await look((await make(formats, aLetter(language))).bytes);
      // The title: far shorter than the line.
      const columns = inkIn(picture, 190, 245);
      const [left = 0, right = 0] = [columns[0], columns.at(-1)];
      sides[language] = left < picture.width - right ? 'left' : 'right';
    }

    expect(sides).to.deep.equal({ ur: 'right', ar: 'right', pa: 'left', bn: 'left', en: 'left' });
  });

  it('joins the letters of Arabic script', async () => {
    const only = async (text: string) => {
      const parts: DocumentPart[] = [{ is: 'paragraph', text }];
      const letter = aLetter('ur', { title: '۔', parts });
      const picture = await look((await make(formats, letter, { points: 24 })).bytes);
      const [top, bottom] = lastLine(picture);
      return inkIn(picture, top, bottom);
    };
    const gaps = (columns: readonly number[]) =>
      columns.filter((x, at) => at > 0 && x - (columns[at - 1] ?? 0) > 1).length;

    // The same letters, kept from joining (U+200C).
    expect(gaps(await only('سلسلسلسل'))).to.equal(0);
    expect(gaps(await only('س\u200cل\u200cس\u200cل\u200cس\u200cل\u200cس\u200cل'))).to.be.at.least(3);
  });

  it('gives each letter once to whoever copies or searches, in Arabic script as well', async () => {
    for (const language of ['ar', 'ur', 'pa', 'pl', 'uk']) {
      const letter = aLetter(language);
      const file = join(folder, 'copied.pdf');
      writeFileSync(file, (await make(formats, letter)).bytes);
      const copied = execFileSync(pdftotext, [file, '-'], { encoding: 'utf8' });
      const count = (text: string) => {
        const letters = [...text.normalize('NFC')].filter((each) => /\p{L}/u.test(each) && !/[A-Za-z]/.test(each));
        return letters.sort().join('');
      };
      const written = [
        say('written.on', language, { on: letter.on }),
        say('written.reference', language, { reference: 'CMP-7K2M9' }),
        letter.title,
        ...letter.parts.flatMap((part) =>
          part.is === 'list' ? part.items : part.is === 'facts' ? part.rows.map((row) => row.name) : [part.text],
        ),
      ].join(' ');

      expect(count(copied), language).to.equal(count(written));
    }
  });
});
