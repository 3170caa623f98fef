// How long a format of a letter takes, and how large it is: the first one of a process, and those after it.

import { loadContent } from '../src/content/load-content.ts';
import { createAudioMaker } from '../src/formats/audio/audio-maker.ts';
import { openBraille } from '../src/formats/braille/braille-maker.ts';
import type { FormatMaker, Wish } from '../src/formats/maker.ts';
import { createPlainText } from '../src/formats/plain-text.ts';
import type { Say } from '../src/formats/print/draft.ts';
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
