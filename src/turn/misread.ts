// What was misread, for an editor to learn from: words that were not understood, that a tenant corrected or chose a meaning for, or
// after which a person was needed. Folded from what a turn did; what the words turn out to mean comes with later messages, so a few
// are held in the state until then. Words are kept without what tells whose they are. Of a conversation in which anything urgent or
// restricted comes up nothing is kept.

import type { ConversationState, Doubt } from '../model/conversation.ts';
import { knownOf, redacted } from '../model/said/redacted.ts';
import { offerFrom, sureFrom } from './confidence.ts';
import { type Course, withoutState, withState } from './course.ts';
import { enquiryOf } from './dialog/advance.ts';
import type { Playbook } from './dialog/flow.ts';
import { isGrave, isGraveUnderWay, isPrivateUnderWay } from './grave.ts';
import type { Understood } from './heard.ts';
import { isSmallTalk } from './small-talk.ts';

interface From {
  readonly before: ConversationState;
  readonly playbook: Playbook;
}

/** A doubt is settled by one of the next few messages, ours counted as well, or it stays as it is. */
const near = 12;
const mostDoubts = 3;
const mostLetters = 500;

export function withMisread(course: Course, said: Understood, from: From): Course {
  const { before } = from;
  if (before.quiet) return course;
  if (isGraveUnderWay(before.stack, from.playbook) || before.handover?.restricted || turnsGrave(course, said)) {
    return { ...withState(withoutState(course, 'doubts'), { quiet: true }), forgetsMisread: true };
  }
  // Words that led there may tell who somebody is as well as the answers.
  const stacks = [before.stack, course.state.stack];
  if (stacks.some((stack) => isPrivateUnderWay(stack, from.playbook))) return withoutState(course, 'doubts');
  const fresh = (before.doubts ?? []).filter(({ sequence }) => said.received.sequence - sequence <= near);
  const weighed = handedOver(weigh(fresh, { ...happening(course), said, from }), course);
  const names = before.stack.flatMap(({ slots }) => (typeof slots.name === 'string' ? [slots.name] : []));
  const known = knownOf(said.people, names);
  const doubts = weighed.doubts.slice(-mostDoubts);
  return {
    ...(doubts.length > 0 ? withState(course, { doubts }) : withoutState(course, 'doubts')),
    misread: weighed.settled.map(({ doubt, meant }) => {
      const { text, because = 'not-understood', opened: _taken, ...told } = doubt;
      const words = redacted(text, known).slice(0, mostLetters);
      return { ...told, because, words, ...(meant !== undefined && { meant }) };
    }),
  };
}

export function turnsGrave({ facts, cases, handover }: Course, said: Understood): boolean {
  const isQuietHandover = handover !== undefined && 'restricted' in handover && handover.restricted === true;
  const isGraveFact = facts.some(
    ({ name, data }) => name === 'danger.found' || (name === 'enquiry.opened' && (data.urgent || data.restricted)),
  );
  return said.danger.length > 0 || isGraveFact || isQuietHandover || cases.some(({ restricted }) => restricted);
}

/** What the turn made of the message, as its facts tell. */
interface Happening {
  readonly move: string;
  /** The enquiry that was opened, or the control word that was followed. */
  readonly to: string;
  readonly fromList: boolean;
  /** An enquiry that an answer opened: chosen from a menu that a dialog has shown. */
  readonly chosen?: string | undefined;
}

type Now = Happening & { readonly said: Understood; readonly from: From };

function happening({ facts }: Course): Happening {
  const data = facts.find(({ name }) => name === 'understood')?.data ?? {};
  const opened = facts.filter(({ name }) => name === 'enquiry.opened').map(({ enquiry = '' }) => enquiry);
  return {
    move: String(data.move ?? ''),
    to: String(data.to ?? ''),
    fromList: data.fromList === true,
    chosen: opened.find((each) => !isSmallTalk(each)),
  };
}

interface Settled {
  readonly doubt: Doubt;
  readonly meant?: string | undefined;
}

interface Weighed {
  /** Of which something may be learned still. */
  readonly doubts: readonly Doubt[];
  readonly settled: readonly Settled[];
}

function weigh(doubts: readonly Doubt[], now: Now): Weighed {
  switch (now.move) {
    case 'open':
      return opens(doubts, now);
    case 'offer':
      return doubted(doubts, now, 'unclear');
    case 'not understood':
      // "None of these" is our word, not the tenant's.
      return now.fromList ? { doubts, settled: [] } : doubted(doubts, now, 'not-understood');
    case 'control':
      return isCallingOff(now.to) ? calledOff(doubts) : { doubts, settled: [] };
    case 'answer':
      return now.chosen === undefined ? { doubts: [], settled: [] } : chosen(doubts, now.chosen);
    case 'correct':
      return { doubts: [], settled: [] };
    default:
      return { doubts, settled: [] };
  }
}

