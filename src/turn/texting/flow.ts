// Too many texts: two robots that answer each other, or somebody in great need. A robot that says that it is one gets no answer. Whoever
// else writes very much is told once that a person reads all of it; every word is kept, and danger is answered however many there are.

import type { ConversationState } from '../../model/conversation.ts';
import { plainWords } from '../../model/plain-words.ts';
import type { Received } from '../turn.ts';

export type Flow = NonNullable<ConversationState['flow']>;

const hourMs = 3_600_000;
/** The same words so often in a row come from no person who wants an answer. */
const mostAlike = 12;

/** What automatic replies say of themselves, wherever a text begins or in it. */
const robots: readonly RegExp[] = [
  /\bout of (?:the )?office\b/,
  /\bauto(?:matic|mated)?[ -]?(?:reply|response|message)\b/,
  /\b(?:please )?do not reply\b/,
  /\bthis (?:number|mailbox|inbox) is not (?:monitored|read)\b/,
  /\bi ?a?m (?:(?:currently|right now) )?driving\b|\bdo not disturb while driving\b/,
  /\bi am (?:currently )?(?:away|on (?:annual )?leave|on holiday) (?:until|till|from|and)\b/,
  /\b(?:message|text|sms) (?:could )?not (?:be )?(?:been )?delivered\b|\bdelivery (?:report|receipt|failed|failure)\b|\bundeliverable\b/,
  /\bthank you for (?:your (?:message|text)|contacting us) (?:we|our team) (?:will|aim)\b/,
];

export function isRobot(text: string): boolean {
  const plain = plainWords(text);
  return robots.some((each) => each.test(plain));
}

/** How much came within the hour, with this text. */
export function flowAfter(before: Flow | undefined, { text, receivedAt }: Received): Flow {
  const at = receivedAt.getTime();
  const isFresh = before !== undefined && at - Date.parse(before.since) < hourMs;
  const last = digest(text);
  if (!isFresh) return { since: receivedAt.toISOString(), count: 1, last, alike: 1 };
  return { ...before, count: before.count + 1, last, alike: before.last === last ? before.alike + 1 : 1 };
}

export function isTooMuch({ count, alike }: Flow, most: number): boolean {
  return count > most || alike > mostAlike;
}

/** Enough to know the same words again; not the words. */
function digest(text: string): number {
  let sum = 7;
  for (const letter of plainWords(text)) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007;
  return sum;
}
