// The shape of a dialog file, `dialogs/<area>/<name>.yaml`. Structure and phrase keys only: all words are in `locales/`.
//
// A step's phrase is `<dialog>.<step>` unless the step names another. Steps link by name. The first step is where it starts.
// What needs an expression is an action, written in TypeScript.

import { z } from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected lower-case words joined by _');
/** `told` is this dialog's own phrase `<dialog>.told`; with a dot it is a whole key. */
const phrase = z.string().regex(/^[a-z][a-z0-9_.]*$/);
const dialogName = z.string().regex(/^[a-z_]+\.[a-z_]+$/, 'expected a dialog such as repair.report');

const expects = z.enum([
  'text',
  'choice',
  'yes-no',
  'date',
  'phone',
  'email',
  'postcode',
  'reference',
  'amount',
  'photo',
]);

/** Says something and goes on. */
const Say = z.strictObject({ say: phrase, next: name });

/**
 * Asks for one slot. Already known (said earlier, or on the profile): not asked. `optional`: may be skipped, the slot is then null.
 * A choice has `options` (labels at `<phrase>.options.<option>`) or `optionsFrom`, a slot that an action filled with offers.
 * `why` is the phrase that answers "why do you ask?".
 */
const Ask = z.strictObject({
  ask: name,
  expects,
  phrase: phrase.optional(),
  options: z.array(name).optional(),
  optionsFrom: name.optional(),
  /** What is none of the options but tells the matter itself, or a reference that is asked for next, counts as this option and fills this slot. */
  otherwise: z.strictObject({ option: name, fills: name }).optional(),
  /** A choice of ways of contact: of several in one answer the first is the answer, and this slot gets them all, apart by spaces. */
  several: name.optional(),
  /** The option that a bare "no" chooses. */
  no: name.optional(),
  optional: z.boolean().default(false),
  /** Ask although the words that opened the enquiry may hold the answer already. */
  always: z.boolean().default(false),
  why: phrase,
  next: name,
});

/** Does an action; goes on by its outcome. Every outcome that the action declares must be there. */
const Do = z.strictObject({ do: phrase, with: z.record(name, z.string()).optional(), on: z.record(z.string(), name) });

/** Goes on by the value of a slot, or of a fact: `channel`, `person.recognised`, `person.proved`, `desk.open`, `person.tenure`, … */
const When = z.strictObject({ when: z.string(), is: z.record(z.string(), name), else: name });

/** Reads back what was said and asks whether it is right; if not, which of `change` to put right, and asks that again. */
const Confirm = z.strictObject({ confirm: phrase, change: z.array(name).min(1), why: phrase, next: name });

/** Runs another dialog inside this one and goes on by its outcome. `with` is told to it; its slots named in `keep` come back. */
const Call = z.strictObject({
  call: dialogName,
  with: z.record(name, z.string()).optional(),
  on: z.record(z.string(), name),
  keep: z.array(name).optional(),
});

/** Brings a person in. The team is the pack's route for this enquiry unless named. Ends the enquiry. */
const Handover = z.strictObject({ handover: z.string(), reason: name });

/** Ends the enquiry (or, in a called dialog, returns). */
const End = z.strictObject({ end: z.string() });

export type Say = z.infer<typeof Say>;
export type Ask = z.infer<typeof Ask>;
export type Do = z.infer<typeof Do>;
export type When = z.infer<typeof When>;
export type Confirm = z.infer<typeof Confirm>;
export type Call = z.infer<typeof Call>;
export type Handover = z.infer<typeof Handover>;
export type End = z.infer<typeof End>;
export type Step = Say | Ask | Do | When | Confirm | Call | Handover | End;

/** Schemas by verb. */
export const stepSchemas = {
  say: Say,
  ask: Ask,
  do: Do,
  when: When,
  confirm: Confirm,
  call: Call,
  handover: Handover,
  end: End,
};

/** Picks the schema by the step's verb, so that a fault reads `problem.next: expected string` and not `Invalid input`. */
const Step = z.record(z.string(), z.unknown()).transform((step, context): Step => {
  const verb = Object.keys(stepSchemas).find((each) => each in step) as keyof typeof stepSchemas | undefined;
  if (verb === undefined) {
    context.addIssue({ code: 'custom', message: `a step starts with one of ${Object.keys(stepSchemas).join(', ')}` });
    return z.NEVER;
  }
  const parsed = stepSchemas[verb].safeParse(step);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
  }
  return z.NEVER;
});

export const Dialog = z.strictObject({
  /** The enquiry that it serves: the same as its path. A dialog that is only called has `called: true` instead. */
  enquiry: dialogName.or(z.literal('none')).optional(),
  called: z.literal(true).optional(),
  owner: z.string().min(1),
  reviewedOn: z.iso.date(),
  clauses: z.array(z.string()).default([]),
  tenures: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  /** Looked for in every message, before and beside the recogniser. */
  urgent: z.boolean().default(false),
  /** Nothing of it in logs, previews, texts to other numbers, other agents' lists. */
  restricted: z.boolean().default(false),
  /** About who somebody is: nothing is read into an answer, learned from it, noticed in it, or sent elsewhere to be understood. */
  private: z.boolean().default(false),
  /** Not even its name stands where others may read it, as in front of a link in a text. What is urgent, restricted or private never does. */
  discreet: z.boolean().default(false),
  /** Where a wish for a person in the middle leads: what must be on record first is put there. Without it, straight to a person. */
  person: name.optional(),
  /**
   * Where it goes by itself when who began it has not come back for the pack's `unfinishedAfterHours`: what was told is put on record.
   * Nothing is asked on the way from there.
   */
  unfinished: name.optional(),
  /**
   * Where it begins when an agent opens a case for who they are speaking with: all that was told is known, and nothing is asked on the
   * way from there. Without it, what it is about becomes a task of its team.
   */
  desk: name.optional(),
  /** At the desk it is opened by its own team alone: who is of another passes the conversation on to them. */
  deskFor: z.literal('team').optional(),
  steps: z.record(name, Step),
});
export type Dialog = z.infer<typeof Dialog>;

/** Dialogs by name, e.g. `repair.report`. */
export type Playbook = ReadonlyMap<string, Dialog>;
