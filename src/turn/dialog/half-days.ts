// An appointment chosen in words: "Tuesday morning" is one of the half days that were offered. "Only after 4" is none of them, and
// tells which others to look for.

import { printTimes, type Times } from '../../model/said/time-windows.ts';
import { isOfThePast, readTimes } from '../../model/said/times.ts';
import { fits, type HalfDay, onlyOne } from '../../model/said/times-fit.ts';

/** Offered beside the half days: none of them, ring me. */
const later = 'later';
const halfDay = /^(?<date>\d{4}-\d\d-\d\d) (?<slot>am|pm)$/;
/** "What time would Tuesday be?" asks, "Tuesday?" answers. */
const asks =
  /^\s*(?:what|when|why|who|how|where|will|would|do|does|is|are|beth|pryd|pam|sut|ydy|czy|kiedy|co|jak|gdzie)\b.*\?\s*$/iu;

export type HalfDayRead =
  | { readonly is: 'chosen'; readonly value: string }
  /** What suits, in the form in which a slot keeps it: other half days are to be looked for. */
  | { readonly is: 'others'; readonly times: string };

interface Offered extends HalfDay {
  readonly value: string;
}

export function readHalfDay(
  said: { readonly text: string; readonly now: Date },
  options: readonly { readonly value: string }[],
): HalfDayRead | undefined {
  const offered = options.flatMap(({ value }) => offeredAs(value));
  if (offered.length === 0 || asks.test(said.text) || isOfThePast(said.text)) return undefined;
  const times = readTimes(said.text, said.now);
  if (times === undefined) return undefined;
  const printed = printTimes(times);
  const isNone = times.none && printed === '';
  if (isNone) return options.some(({ value }) => value === later) ? { is: 'chosen', value: later } : undefined;
  return among(offered, times, printed);
}

function offeredAs(value: string): readonly Offered[] {
  const { date, slot } = halfDay.exec(value)?.groups ?? {};
  return date !== undefined && (slot === 'am' || slot === 'pm') ? [{ value, date, slot }] : [];
}

function among(offered: readonly Offered[], times: Times, printed: string): HalfDayRead | undefined {
  const fitting = times.none ? [] : offered.filter((each) => fits(each, times));
  const one = onlyOne(fitting, times);
  if (one !== undefined) return { is: 'chosen', value: one.value };
  // Nothing that was said tells one from another: the question stands.
  return fitting.length === offered.length ? undefined : { is: 'others', times: printed };
}
