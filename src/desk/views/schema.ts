// What a view is kept as, and what is answered.

import { z } from 'zod';
import { channelNames } from '../../model/message.ts';

const longestName = 60;

const Filter = z
  .strictObject({
    state: z.enum(['waiting', 'accepted', 'held', 'ended']).describe('`ended`: within a day'),
    team: z.string().max(100),
    channel: z.enum(channelNames),
    language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no BCP 47 tag'),
    topic: z.string().max(100).describe('What it is about, see /wrap-up'),
    urgent: z.literal(true),
    restricted: z.literal(true),
    with: z.enum(['me', 'colleague']),
  })
  .partial()
  .describe('All of these at once; none: everything');

export const KeepView = z.strictObject({
  name: z
    .string()
    .trim()
    .max(longestName, `is longer than ${longestName} characters`)
    .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'is empty')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'is more than a line of text')
    .describe('One of its kind with each agent'),
  filter: Filter,
});

export const ViewsAnswer = z.strictObject({
  views: z.array(
    z.strictObject({ id: z.uuid(), name: z.string(), filter: Filter, count: z.int().describe('What it shows now') }),
  ),
  languages: z.array(z.string()).describe('What the service speaks, the landlord’s own first'),
});
