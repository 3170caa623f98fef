// Documents made of real words of each catalogue, and MP3 read back.

import { readFileSync } from 'node:fs';
import { MPEGDecoder } from 'mpg123-decoder';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load-content.ts';
import type { Say } from '../../src/formats/print/draft.ts';
import type { WrittenDocument } from '../../src/model/document.ts';

/** All languages of the catalogues that have voices and Braille tables: Somali has neither. */
export const heardAndFelt = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar'] as const;

let content: ReturnType<typeof loadContent> | undefined;

/** The catalogues' own words on every letter. */
export const say: Say = (key, language, values) => {
  content ??= loadContent('.', 'demo');
  return content.phrases.say(key, language, 'web', values);
};

const files = ['complaint', 'repair', 'access', 'promise', 'rent'];

/** Sentences of a catalogue without placeholders, of forty letters and more. */
export function sentences(language: string, most = 300): readonly string[] {
  return files
    .flatMap((file) => leaves(parse(readFileSync(`locales/${language}/${file}.yaml`, 'utf8'))))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= 40 && !/[{}|#]/.test(text))
    .slice(0, most);
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
}

export function aLetter(language: string, more: Partial<WrittenDocument> = {}): WrittenDocument {
  const [first = '', second = '', third = '', ...items] = sentences(language, 6);
  return {
    title: first.slice(0, first.indexOf(' ', 12)),
    language,
    from: 'Demo Homes',
    on: '2026-11-27',
    reference: 'CMP-0012345',
    parts: [
      { is: 'paragraph', text: second },
      { is: 'heading', text: first.slice(0, first.indexOf(' ', 8)) },
      { is: 'paragraph', text: third },
      { is: 'list', items },
    ],
    ...more,
  };
}

export interface Heard {
  readonly seconds: number;
  readonly samplesPerSecond: number;
  /** Root mean square of each whole second, 0 to 1: nothing in it is near 0. */
  readonly loudness: readonly number[];
  readonly samples: Float32Array;
}

/** @throws Error when any frame of it is none */
export async function hear(mp3: Uint8Array): Promise<Heard> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, samplesDecoded, sampleRate, errors } = decoder.decode(mp3);
  decoder.free();
  if (errors.length > 0) throw new Error(`Frames that are none: ${errors.length}`);
  const samples = channelData[0] ?? new Float32Array();
  const loudness: number[] = [];
  for (let at = 0; at + sampleRate <= samplesDecoded; at += sampleRate) {
    loudness.push(rootMeanSquare(samples.subarray(at, at + sampleRate)));
  }
  return { seconds: samplesDecoded / sampleRate, samplesPerSecond: sampleRate, loudness, samples };
}

function rootMeanSquare(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
}

/** The longest stretch without a sound, in seconds. */
export function longestRest({ samples, samplesPerSecond }: Heard): number {
  let longest = 0;
  let quiet = 0;
  for (const each of samples) {
    quiet = Math.abs(each) < 0.01 ? quiet + 1 : 0;
    longest = Math.max(longest, quiet);
  }
  return longest / samplesPerSecond;
}
