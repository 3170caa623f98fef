// What a sentence says of when, gathered word by word into windows of days and times that suit or do not.

import type { ClockSpan } from './clock.ts';
import { type Day, noEnd, noStart } from './days-named.ts';
import { endOfDay, noon, type Span } from './time-words.ts';

/** Any of its days at any of its times; without days any day, without spans the whole day. */
export interface Window {
  readonly days: readonly Day[];
  readonly spans: readonly Span[];
}

export interface Times {
  /** Any of these; empty when only what does not suit was told. */
  readonly wanted: readonly Window[];
  readonly avoided: readonly Window[];
  /** The first that fits will do. */
  readonly any?: true;
  /** None of what was offered. */
  readonly none?: true;
}

interface Draft {
  days: Day[];
  spans: ClockSpan[];
  /** How many of the days were told after the times: "mornings, Monday or Tuesday". */
  daysBehind: number;
  isAvoided: boolean;
}

/** What a word that is no time does with those around it. */
export type Verb = 'none' | 'any' | 'soonest' | 'suits' | 'suitsNot' | 'not' | 'stop' | 'but' | 'instead' | 'join';

export interface Windows {
  take(verb: Verb | undefined): void;
  days(days: readonly Day[]): void;
  spans(spans: readonly ClockSpan[]): void;
  isBesideDay(): boolean;
  all(): Times | undefined;
}

export function createWindows(): Windows {
  const done: Draft[] = [];
  const flags = { any: false, none: false, isNegated: false, isJoined: false, isFresh: false };
  let draft: Draft | undefined;
  const close = (): void => {
    if (draft !== undefined) done.push(draft);
    draft = undefined;
  };
  const drop = (): void => {
    draft = undefined;
  };
  const open = (): Draft => {
    draft ??= { days: [], spans: [], daysBehind: 0, isAvoided: flags.isNegated };
    return draft;
  };
  return {
    take(verb) {
      flags.isFresh = false;
      if (verb === undefined) return;
      if (verb === 'instead') done.length = 0;
      turn(verb, { flags, close: verb === 'instead' ? drop : close, draft, last: done.at(-1) });
    },
    days(days) {
      if (draft !== undefined && draft.spans.length > 0 && draft.days.length > draft.daysBehind) close();
      const into = open();
      into.days.push(...days);
      if (into.spans.length > 0) into.daysBehind += days.length;
      Object.assign(flags, { isJoined: false, isFresh: true });
    },
    spans(spans) {
      if (draft !== undefined && draft.daysBehind > 0) {
        // "Mornings, or Tuesday afternoon": the last day belongs to what comes behind it.
        const day = draft.days.pop();
        draft.daysBehind = 0;
        close();
        if (day !== undefined) open().days.push(day);
      }
      addSpans(open(), spans, flags.isJoined);
      Object.assign(flags, { isJoined: false, isFresh: false });
    },
    isBesideDay: () => flags.isFresh,
    all() {
      close();
      return timesOf(done, flags);
    },
  };
}

interface Turning {
  readonly flags: { any: boolean; none: boolean; isNegated: boolean; isJoined: boolean };
  readonly close: () => void;
  readonly draft: Draft | undefined;
  readonly last: Draft | undefined;
}

function turn(verb: Verb, { flags, close, draft, last }: Turning): void {
  const current = draft ?? last;
  switch (verb) {
    case 'none':
      flags.none = true;
      return;
    case 'any':
    case 'soonest':
      if (!flags.isNegated) flags.any = true;
      return;
    case 'join':
      flags.isJoined = true;
      return;
    case 'suits':
    case 'suitsNot':
      if (current !== undefined) current.isAvoided = verb === 'suitsNot';
      flags.isNegated = false;
      close();
      return;
    default:
      flags.isNegated = verb === 'not' || (verb === 'but' && isException(flags, current));
      close();
  }
}

/** "Any day but Friday": what follows is taken away. */
function isException(flags: Turning['flags'], current: Draft | undefined): boolean {
  return flags.any && current === undefined && !flags.isNegated;
}

/** "Tuesday morning after 10" narrows, "mornings or after 4" widens. */
function addSpans(draft: Draft, spans: readonly ClockSpan[], isJoined: boolean): void {
  const last = draft.spans.at(-1);
  const [only] = spans;
  if (last === undefined || only === undefined || spans.length > 1 || isJoined) {
    draft.spans.push(...spans);
    return;
  }
  const [one, other] = [inHalf(last, only), inHalf(only, last)];
  const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to), loose: false };
  if (both.from > both.to) draft.spans.push(only);
  else draft.spans[draft.spans.length - 1] = both;
}

/** "After 7 in the evening": the half of the day that was guessed is told by the other words. */
function inHalf(span: ClockSpan, beside: ClockSpan): ClockSpan {
  if (!span.loose || beside.from < noon || span.from >= noon) return span;
  if (span.from === 0) return { ...span, to: span.to + (span.to < noon ? noon : 0) };
  const to = span.to === endOfDay ? endOfDay : span.to + noon;
  return { from: span.from + noon, to: Math.min(to, endOfDay), loose: false };
}

function timesOf(drafts: readonly Draft[], flags: { any: boolean; none: boolean }): Times | undefined {
  const filled = drafts.filter(({ days, spans }) => days.length + spans.length > 0);
  if (filled.length === 0 && !flags.any && !flags.none) return undefined;
  const windows = (isAvoided: boolean): Window[] =>
    filled.filter((each) => each.isAvoided === isAvoided).map(({ days, spans }) => ({ days, spans }));
  return {
    wanted: windows(false),
    avoided: windows(true),
    ...(flags.any && { any: true as const }),
    ...(flags.none && { none: true as const }),
  };
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `tue morning; not fri`: read again it gives the same. */
export function printTimes(times: Times): string {
  const parts = [
    ...(times.any ? ['any'] : []),
    ...times.wanted.map(printWindow),
    ...times.avoided.map((window) => `not ${printWindow(window)}`),
  ];
  return parts.join('; ');
}

function printWindow({ days, spans }: Window): string {
  const recurring = [...new Set(days.filter((day) => typeof day === 'number'))].sort();
  const dated = days.filter((day) => typeof day !== 'number').map(printStretch);
  const day = [...recurring.map((each) => names[each] ?? ''), ...new Set(dated)].join(',');
  return [day, [...new Set(spans.map(printSpan))].join(' or ')].filter((part) => part !== '').join(' ');
}

function printStretch({ from, to }: Exclude<Day, number>): string {
  if (from === to) return from;
  if (to === noEnd) return `from ${from}`;
  return from === noStart ? `until ${to}` : `${from}/${to}`;
}

function printSpan({ from, to }: Span): string {
  if (from === 0 && to === noon) return 'morning';
  if (from === noon && to === 1020) return 'afternoon';
  if (from === to) return `at ${clock(from)}`;
  if (to === endOfDay) return `after ${clock(from)}`;
  return from === 0 ? `before ${clock(to)}` : `${clock(from)}-${clock(to)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
