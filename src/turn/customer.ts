// Whose matters are served: the customer's own, or those of somebody for whom they speak by an authority on record. Who writes stays
// who they are: it is their own identity that is proved, their own language that is spoken.

import type { NewContact } from '../model/case.ts';
import type { ConversationState, SpeaksFor } from '../model/conversation.ts';
import type { Authority, Person } from '../model/person.ts';

type Speaking = Pick<ConversationState, 'person' | 'proof' | 'speaksFor'>;

/** The authority under which somebody speaks; none once another person than its holder writes. */
export function actsFor({ person, speaksFor }: Speaking): SpeaksFor | undefined {
  return speaksFor !== undefined && speaksFor.by === person?.id ? speaksFor : undefined;
}

/** Id of the person on file whose matters are served. */
export function customerOf(state: Speaking): string | undefined {
  return actsFor(state)?.person ?? state.person?.id;
}

/** The same where account facts may be told: who writes has shown who they are. */
export function provedCustomer(state: Speaking): string | undefined {
  const { proof } = state;
  if (proof === undefined) return undefined;
  const acting = actsFor(state);
  if (acting === undefined) return proof.person;
  return proof.person === acting.by ? acting.person : undefined;
}

/** The same at a moment: proof that has run out is forgotten with the next message, and is none until then. */
export function provedAt(state: Speaking, now: Date): string | undefined {
  const { proof } = state;
  return proof !== undefined && Date.parse(proof.until) > now.getTime() ? provedCustomer(state) : undefined;
}

/** The authority that a record gives somebody on a day (ISO date); the widest, where it gives several. */
export function authorityOf(customer: Person, speaker: string, on: string): Authority | undefined {
  const valid = (customer.authority ?? []).filter(
    (each) => each.person === speaker && each.since <= on && (each.until === null || each.until >= on),
  );
  return valid.find(({ scope }) => scope === wholeScope) ?? valid[0];
}

/** Of an authority that holds for all matters; one for some of them is for a person to weigh. */
export const wholeScope = 'all';

/** Who wrote, for the log of contacts: only where it was not whom it is about. */
export function spokenBy(state: Speaking): NewContact['reportedBy'] {
  const acting = actsFor(state);
  return acting && { person: acting.by, relation: acting.kind, authority: 'on-record' };
}
