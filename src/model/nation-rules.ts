// What the law of a nation asks of its social landlords: the shape of `landlords/rules/<nation>.yaml`. What changes with time stands
// there once for each time, with the day from which it holds: a case is counted by what held when its message arrived.

import { z } from 'zod';

const text = z.string().min(1);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2026-12-25');
const days = z.int().positive();

export const Nation = z.enum(['england', 'wales', 'scotland', 'northern-ireland']);
export type Nation = z.infer<typeof Nation>;

/** From when, until when (that day included) and by what. `checked: false` is shown to the landlord before going live. */
const period = {
  inForceFrom: isoDate,
  until: isoDate.optional(),
  rule: text,
  source: text,
  checked: z.boolean(),
};

interface InForce {
  readonly inForceFrom: string;
  readonly until?: string | undefined;
}

/** What holds on a day (ISO date in the landlord's time zone); undefined where nothing does. */
export function inForceOn<Part extends InForce>(parts: readonly Part[], on: string): Part | undefined {
  return parts.find(({ inForceFrom, until = '9999-12-31' }) => inForceFrom <= on && on <= until);
}

/** A number or address that somebody in need is told. `checked: false` is shown to the landlord before going live. */
const Helpline = z.strictObject({
  name: text,
  phone: text.optional(),
  text: text.optional(),
  web: text.optional(),
  note: text.optional(),
  checked: z.boolean(),
  checkedOn: isoDate,
  source: text,
});

export const Stage = z.strictObject({
  name: text,
  acknowledgeWorkingDays: days.optional().describe('None where the answer itself is the first that is heard'),
  answerWorkingDays: days,
  answerFrom: z.enum(['received', 'acknowledged']),
  extensionWorkingDays: z.int().nonnegative(),
  owner: text.optional().describe('Who answers at this stage, where it is not who has the complaint already'),
  rule: text,
});
export type Stage = z.infer<typeof Stage>;

const Complaints = z.strictObject({
  ...period,
  definition: text,
  stages: z.array(Stage).describe('Empty where the landlord sets its own'),
  fewestStages: z.int().positive().optional(),
  mostStages: z.int().positive().optional(),
  withinMonths: days.describe('A complaint about what happened in so many months is always taken'),
  outOfScope: z.array(text).describe('What alone may be turned away, by a person and with reasons'),
});

const Ombudsman = z.strictObject({
  ...period,
  name: text,
  nameIn: z.record(text, text).describe('Its name in other languages, where it has one').default({}),
  phone: text,
  web: text,
});

const Hazards = z.strictObject({
  ...period,
  significant: z.array(text).min(1).describe('Kinds of hazard whose clocks run when they are significant'),
  emergencyHours: days.optional().describe('Continuous, nights and weekends included'),
  investigateWorkingDays: days,
  summaryWorkingDays: days,
  safetyWorkWorkingDays: days,
  furtherWorkWorkingDays: days
    .optional()
    .describe('Until work that prevents it is begun, or steps to begin it are taken'),
  furtherWorkWeeks: days.optional().describe('Until that work is physically begun, where it could not be begun sooner'),
});
export type HazardRules = z.infer<typeof Hazards>;

export const NationRules = z.strictObject({
  nation: Nation,
  helplines: z.record(text, Helpline),
  complaints: z.array(Complaints).min(1),
  hazards: z
    .array(Hazards)
    .describe('Clocks of a hazard in the home, from when the landlord is told; none where there are none'),
  dataRequests: z.strictObject({ months: days, complaintDays: days, rule: text, source: text }),
  ombudsman: z.array(Ombudsman).min(1),
  bankHolidays: z.record(isoDate, text),
  equalLanguages: z
    .strictObject({ tags: z.array(text).min(2), rule: text, source: text, checked: z.boolean() })
    .optional()
    .describe(
      'Languages of which none is treated less favourably: packs speak them first, and the first words offer each',
    ),
});
export type NationRules = z.infer<typeof NationRules>;
