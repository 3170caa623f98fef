// How long a format of a letter takes, and how large it is: the first one of a process, and those after it.

import { loadContent } from '../src/content/load-content.ts';
import { createAudioMaker } from '../src/formats/audio/audio-maker.ts';
import { openBraille } from '../src/formats/braille/braille-maker.ts';
import type { FormatMaker, Wish } from '../src/formats/maker.ts';
import { createPlainText } from '../src/formats/plain-text.ts';
import type { Say } from '../src/formats/print/draft.ts';
import { createPrintedFormats } from '../src/formats/printed.ts';
import { createLogger } from '../src/log.ts';
import type { WrittenDocument } from '../src/model/document.ts';

interface Measured {
  readonly name: string;
  readonly maker: FormatMaker;
  readonly wish?: Wish;
}

const rounds = 5;
const sizes = { 'a page': 2_000, '10,000 letters': 10_000 } as const;

export async function benchFormats(): Promise<void> {
  const { phrases } = loadContent(process.cwd(), 'demo');
  const say: Say = (key, language, values) => phrases.say(key, language, 'web', values);
  const audio = createAudioMaker({ say, log: createLogger('warn', console.error) });
  const braille = await openBraille({ say });
  const measured: readonly Measured[] = [
    { name: 'audio', maker: audio },
    { name: 'braille', maker: braille },
    { name: 'braille, contracted', maker: braille, wish: { grade: 2 } },
    { name: 'plain text', maker: createPlainText({ say }) },
  ];
  for (const each of measured) await measure(each);
  audio.close();
  await benchPrint(say);
}

/** A page of each printed format in each script, warm: the fonts are what differs. */
async function benchPrint(say: Say): Promise<void> {
  const { easyRead, landlord } = loadContent(process.cwd(), 'demo');
  const languages = ['en', 'uk', 'pa', 'bn', 'ar', 'ur'];
  const printed = createPrintedFormats({ say, letters: easyRead, landlord, languages });
  const started = performance.now();
  await printed.makers[0]?.make(aPage('en', say), {});
  console.log(`print: the first page of a process ${(performance.now() - started).toFixed(0)} ms`);
  for (const maker of printed.makers) {
    for (const language of languages) {
      const document = aPage(language, say);
      const taken: number[] = [];
      let bytes = 0;
      for (let round = 0; round < 100; round += 1) {
        const began = performance.now();
        // Another letter each time: nothing of the last may be used again.
        const [file] = await maker.make({ ...document, reference: `CMP-${1_000_000 + round}` }, {});
        taken.push(performance.now() - began);
        bytes = file?.bytes.length ?? 0;
      }
      const sorted = taken.sort((one, other) => one - other);
      const [p50, p95] = [sorted[49] ?? 0, sorted[94] ?? 0];
      console.log(
        `${maker.format}, ${language}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ${Math.ceil(bytes / 1_024)} kB`,
      );
    }
  }
  printed.close();
}

/** As much as a page of 18 points holds, of our own words. */
function aPage(language: string, say: Say): WrittenDocument {
  return {
    title: say('label.complaint.make', language, {}),
    language,
    from: 'Demo Homes',
    on: '2026-11-27',
    reference: 'CMP-1000000',
    letter: { is: 'complaint-acknowledged', by: '2026-12-11' },
    parts: [
      { is: 'paragraph', text: say('widget.page-intro', language, {}) },
      { is: 'paragraph', text: say('easy-read.complaint.answer', language, { by: '2026-12-11' }) },
      { is: 'list', items: [say('easy-read.someone', language, {}), say('easy-read.complaint.looking', language, {})] },
    ],
  };
}

async function measure({ name, maker, wish = {} }: Measured): Promise<void> {
  if (!maker.canMake('en')) return console.log(`${name}: not on this machine`);
  for (const [size, letters] of Object.entries(sizes)) {
    const taken: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const files = await maker.make(aLetter(letters), wish);
      taken.push(performance.now() - started);
      bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    }
    const [first = 0, ...after] = taken;
    const middle = after.sort((one, other) => one - other)[Math.floor(after.length / 2)] ?? 0;
    console.log(
      `${name}, ${size}: first ${first.toFixed(0)} ms, then ${middle.toFixed(0)} ms, ${Math.ceil(bytes / 1_024)} kB`,
    );
  }
}

function aLetter(letters: number): WrittenDocument {
  const sentence = 'Your complaint is logged and we will look into it by 11 December. ';
  const text = sentence.repeat(Math.ceil(letters / sentence.length)).trim();
  return {
    title: 'Your complaint',
    language: 'en',
    from: 'Demo Homes',
    on: '2026-11-27',
    reference: 'CMP-0012345',
    parts: [{ is: 'paragraph', text }],
  };
}
