// How much an agent takes at once, and how many may wait for a team: as the landlord pack has it, and as a supervisor set it since.

import { z } from 'zod';
import { channelNames } from './message.ts';

const most = z.int().min(0).max(50);

/** Conversations of each channel that an agent has at once. A channel that is missing is as it was before. */
export const Capacity = z.partialRecord(z.enum(channelNames), most);
export type Capacity = z.infer<typeof Capacity>;

/** From when on nobody is asked to wait for a team any more; `null`: there is no such limit. What is missing is as it was before. */
export const Full = z.strictObject({
  waiting: z.int().positive().max(1_000).nullable().optional().describe('So many stand before who asks for a person'),
  minutes: z.int().positive().max(1_000).nullable().optional().describe('It takes so long, as others waited of late'),
});
export type Full = z.infer<typeof Full>;

/** What supervisors have set, by team and by agent. */
export interface LimitsSet {
  readonly teams: ReadonlyMap<string, Full>;
  readonly agents: ReadonlyMap<string, Capacity>;
}
