// What is kept of people, for what, on which lawful basis and for how long: data of the landlord pack, which deletion runs by and an
// auditor reads. A pack names only what is its own; nothing is kept without a basis, and nothing for ever.

import { z } from 'zod';

/** UK GDPR Article 6(1), a to f. */
const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const;
/** Longer than a tenancy's papers are ever needed: what asks for more means for ever. */
const mostDays = 9_131;

const days = z
  .int({
    error: `must say after how many days it is deleted: nothing is kept for ever. Give a whole number up to ${mostDays}`,
  })
  .positive('must be at least 1 day: what is not needed at all is not collected')
  .max(mostDays, `is for ever: nothing is kept longer than ${mostDays} days. Give the days that the purpose needs`);
const basis = z.enum(bases, { error: `nothing is kept without a lawful basis. Give one of: ${bases.join(', ')}` });
const purpose = z
  .string({ error: 'nothing is kept without a purpose. Say in a sentence what it is for' })
  .min(10, 'says too little of what it is kept for. Say it in a sentence');

const Kept = z
  .strictObject({
    days,
    basis,
    purpose,
    special: z
      .string()
      .min(1)
      .optional()
      .describe('Condition for health, faith and the like: UK GDPR Article 9, DPA 2018 Schedule 1'),
    onErasure: z
      .enum(['erased', 'kept'])
      .default('erased')
      .describe('Whether a request for erasure ends it before its time'),
    checked: z.boolean().default(false).describe('Whether the landlord’s data protection officer has confirmed it'),
  })
  .refine(({ onErasure, basis }) => onErasure === 'erased' || basis !== 'consent', {
    path: ['onErasure'],
    message: 'what rests on consent ends when it is taken back. Say `erased`, or name the basis that it is kept on',
  });
export type Kept = z.output<typeof Kept>;

interface RecordOf {
  /** What it is, for who reads the record of processing. */
  readonly holds: string;
  /** Of which day the days are counted. */
  readonly from: string;
  /** Tables of schema `contact`, and `files` on disk. Each table is of one record; those of nobody's data are in `ofNobody`. */
  readonly tables: readonly string[];
  readonly usual: z.input<typeof Kept>;
}

const dpa18 = 'DPA 2018 Schedule 1 paragraph 18: safeguarding';
const words = [
  'conversations',
  'messages',
  'handovers',
  'reservations',
  'notes',
  'drafts',
  'cases',
  'promises',
  'outbox',
  'sms_deliveries',
  'formats',
  'text_lines',
  'chat_links',
  'files',
];

