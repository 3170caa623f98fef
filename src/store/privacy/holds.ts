// Legal holds: while one holds, nothing of a person is deleted.

import type { Kysely } from 'kysely';
import type { PersonData } from '../../privacy/ports.ts';
import type { Schema } from '../schema.ts';

export function createHolds(db: Kysely<Schema>): Pick<PersonData, 'hold' | 'holdOf' | 'endHold'> {
  return {
    holdOf: async (person) =>
      await db
        .selectFrom('contact.legal_holds')
        .select(['person', 'why', 'agent', 'at'])
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    hold: async (hold) => {
      const made = await db
        .insertInto('contact.legal_holds')
        .values(hold)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    endHold: async (person, { agent, at }) => {
      const ended = await db
        .updateTable('contact.legal_holds')
        .set({ ended_at: at, ended_by: agent })
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return ended.numUpdatedRows > 0n;
    },
  };
}
