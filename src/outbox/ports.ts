// What the outbox asks of the store, and a row of it.

import type { Effect } from '../model/delivery.ts';

export type OutboxRow = Effect & {
  /** Its place: rows of one key go out in this order. */
  readonly seq: string;
  /** The idempotency key at the receiver. */
  readonly id: string;
  readonly key: string;
  readonly conversation: string;
  /** The number of the message that it delivers, if it delivers one. */
  readonly sequence?: number;
  /** This one included. */
  readonly attempts: number;
  /** An earlier attempt was made and its end is not known, or it failed: the receiver may have it already. */
  readonly resumed: boolean;
  readonly createdAt: Date;
};

export interface ParkedRow {
  readonly id: string;
  readonly kind: Effect['kind'];
  readonly conversation: string;
  readonly sequence?: number;
  readonly attempts: number;
  readonly code: string;
  readonly createdAt: Date;
}

/** Rows as an attempt has them: an attempt whose lease ran out has lost its row to another and changes nothing. */
export type Attempt = Pick<OutboxRow, 'seq' | 'attempts'>;

export interface OutboxStore {
  /** Leases rows that are due, each the first of its key that is not parked; nobody else gets them before `until`. */
  claim(wanted: { readonly now: Date; readonly until: Date; readonly limit: number }): Promise<readonly OutboxRow[]>;
  /** Deletes a delivered row. Rows that are done together share a transaction. */
  done(row: OutboxRow, at: Date): Promise<void>;
  again(attempt: Attempt, dueAt: Date, code: string): Promise<void>;
  park(row: OutboxRow, at: Date, code: string): Promise<void>;
  parked(limit?: number): Promise<readonly ParkedRow[]>;
  /** Makes a parked row due again. False when there is none with this id. */
  retry(id: string, now: Date): Promise<boolean>;
  /** Ends all leases: for a database that only this process uses, after a crash. */
  release(now: Date): Promise<void>;
  counts(): Promise<OutboxCounts>;
}

export interface OutboxCounts {
  /** Due, or being sent; not what is held until its time. */
  readonly waiting: number;
  readonly parked: number;
  /** When the oldest row was made that is not parked, nor held until its time. */
  readonly oldestAt: Date | undefined;
}
