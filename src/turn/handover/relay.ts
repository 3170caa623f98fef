// What the tenant writes while a person is waited for or speaks. It is kept in order for the agent; the service says nothing
// of its own but safety steps, a changed place in the queue, and that the wait was called off.

import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import { whatHappensNext } from '../goodbye.ts';
import type { Understood } from '../heard.ts';
import type { Line } from '../line.ts';
import type { HandoverChange } from '../turn.ts';
import { resumed } from './hold.ts';
import { restrictedOf } from './kept-to-team.ts';
import { teamFor } from './teams.ts';

/** The safety steps of an urgent enquiry: what its dialog says before it does or asks anything. */
export type SafetySteps = (enquiry: string, course: Course) => readonly Line[];

export interface Safety {
  readonly steps: SafetySteps;
  /** Opens what the danger's own dialog would have opened: the emergency repair, the restricted case. */
  record(course: Course, enquiry: string, known: Known): Promise<Course>;
}

type Around = Known & { readonly safety: Safety };

/** The same danger told again within so long is the same one: its steps are not said again. */
const sameForMs = 10 * 60_000;

export async function relay(course: Course, said: Understood, around: Around): Promise<Course> {
  const { owner } = course;
  if (owner.is === 'bot') return course;
  const heard = resumed(withState(course, { language: said.language }), 'tenant');
  if (said.danger.length > 0) return alarmed(heard, said.danger, around);
  const isCalledOff = said.control?.is === 'cancel' || said.control?.is === 'never_mind';
  // "Bye" to an agent is for the agent to answer; who waits, or says it plainly, has gone.
  const isEnded = said.control?.is === 'end_chat' || (owner.is === 'queue' && said.control?.is === 'goodbye');
  if (isEnded) return endedByCustomer(heard, owner.handover, around);
  if (owner.is === 'queue' && isCalledOff) return calledOff(heard, owner.handover);
  return owner.is === 'queue' ? withPlace(heard, owner.handover, around) : heard;
}

/** Every danger in the message: its steps at once, its case or emergency repair, and the conversation in front of the queue. */
async function alarmed(course: Course, dangers: readonly string[], around: Around): Promise<Course> {
  const { owner, state } = course;
  if (owner.is === 'bot') return course;
  const { receivedAt } = around.received;
  const before = state.handover?.danger ?? {};
  const isFresh = (each: string) => receivedAt.getTime() - Date.parse(before[each] ?? '1970-01-01') > sameForMs;
  let told = course;
  for (const enquiry of dangers) {
    told = withFact(told, 'danger.found', enquiry, { waiting: owner.is === 'queue' });
    if (!isFresh(enquiry)) continue;
    told = await around.safety.record(withLines(told, ...around.safety.steps(enquiry, told)), enquiry, around);
  }
  const at = Object.fromEntries(dangers.map((each) => [each, receivedAt.toISOString()]));
  const about = state.handover ?? {
    id: owner.handover,
    team: 'contact-centre',
    enquiry: 'contact.person',
    restricted: false,
  };
  const noted = { ...about, danger: { ...before, ...at } };
  if (restrictedOf(dangers, around.world) !== undefined && isNotKeptThere(noted, owner))
    return takenBack(told, dangers, { about: noted, around });
  const kept = withState(told, { handover: noted });
  return owner.is === 'agent' ? kept : inFront(kept, dangers, { about, around });
}

/**
 * What our own people alone may read comes back to them. A desk that is a skill hears the tenant through us alone, and hears no more; one
 * that is behind the channel hears what is written there anyway, so whoever speaks with the tenant there already is left with them.
 */
function isNotKeptThere({ elsewhere }: Front['about'], owner: Course['owner']): boolean {
  return elsewhere === 'skill' || (elsewhere === true && owner.is === 'queue');
}

function takenBack(course: Course, dangers: readonly string[], { about, around }: Front): Course {
  const ours = { ...about, elsewhere: false };
  const waiting: Course = { ...withState(course, { handover: ours }), owner: { is: 'queue', handover: about.id } };
  return inFront(waiting, dangers, { about: ours, around });
}

interface Front {
  readonly about: NonNullable<Course['state']['handover']>;
  readonly around: Around;
}

/** A matter that only its own team may see is that team's from now on. */
function inFront(course: Course, dangers: readonly string[], { about, around }: Front): Course {
  const { world } = around;
  const quiet = about.restricted ? undefined : restrictedOf(dangers, world);
  const team = quiet === undefined ? about.team : teamFor(quiet, world.landlord);
  const spoken = withLines(course, { phrase: 'handover.danger', values: {}, enquiry: dangers[0] ?? about.enquiry });
  const known = withFact(spoken, 'handover.requeued', about.enquiry, { team, reason: 'danger' });
  const handover: HandoverChange = {
    is: 'requeued',
    id: about.id,
    team,
    reason: 'danger',
    priority: 0,
    ...(about.elsewhere === false && { elsewhere: false }),
  };
  if (quiet === undefined) return { ...known, handover };
  const { state } = known;
  return {
    ...known,
    state: { ...state, handover: { ...about, ...state.handover, team, restricted: true } },
    handover: { ...handover, restricted: true },
  };
}

/** What was told of danger is on record already; who calls off the wait is not called off with it. */
function calledOff(course: Course, handover: string): Course {
  const enquiry = course.state.handover?.enquiry ?? 'contact.person';
  const left = withLines(withoutState(course, 'queue', 'handover'), {
    phrase: 'handover.left',
    values: {},
    enquiry,
    outcome: 'left',
    handover: { state: 'completed' },
  });
  const known = withFact(left, 'handover.ended', enquiry, { as: 'left' });
  return { ...known, owner: { is: 'bot' }, handover: { is: 'ended', id: handover, as: 'left', outcome: 'left' } };
}

/** What was asked for stays on record, and the agent sees that the customer has ended it. */
async function endedByCustomer(
  course: Course,
  handover: string,
  { conversation, received, world }: Around,
): Promise<Course> {
  const { enquiry = 'contact.person', restricted = false } = course.state.handover ?? {};
  const next = await whatHappensNext(conversation, world);
  const bye: Line = { phrase: 'talk.goodbye.bye', values: {}, enquiry: 'talk.goodbye', outcome: 'answered' };
  const at = received.receivedAt.toISOString();
  const told = withLines(withoutState(course, 'queue', 'handover'), ...next, bye);
  const known = withFact(told, 'handover.ended', enquiry, { as: 'left', outcome: 'ended-by-customer' });
  const had = course.owner.is === 'agent' && !restricted && { contactEnded: { at, enquiry, agent: true as const } };
  return {
    ...withState(known, { endedAt: at, ...had }),
    owner: { is: 'bot' },
    handover: { is: 'ended', id: handover, as: 'left', outcome: 'left' },
  };
}

/** Told only when it has changed since it was told last. */
async function withPlace(course: Course, handover: string, { world, moment }: Known): Promise<Course> {
  const position = await world.desk.position(handover);
  if (position === undefined || position === course.state.queue?.position) return course;
  const queue = { position, toldAt: moment.now.toISOString() };
  const enquiry = course.state.handover?.enquiry ?? 'contact.person';
  return withLines(withState(course, { queue }), {
    phrase: 'handover.position',
    values: { position },
    enquiry,
    handover: { state: 'waiting', position, limitMinutes: world.landlord.handover.waitLimitMinutes },
  });
}
