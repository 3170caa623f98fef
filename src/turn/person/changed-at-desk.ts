// An agent changes what stands on somebody's record: a name to be called by, a language, a way not to be used, a need. It is made of the
// version that they had before them, and the outbox brings it to the housing system for that version alone.

import type { NeedChanges } from '../../model/delivery.ts';
import { localTime, withOffset } from '../../model/london-time.ts';
import type { Need } from '../../model/person.ts';
import type { Act, ProfileEdit } from '../act.ts';
import { type Course, withEffects, withFact, withoutState, withState } from '../course.ts';
import { actsFor, customerOf, provedAt } from '../customer.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import { onRecord } from '../on-record.ts';
import type { Looking } from '../promises/tell.ts';
import type { Refusal } from '../refusal.ts';

type Changed = Extract<Act, { is: 'person-changed' }>;

export function changedAtDesk(act: Changed, around: Omit<Looking, 'promise'>): Done | Refusal {
  const { agent, id, person, version, changes } = act;
  const { conversation, world, moment } = around;
  const { state } = conversation;
  // By text somebody else of the household may write by now.
  if (customerOf(state) !== person) return refused('other-person');
  // Codes go to the number on file: it is the person's own to change, once they have shown who they are.
  const isOwn = provedAt(state, moment.now) === person && actsFor(state) === undefined;
  if ((changes.phones ?? changes.email) !== undefined && !isOwn) return refused('not-proved');
  const { needs, ...others } = changes;
  const today = localTime(moment.now, world.landlord.timeZone).date;
  const edit = { id, version, agent: agent.id, at: withOffset(moment.now) };
  const wanted = { ...others, ...(needs !== undefined && { needs: needsPut(needs, today) }) };
  const known = withFact(courseOf(conversation), 'person.changed', undefined, {
    fields: Object.keys(changes).join(','),
  });
  return { course: withEffects(heardOfCalls(known, changes), ...onRecord(person, wanted, edit)) };
}

/** None is deleted: one that is over has its last day. */
function needsPut(needs: NonNullable<ProfileEdit['needs']>, today: string): NeedChanges {
  const put = needs.flatMap(({ was, now }) => {
    const need: Need | undefined = now ?? (was && { ...was, until: today, endedOn: today });
    return need === undefined ? [] : [{ ...(was !== undefined && { was }), now: need }];
  });
  return { put };
}

/** Holds in this conversation, too. */
function heardOfCalls(course: Course, { contact }: ProfileEdit): Course {
  if (contact?.never === undefined) return course;
  return contact.never?.includes('telephone')
    ? withState(course, { noCalls: 'told' })
    : withoutState(course, 'noCalls');
}
