// What holds for a complaint on the day on which its message arrived: the landlord's own terms where it has them, which the check of
// its pack lets be no worse than the law, else the law's.

import type { Due } from '../../model/case.ts';
import { inForceOn, type Stage } from '../../model/nation-rules.ts';
import { addWorkingDays, type Holidays } from '../../model/working-days.ts';
import type { ActionInput } from '../action.ts';
import { stagesOn } from '../complaint-stages.ts';
import { receivedOn } from './filing.ts';

export function stagesFor(input: ActionInput): readonly Stage[] {
  return stagesOn(receivedOn(input), input.world);
}

/** How old the matter of a complaint may be; what is older is for a person to decide. */
export function monthsFor(input: ActionInput): number {
  return input.world.landlord.complaints.withinMonths ?? lawFor(input)?.withinMonths ?? 12;
}

function lawFor(input: ActionInput) {
  return inForceOn(input.world.rules.complaints, receivedOn(input));
}

/** Named for tenants: whether we write before the answer, until when, and when the answer is due at the latest. */
export const clockSlots = ['acknowledges', 'acknowledge_by', 'answer_by'] as const;

interface Counting {
  /** ISO date, where our receipt, or our word on how we understand it, counts as acknowledging. */
  readonly acknowledgedOn?: string | undefined;
  readonly holidays: Holidays;
}

/**
 * The clock of the answer starts when we acknowledge: at once only where our receipt counts as that, else at the latest on the last
 * day for it.
 *
 * @param input received when the matter was first told
 * @param acknowledgedOn ISO date, where our receipt counts as that
 */
export function dueDates(input: ActionInput, stage: Stage, acknowledgedOn?: string): readonly Due[] {
  return dueFrom(receivedOn(input), stage, { acknowledgedOn, holidays: input.world.rules.bankHolidays });
}

/** The same for a stage that began on a day (ISO date). */
export function dueFrom(beganOn: string, stage: Stage, { acknowledgedOn, holidays }: Counting): readonly Due[] {
  const { answerFrom, answerWorkingDays, acknowledgeWorkingDays, rule } = stage;
  const dayAfter = (days: number) => addWorkingDays(beganOn, days, holidays);
  const latest = acknowledgeWorkingDays === undefined ? undefined : dayAfter(acknowledgeWorkingDays);
  const acknowledgeBy = acknowledgedOn === undefined ? latest : undefined;
  const waits = answerFrom === 'acknowledged' ? (acknowledgeBy ?? soonest(acknowledgedOn, latest)) : undefined;
  const answer: Due = {
    what: 'answer',
    by: addWorkingDays(waits ?? dayAfter(0), answerWorkingDays, holidays),
    basis:
      acknowledgeBy && waits ? 'acknowledged, at the latest day for it' : acknowledgedOn ? 'acknowledged' : 'received',
    rule,
  };
  if (acknowledgeBy === undefined) return [answer];
  return [{ what: 'acknowledge', by: acknowledgeBy, basis: 'received', rule }, answer];
}

/** A receipt that comes after the last day for it does not win time. */
function soonest(...days: readonly (string | undefined)[]): string | undefined {
  return days.filter((each) => each !== undefined).sort()[0];
}

/** @param on the day of this message: what should have been done before it is told as today's */
export function clocksTold(due: readonly Due[], on: string) {
  const by = (what: string) => {
    const day = due.find((each) => each.what === what)?.by;
    return day !== undefined && day < on ? on : day;
  };
  const acknowledgeBy = by('acknowledge');
  return {
    acknowledges: acknowledgeBy === undefined ? 'no' : 'yes',
    acknowledge_by: acknowledgeBy ?? '',
    answer_by: by('answer') ?? '',
  };
}
