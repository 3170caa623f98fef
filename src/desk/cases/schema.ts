// What the desk's page may send about cases, and what it is shown of one.

import { z } from 'zod';
import { supportNeeds } from '../../model/support.ts';
import { complaintOutcomes } from '../../turn/cases/act.ts';
import { Reveals } from '../schema.ts';

const words = z.string().trim().min(1, 'is empty');
/** As the tenant reads it. */
const told = words.max(2_000, 'is longer than 2,000 characters');
const short = words.max(200);
const version = z
  .string()
  .max(200)
  .describe('From the case as it was read: a case that has another by now is not changed');
/** What every act on a case says: which version the agent has seen. */
export const Versioned = z.looseObject({ version });
const toldIn = z
  .int()
  .min(1)
  .optional()
  .describe('Number of the tenant’s message that first told it: the law counts from it');

const Opening = z.strictObject({
  requestId: z.string().min(1).max(200).describe('Sent again it opens nothing more'),
  about: short.describe('An enquiry of `/cases/kinds`'),
  words: words
    .max(20_000)
    .describe('The tenant’s own where they are there. Nothing else of the conversation goes into the case'),
  toldIn,
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no BCP 47 tag')
    .optional()
    .describe('Of the words, where they are neither the tenant’s message nor the landlord’s language'),
  sought: told.optional().describe('What they want to be done'),
  needs: told.optional().describe('What is to be done differently for them; never why'),
  unsafe: told.optional().describe('What may not be safe'),
  danger: z.boolean().optional().describe('It may hurt somebody now'),
  vulnerable: z.boolean().optional(),
  afraid: z.boolean().optional(),
  hate: z.boolean().optional().describe('Because of who they are: a restricted case'),
  applies: z
    .enum(['everything', 'visits', 'this_matter', 'home'])
    .optional()
    .describe('Where something is to be done differently'),
  howLong: z.enum(['long_term', 'for_a_time']).optional(),
  until: z.iso.date().optional().describe('Only of what is for a time: it is looked at again then, not ended'),
  relation: z
    .enum(['family', 'agency', 'colleague', 'other'])
    .optional()
    .describe('Who asks, where it is for somebody else: nothing is done for them before they agree'),
  theirName: told.optional().describe('Of somebody else for whom it is'),
  need: z.enum(supportNeeds).optional().describe('What a partner is to help with'),
  service: short.optional().describe('Of the directory, as the tenant chose it'),
  agreed: z.boolean().optional().describe('Whom it is for has agreed. Without it there is no referral'),
  agreedTo: told.optional().describe('To what they agreed, as they said it: it stands on the case'),
  safeHere: z
    .boolean()
    .optional()
    .describe('They said that it is safe to write to them here. Without it nobody writes to them'),
  how: told.optional().describe('How and when it is safe to be in touch with them'),
  tenancy: short.optional(),
  wish: z.enum(['copy', 'correct', 'erase', 'complain', 'question']).optional().describe('Of a data request'),
  name: short.optional(),
  phone: short.optional(),
  reveals: Reveals,
});

type Opening = z.output<typeof Opening>;

const isReferral = ({ about }: Opening): boolean => about === 'support.referral';

/** Nobody says yes in the place of somebody else. */
function hasAgreed(opening: Opening): boolean {
  const { agreed, relation, theirName } = opening;
  return !isReferral(opening) || (agreed === true && (relation ?? theirName) === undefined);
}

export const OpenCase = Opening.refine(({ agreed, agreedTo }) => agreed !== true || agreedTo !== undefined, {
  path: ['agreedTo'],
  message: 'is missing: what they said yes to stands on the case',
})
  .refine(hasAgreed, { path: ['agreed'], message: 'is missing: nobody is referred without their own yes' })
  .refine((opening) => !isReferral(opening) || ![opening.need, opening.service].includes(undefined), {
    path: ['service'],
    message: 'is missing, or its need: the tenant chooses it',
  })
  .refine(({ howLong, until }) => until === undefined || howLong === 'for_a_time', {
    path: ['until'],
    message: 'is for what is for a time',
  });

export const ChangeCase = z
  .strictObject({
    version,
    priority: z.enum(['normal', 'high', 'emergency']).optional(),
    owner: short.optional(),
    investigators: z.array(short).min(1).max(10).optional().describe('One, or one for each service that it is about'),
    note: told.optional(),
  })
  .refine(({ version: _, ...changes }) => Object.values(changes).some((each) => each !== undefined), 'changes nothing');

export const LinkCase = z
  .strictObject({
    version,
    case: short.optional().describe('Another case of the same person'),
    conversation: z.literal(true).optional().describe('The conversation in which this is done'),
  })
  .refine(({ case: other, conversation }) => (other === undefined) !== (conversation === undefined), {
    message: 'needs either case or conversation',
  });
export const AcknowledgeCase = z.strictObject({
  version,
  understanding: told,
  sought: told.optional(),
  reveals: Reveals,
});
export const AnswerCase = z.strictObject({
  version,
  outcome: z.enum(complaintOutcomes),
  answer: words
    .max(20_000)
    .describe('All points with reasons, what is done to put it right, and what is still to be done'),
  reveals: Reveals,
});
export const ExtendCase = z.strictObject({ version, to: z.iso.date(), why: words.max(500), reveals: Reveals });
export const EscalateCase = z.strictObject({
  version,
  words: told.optional().describe('What they are not satisfied with; no reason is needed'),
  toldIn,
});
export const PassUpCase = z.strictObject({ version, why: words.max(500) });

export const Clock = z.object({
  what: z.string(),
  by: z.string(),
  basis: z.string(),
  rule: z.string(),
  late: z.boolean(),
  workingDays: z.int().describe('Until its day; below 0: since'),
});

export const caseActs = ['change', 'link', 'acknowledge', 'answer', 'extend', 'escalate', 'pass-up'] as const;
export type CaseActName = (typeof caseActs)[number];

export const CaseAnswer = z.looseObject({
  reference: z.string(),
  version: z.string(),
  kind: z.string(),
  status: z.string(),
  clocks: z.array(Clock),
  can: z.array(z.enum(caseActs)).describe('What this agent may do about it now'),
  latest: z.string().optional().describe('ISO date: the last day to which the answer may be put off'),
});

export const KindsAnswer = z.strictObject({
  cases: z.array(z.string()).describe('Enquiries for which a case is opened'),
  tasks: z.array(z.string()).describe('Enquiries that become a task of the team whose they are'),
});
