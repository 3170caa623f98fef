// When a promise is looked at: before its day so that its team is reminded, once it is late so that the tenant hears of it from us
// first, and now and then in between, because the case that it hangs on may have been answered elsewhere.

import { type ContactHours, contactAt } from './contact-hours.ts';
import type { Landlord } from './landlord.ts';
import { addDays, instantOf } from './london-time.ts';
import type { NationRules } from './nation-rules.ts';
import { closedDays } from './opening-hours.ts';
import { type Holidays, workingDaysBefore } from './working-days.ts';

export interface Promised {
  /** An ISO date for a whole day, else RFC 3339. */
  readonly by: string;
  readonly madeAt: Date;
  readonly reference?: string;
  readonly warnedAt?: Date;
  /** ISO date by which the tenant hears again, who was told that it is late. */
  readonly newsBy?: string;
}

export interface PromiseTerms {
  readonly timeZone: string;
  readonly contactHours: ContactHours;
  /** Days on which nobody is there to keep a promise. */
  readonly closed: Holidays;
  readonly warnWorkingDays: number;
  readonly lookMinutes: number;
}

export function promiseTerms(pack: { readonly landlord: Landlord; readonly rules: NationRules }): PromiseTerms {
  const { timeZone, contactHours, promises } = pack.landlord;
  const { warnWorkingDays, lookMinutes } = promises;
  return { timeZone, contactHours, closed: closedDays(pack), warnWorkingDays, lookMinutes };
}

/** A day is kept until its end. */
function lateAt(by: string, timeZone: string): Date {
  return by.length > 10 ? new Date(by) : instantOf(addDays(by, 1), '00:00', timeZone);
}

/** When the tenant is told that it is late, or late again: as soon as it is, but never in the hours when they are left in peace. */
export function tellLateAt({ by, newsBy }: Promised, terms: PromiseTerms): Date {
  return contactAt(lateAt(newsBy ?? by, terms.timeZone), terms.contactHours, terms.timeZone);
}

/** None once it was done, and none for a promise that was made later than that: whoever has just been given it knows. */
export function warnAt({ by, madeAt, warnedAt, newsBy }: Promised, terms: PromiseTerms): Date | undefined {
  if (warnedAt !== undefined || newsBy !== undefined) return undefined;
  const day = workingDaysBefore(by.slice(0, 10), terms.warnWorkingDays, terms.closed);
  const at = instantOf(day, terms.contactHours.from, terms.timeZone);
  return at > madeAt ? at : undefined;
}

/** The next instant at which there may be something to do; always after `now`. */
export function nextLookAt(promise: Promised, terms: PromiseTerms, now: Date): Date {
  const soon = new Date(now.getTime() + terms.lookMinutes * 60_000);
  const planned = [tellLateAt(promise, terms), warnAt(promise, terms)].filter((at) => at !== undefined && at > now);
  const asked = promise.reference === undefined ? [] : [soon];
  const times = [...planned, ...asked].map((at) => (at as Date).getTime());
  // What is due but could not be done now is tried again soon.
  return times.length > 0 ? new Date(Math.min(...times)) : soon;
}

/** As figures count it. What an agent promised in their own words, which begin with a capital letter, is not among them. */
export function countedAs(what: string): string {
  return /^[a-z]/.test(what) ? what : 'by-agent';
}
