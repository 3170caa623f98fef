// What the desk may change of somebody's record, and what it is answered.

import { z } from 'zod';
import { formatNames } from '../../model/document.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { ways } from '../../model/said/ways-told.ts';

const short = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
/** Tenants' own words stand on records, and nobody's are cut. */
const words = z.string().trim().min(1, 'is empty').max(20_000);
const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'is no name of a need');
const date = z.iso.date('is no date like 2026-12-03').refine((value) => value >= '1900', 'is too long ago');

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no BCP 47 tag')
  .refine(isSpoken, 'is no language that we know');

function isSpoken(tag: string): boolean {
  try {
    return names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

const Need = z.strictObject({
  kind: slug,
  formats: z
    .array(slug)
    .max(20)
    .optional()
    .describe(`Such as ${formatNames.join(', ')}`),
  adjustments: z.array(words).max(50).optional(),
  language: language.optional(),
  instruction: words.optional().describe('For those who come to the home: what to do, never why'),
  since: date.optional(),
  until: z.union([date, z.literal('long-term')]).optional(),
  review: date.optional(),
  endedOn: date.optional(),
});

const NeedPut = z
  .strictObject({
    was: Need.optional().describe('As it was read; without it the need is a new one'),
    now: Need.nullable().describe('Null: it is over today'),
  })
  .refine(({ was, now }) => was !== undefined || now !== null, 'needs either was or now')
  .refine(({ now }) => isInOrder(now), { path: ['now', 'until'], message: 'is before it begins' });

function isInOrder(need: z.infer<typeof Need> | null): boolean {
  const { since, until, review } = need ?? {};
  return since === undefined || [until, review].every((end) => end === undefined || end >= since);
}

const preferred = [...ways.filter((way) => way !== 'visit'), 'webchat'] as const;

const Contact = z.strictObject({
  calledAs: short.nullable().optional(),
  prefer: z.enum(preferred).nullable().optional(),
  never: z.array(z.enum(ways)).max(ways.length).nullable().optional(),
  avoid: z.array(words).max(20).nullable().optional(),
  best: short.nullable().optional(),
  calls: z.enum(['no-message', 'only-me']).nullable().optional(),
  visitBy: z.enum(['woman', 'man']).nullable().optional(),
  visitHours: z.enum(['outside-office-hours']).nullable().optional(),
  speaks: language.nullable().optional(),
  letters: language.nullable().optional(),
});

const phone = z.string().transform((written, context) => {
  const number = parsePhone(written);
  if (number !== undefined) return number;
  context.addIssue({ code: 'custom', message: 'is no telephone number' });
  return z.NEVER;
});

/** Null takes a part away; what is not named stays. */
export const ChangePerson = z.strictObject({
  requestId: z.string().min(1).max(200).describe('Sent again it changes nothing more'),
  person: z.string().min(1).max(200),
  version: z
    .string()
    .regex(/^[\x20-\x7e]{1,300}$/, 'is no version')
    .describe('Of the record that the agent has read: `person.version`'),
  instead: z.string().min(1).max(300).optional().describe('The edit in conflict in whose place this is made'),
  changes: z
    .strictObject({
      title: z.string().trim().min(1, 'is empty').max(50).nullable().optional(),
      language: language.optional(),
      email: z.email('is no e-mail address').max(320).nullable().optional(),
      phones: z.strictObject({ add: phone }).optional(),
      contact: Contact.refine((contact) => Object.keys(contact).length > 0, 'is empty').optional(),
      needs: z.array(NeedPut).min(1, 'is empty').max(20).optional(),
    })
    .refine((changes) => Object.keys(changes).length > 0, 'is empty'),
});

/** As the tenant told them. */
export const CheckIdentity = z.strictObject({ tenancy: short, born: date, postcode: short });

export const LookUpSupport = z.strictObject({ need: short.optional(), area: short.optional() });

const name = z.object({ title: z.string().optional(), given: z.string(), family: z.string() });

export const PersonAnswer = z.strictObject({
  id: z.string(),
  version: z.string().describe('To be sent back with a change of it'),
  name,
  language: z.string().nullable(),
  contact: z.looseObject({}),
  authority: z
    .array(
      z.strictObject({
        person: z.string(),
        name: name.nullable(),
        scope: z.string(),
        kind: z.string(),
        since: z.string(),
        until: z.string().nullable(),
      }),
    )
    .describe('Who may speak for them, as it holds today'),
  warnings: z
    .array(
      z.strictObject({
        what: z.string(),
        reason: z.string(),
        since: z.string().optional(),
        review: z.string(),
        isOverdue: z.boolean(),
      }),
    )
    .describe('Those alone that have a reason and a day on which they are looked at again'),
  tenancies: z.array(z.strictObject({ role: z.string(), tenure: z.string() })),
  knownBy: z.enum(['number', 'portal', 'proof']),
  proved: z.boolean(),
});

export const EditsAnswer = z
  .array(
    z.strictObject({
      id: z.string(),
      is: z.enum(['saving', 'conflict', 'refused']),
      agent: z.string(),
      at: z.string(),
      by: z
        .strictObject({ agent: z.string(), at: z.string() })
        .nullable()
        .describe('Who was first, if it was the desk'),
      parts: z.array(z.strictObject({ what: z.string(), yours: z.unknown(), theirs: z.unknown() })),
    }),
  )
  .describe('Changes of the record that the housing system does not have: on their way, in conflict, or refused');

export const AccountAnswer = z.strictObject({
  person: z.string(),
  phones: z.array(z.string()),
  email: z.string().nullable(),
  tenancies: z.array(z.looseObject({ reference: z.string(), address: z.string() })),
  account: z.looseObject({ balance: z.number().describe('Pounds. Above zero is owed') }).nullable(),
  repairs: z.array(z.looseObject({ reference: z.string(), fault: z.string(), status: z.string() })),
});

export const DirectoryAnswer = z.strictObject({
  directory: z.enum(['known', 'away']),
  needs: z.array(z.string()),
  areas: z.array(z.string()),
  tenantLanguage: z.string(),
  services: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      text: z.string().nullable().describe('For the tenant, in their language; null where no catalogue has it'),
    }),
  ),
});
