// What a landlord sets for texts: when a text goes on with what is open and when it begins anew, how long is waited for the next of
// several quick ones, whose number is doubted, and what a segment costs.

import { z } from 'zod';

const count = (usual: number) => z.int().positive().default(usual);

export const TextSettings = z.strictObject({
  linkDays: count(7).describe('So long a link in a text leads to what was made, or to words that were too long'),
  longestSegments: count(4).describe(
    'What would cost more parts than these, in a script of which a part holds 70 letters, is a link to the same words; never danger or a question',
  ),
  keepAccents: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Languages that keep their accents (ŵ, ŷ) however many parts a text has; others lose them to save a part',
    ),
  gather: z
    .strictObject({
      quietSeconds: z
        .number()
        .min(0)
        .max(30)
        .default(4)
        .describe('So long a text waits for another, and all are answered together; 0: each by itself'),
      longestSeconds: count(15).describe('Nobody waits longer for an answer, however fast they write'),
      photosSeconds: count(90).describe(
        'So long photographs wait for more of them, where nobody says that these are all',
      ),
    })
    .prefault({}),
  thread: z
    .strictObject({
      newAfterDays: count(14).describe('After so long without a word a text begins anew, whatever was asked before'),
      newAfterEndHours: count(24).describe('The same where nothing is being asked any more'),
      noticeDays: count(7).describe('So long a short reply is about what our last notice was about'),
    })
    .prefault({}),
  guardAfterDays: count(180).describe(
    'A number silent for longer may be somebody else’s by now: nobody is taken for its holder until they prove who they are',
  ),
  photoLinkHours: count(72).describe('So long a link takes photographs'),
  answersPerHour: count(40).describe(
    'After so many answers to a number within an hour it is told once that a person reads the rest; danger is always answered',
  ),
  price: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/, 'expected a currency such as GBP'),
      out: z.number().positive().describe('Of a segment that we send'),
      in: z.number().min(0).default(0).describe('Of a segment that comes in'),
      checked: z.boolean().describe('Whether the landlord has found it on its bill'),
    })
    .describe(
      'What a segment costs, until the network tells what a text did cost; where it is missing, segments are counted and no cost',
    )
    .optional(),
});
export type TextSettings = z.infer<typeof TextSettings>;

/** What cannot be at once, each with where it stands and what helps. */
export function textFaults(
  texts: TextSettings,
  silenceMinutes: number,
): readonly { readonly path: readonly string[]; readonly message: string }[] {
  const { gather, thread, guardAfterDays } = texts;
  const days = thread.newAfterDays * 24;
  const faults: readonly (readonly [boolean, readonly string[], string])[] = [
    [
      gather.longestSeconds < gather.quietSeconds,
      ['gather', 'longestSeconds'],
      `is shorter than quietSeconds (${gather.quietSeconds}): make it at least as long.`,
    ],
    [
      days * 60 <= silenceMinutes,
      ['thread', 'newAfterDays'],
      `is over before anybody is asked whether to carry on (silenceMinutes.sms: ${silenceMinutes}): make it longer, or that shorter.`,
    ],
    [
      thread.newAfterEndHours > days,
      ['thread', 'newAfterEndHours'],
      `is longer than newAfterDays (${thread.newAfterDays} days, ${days} hours): what is over cannot stay open longer than what is asked. Make it at most ${days}.`,
    ],
    [
      guardAfterDays < thread.newAfterDays,
      ['guardAfterDays'],
      `is shorter than thread.newAfterDays (${thread.newAfterDays}): a thread would go on with somebody who is doubted. Make it at least ${thread.newAfterDays}.`,
    ],
  ];
  return faults.flatMap(([is, path, message]) => (is ? [{ path: ['texts', ...path], message }] : []));
}