const isCallingOff = (control: string) => ['cancel', 'never_mind', 'restart', 'correct'].includes(control);
/** Nothing was made of the words, or only that they are none of our business. */
const isOpen = ({ opened }: Doubt) => opened === undefined || opened === 'none';

function opens(doubts: readonly Doubt[], now: Now): Weighed {
  const { to, said } = now;
  // Who says hello, or wants a person, has not told the matter yet.
  const tellsNothing = to === 'contact.person' || (isSmallTalk(to) && to !== 'none');
  if (tellsNothing) return { doubts, settled: [] };
  if (now.fromList) return chosen(doubts, to);
  const anew = doubtOf(now, { opened: to });
  if (to === 'none') return { doubts: [...doubts.filter(isOpen), ...anew], settled: [] };
  const isCorrecting = said.control?.is === 'correct';
  const settled = doubts
    .filter((doubt) => doubt.opened !== to && (isOpen(doubt) || isCorrecting))
    .map((doubt) => ({ doubt: doubt.opened === undefined ? doubt : corrected(doubt), meant: to }));
  return { doubts: anew, settled };
}

function chosen(doubts: readonly Doubt[], meant: string): Weighed {
  const settled = doubts.filter(isOpen).map((doubt) => ({ doubt: { ...doubt, because: 'chosen' as const }, meant }));
  return { doubts: [], settled };
}

/** Kept at once: whoever goes away now leaves it as it is. */
function doubted(doubts: readonly Doubt[], now: Now, because: 'unclear' | 'not-understood'): Weighed {
  const anew = doubtOf(now, { because });
  return { doubts: [...doubts.filter(isOpen), ...anew], settled: anew.map((doubt) => ({ doubt })) };
}

/** Left as soon as it was opened: it was another matter, or none. */
function calledOff(doubts: readonly Doubt[]): Weighed {
  const left = doubts.filter(({ opened }) => opened !== undefined).map(corrected);
  return {
    doubts: [...doubts.filter(({ opened }) => opened === undefined), ...left],
    settled: left.map((doubt) => ({ doubt })),
  };
}

function corrected({ opened, ...doubt }: Doubt): Doubt {
  return { ...doubt, ...(opened !== undefined && { guessed: opened }), because: 'corrected' };
}

/** A person was needed after words that nothing was made of. */
function handedOver(weighed: Weighed, { facts }: Course): Weighed {
  const handover = facts.find(({ name }) => name === 'handover.requested' || name === 'handover.not-possible');
  if (handover === undefined) return weighed;
  const meant = handover.enquiry === 'contact.person' ? undefined : handover.enquiry;
  const left = weighed.doubts
    .filter(({ because }) => because !== undefined)
    .map((doubt) => ({ doubt: { ...doubt, because: 'handed-over' as const }, meant }));
  const others = weighed.settled.filter(({ doubt }) => !left.some((each) => each.doubt.sequence === doubt.sequence));
  return { doubts: [], settled: [...others, ...left] };
}

/** Words that could be an example: typed, about a matter, and of nothing that may be grave by our own reckoning. */
function doubtOf({ said, from }: Now, as: Pick<Doubt, 'opened' | 'because'>): readonly Doubt[] {
  const { received, text, guesses } = said;
  const isWords = received.value === undefined && !said.isNamed && said.unsure === undefined && /\p{L}/u.test(text);
  const likely = guesses.filter(({ confidence }) => confidence >= offerFrom);
  if (!isWords || likely.some(({ enquiry }) => isGrave(enquiry, from.playbook))) return [];
  const [best] = guesses;
  const frame = from.before.stack.at(-1);
  // The same again in the middle of its own question: taken rightly, and no answer.
  if (frame !== undefined && best?.enquiry === enquiryOf(frame) && best.confidence >= sureFrom) return [];
  return [
    {
      sequence: received.sequence,
      text: text.slice(0, mostLetters * 2),
      language: said.wordsIn,
      ...(best !== undefined && { guessed: best.enquiry, confidence: Math.round(best.confidence * 1000) / 1000 }),
      ...(frame !== undefined && { during: enquiryOf(frame) }),
      ...as,
    },
  ];
}
