// What a supervisor's page may send.

import { z } from 'zod';

const words = z.string().trim().min(1, 'is empty');
/** Told by text as well: longer than this costs many parts each time. */
const longestWords = 300;
const Words = z
  .record(
    z.string().regex(/^[a-z]{2,3}$/, 'is no language'),
    words.max(longestWords, `is longer than ${longestWords} characters`),
  )
  .refine((all) => all.en !== undefined, 'says nothing in English');
const Instant = z.iso.datetime({ offset: true });

export const TellIncident = z.object({
  topics: z.array(words.max(100)).min(1, 'is empty').max(20).describe('Enquiries that it answers'),
  places: z
    .array(words.max(100).refine((place) => /[\p{L}\p{N}]{2}/u.test(place), 'is no place'))
    .max(50)
    .default([])
    .describe('Streets, blocks, postcodes or their beginning; none: everywhere'),
  words: Words.describe('By language; in others a machine translates the English, where there is one'),
  from: Instant.optional(),
  until: Instant,
});
export const ChangeIncident = z.object({ words: Words, until: Instant });
export const StopChannel = z.object({ why: words.max(300) });
