// The shape of `locales/easy-read.yaml`: which sentences a standard letter is in easy read, and which picture stands beside each.

import { z } from 'zod';
import type { LetterName } from './document.ts';

const Sentences = z
  .array(
    z.strictObject({
      say: z.string().min(1).describe('Phrase of easy-read.yaml'),
      picture: z.string().min(1).describe('Name in OpenMoji'),
    }),
  )
  .min(1);

export const EasyRead = z.strictObject({
  'complaint-acknowledged': Sentences,
  'adjustment-agreed': Sentences,
  'repair-booked': Sentences,
  'request-made': Sentences,
  'call-back': Sentences,
} satisfies Record<LetterName, typeof Sentences>);
export type EasyRead = z.infer<typeof EasyRead>;

/** What every sentence may name: who writes, and how to reach them. */
export const reachValues = ['landlord', 'phone', 'textNumber'] as const;

/** What the sentences of a letter may name besides. `reference` only where the document has one. */
export const letterValues: Readonly<Record<LetterName, readonly string[]>> = {
  'complaint-acknowledged': ['reference', 'by'],
  'adjustment-agreed': ['reference', 'what'],
  'repair-booked': ['reference', 'on', 'time'],
  'request-made': ['reference', 'what', 'by'],
  'call-back': ['reference', 'by'],
};
