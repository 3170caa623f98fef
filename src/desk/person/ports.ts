// What is on its way to somebody's record, as the store keeps it.

import type { AuditLine } from '../../model/audit.ts';
import type { PersonChange, PersonEdit } from '../../model/delivery.ts';

/** `conflict`: the record is not any more as it was read. `refused`: the housing system will not have it. */
export interface EditUnderWay {
  /** Its id in the outbox. */
  readonly delivery: string;
  readonly is: 'saving' | 'conflict' | 'refused';
  readonly edit: PersonEdit;
  readonly changes: PersonChange['changes'];
}

export interface PersonEdits {
  /** Edits of a person's record that are not there yet, in their order. */
  of(person: string): Promise<readonly EditUnderWay[]>;
  /** Takes away one that did not get there, with its line in the audit, in one transaction; false when there is none. */
  drop(edit: { readonly delivery: string; readonly person: string }, line: AuditLine): Promise<boolean>;
}
