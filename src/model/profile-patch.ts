// What a change of a profile comes to, of the record as it is at that moment: only what differs, so that the same change twice is made once.

import type { CharacteristicName, Characteristics } from './characteristics.ts';
import type { NeedChanges, PersonChange } from './delivery.ts';
import { afterReview } from './needs.ts';
import type { ContactChange, ContactPreference, Need, Person } from './person.ts';

/** What a housing system is sent of it: a list replaces the list, null takes a part away. */
export type ProfilePatch = Partial<
  Pick<Person, 'name' | 'language' | 'email' | 'phones' | 'needs' | 'profileCheckedOn'>
> & { readonly contact?: ContactChange; readonly characteristics?: Characteristics };

/** Empty where all of it stands on the record already. */
export function patchFor(person: Person, changes: PersonChange['changes']): ProfilePatch {
  const { language, profileCheckedOn, email, title, characteristics } = changes;
  const wanted = {
    language,
    profileCheckedOn,
    email,
    name: title === undefined ? undefined : titled(person.name, title),
    phones: changes.phones && newestFirst(person.phones, changes.phones.add),
    needs: changes.needs && withNeeds(person.needs, changes.needs),
  };
  const differing = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !same(value, person[field as keyof typeof wanted]),
  );
  const told = Object.entries(characteristics ?? {}).filter(
    ([name, each]) => !same(each, person.characteristics?.[name as CharacteristicName]),
  );
  const contact = changes.contact && contactOf(changes, person.contact ?? {});
  return {
    ...Object.fromEntries(differing),
    ...(told.length > 0 && { characteristics: Object.fromEntries(told) }),
    ...(contact !== undefined && Object.keys(contact).length > 0 && { contact }),
  };
}

function titled({ title: _before, ...name }: Person['name'], title: string | null): Person['name'] {
  return title === null ? name : { title, ...name };
}

function contactOf({ contact = {}, contactSeen }: PersonChange['changes'], is: ContactPreference) {
  const wanted =
    contactSeen === undefined
      ? contact
      : {
          ...contact,
          ...(contact.never !== undefined && { never: merged(contactSeen.never, contact.never, is.never) }),
          ...(contact.avoid !== undefined && { avoid: merged(contactSeen.avoid, contact.avoid, is.avoid) }),
        };
  const standing = is as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(wanted).filter(([part, value]) => !same(value, standing[part] ?? null)));
}

/** What was taken away of a list goes, what was added comes, and what somebody else has added since it was read stays. */
function merged(
  read: readonly string[] = [],
  wanted: readonly string[] | null,
  is: readonly string[] = [],
): readonly string[] | null {
  const kept = is.filter((each) => wanted?.includes(each) || !read.includes(each));
  const all = [...new Set([...kept, ...(wanted ?? [])])];
  return wanted === null && all.length === 0 ? null : all;
}

function newestFirst(phones: readonly string[], added: string): readonly string[] {
  return [added, ...phones.filter((phone) => phone !== added)];
}

function withNeeds(needs: readonly Need[], { add = [], reviewed, put = [] }: NeedChanges): readonly Need[] {
  const asked = reviewed === undefined ? needs : needs.map((need) => afterReview(need, reviewed));
  return put.reduce(withPut, add.reduce(withNeed, asked));
}

/** In the place of the one that was read, or of the only one of its kind where that is not there any more; else it is one more. */
function withPut(needs: readonly Need[], { was, now }: NonNullable<NeedChanges['put']>[number]): readonly Need[] {
  if (needs.some((need) => same(need, now))) return needs;
  const at = placeOf(needs, was);
  return at < 0 ? [...needs, now] : needs.with(at, now);
}

/** Where a need that was read stands on a record that may have changed since; -1 where it does not. */
export function placeOf(needs: readonly Need[], was: Need | undefined): number {
  if (was === undefined) return -1;
  const exact = needs.findIndex((need) => same(need, was));
  if (exact >= 0) return exact;
  const alike = needs.filter(({ kind, endedOn }) => kind === was.kind && endedOn === undefined);
  return alike.length === 1 && alike[0] !== undefined ? needs.indexOf(alike[0]) : -1;
}

/** A need of a kind that is there already grows: formats and adjustments are added, its first day stays, later days are replaced. */
function withNeed(needs: readonly Need[], added: Need): readonly Need[] {
  const at = needs.findIndex((need) => isSameNeed(need, added));
  const known = needs[at];
  if (known === undefined) return [...needs, added];
  const merged: Need = {
    ...known,
    ...added,
    ...listed('formats', known.formats, added.formats),
    ...listed('adjustments', known.adjustments, added.adjustments),
    ...(known.since === undefined ? {} : { since: known.since }),
  };
  return needs.with(at, merged);
}

/** Adjustments that were agreed each have an end and a review of their own. */
function isSameNeed(known: Need, added: Need): boolean {
  if (known.kind !== added.kind) return false;
  return added.kind !== 'adjustment' || same(known.adjustments, added.adjustments);
}

function listed(name: 'formats' | 'adjustments', known: readonly string[] = [], added: readonly string[] = []) {
  const all = [...new Set([...known, ...added])];
  return all.length === 0 ? {} : { [name]: all };
}

/** In whatever order a database gives the fields. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, inOrder(each)]),
  );
}
