// What a search is asked with, and what lists and searches answer.

import { z } from 'zod';

export const SearchFor = z.strictObject({
  text: z.string().trim().min(2, 'is shorter than two characters').max(100, 'is longer than 100 characters'),
});

const Line = z.looseObject({
  id: z.string(),
  conversation: z.string(),
  channel: z.string(),
  team: z.string(),
  enquiry: z.string(),
  language: z.string(),
  state: z.enum(['waiting', 'accepted', 'ended']),
  agent: z.string().optional(),
});

const agents = z.record(z.string(), z.string()).describe('Names of colleagues by id');

export const ListsAnswer = z.strictObject({ lines: z.array(Line), agents });

export const SearchAnswer = z.strictObject({
  found: z.array(
    z.strictObject({
      by: z.enum(['reference', 'person', 'words']),
      line: Line.describe('Its last handover'),
      reference: z.string().optional(),
      person: z
        .strictObject({
          id: z.string(),
          name: z.object({ title: z.string().optional(), given: z.string(), family: z.string() }),
        })
        .optional(),
      said: z.array(
        z.strictObject({
          sequence: z.int(),
          author: z.enum(['customer', 'agent', 'service']),
          text: z.string(),
          language: z.string(),
          at: z.iso.datetime({ offset: true }),
        }),
      ),
    }),
  ),
  agents,
  housing: z.enum(['known', 'away']).describe('`away`: people on file could not be looked for'),
});
