// A macro: what an agent does by one name, step by step. The landlord writes them in its pack; what a step names is checked at the start.

import { z } from 'zod';
import { agentOutcomes } from './agent-outcomes.ts';
import { avoidableCauses } from './avoidable.ts';

const text = z.string().trim().min(1, 'is empty').max(200);

const WrapUp = z.strictObject({
  outcome: z.enum(agentOutcomes).default('answered'),
  topic: text.describe('The enquiry that it was about').optional(),
  avoidable: z.enum(avoidableCauses).optional(),
  promise: z
    .strictObject({ what: text, workingDays: z.int().positive().max(60), team: text.optional() })
    .describe('Without a team the agent keeps it')
    .optional(),
});

/** Of these a step has one. */
const stepKinds = ['reply', 'note', 'hold', 'transfer', 'wrapUp'] as const;
export type StepKind = (typeof stepKinds)[number];

const Step = z
  .strictObject({
    reply: text.describe('A ready reply, by its name in locales/<language>/canned.yaml').optional(),
    note: z.string().trim().min(1, 'is empty').max(2_000).describe('For colleagues').optional(),
    hold: z.strictObject({ minutes: z.int().min(2).max(40_000), reason: text }).optional(),
    transfer: z.strictObject({ team: text, reason: text.default('agent') }).optional(),
    wrapUp: WrapUp.optional(),
  })
  .refine((step) => stepKinds.filter((kind) => step[kind] !== undefined).length === 1, {
    message: `a step has one of ${stepKinds.join(', ')}.`,
  });

export const Macro = z.strictObject({
  label: z.record(text, text).describe('What agents read, by language; English at least'),
  steps: z.array(Step).min(1).max(10),
});
export type Macro = z.infer<typeof Macro>;
export type MacroStep = Macro['steps'][number];

export function kindOf(step: MacroStep): StepKind {
  return stepKinds.find((kind) => step[kind] !== undefined) ?? 'note';
}

/** Typed after “/”. */
export const macroName = /^[a-z][a-z0-9_]*$/;
