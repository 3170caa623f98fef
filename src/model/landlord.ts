// The landlord pack: its shape. The files are in `landlords/`; `content/` reads and checks them. What hardly ever differs between
// landlords has a default here, so that a pack tells what is its own.

import { z } from 'zod';
import { DeskPeople } from './desk-people.ts';
import { Macro } from './macro.ts';
import { Nation, Stage } from './nation-rules.ts';
import { Retention } from './retention.ts';
import { Full } from './routing-limits.ts';
import { Survey } from './survey.ts';
import { TextSettings } from './texts.ts';
import { usualTasks } from './usual-tasks.ts';

const text = z.string().min(1);
/** A whole number above zero, with what it usually is. */
const count = (usual: number) => z.int().positive().default(usual);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2026-12-25');
const timeOfDay = z.string().regex(/^\d{2}:\d{2}$/, 'expected a time like 08:00');
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
  overflow: z
    .strictObject({ afterMinutes: count(5), to: text })
    .describe('Who waits so long for this team is offered to the agents of another, too; a restricted matter never is')
    .optional(),
  full: Full.describe(
    'Who asks for a person then is offered a call-back, as when the desk is closed; danger and restricted matters wait all the same',
  ).optional(),
});

/** A landlord's own words by language (BCP 47), plain text. */
const Texts = z.record(text, text);

