// Bringing a person in: the queue with the place told while the desk is open and agents are there, plain words when not.

import { isOpen } from '../../model/opening-hours.ts';
import { type Course, withFact, withLines, withState } from '../course.ts';
import { type Known, openings } from '../facts.ts';
import type { HandoverChange } from '../turn.ts';
import { teamFor } from './teams.ts';

export interface PersonWanted {
  /** A team of the pack, or `route`. */
  readonly team: string;
  readonly reason: string;
  readonly enquiry: string;
  readonly restricted: boolean;
  readonly urgent: boolean;
}

export async function bringPerson(course: Course, wanted: PersonWanted, known: Known): Promise<Course> {
  const { world, moment, received } = known;
  if (!isOpen(moment.now, openings(world))) return notNow(course, 'handover.closed', wanted);
  const team = teamFor(wanted.team === 'route' ? wanted.enquiry : wanted.team, world.landlord);
  const priority = priorityOf(wanted, known);
  const { position, agents } = await world.desk.queue(team, priority);
  if (agents === 0) return notNow(course, 'handover.nobody', wanted);
  const id = `${known.conversation.id}:h${received.sequence}`;
  const handover: HandoverChange = {
    is: 'requested',
    id,
    team,
    priority,
    reason: wanted.reason,
    enquiry: wanted.enquiry,
    language: course.state.language.tag,
    skills: [],
    restricted: wanted.restricted,
    requestedAt: moment.now,
  };
  const queued = withState(course, {
    queue: { position, toldAt: moment.now.toISOString() },
    handover: { id, team, enquiry: wanted.enquiry, restricted: wanted.restricted },
  });
  const told = withLines(queued, { phrase: 'handover.queue', values: { position }, enquiry: wanted.enquiry });
  const data = { team, priority, reason: wanted.reason };
  return {
    ...withFact(told, 'handover.requested', wanted.enquiry, data),
    owner: { is: 'queue', handover: id },
    handover,
  };
}

function notNow(course: Course, phrase: string, wanted: PersonWanted): Course {
  const told = withLines(course, { phrase, values: {}, enquiry: wanted.enquiry });
  return withFact(told, 'handover.not-possible', wanted.enquiry, { because: phrase });
}

/** Lower goes first: danger and restricted matters, hate incidents, people whom waiting hurts more, the rest in order. */
export function priorityOf(
  wanted: Pick<PersonWanted, 'enquiry' | 'restricted' | 'urgent'>,
  known: Pick<Known, 'person'>,
): number {
  if (wanted.enquiry === 'safety.hate_incident') return 1;
  if (wanted.urgent || wanted.restricted) return 0;
  const [needs, household] = [known.person?.needs ?? [], known.person?.household ?? {}];
  return needs.length > 0 || (household['childrenUnder5'] ?? 0) > 0 ? 2 : 5;
}
