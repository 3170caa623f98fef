// When somebody can, told in passing, in the forms in which slots keep it.

import { printTimes, type Times } from '../../model/said/time-windows.ts';
import { noon } from '../../model/said/time-words.ts';
import { readTimes, sentencesWithTimes, timesInPassing } from '../../model/said/times.ts';

/** `tue morning; not fri`. */
export function timesIn(text: string, now: Date): string | undefined {
  const times = timesInPassing(text, now);
  const printed = times === undefined ? '' : printTimes(times);
  return printed === '' ? undefined : printed;
}

/** When to ring. Nobody rings in the evening: who can only then is asked. */
export function bestTimeIn(text: string, now: Date): 'morning' | 'afternoon' | 'any' | undefined {
  const times = timesInPassing(text, now);
  return times === undefined ? undefined : halfFor(times);
}

const evening = 17 * 60;

function halfFor({ wanted, avoided, any }: Times): 'morning' | 'afternoon' | 'any' | undefined {
  const spans = wanted.flatMap((window) => window.spans);
  if (spans.length > 0) {
    if (spans.every(({ to }) => to <= noon)) return 'morning';
    return spans.every(({ from }) => from >= noon && from < evening) ? 'afternoon' : undefined;
  }
  const taken = avoided.flatMap((window) => (window.days.length > 0 ? [] : window.spans));
  // "Not before 10" leaves both halves of the day, "not in the morning" one.
  if (taken.some(({ from, to }) => from <= 9 * 60 && to >= noon)) return 'afternoon';
  if (taken.some(({ from, to }) => from <= noon && to >= evening)) return 'morning';
  return any ? 'any' : undefined;
}

/** Times to avoid, in the tenant's own words: that is how they are read back and kept. */
export function avoidedIn(text: string, now: Date): string | undefined {
  const told = sentencesWithTimes(text, now).filter((each) => (readTimes(each, now)?.avoided.length ?? 0) > 0);
  return told.length === 0
    ? undefined
    : told.map((each) => each.trim().replace(/^(?:and|but|so|also),? /iu, '')).join(' ');
}
