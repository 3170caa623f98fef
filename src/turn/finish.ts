// The end of a turn: who is speaking is said once, the lines become messages, and the state keeps what was said.

import type { Conversation } from '../model/conversation.ts';
import { countSegments, fitted } from '../model/gsm7.ts';
import { elsewhere } from '../model/home-channel.ts';
import { accentsOffered } from './accents.ts';
import { inOwnWords } from './by-machine/own-words.ts';
import { sayByMachine } from './by-machine/say.ts';
import { withEnglish } from './case-english.ts';
import { type Course, withEffects, withFact } from './course.ts';
import { isDiscreet } from './dialog/discreet.ts';
import { keptToTeam } from './handover/kept-to-team.ts';
import { introduced, isSafetyStep } from './introduce.ts';
import type { Line } from './line.ts';
import { catalogueOf } from './machine.ts';
import { withPurpose } from './purpose.ts';
import { type Audience, compose } from './reply/compose.ts';
import { looksAtSurvey } from './survey.ts';
import type { Moves, Outgoing, Received, Turn } from './turn.ts';
import { looksAtUnfinished } from './unfinished.ts';
import type { Moment, World } from './world.ts';

export interface Around {
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
  /** None for an act of an agent or of time. */
  readonly received?: Received;
}

/** More than this nobody wants to hear again. */
const mostRepeated = 6;

export async function finish(
  done: {
    readonly course: Course;
    readonly consent?: Turn['consent'];
    readonly note?: Turn['note'];
    readonly replies?: Turn['replies'];
    readonly notice?: Turn['notice'];
  },
  around: Around,
): Promise<Turn> {
  const { received, world, conversation, moment } = around;
  const looked = withTextCounted(withLooks(withPurpose(done.course), around), around);
  const course = accentsOffered(looked, conversation.address.channel, world.landlord);
  const isAnswer = received !== undefined && received.keyword === undefined;
  const greets = isAnswer && !course.state.greeted && course.lines.length > 0;
  const ordered = safetyFirst(course.lines);
  const lines = greets ? introduced(ordered, course.state.language, world) : ordered;
  const { channel } = conversation.address;
  const told = composeBoth(lines, course.moves, {
    phrases: world.phrases,
    landlord: world.landlord,
    rules: world.rules,
    language: catalogueOf(course.state.language.tag, world.phrases),
    channel,
    now: moment.now,
    noCalls: course.state.noCalls !== undefined,
    accents: course.state.accents?.is,
    isDiscreet: (enquiry) => course.state.quiet === true || isDiscreet(enquiry, world.playbook),
    linkForPhotos: () => world.photoLink(conversation.id, moment.now),
    ...(received !== undefined && { replyTo: received.sequence }),
  });
  const spoken = await sayByMachine({ replies: told, lines, state: course.state, channel, world });
  const byOthers = (done.replies ?? []).map((reply) => withoutAccents(reply, course, conversation));
  const said = byOthers.concat(received?.keyword ? spoken.replies.map(asConsent) : spoken.replies);
  const all = isOver(course, conversation) ? [...said, endOfConversation(course, received)] : said;
  const replies = all.map((reply) => byChannel(reply, conversation, course.moves));
  const written = { effects: inOwnWords(course.effects, course.state) };
  return {
    state: stateAfter({ ...course, state: spoken.state }, { greets, received }),
    owner: course.owner,
    replies,
    ...leftBy({ ...course, effects: withEnglish(written, around) }, around),
    ...(done.notice !== undefined && { notice: done.notice }),
    ...(done.note !== undefined && { note: done.note }),
    ...(done.consent !== undefined && { consent: done.consent }),
  };
}

/** What leads to another channel is said on this one, and the rest there. */
function composeBoth(lines: readonly Line[], moves: Moves | undefined, audience: Audience): Turn['replies'] {
  const from = lines.findIndex((line) => line.moves);
  if (moves === undefined || from < 0) return compose(lines, audience);
  const { replyTo: _here, ...rest } = audience;
  const there = compose(lines.slice(from), { ...rest, channel: moves.address.channel });
  return [...compose(lines.slice(0, from), audience), ...there.map((reply) => ({ ...reply, moves: true as const }))];
}

/** The log tells by which channel a message went, where it is not the one that the conversation began on. */
function byChannel(reply: Outgoing, { id, address }: Conversation, moves: Moves | undefined): Outgoing {
  const channel = elsewhere(id, (reply.moves ? moves : undefined)?.address.channel ?? address.channel);
  return channel === undefined ? reply : { ...reply, data: { ...reply.data, channel } };
}

