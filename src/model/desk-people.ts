// What a landlord's pack says of who comes in to the desk.

import { z } from 'zod';

const text = z.string().trim().min(1);

export const DeskPeople = z.strictObject({
  auditors: text.optional().describe('Team whose people search the audit of the desk, and see nothing else of it'),
  groups: z
    .record(text, z.array(text).min(1))
    .describe('Group at the sign-in provider → the teams that its people are in')
    .default({}),
});
