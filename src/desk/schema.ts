// What the desk's page may send. The same schemas make the OpenAPI document.

import { z } from 'zod';
import { agentOutcomes } from '../model/agent-outcomes.ts';
import { deeds } from '../model/audit.ts';
import { avoidableCauses } from '../model/avoidable.ts';
import { weekdays } from '../model/contact-route.ts';
import { formatNames, paperColours } from '../model/document.ts';
import { type CannedName, cannedReplies, needsOf } from '../turn/handover/canned.ts';

const words = z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters');
const tag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no BCP 47 tag');
const name = z.string().trim().min(1).max(200);

/** Of a conversation, handover or delivery. */
export const Id = z.string().regex(/^[\w:.|+-]{1,300}$/);

export const OpenSession = z.object({ link: z.string().min(1).max(4_000) });
export const Invite = z.object({ name, teams: z.array(name).min(1).max(50) });
export const SetPresence = z.object({
  state: z.enum(['available', 'busy', 'away', 'offline']),
  reason: name.optional(),
  capacity: z
    .int()
    .min(0)
    .max(50)
    .optional()
    .describe('Altogether, of whichever channel; never more than a supervisor lets the agent have'),
  skills: z.array(name).max(50).default([]),
  languages: z.array(z.string().max(35)).max(50).default([]),
});
export const OrderFormat = z.object({
  requestId: z.string().min(1).max(200).describe('Sent again it orders nothing more'),
  about: z.enum(['reply', 'conversation']),
  formats: z.array(z.enum(formatNames)).min(1, 'is empty').max(formatNames.length),
  language: tag.optional(),
  points: z.union([z.literal(18), z.literal(24)]).optional(),
  colour: z.enum(paperColours).optional(),
  seenSequence: z.int().min(0),
});
const cannedNames = Object.keys(cannedReplies) as [CannedName, ...CannedName[]];
const Canned = z
  .strictObject({
    name: z.enum(cannedNames),
    values: z.record(z.string(), z.string().trim().min(1).max(200)).default({}),
  })
  .superRefine(({ name: which, values }, context) => {
    const needs = needsOf(which);
    for (const each of Object.keys(values).filter((value) => !(value in needs)))
      context.addIssue({ code: 'custom', path: ['values', each], message: `${which} has no such value` });
    for (const [each, kind] of Object.entries(needs)) {
      const isGood = kind === 'date' ? z.iso.date().safeParse(values[each]).success : values[each] !== undefined;
      if (!isGood)
        context.addIssue({ code: 'custom', path: ['values', each], message: `write the ${each} of ${which}` });
    }
  });

export const Reveals = z
  .boolean()
  .describe('They were told what of it somebody else must not read, and send it all the same')
  .optional();

/** In the agent's own words, or one of the replies that the catalogues have in the tenant's language. */
export const SendMessage = z
  .object({
    text: words.optional(),
    canned: Canned.optional(),
    clientMessageId: z.string().min(1).max(200),
    seenSequence: z.int().min(0),
    language: tag.optional(),
    reveals: Reveals,
  })
  .refine(({ text, canned }) => (text === undefined) !== (canned === undefined), 'needs either text or canned');
export const Decline = z.object({ reason: name.optional() });
/** To a team, or to a colleague by their id. */
export const Transfer = z
  .strictObject({ team: name.optional(), agent: name.optional(), reason: name })
  .refine(({ team, agent }) => (team === undefined) !== (agent === undefined), 'needs either team or agent');
export const Hold = z.strictObject({ reason: name, until: z.iso.datetime({ offset: true }) });
export const Merge = z.strictObject({
  into: Id.describe('The conversation in which it goes on; the agent has it as well'),
  seenSequence: z.int().min(0).describe('Of the conversation that ends: the last that the agent has seen'),
});
export const ReturnToBot = z.object({ dialog: name.optional() });
export const Close = z.object({
  outcome: z.enum(agentOutcomes).default('answered'),
  avoidable: z.enum(avoidableCauses).describe('What of our own doing made them write').optional(),
  topic: name.describe('The enquiry that it was about; see /wrap-up').optional(),
  promise: z
    .strictObject({
      what: z
        .string()
        .trim()
        .min(1, 'is empty')
        .max(200)
        .transform((said) => said.charAt(0).toUpperCase() + said.slice(1))
        .describe('For colleagues; the tenant is told the day'),
      by: z.iso.date(),
      team: name.optional().describe('Who keeps it, where that is not you'),
    })
    .describe('What is left open: a promise with a day, and a task for whoever keeps it')
    .optional(),
});

