// What the desk's API answers with, for its OpenAPI document; a test holds the two together.

import { z } from 'zod';

import { Clock } from './cases/schema.ts';
import { DraftAnswer, NoteAnswer } from './colleagues/schema.ts';
import { EditsAnswer, PersonAnswer } from './person/schema.ts';
import { promiseActs } from './schema.ts';

const instant = z.iso.datetime({ offset: true });
const Due = z.object({ what: z.string(), by: z.string(), basis: z.string(), rule: z.string() });

const Speaker = z.strictObject({
  id: z.string(),
  name: z.object({ given: z.string(), family: z.string() }).nullable(),
  kind: z.string(),
});

const Route = z
  .strictObject({
    route: z.enum(['named-contact', 'written-weekly']),
    contact: z.string(),
    weekday: z.string().optional(),
    until: z.iso.date(),
    reviewOn: z.iso.date(),
  })
  .describe('The agreed route of who writes: who answers them, how, until when');

const Told = z
  .strictObject({
    name: z.string().optional(),
    phone: z.string().optional().describe('The number that they text from, where they told none and are not on file'),
    onBehalfOf: z.string().optional().describe('For whom they write, when it is not for themselves'),
    needs: z.array(z.string()),
  })
  .describe('Said in this conversation, checked by nobody');

const OpenedCase = z.strictObject({
  reference: z.string(),
  kind: z.string().describe('A kind of case, `repair` or `task`'),
  enquiry: z.string(),
  receivedAt: instant,
  due: z.array(Due).describe('As it was told when it was opened'),
  restricted: z.boolean(),
  status: z.string().optional().describe('As the housing system has it now, where it is not among `cases`'),
  clocks: z.array(Clock),
});

const Thread = z.strictObject({ conversation: z.string(), channel: z.string(), at: instant });
const Threads = z
  .strictObject({
    open: z
      .array(z.looseObject({ conversation: z.string(), channel: z.string(), state: z.enum(['waiting', 'accepted']) }))
      .describe('With somebody, or waiting, now'),
    mergedFrom: z.array(Thread).describe('Those that go on in this one, by when they ended'),
    mergedInto: z.array(Thread.omit({ channel: true })).describe('Those in which this one went on'),
  })
  .describe('Other conversations of who writes, as far as the agent may read them');

export const ConversationAnswer = z.strictObject({
  id: z.string(),
  channel: z.enum(['web', 'sms', 'bot-framework']),
  owner: z.looseObject({ is: z.enum(['bot', 'queue', 'agent']) }),
  language: z.string(),
  optedOut: z.boolean(),
  strikes: z.array(instant).describe('Insults that are not too old to count, by when they were'),
  housing: z.enum(['known', 'away']),
  person: PersonAnswer.nullable().describe('Whose matters are served'),
  speaker: Speaker.nullable().describe('Who writes, where it is for that person by a permission on record'),
  today: z.iso.date().describe('By the service’s clock, where the landlord is'),
  edits: EditsAnswer,
  route: Route.nullable(),
  needs: z.array(z.looseObject({ kind: z.string() })).describe('On file'),
  cases: z
    .array(z.looseObject({ reference: z.string(), kind: z.string(), clocks: z.array(Clock) }))
    .describe('On file, of this person, with what is still to be done by when'),
  contacts: z.array(z.looseObject({ at: z.string(), topic: z.string() })),
  told: Told,
  opened: z.array(OpenedCase).describe('Opened in this conversation, by our own record; whoever writes in it'),
  handovers: z.array(z.looseObject({ id: z.string(), state: z.string(), enquiry: z.string() })),
  threads: Threads,
  transcript: z.array(z.looseObject({ id: z.string(), sequence: z.int(), text: z.string() })),
  sequence: z.int(),
  notes: z.array(NoteAnswer),
  draft: DraftAnswer,
  agents: z.record(z.string(), z.string()).describe('Names of colleagues by id'),
});

export const TranslationsAnswer = z.strictObject({
  to: z.string().describe('BCP 47'),
  lines: z.array(z.strictObject({ sequence: z.int(), from: z.string(), text: z.string() })),
});

export const WrapUpAnswer = z.strictObject({
  topics: z.array(z.string()),
  teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

const MacroAnswer = z.strictObject({
  name: z.string(),
  label: z.record(z.string(), z.string()),
  steps: z.array(z.looseObject({})).describe('As the pack has them'),
});

export const CannedAnswer = z
  .object({
    agentLanguage: z.string(),
    tenantLanguage: z.string(),
    macros: z.array(MacroAnswer).meta({ description: 'Of the landlord pack; see /handovers/{id}/macro' }),
    replies: z.array(
      z.object({
        name: z.string(),
        needs: z.array(z.object({ name: z.string(), kind: z.enum(['date', 'text']) })),
        agent: z
          .string()
          .meta({ description: 'In the language that the agent reads; `{date}` is filled in when it is sent' }),
        tenant: z
          .string()
          .optional()
          .meta({ description: 'In the tenant’s; absent where there is no catalogue of it' }),
      }),
    ),
  })
  .meta({ id: 'Canned' });

const Promised = z.looseObject({
  id: z.string(),
  what: z.string(),
  by: z.string(),
  owner: z.string(),
  reference: z.string().optional(),
  restricted: z.boolean(),
  can: z
    .array(z.enum(promiseActs))
    .describe('What this agent may do about it: nothing, where it is of another team’s case'),
});
export const PromisesAnswer = z.strictObject({ overdue: z.array(Promised), soon: z.array(Promised) });
