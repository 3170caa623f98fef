// Which enquiry one message is about, when nothing else is known of the conversation. What `npm run understand` answers.

import type { Guess } from './ports.ts';

/** Below this the first guess is no better than saying that it was not understood. */
const actFrom = 0.2;
const mentionFrom = 0.08;

export interface Choice {
  readonly enquiry: string;
  readonly confidence: number;
  readonly also: readonly Guess[];
}

/** Danger goes first; then the recogniser's first guess, unless it is hardly more than none. */
export function choose(guesses: readonly Guess[], urgent: readonly string[]): Choice {
  const [first] = guesses;
  const [gravest] = urgent;
  const confident = first !== undefined && first.confidence >= actFrom ? first.enquiry : 'none';
  const enquiry = gravest === undefined ? confident : urgentOf(first, urgent, gravest);
  const own = guesses.find((guess) => guess.enquiry === enquiry)?.confidence ?? 0;
  return {
    enquiry,
    confidence: gravest === undefined ? own : Math.max(own, 0.9),
    also: guesses.filter((guess) => guess.enquiry !== enquiry && guess.confidence >= mentionFrom),
  };
}

/** Of several dangers the one that the recogniser names too, else the gravest. */
function urgentOf(first: Guess | undefined, urgent: readonly string[], gravest: string): string {
  return first !== undefined && urgent.includes(first.enquiry) ? first.enquiry : gravest;
}
