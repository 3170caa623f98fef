// The list of what was misread, as editors read it. Turns write it; see `turn/misread.ts`.

import { type Kysely, sql } from 'kysely';
import type { MisreadBecause } from '../model/conversation.ts';
import type { Schema } from './schema.ts';

export interface MisreadRow {
  readonly id: string;
  readonly at: Date;
  readonly channel: string;
  readonly language: string;
  readonly words: string;
  readonly because: MisreadBecause;
  readonly guessed: string | null;
  readonly confidence: number | null;
  readonly during: string | null;
  readonly meant: string | null;
  readonly done_at: Date | null;
  /** The kind of enquiry of which somebody at the desk wants an example made. */
  readonly example_of: string | null;
}

export interface MisreadStore {
  /** What no example was made of yet, the newest first. With `enquiry` what was taken for it, or turned out to be it. */
  list(wanted: { readonly enquiry?: string | undefined; readonly limit: number }): Promise<readonly MisreadRow[]>;
  find(id: string): Promise<MisreadRow | undefined>;
  markDone(id: string, at: Date): Promise<void>;
  /** To be made an example of. False where it is not in the list any more. */
  wantExample(id: string, enquiry: string): Promise<boolean>;
}

/** Not whose conversation it was. */
const columns = [
  'id',
  'at',
  'channel',
  'language',
  'words',
  'because',
  'guessed',
  'confidence',
  'during',
  'meant',
  'done_at',
  'example_of',
] as const;
/** A row number of the database; anything else is nobody's. */
const isId = /^\d{1,18}$/;

export function createMisreadStore(db: Kysely<Schema>): MisreadStore {
  return {
    list: async ({ enquiry, limit }) => {
      const open = db.selectFrom('contact.misread').select(columns).where('done_at', 'is', null);
      const wanted = enquiry === undefined ? open : open.where(sql<boolean>`${enquiry} in (guessed, meant, during)`);
      return await wanted.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },
    find: async (id) =>
      isId.test(id)
        ? await db.selectFrom('contact.misread').select(columns).where('id', '=', id).executeTakeFirst()
        : undefined,
    wantExample: async (id, enquiry) => {
      if (!isId.test(id)) return false;
      const open = db.updateTable('contact.misread').set({ example_of: enquiry }).where('id', '=', id);
      const { numUpdatedRows } = await open.where('done_at', 'is', null).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    markDone: async (id, at) => {
      await db.updateTable('contact.misread').set({ done_at: at }).where('id', '=', id).execute();
    },
  };
}
