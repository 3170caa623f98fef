// Who is writing: a portal's signed token proves it, a number on file lets us recognise somebody, and nothing more.
// A number that several people share recognises nobody. Who speaks for somebody else has that one’s matters served.

import type { ContactRoute } from '../../model/contact-route.ts';
import type { Conversation, ConversationState, SpeaksFor } from '../../model/conversation.ts';
import { type NearIncident, nearIncidents } from '../../model/incident.ts';
import { localTime } from '../../model/london-time.ts';
import { withNeedsHeld } from '../../model/needs.ts';
import type { Person } from '../../model/person.ts';
import { withAccents } from '../accents.ts';
import { actsFor, authorityOf, wholeScope } from '../customer.ts';
import { withNoCalls } from '../no-calls.ts';
import { doubtedFor, isStale } from '../texting/guard.ts';
import type { Received } from '../turn.ts';
import type { Moment, World } from '../world.ts';

export interface Recognised {
  readonly state: ConversationState;
  /** Whose matters are served. */
  readonly person?: Person | undefined;
  /** Who writes, when they speak for the person. */
  readonly speaker?: Person | undefined;
  /** The agreed route of who writes. */
  readonly route?: ContactRoute | undefined;
  /** What is known to be wrong for many, and may be of whose matters are served. */
  readonly incidents?: readonly NearIncident[];
  /** They spoke for somebody until now, and may not any more. */
  readonly mayNoLonger?: true;
}

interface Outside {
  readonly world: World;
  readonly moment: Moment;
}

export async function recognise(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const known = await withNeeds(received, conversation, outside);
  const all = await outside.world.incidents.at(outside.moment.now);
  const home = known.person?.tenancies[0]?.property;
  return all.length === 0 ? known : { ...known, incidents: nearIncidents(all, { home, text: received.text }) };
}

async function withNeeds(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const whose = await whoseTurn(received, conversation, outside);
  const person = whose.person && withNeedsHeld(whose.person);
  const writer = whose.speaker ?? person;
  // While the housing system is away, what it said last holds.
  const isAway = whose.state.person !== undefined && writer === undefined;
  if (isAway) return { ...whose, person };
  const reached = withNoCalls(whose.state, writer, outside.world);
  return { ...whose, state: withAccents(reached, writer, outside.moment.now), person };
}

async function whoseTurn(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const on = localTime(received.receivedAt, outside.world.landlord.timeZone).date;
  const writes = await whoWrites(received, conversation, outside);
  const { person } = writes.state;
  const route = person && (await outside.world.contactRoutes.holding(person.id, on));
  const known = { ...writes, route };
  const speaksFor = actsFor(known.state);
  if (known.state.speaksFor === undefined) return known;
  if (speaksFor === undefined || isOver(known.state, received, outside))
    return { ...known, state: forSelf(known.state) };
  return whoseMatters(known, speaksFor, { ...outside, on });
}

/** Coming back after a while, somebody is asked again for whom they write: by then it may be for themselves. */
function isOver({ lastAt }: ConversationState, received: Received, { world }: Outside): boolean {
  const { web, sms } = world.landlord.silenceMinutes;
  const minutes = received.address.channel === 'sms' ? sms : web;
  return lastAt !== undefined && received.receivedAt.getTime() - Date.parse(lastAt) > minutes * 60_000;
}

/** An authority is read at every message: one that was taken back ends at once. While nobody can look, nothing is told. */
async function whoseMatters(
  known: Recognised,
  speaksFor: SpeaksFor,
  outside: Outside & { readonly on: string },
): Promise<Recognised> {
  const answer = await outside.world.housing.person(speaksFor.person);
  const speaker = known.person;
  if (answer.is === 'away') return { ...known, person: undefined, speaker };
  const customer = answer.value;
  const isValid = customer !== null && authorityOf(customer, speaksFor.by, outside.on)?.scope === wholeScope;
  if (!isValid) return { ...known, state: forSelf(known.state), mayNoLonger: true };
  return { ...known, person: customer, speaker };
}

function forSelf({ speaksFor: _over, ...state }: ConversationState): ConversationState {
  return state;
}

async function whoWrites(received: Received, conversation: Conversation, outside: Outside): Promise<Recognised> {
  const { now } = outside.moment;
  const state = withoutDoubt(withPortal(withoutOldProof(conversation.state, now), received, now));
  const isUnproved = state.person === undefined || state.person.by === 'number';
  if (received.address.channel === 'sms' && isUnproved && isStale(state, now, outside.world))
    return { state: doubtedFor(state, 'silence') };
  if (state.person === undefined) return byNumber(received, state, outside);
  const answer = await outside.world.housing.person(state.person.id);
  return { state, person: answer.is === 'known' ? (answer.value ?? undefined) : undefined };
}

async function byNumber(received: Received, state: ConversationState, { world }: Outside): Promise<Recognised> {
  if (received.address.channel !== 'sms' || state.doubted !== undefined) return { state };
  const answer = await world.housing.peopleByPhone(received.address.number);
  const [person, another] = answer.is === 'known' ? answer.value : [];
  if (person === undefined) return { state };
  if (another !== undefined) return { state: doubtedFor(state, 'shared') };
  return { state: { ...state, person: { id: person.id, by: 'number' } }, person };
}

/** Who has proved who they are is doubted no more. */
function withoutDoubt(state: ConversationState): ConversationState {
  if (state.proof === undefined || state.doubted === undefined) return state;
  const { doubted: _over, ...rest } = state;
  return rest;
}

/** Proof that has run out is forgotten, and with it who was proved: the next person at a shared screen is somebody else. */
function withoutOldProof(state: ConversationState, now: Date): ConversationState {
  if (state.proof === undefined || Date.parse(state.proof.until) > now.getTime()) return state;
  const { proof: _proof, person, ...rest } = state;
  return person?.by === 'number' ? { ...rest, person } : rest;
}

function withPortal(state: ConversationState, received: Received, now: Date): ConversationState {
  const { identity } = received;
  if (identity === undefined || Date.parse(identity.until) <= now.getTime()) return state;
  return {
    ...state,
    person: { id: identity.person, by: 'portal' },
    proof: { person: identity.person, until: identity.until },
  };
}
