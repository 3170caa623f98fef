// What the fact `understood` tells of a message: what was made of it, and what the recogniser took it for.

import type { Fact } from '../../model/delivery.ts';
import type { Understood } from '../heard.ts';
import type { Move } from './interrupt.ts';

export function meaningOf(move: Move, { guesses: [best] }: Understood): Fact['data'] {
  const guess = best && { enquiry: best.enquiry, confidence: Math.round(best.confidence * 1000) / 1000 };
  return { move: move.is, ...towards(move), ...guess };
}

/** The enquiry that is opened or the control word that is followed; and whether it was chosen from what was offered. */
function towards(move: Move): Fact['data'] {
  if (move.is === 'control') return { to: move.control };
  if (move.is !== 'open' && move.is !== 'not understood') return {};
  return { ...(move.is === 'open' && { to: move.enquiries[0] ?? '' }), ...(move.fromList && { fromList: true }) };
}
