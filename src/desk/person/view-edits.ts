// Edits of somebody's record that are not there yet, as an agent sees them: on their way, or in conflict with what somebody else made of
// it meanwhile. Both values are shown and nothing is put over the other: who reads it decides.

import type { PersonChange } from '../../model/delivery.ts';
import type { Need, Person } from '../../model/person.ts';
import { patchFor, placeOf } from '../../model/profile-patch.ts';
import type { Audit } from '../../privacy/ports.ts';
import type { EditUnderWay, PersonEdits } from './ports.ts';

export interface EditSources {
  readonly edits: Pick<PersonEdits, 'of'>;
  readonly audit: Pick<Audit, 'search'>;
}

/** A part of the record: what the edit makes of it, and what stands there. */
interface Part {
  readonly what: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Edits of one person are few: more lines than these are of another year. */
const linesRead = 100;

/** @param person as the housing system has them now, with all needs */
export async function viewEdits(person: Person, { edits, audit }: EditSources) {
  const open = (await edits.of(person.id)).filter(({ changes }) => Object.keys(patchFor(person, changes)).length > 0);
  if (open.length === 0) return [];
  const done = await audit.search({ person: person.id, did: ['person-changed'], limit: linesRead });
  const notThere = new Set(open.map(({ edit }) => edit.id));
  // Of one version only one edit can have got there: it is the one that the others were too late for.
  const first = (version: string) =>
    done.find(({ data }) => data.version === version && !notThere.has(String(data.edit)));
  return open.map((each) => {
    const winner = each.is === 'conflict' ? first(each.edit.version) : undefined;
    const by = winner && { agent: winner.agent, at: winner.at.toISOString() };
    return { ...viewEdit(each, person), by: by ?? null };
  });
}

function viewEdit({ delivery, is, edit, changes }: EditUnderWay, person: Person) {
  return { id: delivery, is, agent: edit.agent, at: edit.at, parts: partsOf(changes, person) };
}

function partsOf(changes: PersonChange['changes'], person: Person): readonly Part[] {
  const { language, title, email, phones, contact = {}, needs } = changes;
  const standing = (person.contact ?? {}) as Readonly<Record<string, unknown>>;
  const all: readonly Part[] = [
    { what: 'language', yours: language, theirs: person.language ?? null },
    { what: 'title', yours: title, theirs: person.name.title ?? null },
    { what: 'email', yours: email, theirs: person.email ?? null },
    { what: 'phones', yours: phones?.add, theirs: person.phones },
    ...Object.entries(contact).map(([what, yours]) => ({ what, yours, theirs: standing[what] ?? null })),
    ...(needs?.put ?? []).map(({ was, now }) => ({
      what: 'need',
      yours: now,
      theirs: needAt(person.needs, was ?? now),
    })),
  ];
  return all.filter(({ yours }) => yours !== undefined);
}

function needAt(needs: readonly Need[], wanted: Need): Need | null {
  return needs[placeOf(needs, wanted)] ?? null;
}
