// Legal holds: while one holds, nothing of a person is deleted.

import type { Kysely } from 'kysely';
import type { AuditLine } from '../../model/audit.ts';
import type { PersonData } from '../../privacy/ports.ts';
import type { Schema } from '../schema.ts';
import { writeLine } from './audit.ts';

/** @param secret hashes whose data it is in the audit, where each deed stands in the same transaction */
export function createHolds(db: Kysely<Schema>, secret: string): Pick<PersonData, 'hold' | 'holdOf' | 'endHold'> {
  return {
    holdOf: async (person) =>
      await db
        .selectFrom('contact.legal_holds')
        .select(['person', 'why', 'agent', 'at'])
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    hold: ({ role, ...hold }) =>
      db.transaction().execute(async (transaction) => {
        const made = await transaction
          .insertInto('contact.legal_holds')
          .values(hold)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        const isDone = (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
        if (isDone) await writeLine(transaction, lineOf('held', hold.person, { ...hold, role }), secret);
        return isDone;
      }),
    endHold: (person, by) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('contact.legal_holds')
          .set({ ended_at: by.at, ended_by: by.agent })
          .where('person', '=', person)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        const isDone = ended.numUpdatedRows > 0n;
        if (isDone) await writeLine(transaction, lineOf('hold-ended', person, by), secret);
        return isDone;
      }),
  };
}

interface By {
  readonly agent: string;
  readonly at: Date;
  readonly role?: string | undefined;
}

function lineOf(did: AuditLine['did'], subject: string, { agent, at, role }: By): AuditLine {
  return { at, agent, ...(role !== undefined && { role }), did, subject, data: {} };
}
