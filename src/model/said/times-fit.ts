// Whether a half day that is offered is among the times that suit somebody.

import { weekday } from '../london-time.ts';
import type { Day } from './days-named.ts';
import type { Times, Window } from './time-windows.ts';
import type { Span } from './time-words.ts';

export interface HalfDay {
  readonly date: string;
  readonly slot: 'am' | 'pm';
}

/** Within these hours somebody may come: whoever can only from four on is not there for an afternoon. */
const visits: Readonly<Record<HalfDay['slot'], Span>> = {
  am: { from: 8 * 60, to: 12 * 60 },
  pm: { from: 13 * 60, to: 17 * 60 },
};

export function fits(half: HalfDay, { wanted, avoided }: Times): boolean {
  const isWanted = wanted.length === 0 || wanted.some((window) => holds(window, half));
  return isWanted && !avoided.some((window) => touches(window, half));
}

/** Of those that fit the one that is meant: the only one, the first for whom any will do, the coming Tuesday of two. */
export function onlyOne<Half extends HalfDay>(fitting: readonly Half[], { any }: Times): Half | undefined {
  const [first, another] = fitting;
  if (another === undefined || any) return first;
  const kinds = new Set(fitting.map(({ date, slot }) => `${weekday(date)} ${slot}`));
  return kinds.size === 1 ? first : undefined;
}

function holds({ days, spans }: Window, half: HalfDay): boolean {
  const visit = visits[half.slot];
  const isInTime =
    spans.length === 0 ||
    spans.some(({ from, to }) => (from === to ? isWithin(from, half) : from <= visit.from && to >= visit.to));
  return isInTime && isOn(days, half.date);
}

/** "Half nine" is in the morning visit, "half twelve" in the afternoon one. */
function isWithin(moment: number, { slot }: HalfDay): boolean {
  return slot === 'am' ? moment >= 7 * 60 && moment < 12 * 60 : moment >= 12 * 60 && moment < 17 * 60;
}

function touches({ days, spans }: Window, half: HalfDay): boolean {
  const visit = visits[half.slot];
  const isInTime =
    spans.length === 0 ||
    spans.some(({ from, to }) => (from === to ? isWithin(from, half) : from < visit.to && to > visit.from));
  return isInTime && isOn(days, half.date);
}

/** Whether a minute of a day (counted from midnight) lies in it; what was told as one moment lasts an hour. */
export function covers({ days, spans }: Window, date: string, minute: number): boolean {
  const isInTime = spans.some(({ from, to }) => from <= minute && minute < (from === to ? from + 60 : to));
  return (spans.length === 0 || isInTime) && isOn(days, date);
}

function isOn(days: readonly Day[], date: string): boolean {
  const name = (weekday(date) + 6) % 7;
  return (
    days.length === 0 ||
    days.some((day) => (typeof day === 'number' ? day === name : day.from <= date && date <= day.to))
  );
}