export const Landlord = z.strictObject({
  name: text.describe('Short name, as tenants know it'),
  legalName: text,
  nation: Nation,
  timeZone: z.literal('Europe/London').default('Europe/London'),
  checked: z
    .boolean()
    .describe(
      'Whether the landlord has confirmed its numbers, addresses and pages; what it has not is listed before going live',
    ),
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
  quickExit: z.url().describe('Where *Leave quickly* leads').default('https://www.bbc.co.uk/weather'),
  theme: z.strictObject({ accent: text, accentText: text }).default({ accent: '#0b5d66', accentText: '#ffffff' }),
  teams: z.record(text, Team),
  routes: z
    .record(text, text)
    .describe('Enquiry name or its first half → team that gets its cases, tasks and handovers; `default` for the rest'),
  handover: z
    .strictObject({
      waitLimitMinutes: count(10).describe('After this a call-back is promised instead of more waiting'),
      callbackWorkingDays: count(1),
      capacity: z
        .strictObject({ web: count(3), sms: count(5), 'bot-framework': count(3) })
        .describe('Conversations of each channel that an agent has at once')
        .prefault({}),
      botFramework: z
        .enum(['own', 'handoff'])
        .default('own')
        .describe('Who takes conversations of Bot Framework channels over: our desk, or the one behind the channel'),
      offerSeconds: count(30).describe('How long a conversation is held for the agent whose turn it is'),
      goneAfterSeconds: count(60).describe(
        'An agent not heard of for so long is gone; their conversations go back in front',
      ),
    })
    .prefault({}),
  contactHours: z
    .strictObject({
      from: timeOfDay.default('08:00'),
      until: timeOfDay.default('21:00').describe('After it nobody is written to who has not written to us'),
    })
    .describe('When tenants hear from us of our own accord; replies and danger know no hours')
    .prefault({}),
  promises: z
    .strictObject({
      warnWorkingDays: count(1).describe('So long before the day of a promise its team is reminded of it'),
      newsWorkingDays: count(2).describe('Who was told that a promise is late hears again within so many'),
      lateTeam: text.optional().describe('Who looks at a promise that is late; else the default team'),
      lookMinutes: count(10).describe('How often the housing system is asked what became of what was promised'),
    })
    .prefault({}),
  proof: z
    .strictObject({
      lastsMinutes: count(30),
      tries: count(5),
      waitMinutes: count(15),
      codeLastsMinutes: count(10),
    })
    .prefault({}),
  silenceMinutes: z
    .strictObject({ web: count(30), sms: count(720) })
    .describe('After this a new message is asked whether to carry on with the old question')
    .prefault({}),
  unfinishedAfterHours: count(24).describe(
    'After so long without a word, what was begun and must be on record (a complaint, damp) is logged as far as it was told',
  ),
  complaints: z.strictObject({
    owner: text.describe('Who owns a new complaint until an investigating manager is named'),
    acknowledgeAtOnce: z
      .boolean()
      .default(false)
      .describe(
        'Whether our receipt is the acknowledgement, which starts the clock of the answer; else a person reads it first',
      ),
    highRiskOwner: text,
    stages: z
      .array(Stage)
      .min(1)
      .optional()
      .describe('The landlord’s own, where it is quicker than the law asks or the law sets none'),
    repeatWithinDays: z
      .int()
      .positive()
      .default(365)
      .describe('How long an answered complaint is still linked with another of the same person about the same'),
    vulnerableFlags: z
      .array(text)
      .default(['vulnerable'])
      .describe(
        'Kinds of need by which staff flag somebody as particularly vulnerable: a complaint of theirs is high risk',
      ),
    managers: z
      .record(text, text)
      .default({})
      .describe('Team → who investigates complaints about it, where it is named'),
    causes: z
      .array(text)
      .default(['delay', 'communication', 'quality of work', 'staff', 'contractor', 'policy', 'information', 'other'])
      .describe('What a complaint that was closed can have been caused by, as reports count it'),
    withinMonths: z
      .int()
      .positive()
      .optional()
      .describe('How old a matter may be, where the landlord takes older ones than it must'),
  }),
  persistentContact: z
    .strictObject({
      managers: text
        .default('managers')
        .describe('Team whose people may set an agreed route for a customer, change it and end it'),
      strikes: count(3).describe('After so many insults in a conversation a person takes it over'),
      strikeMonths: count(12).describe('An insult is held against nobody for longer'),
      longestMonths: count(12).describe('No agreed route lasts longer than this without being set anew'),
      reviewMonths: count(6).describe('After this it is looked at again, at the latest'),
    })
    .prefault({}),
  translation: z
    .strictObject({
      charactersPerMonth: count(500_000).describe(
        'So many characters a month are sent to a translation service, and no more: it is paid by the character',
      ),
    })
    .prefault({}),
  adjustments: z.strictObject({
    owner: text,
    decideWorkingDays: count(10),
    reviewMonths: count(12).describe('After this it is asked whether an adjustment is still right'),
  }),
  survey: Survey.optional(),
  profileCheckMonths: z
    .int()
    .positive()
    .optional()
    .describe(
      'After this a customer whom we know is asked whether what is on file is still right; nobody is, where it is missing',
    ),
  formats: z
    .record(text, z.strictObject({ owner: text, workingDays: z.int().positive() }))
    .describe(
      'Format → who makes it, in which time; `other` for the rest, else whoever decides on adjustments, as fast',
    )
    .default({}),
  texts: TextSettings.prefault({}),
  print: z
    .strictObject({
      fonts: text
        .describe(
          'Folder in landlords/<pack> with the landlord’s own fonts (TTF or OTF), the first by name before the others',
        )
        .optional(),
    })
    .describe('How letters look; the scripts that the landlord’s fonts lack are printed in Noto')
    .prefault({}),
  repairs: z.strictObject({
    emergencyHours: z.int().positive(),
    urgentWorkingDays: z.int().positive(),
    routineWorkingDays: z.int().positive(),
  }),
  tasks: z
    .record(text, z.int().positive())
    .describe('Enquiry → working days in which its task or request is answered, where it is not the usual time')
    .default({})
    .transform((own) => ({ ...usualTasks, ...own })),
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
  areas: z
    .record(
      text,
      z.strictObject({
        name: text,
        nameIn: Texts.describe('What it is called in other languages, where it is not a name').optional(),
      }),
    )
    .describe('Areas with answers of their own')
    .default({}),
  answers: z
    .record(text, z.record(text, Texts))
    .describe('Enquiry → area, or `any` → what the landlord says about it, in each language of the pack')
    .default({}),
  directory: z
    .union([z.strictObject({ file: text }), z.strictObject({ url: z.url() })])
    .describe('Support services: a file beside the pack, or the address of an Open Referral UK service')
    .optional(),
  retention: Retention.describe('What is kept of people, on which lawful basis, for what and how long'),
  privacy: z
    .strictObject({
      officers: text
        .default('data-protection')
        .describe('Team whose people export and erase what is held about somebody, when they ask for it'),
    })
    .prefault({}),
  desk: DeskPeople.prefault({}),
  macros: z.record(text, Macro).describe('What agents do often, by one name').default({}),
  limits: z
    .strictObject({
      signInsPerAddressPerHour: count(600),
      sessionsPerAddressPerHour: count(30),
      sessionsPerOriginPerHour: count(2000),
      messagesPerConversationPerMinute: count(30),
    })
    .prefault({}),
});
export type Landlord = z.infer<typeof Landlord>;
