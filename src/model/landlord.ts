// The landlord pack: its shape. The files are in `landlords/`; `content/` reads and checks them.

import { z } from 'zod';
import { Nation, Stage } from './nation-rules.ts';

const text = z.string().min(1);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2026-12-25');
/** Opening times of one day in the landlord's time zone: `["08:00-12:30", "13:30-18:00"]`; an empty list is closed. */
const spans = z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, 'expected a span like 08:00-18:00'));

export const Hours = z.strictObject({
  monday: spans,
  tuesday: spans,
  wednesday: spans,
  thursday: spans,
  friday: spans,
  saturday: spans,
  sunday: spans,
});
export type Hours = z.infer<typeof Hours>;

const Team = z.strictObject({
  name: text,
  /** Whether agents of this team take conversations over. */
  takesHandovers: z.boolean().default(false),
  hours: Hours.optional(),
});

/** A landlord's own words by language (BCP 47), plain text. */
const Texts = z.record(text, text);

export const Landlord = z.strictObject({
  name: text.describe('Short name, as tenants know it'),
  legalName: text,
  nation: Nation,
  timeZone: z.literal('Europe/London'),
  website: z.url(),
  phone: text.describe('E.164'),
  phoneCost: Texts.describe('What a call to `phone` costs').optional(),
  textNumber: text,
  email: z.email(),
  postalAddress: text,
  outOfHours: z.strictObject({ phone: text, for: text }),
  offices: z.array(z.strictObject({ name: text, address: text, hours: Hours })).default([]),
  social: z
    .array(z.strictObject({ name: text, url: z.url() }))
    .describe('Pages on social media that tenants are told of')
    .default([]),
  patches: z
    .record(text, z.strictObject({ officer: text, phone: text }))
    .describe('Patch of homes, as the housing system names it → who looks after it')
    .default({}),
  languages: z.array(text).min(1).describe('BCP 47; the first is the one that is spoken when nothing is known'),
  hours: Hours.describe('When the contact centre answers'),
  closedOn: z.array(z.strictObject({ on: isoDate, why: text })).default([]),
  origins: z.array(z.url()).describe('Sites that may carry the widget').default([]),
  theme: z.strictObject({ accent: text, accentText: text }),
  teams: z.record(text, Team),
  routes: z
    .record(text, text)
    .describe('Enquiry name or its first half → team that gets its cases, tasks and handovers; `default` for the rest'),
  handover: z.strictObject({
    waitLimitMinutes: z.int().positive().describe('After this a call-back is promised instead of more waiting'),
    callbackWorkingDays: z.int().positive(),
    goneAfterSeconds: z
      .int()
      .positive()
      .describe('An agent not heard of for so long is gone; their conversations go back in front'),
  }),
  proof: z.strictObject({
    lastsMinutes: z.int().positive(),
    tries: z.int().positive(),
    waitMinutes: z.int().positive(),
    codeLastsMinutes: z.int().positive(),
  }),
  silenceMinutes: z
    .strictObject({
      web: z.int().positive(),
      sms: z.int().positive(),
    })
    .describe('After this a new message is asked whether to carry on with the old question'),
  complaints: z.strictObject({
    owner: text.describe('Who owns a new complaint until an investigating manager is named'),
    acknowledgeAtOnce: z
      .boolean()
      .describe('Whether our receipt is the acknowledgement, which starts the clock of the answer'),
    highRiskOwner: text,
    stages: z
      .array(Stage)
      .min(1)
      .optional()
      .describe('The landlord’s own, where it is quicker than the law asks or the law sets none'),
    withinMonths: z
      .int()
      .positive()
      .optional()
      .describe('How old a matter may be, where the landlord takes older ones than it must'),
  }),
  adjustments: z.strictObject({ owner: text, decideWorkingDays: z.int().positive(), reviewMonths: z.int().positive() }),
  formats: z.record(text, z.strictObject({ owner: text, workingDays: z.int().positive() })),
  repairs: z.strictObject({
    emergencyHours: z.int().positive(),
    urgentWorkingDays: z.int().positive(),
    routineWorkingDays: z.int().positive(),
  }),
  tasks: z
    .record(text, z.int().positive())
    .describe('Enquiry → working days in which its task or request is answered; `default` for the rest'),
  links: z
    .strictObject({
      pay: z.url(),
      directDebit: z.url(),
      swap: z.url(),
      apply: z.url(),
      buy: z.url(),
      involve: z.url(),
      privacy: z.url(),
    })
    .describe('Pages that tenants are sent to'),
  noticeWeeks: z.int().positive().describe('Weeks of notice that a tenant who leaves gives'),
  pestsWeTreat: z
    .array(text)
    .describe('Pests in a home whose treatment is the landlord’s; the others are the tenant’s'),
  areas: z.record(text, z.strictObject({ name: text })).describe('Areas with answers of their own'),
  answers: z
    .record(text, z.record(text, Texts))
    .describe('Enquiry → area, or `any` → what the landlord says about it, in each language of the pack'),
  directory: z
    .union([z.strictObject({ file: text }), z.strictObject({ url: z.url() })])
    .describe('Support services: a file beside the pack, or the address of an Open Referral UK service'),
  retention: z
    .strictObject({
      misreadDays: z
        .int()
        .positive()
        .default(90)
        .describe('How long masked words that were misread are kept to learn from'),
    })
    .prefault({}),
  limits: z.strictObject({
    sessionsPerAddressPerHour: z.int().positive(),
    sessionsPerOriginPerHour: z.int().positive(),
    messagesPerConversationPerMinute: z.int().positive(),
  }),
});
export type Landlord = z.infer<typeof Landlord>;
