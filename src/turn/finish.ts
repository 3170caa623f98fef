// The end of a turn: who is speaking is said once, the lines become messages, and the state keeps what was said.

import type { Conversation } from '../model/conversation.ts';
import { fitted } from '../model/gsm7.ts';
import { accentsOffered } from './accents.ts';
import { withEnglish } from './case-english.ts';
import { type Course, withEffects } from './course.ts';
import { introduced, isSafetyStep } from './introduce.ts';
import type { Line } from './line.ts';
import { withPurpose } from './purpose.ts';
import { compose } from './reply/compose.ts';
import type { Received, Turn } from './turn.ts';
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

export function finish(
  done: {
    readonly course: Course;
    readonly consent?: Turn['consent'];
    readonly note?: Turn['note'];
    readonly replies?: Turn['replies'];
    readonly notice?: Turn['notice'];
  },
  around: Around,
): Turn {
  const { received, world, conversation, moment } = around;
  const looked = withLooks(withPurpose(done.course), around);
  const course = accentsOffered(looked, conversation.address.channel, world.landlord);
  const isAnswer = received !== undefined && received.keyword === undefined;
  const greets = isAnswer && !course.state.greeted && course.lines.length > 0;
  const ordered = safetyFirst(course.lines);
  const lines = greets ? introduced(ordered, course.state.language, world) : ordered;
  const told = compose(lines, {
    phrases: world.phrases,
    landlord: world.landlord,
    rules: world.rules,
    language: course.state.language.tag,
    channel: conversation.address.channel,
    now: moment.now,
    noCalls: course.state.noCalls !== undefined,
    accents: course.state.accents?.is,
    quiet: course.state.quiet === true,
    ...(received !== undefined && { replyTo: received.sequence }),
  });
  const byOthers = (done.replies ?? []).map((reply) => withoutAccents(reply, course, conversation));
  const replies = byOthers.concat(received?.keyword ? told.map(asConsent) : told);
  return {
    state: stateAfter(course, { greets, received }),
    owner: course.owner,
    replies,
    ...leftBy({ ...course, effects: withEnglish(course, around) }),
    ...(done.notice !== undefined && { notice: done.notice }),
    ...(done.note !== undefined && { note: done.note }),
    ...(done.consent !== undefined && { consent: done.consent }),
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

/** What this message has begun is looked at again when its time has come. */
function withLooks(course: Course, { received, ...around }: Around): Course {
  if (received === undefined) return course;
  return withEffects(course, ...looksAtUnfinished(course.state, received, around));
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
function leftBy(course: Omit<Course, 'effects'> & Pick<Turn, 'effects'>) {
  const {
    effects,
    facts,
    cases,
    promises,
    failedProofs,
    misread,
    forgetsMisread,
    promiseEnded,
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
    ...(promiseEnded !== undefined && { promiseEnded }),
    ...(promiseTold !== undefined && { promiseTold }),
    ...(handover !== undefined && { handover }),
  };
}

/** Marks the answer to STOP: it goes out although the number has just opted out. */
function asConsent(reply: Turn['replies'][number]): Turn['replies'][number] {
  return { ...reply, data: { ...reply.data, name: 'consent' } };
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
  };
}
