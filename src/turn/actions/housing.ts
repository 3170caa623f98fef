// The port to the landlord's housing system, reading side. Writing goes through the outbox, never through here.

import type { Case, NewContact, Task } from '../../model/case.ts';
import type { Account, Person, Repair, Slot } from '../../model/person.ts';

/** What the housing system said, or that it could not be asked in time. A dialog has an answer for both. */
export type Answer<T> = { readonly is: 'known'; readonly value: T } | { readonly is: 'away' };

/** Every call has a time limit of its own and never throws for a system that is away. */
export interface Housing {
  /** @param phone E.164. Several people may share a number. */
  peopleByPhone(phone: string): Promise<Answer<readonly Person[]>>;
  /** @param reference as people write it; case and spaces do not matter. */
  peopleByTenancy(reference: string): Promise<Answer<readonly Person[]>>;
  /** A name alone finds nobody: too many have the same. */
  peopleByName(name: string, postcode: string): Promise<Answer<readonly Person[]>>;
  person(id: string): Promise<Answer<Person | null>>;
  account(person: string): Promise<Answer<Account | null>>;
  repairsOf(person: string): Promise<Answer<readonly Repair[]>>;
  repair(reference: string): Promise<Answer<Repair | null>>;
  /** Free appointments for a repair of this trade and priority, soonest first. */
  freeSlots(wanted: {
    readonly trade: string;
    readonly priority: string;
    readonly property?: string;
  }): Promise<Answer<readonly Slot[]>>;
  casesOf(person: string, kind?: string): Promise<Answer<readonly Case[]>>;
  tasksOf(person: string): Promise<Answer<readonly Task[]>>;
  task(reference: string): Promise<Answer<Task | null>>;
  /** Open repairs of what the homes at this postcode share. */
  sharedRepairs(postcode: string): Promise<Answer<readonly Repair[]>>;
  /** Past contacts on all channels, the newest first. */
  contactsOf(person: string): Promise<Answer<readonly NewContact[]>>;
  case(reference: string): Promise<Answer<Case | null>>;
  /** Many at once, for time: in few questions where the system can be asked so. */
  records(wanted: RecordsWanted): Promise<Records>;
}

/** References as they were told. */
export interface RecordsWanted {
  readonly cases: readonly string[];
  readonly tasks: readonly string[];
  readonly repairs: readonly string[];
}

/** What was asked for, each with an answer of its own: one that cannot be read keeps no other back. */
export interface Records {
  readonly cases: ReadonlyMap<string, Answer<Case | null>>;
  readonly tasks: ReadonlyMap<string, Answer<Task | null>>;
  readonly repairs: ReadonlyMap<string, Answer<Repair | null>>;
}
