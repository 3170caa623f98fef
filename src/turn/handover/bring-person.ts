// Bringing a person in: the queue with the place told while the desk is open, plain words when it is closed.

import { isOpen, nextOpening, openingsOf } from '../../model/opening-hours.ts';
import { type Course, withFact, withLines, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Line } from '../line.ts';
import type { PersonWanted } from '../person-wanted.ts';
import type { HandoverChange } from '../turn.ts';
import type { DeskView } from '../world.ts';
import { teamFor } from './teams.ts';

const despiteRoute: ReadonlySet<string> = new Set([
  'threat_to_staff',
  'in_distress',
  'homeless_tonight',
  'no_food_today',
  'no_power_today',
  'not_safe_at_home',
  'danger_on_the_estate',
  'adaptation_urgent',
  'court_or_eviction',
]);

export async function bringPerson(course: Course, wanted: PersonWanted, known: Known): Promise<Course> {
  const { world, moment, received } = known;
  // An agreed route keeps nobody from help in danger, nor from being heard where only a person can judge.
  if (known.route !== undefined && !wanted.urgent && !wanted.restricted && !despiteRoute.has(wanted.reason))
    return withFact(course, 'handover.not-possible', wanted.enquiry, { because: 'contact.route' });
  if (!isOpen(moment.now, openingsOf(world))) return notNow(course, 'handover.closed', { wanted, known });
  const team = teamFor(wanted.team === 'route' ? wanted.enquiry : wanted.team, world.landlord);
  const priority = priorityOf(wanted, known);
  const { position, agents, waitMinutes } = await world.desk.queue(team, priority, wanted.skills);
  if (wanted.skills.length > 0 && agents === 0) return notNow(course, 'handover.nobody_such', { wanted, known });
  const id = `${known.conversation.id}:h${received.sequence}`;
  const handover: HandoverChange = {
    is: 'requested',
    id,
    team,
    priority,
    reason: wanted.reason,
    enquiry: wanted.enquiry,
    ...(wanted.about !== undefined && { about: wanted.about }),
    language: course.state.language.tag,
    skills: wanted.skills,
    restricted: wanted.restricted,
    requestedAt: moment.now,
  };
  const queued = withState(course, {
    queue: { position, toldAt: moment.now.toISOString() },
    handover: { id, team, enquiry: wanted.enquiry, restricted: wanted.restricted },
  });
  // Somebody may sign in a minute from now: nobody there yet is no reason to send the tenant away.
  const told = withLines(queued, ...placeLines({ position, agents, waitMinutes }, { wanted, known }));
  const data = { team, priority, reason: wanted.reason };
  return {
    ...withFact(told, 'handover.requested', wanted.enquiry, data),
    owner: { is: 'queue', handover: id },
    handover,
  };
}

interface Wanted {
  readonly wanted: PersonWanted;
  readonly known: Known;
}

/** The place, and how long it takes as others waited of late. Where nobody is there, how long they wait at most is said instead. */
function placeLines(
  { position, agents, waitMinutes }: Awaited<ReturnType<DeskView['queue']>>,
  { wanted: { enquiry }, known }: Wanted,
): readonly Line[] {
  const phrase = agents > 0 ? 'handover.queue' : 'handover.queue_nobody';
  const values = { position, minutes: known.world.landlord.handover.waitLimitMinutes };
  const waiting = { state: 'waiting', position, limitMinutes: values.minutes } as const;
  if (waitMinutes === undefined) return [{ phrase, values, enquiry, handover: waiting }];
  const place: Line = { phrase, values, enquiry, handover: { ...waiting, waitMinutes } };
  if (agents === 0) return [place];
  return [place, { phrase: 'handover.wait', values: { minutes: waitMinutes }, enquiry, joins: true }];
}

function notNow(course: Course, phrase: string, { wanted, known }: Wanted): Course {
  const next = phrase === 'handover.closed' ? nextOpening(known.moment.now, openingsOf(known.world)) : undefined;
  const opens = next && { on: next.on, at: next.time };
  const told = withLines(course, { phrase, values: {}, enquiry: wanted.enquiry, ...(opens && { opens }) });
  return withFact(told, 'handover.not-possible', wanted.enquiry, { because: phrase });
}

/** Lower goes first: danger and restricted matters, hate incidents, people whom waiting hurts more, the rest in order. */
function priorityOf(
  wanted: Pick<PersonWanted, 'enquiry' | 'restricted' | 'urgent'>,
  known: Pick<Known, 'person'>,
): number {
  if (wanted.enquiry === 'safety.hate_incident') return 1;
  if (wanted.urgent || wanted.restricted) return 0;
  const [needs, household] = [known.person?.needs ?? [], known.person?.household ?? {}];
  return needs.length > 0 || (household.childrenUnder5 ?? 0) > 0 ? 2 : 5;
}