/** In the order in which an auditor reads them. */
const records = {
  conversations: {
    holds:
      'What was written in a conversation, with its files, its hand-overs and colleagues’ notes, and what became of its texts',
    from: 'each message; the conversation itself after its last one',
    tables: words,
    usual: {
      days: 400,
      basis: 'contract',
      purpose: 'To serve the enquiry, and to look it up while a complaint about it can still be made',
    },
  },
  evidence: {
    holds:
      'The same, where a complaint, a hazard, an adjustment, anti-social behaviour or a request about data was opened in it',
    from: 'each message, but not before the case is closed',
    tables: words,
    usual: {
      days: 2_192,
      basis: 'legal-obligation',
      purpose:
        'To show how a complaint, a hazard or a request was dealt with, to the Ombudsman, the regulator or a court',
      onErasure: 'kept',
    },
  },
  restricted: {
    holds:
      'The same, where it is for the team of a restricted matter alone: abuse, safeguarding, hate incidents, conduct',
    from: 'each message, but not before the case is closed',
    tables: words,
    usual: {
      days: 2_557,
      basis: 'legal-obligation',
      purpose: 'To keep people safe, and to show later what was known and done',
      special: dpa18,
      onErasure: 'kept',
    },
  },
  misread: {
    holds: 'Messages that were misread, with names, numbers and addresses masked',
    from: 'the message',
    tables: ['misread'],
    usual: { days: 90, basis: 'legitimate-interests', purpose: 'To teach the service what it misunderstood' },
  },
  contactRoutes: {
    holds: 'Agreed routes of customers whose contact was unreasonably persistent or abusive, with who set them and why',
    from: 'the last day of the route',
    tables: ['contact_routes'],
    usual: {
      days: 365,
      basis: 'legitimate-interests',
      purpose: 'To hold to what was agreed, and to show that it was fair',
    },
  },
  figures: {
    holds: 'What figures are counted from: kinds, channels, outcomes and times; who it was goes with the conversations',
    from: 'the end of the month',
    tables: ['facts'],
    usual: { days: 1_096, basis: 'legitimate-interests', purpose: 'To compare the service with the years before' },
  },
  optOuts: {
    holds: 'Numbers that do not want our texts, and when they said so',
    from: 'the last word of a number that has no conversation any more',
    tables: ['consents'],
    usual: {
      days: 2_192,
      basis: 'legal-obligation',
      purpose: 'To send no text to who does not want any',
      onErasure: 'kept',
    },
  },
  repeats: {
    holds: 'The channel’s own number of each message that came in',
    from: 'the message',
    tables: ['received'],
    usual: { days: 90, basis: 'legitimate-interests', purpose: 'To take no message twice that a network sends again' },
  },
  refused: {
    holds: 'Calls from outside that were not let in, as they came',
    from: 'the call',
    tables: ['quarantine'],
    usual: {
      days: 30,
      basis: 'legitimate-interests',
      purpose: 'To find out about attacks, and about texts that a fault kept out',
    },
  },
  failedProofs: {
    holds: 'Tries to show who one is that failed: the tenancy reference or address that was tried from, no answers',
    from: 'the try',
    tables: ['failed_proofs'],
    usual: { days: 30, basis: 'legitimate-interests', purpose: 'To stop who guesses at somebody else’s details' },
  },
  holds: {
    holds: 'Legal holds: whose data is not deleted for now, and why',
    from: 'the end of the hold',
    tables: ['legal_holds'],
    usual: {
      days: 365,
      basis: 'legal-obligation',
      purpose: 'To keep what a court, the Ombudsman or a claim needs',
      onErasure: 'kept',
    },
  },
  audit: {
    holds: 'Who read or did what at the desk and when, with whose data under a key; nothing of the data itself',
    from: 'the end of the month of the deed',
    tables: ['audit'],
    usual: {
      days: 2_192,
      basis: 'legal-obligation',
      purpose:
        'To show who saw and changed whose data, and that requests were answered and data deleted as this record says',
      onErasure: 'kept',
    },
  },
} as const satisfies Readonly<Record<string, RecordOf>>;

export type RecordKind = keyof typeof records;
const recordKinds = Object.keys(records) as readonly RecordKind[];

/** Of our own people or of nobody. */
export const ofNobody: readonly string[] = [
  'migrations',
  'agents',
  'sign_in_links',
  'desk_sessions',
  'files_to_remove',
  'translation_use',
  'incidents',
  'channel_stops',
  'routing_limits',
  'desk_views',
];

export const Retention = z
  .strictObject(
    Object.fromEntries(recordKinds.map((kind) => [kind, Kept.prefault(records[kind].usual)])) as Readonly<
      Record<RecordKind, z.ZodPrefault<typeof Kept>>
    >,
  )
  .prefault({})
  .superRefine((kept, context) => {
    if (kept.restricted.special === undefined)
      context.addIssue({
        code: 'custom',
        path: ['restricted'],
        message: `special is missing: it holds health and allegations. Name the condition, such as ${dpa18}`,
      });
    for (const kind of ['evidence', 'restricted'] as const)
      if (kept[kind].days < kept.conversations.days)
        context.addIssue({
          code: 'custom',
          path: [kind, 'days'],
          message: `is shorter than an ordinary conversation is kept (${kept.conversations.days}). Evidence outlives it: give at least as many`,
        });
  });
export type Retention = z.output<typeof Retention>;

/** A line of the record of processing (UK GDPR Article 30). */
export interface ProcessingRecord extends Kept {
  readonly kind: RecordKind;
  readonly holds: string;
  readonly from: string;
  readonly tables: readonly string[];
}

export function processingRecords(kept: Retention): readonly ProcessingRecord[] {
  return recordKinds.map((kind) => {
    const { holds, from, tables } = records[kind];
    return { kind, holds, from, tables, ...kept[kind] };
  });
}
