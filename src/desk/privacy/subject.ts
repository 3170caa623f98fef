// Whose data a request is about: the case that asks tells it, and where nobody on file asked, the conversation in which it was asked.

import { Problem } from '../../http/problem.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { Person } from '../../model/person.ts';
import type { Audit, Files, OpenedRecord, PersonData, Subject } from '../../privacy/ports.ts';
import type { Housing } from '../../turn/actions/housing.ts';
import { notThere } from '../requests.ts';
import type { Secrecy } from '../secrecy.ts';

export interface PrivacyParts {
  readonly data: PersonData;
  readonly audit: Audit;
  readonly files: Pick<Files, 'read'>;
  readonly housing: Housing;
  /** Of what was opened in each conversation, in their order. */
  readonly openElsewhere: (
    opened: readonly (readonly OpenedRecord[])[],
  ) => Promise<readonly ('case-open' | 'not-known-now' | undefined)[]>;
  readonly secrecy: Secrecy;
  readonly landlord: Landlord;
  /** Whether a conversation is by text, and from which number. */
  readonly numberOf: (conversation: string) => Promise<string | undefined>;
  /** What is remembered of a conversation is dropped, in every process. */
  readonly forget: (conversation: string) => void;
  readonly forgetTranslations: () => Promise<void>;
  /** A reference for the task of an erasure. */
  readonly taskReference: (request: string) => string;
  readonly wakeOutbox: () => void;
  /** Signs confirmations. */
  readonly signing: string;
  readonly clock: () => Date;
}

export interface Asked {
  readonly subject: Subject;
  readonly person: Person | undefined;
  /** ISO date by which the request is to be answered. */
  readonly due: string | undefined;
}

/** @param named who it is, where the case does not tell; an officer has found it out */
export async function subjectOf(
  reference: string,
  named: string | undefined,
  { housing, numberOf }: Pick<PrivacyParts, 'housing' | 'numberOf'>,
): Promise<Asked> {
  const found = known(await housing.case(reference));
  if (found?.kind !== 'data-request') throw notThere();
  const person = await personOf(found.person, named, housing);
  const own = await numberOf(found.conversation);
  const numbers = [...new Set([...(person?.phones ?? []), ...(own === undefined ? [] : [own])])];
  const who = person === undefined ? {} : { person: person.id };
  const subject = { request: found.reference, conversation: found.conversation, ...who, numbers };
  return { subject, person, due: found.due.find(({ what }) => what === 'answer')?.by };
}

async function personOf(
  told: string | undefined,
  named: string | undefined,
  housing: Housing,
): Promise<Person | undefined> {
  if (told !== undefined && named !== undefined && named !== told)
    throw new Problem(409, 'another-person', { title: 'The request is of somebody else.' });
  const id = told ?? named;
  if (id === undefined) return undefined;
  const person = known(await housing.person(id));
  if (person === null) throw new Problem(404, 'not-found', { title: 'There is nobody with this id.' });
  return person;
}

/** A copy with holes would look whole: while the housing system is away there is none. */
export function known<T>(answer: { readonly is: 'known'; readonly value: T } | { readonly is: 'away' }): T {
  if (answer.is === 'known') return answer.value;
  throw new Problem(503, 'housing-away', { title: 'The housing system cannot be reached now. Try again in a while.' });
}