export const RunMacro = z.strictObject({
  name,
  requestId: z.string().min(1).max(190).describe('Sent again it does nothing more'),
  seenSequence: z.int().min(0),
  reveals: Reveals,
  from: z
    .int()
    .min(1)
    .default(1)
    .describe('The first step to do: the `step` of a refusal, for those before it are done'),
});

export const promiseActs = ['keep', 'move'] as const;
export type PromiseActName = (typeof promiseActs)[number];

export const MovePromise = z.object({
  to: z.iso.date(),
  why: z.string().trim().min(1, 'is empty').max(500),
  reveals: Reveals,
});

/** As the tenant reads it, and the profile keeps it. */
const told = z.string().trim().min(1, 'is empty').max(500).nullable().default(null);

/** What cannot be done is told with the reason and with something that can. */
export const DecideAdjustment = z
  .object({
    outcome: z.enum(['agreed', 'partly', 'cannot']),
    effect: words,
    practicality: words,
    cost: words,
    disruption: words,
    adjustment: told,
    instruction: told.describe('For those who come to the home: what to do, never why'),
    why: told,
    alternatives: z.array(z.string().trim().min(1).max(300)).max(10).default([]),
    reveals: Reveals,
  })
  .refine(({ outcome, adjustment }) => outcome === 'cannot' || adjustment !== null, {
    path: ['adjustment'],
    message: 'is missing: what will be done',
  })
  .refine(({ outcome, why }) => outcome === 'agreed' || why !== null, {
    path: ['why'],
    message: 'is missing: the tenant is told the reason',
  })
  .refine(({ outcome, alternatives }) => outcome === 'agreed' || alternatives.length > 0, {
    path: ['alternatives'],
    message: 'are missing: what can be done instead',
  });
/** Of a closed complaint. No name belongs into a lesson: reports tell it. */
export const Learn = z.object({ cause: name, lesson: z.string().trim().min(1, 'is empty').max(2_000) });
export const MarkMisread = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('done') }),
  z.strictObject({ as: z.literal('example'), enquiry: name.describe('The kind of enquiry that the words mean') }),
]);
const reason = z.string().trim().min(1, 'is empty').max(2_000);
export const SetRoute = z
  .strictObject({
    route: z.enum(['named-contact', 'written-weekly']),
    contact: name.describe('Who answers, as the customer is told'),
    weekday: z.enum(weekdays).optional().describe('Of the weekly answer'),
    reason,
    until: z.iso.date().describe('The last day on which it holds'),
    reviewOn: z.iso.date().optional(),
  })
  .refine(({ route, weekday }) => (route === 'written-weekly') === (weekday !== undefined), {
    message: 'belongs to a weekly answer, and to it alone',
    path: ['weekday'],
  });
export const EndRoute = z.strictObject({ why: reason });

const person = Id.optional().describe('Who it is, where the request does not tell and you have found it out');
export const ExportData = z.strictObject({
  person,
  as: z.enum(['json', 'html']).default('json').describe('For machines, or for people'),
  release: z
    .array(z.string().min(1).max(400))
    .max(1_000)
    .default([])
    .describe('Parts that were left out for review and that you have looked at'),
});
export const EraseData = z.strictObject({
  person,
  confirm: z.string().min(1).max(200).optional().describe('From the answer before; without it nothing is done'),
});
export const HoldData = z.strictObject({ why: reason });

const instant = z.iso.datetime({ offset: true, error: 'is no instant such as 2026-11-23T09:00:00Z' });
/** In the query of an address. */
export const SearchAudit = z.strictObject({
  person: Id.optional().describe('Id of whose data it was about'),
  conversation: Id.optional(),
  agent: Id.optional(),
  did: z.enum(deeds).optional(),
  since: instant.optional(),
  until: instant.optional().describe('Before this'),
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{1,18}$/, 'is not from `next`')
    .optional()
    .describe('From `next` of the page before'),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
});

/** What the page may say on its socket. */
export const FromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('watch'), conversation: Id, after: z.int().min(0) }),
  z.object({ type: z.literal('unwatch'), conversation: Id }),
  z.object({ type: z.literal('typing'), conversation: Id }),
  z.object({ type: z.literal('here') }).describe('Somebody is there: keys or a pointer moved'),
  z.object({ type: z.literal('seen'), conversation: Id, sequence: z.int().min(1) }),
]);
export type FromPage = z.infer<typeof FromPage>;
