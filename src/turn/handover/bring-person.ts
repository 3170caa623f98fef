// Bringing a person in: the queue with the place told while the desk is open, plain words when it is closed or too many wait.

import { isOpen, nextOpening, openingsOf } from '../../model/opening-hours.ts';
import { type Course, withFact, withLines, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Line } from '../line.ts';
import type { PersonWanted } from '../person-wanted.ts';
import type { HandoverChange } from '../turn.ts';
import type { DeskView } from '../world.ts';
import { teamFor } from './teams.ts';

/** Where nobody is sent on, neither to what was agreed with them nor to a call later. */
const cannotWait: ReadonlySet<string> = new Set([
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
  const { world, moment } = known;
  // An agreed route keeps nobody from help in danger, nor from being heard where only a person can judge.
  if (known.route !== undefined && !wanted.urgent && !wanted.restricted && !cannotWait.has(wanted.reason))
    return withFact(course, 'handover.not-possible', wanted.enquiry, { because: 'contact.route' });
  if (!isOpen(moment.now, openingsOf(world))) return notNow(course, 'handover.closed', { wanted, known });
  const team = teamFor(wanted.team === 'route' ? wanted.enquiry : wanted.team, world.landlord);
  const priority = priorityOf(wanted, known);
  const elsewhere = whereTo(wanted, known);
  if (elsewhere) return broughtElsewhere(course, { team, priority, elsewhere }, { wanted, known });
  const { position, agents, waitMinutes, isFull } = await world.desk.queue(team, priority, wanted.skills);
  if (isFull && priority > 1 && !cannotWait.has(wanted.reason))
    return notNow(course, 'handover.nobody', { wanted, known });
  if (wanted.skills.length > 0 && agents === 0) return notNow(course, 'handover.nobody_such', { wanted, known });
  const handover = requestedOf(course, { team, priority }, { wanted, known });
  const { id } = handover;
  const queued = withState(course, {
    queue: { position, toldAt: moment.now.toISOString() },
    handover: {
      id,
      team,
      enquiry: wanted.enquiry,
      restricted: wanted.restricted,
      ...(elsewhere !== undefined && { elsewhere }),
    },
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

interface Place {
  readonly team: string;
  readonly priority: number;
}

type Requested = Extract<HandoverChange, { is: 'requested' }>;

function requestedOf(course: Course, { team, priority }: Place, { wanted, known }: Wanted): Requested {
  return {
    is: 'requested',
    id: `${known.conversation.id}:h${known.received.sequence}`,
    team,
    priority,
    reason: wanted.reason,
    enquiry: wanted.enquiry,
    ...(wanted.about !== undefined && { about: wanted.about }),
    language: course.state.language.tag,
    skills: wanted.skills,
    restricted: wanted.restricted,
    requestedAt: known.moment.now,
  };
}

type Elsewhere = NonNullable<Course['state']['handover']>['elsewhere'];

/**
 * A restricted matter is for our own people, whose desk keeps it to the one team. Undefined where ours is the only desk. A desk behind
 * the channel is there already: no other is asked in its place.
 */
function whereTo({ restricted }: PersonWanted, { world, received }: Known): Elsewhere {
  const isBehind = received.address.channel === 'bot-framework' && world.landlord.handover.botFramework === 'handoff';
  if (!(isBehind || world.hasSkillDesk)) return undefined;
  return restricted ? false : isBehind || 'skill';
}

/** Who is there and how many wait is known there alone: no place is told. */
function broughtElsewhere(
  course: Course,
  { elsewhere, ...place }: Place & { readonly elsewhere: true | 'skill' },
  { wanted, known }: Wanted,
): Course {
  const { team } = place;
  const { enquiry, restricted, reason } = wanted;
  const handover: Requested = { ...requestedOf(course, place, { wanted, known }), elsewhere: true };
  const { id } = handover;
  const { landlord } = known.world;
  const limitMinutes = landlord.handover.waitLimitMinutes;
  const told = withLines(withState(course, { handover: { id, team, enquiry, restricted, elsewhere } }), {
    phrase: 'handover.transferred',
    values: { team: landlord.teams[team]?.name ?? team },
    enquiry,
    handover: { state: 'waiting', limitMinutes },
  });
  const asked = withFact(told, 'handover.requested', enquiry, { ...place, reason });
  return { ...asked, owner: { is: 'queue', handover: id }, handover };
}

interface Wanted {
  readonly wanted: PersonWanted;
  readonly known: Known;
}

/** The place, and how long it takes as others waited of late. Where nobody is there, how long they wait at most is said instead. */
function placeLines(
  { position, agents, waitMinutes }: Omit<Awaited<ReturnType<DeskView['queue']>>, 'isFull'>,
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
