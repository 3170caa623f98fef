// `npm run -s understand`: one JSON object a line in, `{"text", "language"?}`, one a line out: what the service takes it to mean.
// A line that is not one is answered by `{"error"}` and the next is read.

import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadUnderstanding } from '../src/content/understanding.ts';
import { choose } from '../src/turn/understanding/choose.ts';

const Line = z.object({ text: z.string(), language: z.string().optional() });

const { recogniser, danger, details, languages } = loadUnderstanding(new URL('..', import.meta.url).pathname);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

function answer(line: string): unknown {
  const read = Line.safeParse(asJson(line));
  if (!read.success) return { error: 'expected one JSON object a line: {"text": "…", "language"?: "en"}' };
  const { text } = read.data;
  const guess = languages.guess(text);
  const language = guess.confident ? guess.language : (read.data.language ?? guess.language);
  const urgent = danger.find(text);
  // A number alone asks for nothing.
  const guesses = /\p{L}/u.test(text) ? recogniser.recognise(text, language) : [];
  const { enquiry, confidence, also } = choose(guesses, urgent);
  return {
    enquiry,
    confidence: rounded(confidence),
    also: also.map((each) => ({ enquiry: each.enquiry, confidence: rounded(each.confidence) })),
    urgent,
    language,
    slots: slotsIn(text),
  };
}

/** Everything that the words tell in passing, by slot. */
function slotsIn(text: string): Readonly<Record<string, string | number>> {
  const now = new Date();
  const found = details.slots.map((slot) => [slot, details.find(slot, text, now)] as const);
  return Object.fromEntries(found.filter((each): each is [string, string | number] => each[1] !== undefined));
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
