// STOP, START and HELP by text: the number's consent, answered once and kept from every dialog. STOP ends no case and no enquiry.

import type { Conversation } from '../model/conversation.ts';
import { beginsIn } from './begins-in.ts';
import { type Course, courseFrom, withFact, withLines, withState } from './course.ts';
import type { Line } from './line.ts';
import type { Phrases } from './reply/ports.ts';
import type { Received, Turn } from './turn.ts';

const answers = { stop: 'consent.stopped', start: 'consent.started', help: 'consent.help' } as const;

export function keepConsent(
  received: Received,
  conversation: Conversation,
  phrases: Phrases,
): { readonly course: Course; readonly consent: Turn['consent'] } {
  const { keyword, address } = received;
  const { state, owner } = conversation;
  const start = courseFrom({ ...state, language: beginsIn(state.language, phrases) }, owner);
  if (keyword === undefined || address.channel !== 'sms') return { course: start, consent: undefined };
  const line: Line = { phrase: answers[keyword.is], values: {}, ...wordsOwn(keyword, state, phrases) };
  // Twilio may have answered the keyword itself: then a second answer would be one too many.
  const told = keyword.answered ? start : withLines(start, line);
  const known = withFact(told, `consent.${keyword.is}`, undefined, { answered: keyword.answered });
  if (keyword.is === 'help') return { course: known, consent: undefined };
  const is = keyword.is === 'stop' ? 'out' : 'in';
  return {
    course: is === 'out' ? backToWeb(known) : known,
    consent: { number: address.number, is, word: keyword.word },
  };
}

/** A conversation of the web that went on by text is on the web again: what is said from now on is not lost there. */
function backToWeb(course: Course): Course {
  const { line } = course.state;
  if (line?.user === undefined) return course;
  const here = withState(course, { line: { ...line, now: 'web' } });
  return { ...here, moves: { address: { channel: 'web', user: line.user } } };
}

/** A word in a language that we speak is answered in it, unless another was chosen; the conversation goes on in its own. */
function wordsOwn(
  { language }: NonNullable<Received['keyword']>,
  state: Conversation['state'],
  phrases: Phrases,
): Pick<Line, 'language'> {
  const isSpoken = phrases.languages.some(({ tag }) => tag === language);
  return language !== undefined && isSpoken && state.language.from !== 'chosen' ? { language } : {};
}
