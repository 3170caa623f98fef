// What a text that is too long to be sent is about, and what comes next by when: one phrase that stands before its link. On a shared
// phone it is read by whoever holds it, so it names no matter that others must not learn of, and then no reference either.

import type { Gist } from '../../model/delivery.ts';
import type { Line } from '../line.ts';
import { phraseValue } from '../line.ts';

const days = ['by', 'decide_by', 'acknowledge_by', 'answer_by', 'hazard_by'] as const;
const isDay = /^\d{4}-\d{2}-\d{2}/;

/** @param isDiscreet whether not even the name of an enquiry is told: whoever sees a screen light up would know */
export function gistOf(
  lines: readonly Line[],
  today: string,
  isDiscreet: (enquiry: string) => boolean,
): Gist | undefined {
  const told = lines.findLast(({ reference }) => reference !== undefined) ?? lines.at(-1);
  const enquiry = told?.enquiry ?? lines.find((line) => line.enquiry !== undefined)?.enquiry;
  if (
    told === undefined ||
    enquiry === undefined ||
    lines.some((line) => line.enquiry !== undefined && isDiscreet(line.enquiry))
  )
    return undefined;
  const { reference } = told;
  if (reference === undefined) return { is: 'topic', topic: phraseValue(`label.${enquiry}`) };
  const visit = dayIn(told, ['appointment_date'], today);
  if (visit !== undefined && kindOf(reference) === 'repair') return { is: 'visit', reference, by: visit };
  const by = dayIn(told, days, today);
  return by === undefined ? { is: 'answer', reference } : { is: kindOf(reference), reference, by };
}

/** The next of the days that were told; one that is over is none. */
function dayIn({ values }: Line, names: readonly string[], today: string): string | undefined {
  const told = names.map((name) => values[name]).filter((day) => typeof day === 'string' && isDay.test(day));
  return told
    .map((day) => String(day).slice(0, 10))
    .filter((day) => day >= today)
    .sort()[0];
}

function kindOf(reference: string): 'repair' | 'complaint' | 'request' {
  if (/^(REP|HAZ)/.test(reference)) return 'repair';
  return reference.startsWith('CMP') ? 'complaint' : 'request';
}
