// Edits of somebody's record at the desk that the housing system does not have: they lie in the outbox, where a conflict stays until an
// agent has decided on it.

import { type Kysely, sql } from 'kysely';
import type { EditUnderWay, PersonEdits } from '../desk/person/ports.ts';
import type { PersonChange, PersonEdit } from '../model/delivery.ts';
import type { OutsideCode } from '../model/outside-error.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

interface Row {
  readonly id: string;
  readonly state: 'due' | 'sending' | 'parked';
  readonly code: OutsideCode | null;
  readonly payload: PersonChange & { readonly edit: PersonEdit };
}

const isEditOf = (person: string) =>
  sql<boolean>`key = ${`housing:person:${person}`} and kind = 'housing.update-person' and payload ? 'edit'`;

/** @param secret hashes whose record it is in the audit */
export function createPersonEdits(db: Kysely<Schema>, secret: string): PersonEdits {
  return {
    // Each half is found by an index of its own.
    of: async (person) => {
      const { rows } = await sql<Row>`
        select id, state, code, payload from (
          select * from contact.outbox where state <> 'parked' and ${isEditOf(person)}
          union all select * from contact.outbox where state = 'parked' and ${isEditOf(person)}
        ) edits order by seq`.execute(db);
      return rows.map(underWay);
    },
    drop: ({ delivery, person }, line) =>
      db.transaction().execute(async (transaction) => {
        const { rows } = await sql`delete from contact.outbox
          where id = ${delivery} and state = 'parked' and ${isEditOf(person)} returning id`.execute(transaction);
        if (rows.length === 0) return false;
        await writeLine(transaction, line, secret);
        return true;
      }),
  };
}

function underWay({ id, state, code, payload: { edit, changes } }: Row): EditUnderWay {
  const ended = code === 'changed-meanwhile' ? 'conflict' : 'refused';
  return { delivery: id, is: state === 'parked' ? ended : 'saving', edit, changes };
}
