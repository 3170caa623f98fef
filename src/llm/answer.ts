// What a language model answered, held against our lists. One name that is not on them, and all of it is refused.

import { z } from 'zod';
import { asJson } from '../http/as-json.ts';
import type { Proposal } from '../turn/understanding/ports.ts';
import type { Lists } from './prompt.ts';

/** The part of a chat completion that is read. */
export const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

export type ReadAnswer = (content: string) => Proposal | undefined;

/** Undefined for everything but a proposal made of names on our lists. */
export function createAnswerReader({ kinds, slots }: Lists): ReadAnswer {
  const enquiry = z.strictObject({
    enquiry: z.enum(kinds.map(({ name }) => name)),
    confidence: z.number().min(0).max(1),
  });
  const slot = z.strictObject({ slot: z.enum(slots), value: z.string().trim().min(1).max(200) });
  const Answer = z.strictObject({ enquiries: z.array(enquiry).min(1).max(5), slots: z.array(slot).max(slots.length) });
  return (content) => {
    const answer = Answer.safeParse(asJson(content));
    return answer.success ? proposalOf(answer.data) : undefined;
  };
}

interface Given {
  readonly enquiries: readonly { readonly enquiry: string; readonly confidence: number }[];
  readonly slots: readonly { readonly slot: string; readonly value: string }[];
}

/** Each enquiry once, the likeliest first, and no more certainty in all than there is. */
function proposalOf({ enquiries, slots }: Given): Proposal {
  const sorted = [...enquiries].sort((one, other) => other.confidence - one.confidence);
  const once = sorted.filter(({ enquiry }, at) => sorted.findIndex((each) => each.enquiry === enquiry) === at);
  const sum = once.reduce((total, { confidence }) => total + confidence, 0);
  return {
    guesses: once.map(({ enquiry, confidence }) => ({ enquiry, confidence: confidence / Math.max(1, sum) })),
    slots: Object.fromEntries(slots.map(({ slot, value }) => [slot, value])),
  };
}
