// Examples as a phone in a hurry would type them, and as people wrap them: slips of the finger, greetings, who they are.

import type { Random } from './random.ts';

const neighbours: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'adw',
  d: 'sfe',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  z: 'xa',
  x: 'zcs',
  c: 'xvd',
  v: 'cbf',
  b: 'vng',
  n: 'bmh',
  m: 'nj',
};

/** What people put around what they want. It must change nothing. */
const openings: Readonly<Record<string, readonly string[]>> = {
  en: [
    'hi',
    'hello',
    'hi there',
    'good morning',
    'hiya',
    'hello there',
    'please can you help',
    'sorry to bother you',
    'hi its me again',
    'can you help please',
    'hey',
    'excuse me',
    'i am writing because',
    'i live at 14 mill race',
    'im a tenant of yours',
    'i have three kids',
    'i am 74 years old',
    'my name is karen',
    'just wondering',
    'quick question',
    'dear housing',
    'basically',
    'ok so',
    'can you tell me',
    'i would like to know',
    'hi my name is piotr and',
    'my postcode is AW1 2BD',
    'right then',
    'um',
    'well',
  ],
  cy: [
    'helo',
    'bore da',
    'shwmae',
    'prynhawn da',
    'allwch chi helpu os gwelwch yn dda',
    "mae'n ddrwg gen i eich poeni",
    'tenant ydw i',
  ],
  pl: [
    'dzień dobry',
    'witam',
    'cześć',
    'proszę o pomoc',
    'przepraszam że przeszkadzam',
    'jestem lokatorem',
    'mam pytanie',
    'mieszkam tu od roku',
  ],
};
const closings: Readonly<Record<string, readonly string[]>> = {
  en: [
    'thanks',
    'thank you',
    'please',
    'cheers',
    'asap',
    'please help',
    'many thanks',
    'ta',
    'regards john',
    'pls',
    'can you help',
    'x',
    'its flat 6 linden house',
    'my number is 07700 900123',
    'what do i do',
    'let me know',
    'kind regards mrs ahmed',
    'thanks in advance',
    'i have lived here 12 years',
    'please advise',
  ],
  cy: ['diolch', 'os gwelwch yn dda', 'diolch yn fawr', 'beth ddylwn i wneud'],
  pl: ['dziękuję', 'proszę', 'pozdrawiam', 'proszę o pomoc', 'z góry dziękuję', 'co mam zrobić'],
};

/** One slip: a neighbouring key, a letter dropped, doubled or swapped with the next, or a space lost. */
function slipped(text: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, text.length - 2));
  const letter = text[at] ?? '';
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  switch (random.below(5)) {
    case 0:
      return before + (neighbours[letter.toLowerCase()]?.[0] ?? letter) + after;
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    case 3:
      return before + (text[at + 1] ?? '') + letter + text.slice(at + 2);
    default:
      return letter === ' ' ? before + after : text;
  }
}

/** About one slip in thirty letters, in some of the examples. */
export function withSlips(text: string, random: Random): string {
  if (text.length < 6 || random.next() < 0.55) return text;
  return slippedTimes(text, 1 + Math.floor((text.length / 30) * random.next() * 1.5), random);
}

export function slippedTimes(text: string, times: number, random: Random): string {
  let noisy = text;
  for (let slip = 0; slip < times; slip++) noisy = slipped(noisy, random);
  return noisy;
}

/** In some of the examples something before or behind. */
export function wrapped(text: string, language: string, random: Random): string {
  const chance = random.next();
  if (chance < 0.6) return text;
  const opening = pick(openings[language] ?? [], random);
  const closing = pick(closings[language] ?? [], random);
  if (chance < 0.78) return `${opening} ${text}`;
  if (chance < 0.92) return `${text} ${closing}`;
  return `${opening}, ${text}. ${closing}`;
}

function pick(from: readonly string[], random: Random): string {
  return from[random.below(from.length)] ?? '';
}
