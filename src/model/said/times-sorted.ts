// When somebody is reached best and when not, out of one answer: "after 15:00, but not on Friday". Each in their own words: so it is
// read back, and so it is kept. What tells of no time that can be read is taken for one to avoid: it costs nothing to heed it.

import { readTimes } from './times.ts';

export interface SortedTimes {
  readonly best?: string;
  readonly avoid?: string;
}

const buts = 'and|but|ond|ale|dar|mas|але|لیکن|مگر|ਪਰ|কিন্তু|ولكن|لكن|laakiin';
const partEnds = new RegExp(`\\s*[,;،؛۔।\\n]\\s*|[.!?]\\s+|\\s(?:${buts.replace('and|', '')})\\s`, 'u');
const opening = new RegExp(`^(?:${buts})\\s+`, 'iu');

export function sortedTimes(text: string, now: Date): SortedTimes {
  const words = text.trim();
  const times = readTimes(words, now);
  if (times === undefined) return words === '' ? {} : { avoid: words };
  if (times.wanted.length === 0) return times.avoided.length === 0 ? {} : { avoid: words };
  if (times.avoided.length === 0) return { best: words };
  const parts = words
    .split(partEnds)
    .map((part) => part.replace(opening, '').trim())
    .filter((part) => readTimes(part, now) !== undefined);
  const best = parts.filter((part) => (readTimes(part, now)?.wanted.length ?? 0) > 0).join('; ');
  const avoid = parts.filter((part) => (readTimes(part, now)?.avoided.length ?? 0) > 0).join('; ');
  return { best: best === '' ? words : best, avoid: avoid === '' ? words : avoid };
}
