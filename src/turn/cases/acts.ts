// What an agent does about a case, on the case as the housing system has it at that moment: who has seen another version is told so.

import type { Case } from '../../model/case.ts';
import type { CaseChange } from '../../model/delivery.ts';
import { localTime } from '../../model/london-time.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { Act } from '../act.ts';
import type { Around } from '../by-itself.ts';
import { type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import type { KeyedEffect } from '../turn.ts';
import type { CaseAct, ChangeCase } from './act.ts';
import { changedCase, linkedCase } from './changed.ts';
import { acknowledged, answered, escalated, extended, passedUp } from './complaint.ts';
import { openedCase } from './opened.ts';

export function isCaseAct(act: Act): act is CaseAct {
  return act.is === 'case-opened' || 'seen' in act;
}

export async function actOnCase(act: CaseAct, around: Around): Promise<Done | Refusal> {
  if (act.is === 'case-opened') return openedCase(act, around);
  const answer = await around.world.housing.case(act.seen.reference);
  if (answer.is === 'away') return refused('not-now');
  const found = answer.value;
  if (found === null) return refused('nothing-waiting');
  if ((found.etag ?? '') !== act.seen.version) return refused('changed-meanwhile');
  const done = await changed(act, { ...around, found });
  return 'is' in done ? done : { ...done, course: withSeen(done.course, found, act, around) };
}

function changed(act: ChangeCase, at: Around & { readonly found: Case }): Promise<Done | Refusal> {
  switch (act.is) {
    case 'case-changed':
      return changedCase(act, at);
    case 'case-linked':
      return linkedCase(act, at);
    case 'case-acknowledged':
      return acknowledged(act, at);
    case 'case-answered':
      return answered(act, at);
    case 'case-extended':
      return extended(act, at);
    case 'case-escalated':
      return escalated(act, at);
    case 'case-passed-up':
      return passedUp(act, at);
  }
}

/** Whoever changes the same fields before this arrives is not written over. */
// biome-ignore lint/complexity/useMaxParams: what was done, to what, by whom, when
function withSeen(course: Done['course'], found: Case, { agent }: ChangeCase, { world, moment }: Around) {
  const today = localTime(moment.now, world.landlord.timeZone).date;
  const look = addWorkingDays(today, 1, world.rules.bankHolidays);
  const effects = course.effects.map((effect): KeyedEffect => {
    if (effect.kind !== 'housing.change-case' || effect.payload.reference !== found.reference) return effect;
    const seen = { fields: fieldsSeen(found, effect.payload.changes), by: agent.name, look };
    return { ...effect, payload: { ...effect.payload, seen } };
  });
  return { ...course, effects };
}

function fieldsSeen(found: Case, { addLinks: _, details, ...fields }: CaseChange['changes']) {
  const of = (names: object, from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(names).flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  return { ...of(fields, { ...found }), ...(details !== undefined && { details: of(details, found.details) }) };
}
