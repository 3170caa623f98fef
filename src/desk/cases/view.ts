// A case as an agent reads it: what was told, the clocks in days that are left, and what they may do about it.

import { type Case, type Due, isClosed } from '../../model/case.ts';
import type { Landlord } from '../../model/landlord.ts';
import { localTime } from '../../model/london-time.ts';
import type { NationRules } from '../../model/nation-rules.ts';
import { workingDaysUntil } from '../../model/working-days.ts';
import { answerDay, isAcknowledged, isPassedUp } from '../../turn/cases/complaint.ts';
import { stageNow } from '../../turn/complaint-stages.ts';
import { extensionOf } from '../../turn/promises/by-agent.ts';
import type { Agent } from '../ports.ts';
import { isOfTeam } from './of-team.ts';
import type { CaseActName } from './schema.ts';

export interface Terms {
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly now: Date;
}

export interface DueClock extends Due {
  readonly late: boolean;
  /** Until its day; below 0: since. */
  readonly workingDays: number;
}

/** What of a case tells what is still to be done. */
export type Counted = { readonly kind: string } & Pick<
  Case,
  'status' | 'stage' | 'receivedAt' | 'acknowledgedAt' | 'due' | 'details'
>;

/** What is still to be done on a case, by when; late ones are said to be late. */
function clocksOf(found: Counted, terms: Terms): readonly DueClock[] {
  if (isClosed(found)) return [];
  const isDone = ({ what }: Due) =>
    what === 'acknowledge' && found.kind === 'complaint' && isAcknowledged(found, stageNow(found, terms));
  const { now, landlord, rules } = terms;
  const today = localTime(now, landlord.timeZone).date;
  return found.due
    .filter((due) => !isDone(due))
    .map((due) => {
      const isInstant = due.by.length > 10;
      const day = isInstant ? localTime(new Date(due.by), landlord.timeZone).date : due.by;
      const late = isInstant ? Date.parse(due.by) < now.getTime() : day < today;
      return { ...due, late, workingDays: workingDaysUntil(today, day, rules.bankHolidays) };
    });
}

/** The same at whatever moment it is asked for. */
export function clocksBy({ landlord, rules }: Omit<Terms, 'now'>, clock: () => Date) {
  return (found: Counted) => clocksOf(found, { landlord, rules, now: clock() });
}

export function viewCase(found: Case, agent: Agent, terms: Terms) {
  const { etag, tenancy: _, channel: __, ...shown } = found;
  const can = whatCan(found, agent, terms);
  return {
    ...shown,
    version: etag ?? '',
    clocks: clocksOf(found, terms),
    can,
    ...(can.includes('extend') && { latest: latestDay(found, terms) }),
  };
}

/** What the law and the pack let the answer be put off to, from the day that was told first. */
function latestDay(found: Case, { landlord, rules, now }: Terms): string {
  const world = { landlord, rules };
  const by = answerDay(found, { world });
  const none = { by, to: by, why: '', agent: '' };
  return extensionOf(none, { world, moment: { now } }, found).latest;
}

/** Done by the team that has the case, or a manager: it is the landlord’s word on it. The rest is anybody’s who may read it. */
export const teamActs: readonly CaseActName[] = ['acknowledge', 'answer', 'extend'];

function whatCan(found: Case, agent: Agent, terms: Terms): readonly CaseActName[] {
  const may = (name: CaseActName) => !teamActs.includes(name) || isOfTeam(agent, found, terms.landlord);
  return possible(found, terms).filter(may);
}

function possible(found: Case, terms: Terms): readonly CaseActName[] {
  const isOpen = !isClosed(found);
  if (found.kind !== 'complaint') return ['change', 'link'];
  if (!isOpen) return ['change', 'link', 'escalate'];
  const isUnderstood = isAcknowledged(found, stageNow(found, terms));
  const isUp = isPassedUp(found, terms.landlord.complaints.highRiskOwner);
  return [
    'change',
    'link',
    ...(isUnderstood ? [] : (['acknowledge'] as const)),
    'answer',
    'extend',
    'escalate',
    ...(isUp ? [] : (['pass-up'] as const)),
  ];
}
