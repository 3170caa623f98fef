// One step of the database's history.

import type { Kysely } from 'kysely';

export interface Migration {
  /** As the file's name; recorded in `contact.migrations`. */
  readonly name: string;
  // The shape of the tables is that of its own day, so no schema type fits it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  up(db: Kysely<any>): Promise<void>;
}
