// Who is served, as the desk shows it to whoever opens the conversation. What waits for proof of identity is in `account.ts`; what they
// told of who they are is for figures and is not shown at all.

import type { Authority, Person, Warning } from '../../model/person.ts';
import type { Housing } from '../../turn/actions/housing.ts';

export interface CardOptions {
  readonly knownBy: string;
  readonly proved: boolean;
  /** ISO date. */
  readonly today: string;
  readonly people: Pick<Housing, 'person'>;
}

export async function cardOf(person: Person, { knownBy, proved, today, people }: CardOptions) {
  const { id, name, language, contact, authority = [], warnings = [], tenancies, etag } = person;
  return {
    id,
    version: etag,
    name,
    language: language ?? null,
    contact: contact ?? {},
    authority: await Promise.all(authority.filter((each) => holdsOn(each, today)).map((each) => named(each, people))),
    warnings: warnings.flatMap((each) => viewWarning(each, today)),
    // Which rules are theirs. Where they live waits for proof.
    tenancies: tenancies.map(({ role, tenure }) => ({ role, tenure })),
    knownBy,
    proved,
  };
}

function holdsOn({ since, until }: Authority, today: string): boolean {
  return since <= today && (until === null || until >= today);
}

async function named({ person, scope, kind, since, until }: Authority, people: CardOptions['people']) {
  const found = await people.person(person);
  const name = found.is === 'known' && found.value !== null ? found.value.name : null;
  return { person, name, scope, kind, since, until };
}

/** A warning without its reason, or that nobody will look at again, is shown to nobody. */
function viewWarning({ what, reason, since, review }: Warning, today: string) {
  if (reason === undefined || review === undefined) return [];
  return [{ what, reason, ...(since !== undefined && { since }), review, isOverdue: review < today }];
}
