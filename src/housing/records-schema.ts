// Cases, repairs, tasks and contacts as /housing/v1 speaks of them. What comes in is strict: an unknown field is refused.
// What comes out is read by its known fields, so a housing system may say more.

import { z } from 'zod';
import { date, details, halfDay, id, instant, language, line, lines, reference, short, slug, words } from './words.ts';

const caseKinds = [
  'complaint',
  'adjustment',
  'format',
  'hazard',
  'conduct',
  'safeguarding',
  'hate-incident',
  'domestic-abuse',
  'asb',
  'referral',
  'data-request',
  'enquiry',
] as const;

export const caseKind = z.enum(caseKinds);
const priority = z.enum(['emergency', 'high', 'normal']);

const Due = z
  .object({ what: line, by: z.union([instant, date]), basis: line, rule: line })
  .meta({ id: 'Due', description: 'What must be done by when, and the rule that says so' });

const ReportedBy = z.object({
  person: id.exactOptional(),
  name: line.exactOptional(),
  relation: line,
  authority: line,
  role: line
    .exactOptional()
    .meta({ description: 'What they are to the landlord, such as `joint-tenant` or `applicant`' }),
});

const caseFields = {
  kind: caseKind,
  stage: short.exactOptional(),
  priority: priority.default('normal'),
  riskReasons: lines.default([]),
  person: id.exactOptional(),
  tenancy: line.exactOptional(),
  reportedBy: ReportedBy.default({ relation: 'self', authority: 'self' }),
  words: words.meta({ description: 'The words of the tenant, untouched' }),
  language: language.default('und'),
  english: words.exactOptional(),
  outcomeSought: words.exactOptional(),
  needs: lines.default([]),
  acknowledgedAt: instant.exactOptional(),
  due: z.array(Due).max(50).default([]),
  owner: short.exactOptional(),
  team: short.default('contact-centre'),
  links: lines.default([]),
  channel: short.default('api'),
  conversation: words.max(200).default(''),
  details: details.default({}),
};

export const NewCase = z
  .strictObject({
    reference: reference.exactOptional(),
    status: z.literal('open').default('open'),
    receivedAt: instant.exactOptional().meta({ description: 'When the landlord heard of it. Absent: now' }),
    ...caseFields,
    reportedBy: ReportedBy.strict().default({ relation: 'self', authority: 'self' }),
    due: z.array(Due.strict()).max(50).default([]),
  })
  .meta({ id: 'NewCase' });

export const Case = z
  .object({ reference: short, status: short, receivedAt: instant, ...caseFields, createdAt: instant })
  .meta({ id: 'Case' });

export const CasePatch = z
  .strictObject({
    status: slug.exactOptional(),
    stage: short.exactOptional(),
    priority: priority.exactOptional(),
    riskReasons: lines.exactOptional(),
    english: words.exactOptional(),
    outcomeSought: words.exactOptional(),
    needs: lines.exactOptional(),
    acknowledgedAt: instant.exactOptional(),
    due: z.array(Due.strict()).max(50).exactOptional(),
    owner: short.exactOptional(),
    team: short.exactOptional(),
    links: lines.exactOptional(),
    addLinks: lines.exactOptional().meta({ description: 'References to add to the links that are there' }),
    details: details.exactOptional(),
  })
  .meta({
    id: 'CasePatch',
    description: 'Only the fields named change, and within details only the keys named; a list replaces the list',
  });

const Appointment = z.object({ date, slot: halfDay }).meta({ id: 'Appointment' });
export const repairPriority = z.enum(['emergency', 'urgent', 'routine', 'hazard']);

const repairFields = {
  person: id,
  tenancy: line.exactOptional(),
  fault: words,
  room: line.exactOptional(),
  sharedPart: slug.exactOptional().meta({ description: 'Of a fault that several homes share, such as `lift`' }),
  trade: slug,
  priority: repairPriority.default('routine'),
  access: words.exactOptional(),
  appointment: Appointment.exactOptional(),
};

/** How the repair came in: kept with it, not part of what a tenant is told. */
const repairOrigin = {
  words: words.exactOptional(),
  language: language.exactOptional(),
  reportedAt: instant.exactOptional(),
  conversation: words.max(200).exactOptional(),
  attachments: lines.exactOptional(),
  links: lines.exactOptional().meta({ description: 'References of what was opened with it, such as a hazard' }),
  reportedBy: ReportedBy.exactOptional(),
};

export const NewRepair = z
  .strictObject({
    reference: reference.exactOptional(),
    property: id.exactOptional().meta({ description: 'Absent: the home of the tenancy, else of the person' }),
    ...repairFields,
    ...repairOrigin,
    appointment: Appointment.strict().exactOptional(),
  })
  .meta({ id: 'NewRepair' });

export const Repair = z
  .object({
    reference: short,
    property: z.string().meta({ description: 'Empty when the home is not known' }),
    ...repairFields,
    ...repairOrigin,
    priority: repairPriority,
    status: short,
    contractor: short.exactOptional(),
    reportedOn: date.exactOptional(),
    appointmentWanted: Appointment.exactOptional().meta({
      description: 'Asked for, but taken by then: another is to be agreed',
    }),
  })
  .meta({ id: 'Repair' });

export const RepairPatch = z
  .strictObject({
    status: slug.exactOptional(),
    trade: slug.exactOptional(),
    priority: repairPriority.exactOptional(),
    access: words.exactOptional(),
    appointment: Appointment.strict().nullable().exactOptional(),
    contractor: short.exactOptional(),
  })
  .meta({ id: 'RepairPatch' });

const taskFields = {
  team: short,
  kind: slug,
  person: id.exactOptional(),
  words,
  language: language.default('und'),
  due: date,
  owner: short.exactOptional(),
  conversation: words.max(200).default(''),
  details: details.default({}),
};

export const NewTask = z
  .strictObject({ reference: reference.exactOptional(), ...taskFields })
  .meta({ id: 'NewTask', description: 'Something for a team to do by a day' });

export const Task = z
  .object({ reference: short, status: short, ...taskFields, createdAt: instant })
  .meta({ id: 'Task' });

export const TaskPatch = z
  .strictObject({
    status: slug.exactOptional(),
    team: short.exactOptional(),
    owner: short.exactOptional(),
    due: date.exactOptional(),
    details: details.exactOptional(),
  })
  .meta({ id: 'TaskPatch' });

const contactFields = {
  person: id.exactOptional(),
  at: instant,
  channel: short,
  topic: short,
  outcome: short,
  conversation: words.max(200).default(''),
  reportedBy: ReportedBy.exactOptional().meta({ description: 'Who wrote, where it was not whom it is about' }),
  details: details.exactOptional().meta({ description: 'Of one with a person: what they said of it at its end' }),
};

export const NewContact = z.strictObject(contactFields).meta({ id: 'NewContact' });
export const Contact = z.object({ id: z.string(), ...contactFields, createdAt: instant }).meta({ id: 'Contact' });
