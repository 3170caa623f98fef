// What agents write for each other, and what they are answered.

import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const id = z.string().regex(/^[\w:.|+-]{1,300}$/);

export const WriteNote = z
  .strictObject({
    text: z.string().trim().min(1, 'is empty').max(20_000, 'is longer than 20,000 characters'),
    mentions: z.array(id).max(20).default([]).describe('Ids of colleagues whom it is for'),
    asks: z
      .boolean()
      .default(false)
      .describe('They are asked to answer with a note; the conversation stays whose it is'),
  })
  .refine(({ asks, mentions }) => !asks || mentions.length > 0, {
    path: ['mentions'],
    message: 'are missing: who is asked',
  });

export const KeepDraft = z.strictObject({
  text: z.string().max(20_000, 'is longer than 20,000 characters').describe('Empty: there is none any more'),
  sendingAs: z.string().min(1).max(200).optional().describe('The `clientMessageId` under which it is being sent'),
});

export const NoteAnswer = z.strictObject({
  id: z.string(),
  agent: z.string(),
  text: z.string(),
  at: instant,
  mentions: z.array(z.string()),
  asks: z.boolean(),
});

export const DraftAnswer = z
  .strictObject({ text: z.string(), sendingAs: z.string().optional(), at: instant })
  .nullable()
  .describe('What the agent wrote here and has not sent');

export const ColleaguesAnswer = z.strictObject({
  colleagues: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      teams: z.array(z.string()),
      state: z.enum(['available', 'busy', 'away', 'offline']),
      free: z.boolean().describe('Can be handed one more conversation now'),
    }),
  ),
});

export const MentionsAnswer = z.strictObject({
  mentions: z.array(NoteAnswer.extend({ conversation: z.string(), enquiry: z.string(), channel: z.string() })),
  agents: z.record(z.string(), z.string()),
});
