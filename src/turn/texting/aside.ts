// What only a text may be, before any dialog sees it: of a landline or a robot, too many of them, of somebody else than we think, a
// photograph for a case that is open, a short reply to a notice of ours. Danger is none of these: it always goes the usual way.

import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { wordCount } from '../../model/plain-words.ts';
import { teamOf } from '../../model/routes.ts';
import { takesNoTexts } from '../../model/said/phone.ts';
import { sureFrom } from '../confidence.ts';
import { type Course, withEffects, withFact, withLines, withoutState, withState } from '../course.ts';
import { customerOf } from '../customer.ts';
import type { Understood } from '../heard.ts';
import { isSmallTalk } from '../small-talk.ts';
import type { KeyedEffect, Received } from '../turn.ts';
import type { Moment, World } from '../world.ts';
import { flowAfter, isRobot, isTooMuch } from './flow.ts';
import { isSomebodyElse, someoneElse, withCheck } from './guard.ts';

export interface Around {
  readonly conversation: Conversation;
  readonly received: Received;
  readonly world: World;
  readonly moment: Moment;
}

export interface Aside {
  /** The course with what a text adds to it. */
  readonly course: Course;
  /** It is the whole answer: no dialog goes on. */
  readonly isAll: boolean;
}

export function asideOf(said: Understood, start: Course, around: Around): Aside {
  const { received, world } = around;
  if (received.address.channel !== 'sms' || received.kind !== 'message') return { course: start, isAll: false };
  const flow = flowAfter(start.state.flow, received);
  const course = withCheck(withState(start, { flow: { ...start.state.flow, ...flow } }), around);
  if (said.danger.length > 0) return { course, isAll: false };
  if (takesNoTexts(received.address.number)) return { course: ringBack(course, around), isAll: true };
  if (isRobot(said.text)) return { course: withFact(course, 'robot.heard'), isAll: true };
  if (isTooMuch(flow, world.landlord.texts.answersPerHour)) return { course: tooMany(course, around), isAll: true };
  if (start.owner.is !== 'bot') return { course, isAll: false };
  if (isSomebodyElse(said, world)) return { course: someoneElse(course, around), isAll: true };
  const about = photosToCase(course, said, around) ?? replyToNotice(course, said, around);
  return about === undefined ? { course, isAll: false } : { course: about, isAll: true };
}

/** Danger from a number that takes no text: its steps would reach nobody, so a person rings at once besides. */
export function alsoRung(course: Course, said: Understood, around: Around): Course {
  const { address } = around.received;
  const isDeaf = address.channel === 'sms' && takesNoTexts(address.number);
  return isDeaf && said.danger.length > 0 ? ringBack(withoutState(course, 'rungOn'), around) : course;
}

/** Once a day: what else they write stands in the same log. */
function ringBack(course: Course, around: Around): Course {
  const { moment, world, received } = around;
  const today = localTime(moment.now, world.landlord.timeZone).date;
  if (course.state.rungOn === today) return course;
  const task = taskFor(around, {
    seed: `ring:${received.sequence}`,
    kind: 'call-back',
    team: teamOf('default', world.landlord),
    details: { why: 'takes-no-texts', ...numberIn(received) },
  });
  return withEffects(withState(withFact(course, 'number.takes-no-texts'), { rungOn: today }), task);
}

function tooMany(course: Course, around: Around): Course {
  const { flow } = course.state;
  if (flow === undefined || flow.told) return course;
  const { world, received, moment } = around;
  const by = localTime(moment.now, world.landlord.timeZone).date;
  const task = taskFor(around, {
    seed: `many:${received.sequence}`,
    kind: 'write-back',
    team: teamOf('default', world.landlord),
    details: { why: 'many-texts', ...numberIn(received) },
  });
  const told = withLines(withState(withFact(course, 'texts.many'), { flow: { ...flow, told: true } }), {
    phrase: 'texts.many',
    values: { by },
  });
  return withEffects(told, task);
}

/** With nothing under way, a photograph is for what was opened last. */
function photosToCase(course: Course, said: Understood, around: Around): Course | undefined {
  const { received, world } = around;
  const { photosFor, stack } = course.state;
  if (said.text !== '' || received.attachments.length === 0 || photosFor === undefined || stack.length > 0)
    return undefined;
  const { reference, enquiry } = photosFor;
  const files = received.attachments.map(({ id }) => id);
  const task = taskFor(around, {
    seed: `photos:${received.sequence}`,
    kind: 'photos',
    team: teamOf(enquiry, world.landlord),
    details: { about: reference, photo: files.join(' ') },
  });
  const kept = withFact(course, 'photos.kept', enquiry, { count: files.length });
  return withEffects(
    withLines(kept, { phrase: 'photos.kept', values: { count: files.length }, enquiry, reference }),
    task,
  );
}

/** Words that mean nothing by themselves mean something to whoever sent the notice: they are passed on, with what it was about. */
function replyToNotice(course: Course, said: Understood, around: Around): Course | undefined {
  const { world, received } = around;
  const { notice, stack, offered } = course.state;
  if (notice === undefined || stack.length > 0 || offered !== undefined || said.control !== undefined) return undefined;
  if (!isFreshNotice(notice.at, around) || wordCount(said.text) < 2) return undefined;
  const [best] = said.guesses;
  const isMatter = best !== undefined && best.confidence >= sureFrom && best.enquiry !== 'none';
  if (isMatter || (isSmallTalk(best?.enquiry ?? 'none') && best !== undefined && best.enquiry !== 'none'))
    return undefined;
  const { reference, enquiry } = notice;
  const team = teamOf(enquiry, world.landlord);
  const task = taskFor(around, {
    seed: `reply:${received.sequence}`,
    kind: 'reply-to-notice',
    team,
    words: said.text,
    details: { about: reference, ...numberIn(received) },
  });
  const values = { team: world.landlord.teams[team]?.name ?? world.landlord.name, reference };
  const told = withFact(course, 'notice.answered', enquiry);
  return withEffects(withLines(told, { phrase: 'texts.passed_on', values, enquiry, reference, outcome: 'task' }), task);
}

export function isFreshNotice(at: string, { received, world }: Pick<Around, 'received' | 'world'>): boolean {
  const days = world.landlord.texts.thread.noticeDays;
  return received.receivedAt.getTime() - Date.parse(at) < days * 86_400_000;
}

const numberIn = ({ address }: Received): Readonly<Record<string, string>> =>
  address.channel === 'sms' ? { phone: address.number } : {};

interface Wanted {
  readonly seed: string;
  readonly kind: string;
  readonly team: string;
  readonly words?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function taskFor({ conversation, received, world, moment }: Around, wanted: Wanted): KeyedEffect {
  const { seed, kind, team, words = received.text, details } = wanted;
  const reference = world.references.make('TSK', `${conversation.id}:${seed}`);
  const person = customerOf(conversation.state);
  const payload = {
    reference,
    team,
    kind,
    ...(person !== undefined && { person }),
    words,
    language: conversation.state.language.tag,
    due: localTime(moment.now, world.landlord.timeZone).date,
    conversation: conversation.id,
    details,
  };
  return { kind: 'housing.create-task', key: `housing:${reference}`, payload };
}