/** The customer has ended it, and nothing is asked any more. */
function isOver({ state, owner }: Course, { state: before }: Conversation): boolean {
  const wasOver = before.endedAt === state.endedAt && before.stack.length === 0;
  return state.endedAt !== undefined && owner.is === 'bot' && state.stack.length === 0 && !wasOver;
}

/** Told to clients that show an end; by text the goodbye is all. */
function endOfConversation({ state }: Course, received: Received | undefined): Turn['replies'][number] {
  return {
    author: 'service',
    kind: 'event',
    text: '',
    language: state.language.tag,
    data: { name: 'endOfConversation' },
    ...(received !== undefined && { replyTo: received.sequence }),
  };
}

/** An agent writes as they write: by text it reaches the phone of who wants no accents without them. */
function withoutAccents(
  reply: Turn['replies'][number],
  { state }: Course,
  { address }: Conversation,
): Turn['replies'][number] {
  const isAsked = address.channel === 'sms' && state.accents?.is === 'leave-out';
  return isAsked ? { ...reply, text: fitted(reply.text, 'leave-out') } : reply;
}

/** What this turn has begun or ended is looked at again when its time has come. */
function withLooks(course: Course, { received, ...around }: Around): Course {
  const surveyed = withEffects(course, ...looksAtSurvey(course.state, around));
  if (received === undefined) return surveyed;
  return withEffects(surveyed, ...looksAtUnfinished(course.state, received, around));
}

/** What came in costs as well: each of several that are taken together is a text of its own. */
function withTextCounted(course: Course, { received }: Around): Course {
  if (received === undefined || received.address.channel !== 'sms' || received.text === '') return course;
  const texts = received.parts ?? [received.text];
  const segments = texts.reduce((sum, text) => sum + countSegments(text).segments, 0);
  return withFact(course, 'text.in', undefined, { segments, language: course.state.language.tag });
}

/** Nothing stands before safety steps: not the change of language, not what else was found in the message. */
function safetyFirst(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex(isSafetyStep);
  if (from <= 0) return lines;
  const after = lines.findIndex((line, at) => at > from && !isSafetyStep(line));
  const to = after < 0 ? lines.length : after;
  return [...lines.slice(from, to), ...lines.slice(0, from), ...lines.slice(to)];
}

/** What is written beside the messages and the state. */
function leftBy(course: Omit<Course, 'effects'> & Pick<Turn, 'effects'>, { conversation, world }: Around) {
  const {
    effects,
    facts,
    cases,
    promises,
    failedProofs,
    misread,
    forgetsMisread,
    moves,
    promiseEnded,
    othersEnded,
    promiseTold,
    handover,
  } = course;
  return {
    effects,
    facts,
    cases,
    promises,
    failedProofs,
    ...(misread !== undefined && { misread }),
    ...(forgetsMisread && { forgetsMisread }),
    ...(moves !== undefined && { moves }),
    ...(promiseEnded !== undefined && { promiseEnded }),
    ...(othersEnded !== undefined && { othersEnded }),
    ...(promiseTold !== undefined && { promiseTold }),
    ...(handover !== undefined && { handover: keptToTeam(handover, conversation.state, world) }),
  };
}

/** Marks the answer to STOP: it goes out although the number has just opted out. */
function asConsent(reply: Turn['replies'][number]): Turn['replies'][number] {
  return { ...reply, data: { ...reply.data, name: 'consent' } };
}

/** Photographs that come after it belong to it; never to a matter that only one team may see. */
function openedIn({ cases }: Course, { receivedAt }: Received): Pick<Turn['state'], 'photosFor'> {
  const last = cases.findLast(({ restricted }) => !restricted);
  if (last === undefined) return {};
  const { reference, enquiry } = last;
  return { photosFor: { reference, enquiry, at: receivedAt.toISOString() } };
}

function stateAfter(
  course: Course,
  about: { readonly greets: boolean; readonly received: Received | undefined },
): Turn['state'] {
  const { state } = course;
  if (about.received === undefined || about.received.keyword !== undefined) return state;
  const said = course.lines
    .filter((line) => line.expects === undefined)
    .slice(-mostRepeated)
    .map(({ phrase, values }) => ({ phrase, values }));
  const isRepeat = course.lines.length === 0;
  return {
    ...state,
    greeted: state.greeted || about.greets,
    said: isRepeat ? state.said : said,
    lastAt: about.received.receivedAt.toISOString(),
    ...openedIn(course, about.received),
  };
}
