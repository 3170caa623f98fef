// People, homes, accounts and free appointments as /housing/v1 speaks of them.
// What comes in is strict: an unknown field is refused. What comes out is read by its known fields, so a housing system may say more.

import { z } from 'zod';
import { type CharacteristicName, characteristicNames } from '../model/characteristics.ts';
import { date, halfDay, id, language, line, lines, phone, slug } from './words.ts';

const Name = z.object({ title: line.exactOptional(), given: line, family: line });

const Need = z
  .object({
    kind: slug,
    formats: lines.exactOptional(),
    adjustments: lines.exactOptional(),
    language: language.exactOptional(),
    instruction: line.exactOptional().meta({ description: 'For those who come to the home: what to do, never why' }),
    since: date.exactOptional(),
    until: z.union([date, z.literal('long-term')]).exactOptional(),
    review: date.exactOptional(),
    endedOn: date.exactOptional().meta({ description: 'When the person said that it is over. Only that ends it' }),
  })
  .meta({ id: 'Need', description: 'What a person needs, with the formats and adjustments agreed' });

const ContactPreference = z
  .object({
    prefer: line.exactOptional(),
    avoid: lines.exactOptional(),
    never: lines.exactOptional(),
    visitBy: line.exactOptional(),
    visitHours: line.exactOptional(),
    calledAs: line.exactOptional(),
    calls: line.exactOptional().meta({ description: 'When they are rung: `no-message`, or `only-me`' }),
    best: line.exactOptional().meta({ description: 'When they are reached best, in their own words' }),
    accents: line.exactOptional().meta({ description: 'Accents in texts: `keep`, `fit` or `leave-out`' }),
    speaks: language
      .exactOptional()
      .meta({ description: 'Spoken with them, where it is not the language that they read' }),
    letters: language.exactOptional().meta({ description: 'Of letters, where it is another than that of messages' }),
  })
  .meta({ id: 'ContactPreference' });

const ContactChange = z
  .strictObject({
    prefer: line.nullable().exactOptional(),
    avoid: lines.nullable().exactOptional(),
    never: lines.nullable().exactOptional(),
    visitBy: line.nullable().exactOptional(),
    visitHours: line.nullable().exactOptional(),
    calledAs: line.nullable().exactOptional(),
    calls: line.nullable().exactOptional(),
    best: line.nullable().exactOptional(),
    accents: line.nullable().exactOptional(),
    speaks: language.nullable().exactOptional(),
    letters: language.nullable().exactOptional(),
  })
  .meta({ id: 'ContactChange', description: 'Fields named here replace the old ones; null takes one away' });

const Authority = z
  .object({ person: id, scope: line, since: date, until: date.nullable(), kind: slug })
  .meta({ id: 'Authority', description: 'Somebody else who may speak for this person' });

const Warning = z
  .object({
    what: line,
    reason: line.exactOptional().meta({ description: 'Why. Without one the desk does not show it' }),
    since: date.exactOptional(),
    review: date
      .exactOptional()
      .meta({ description: 'When it is looked at again. Without one the desk does not show it' }),
  })
  .meta({ id: 'Warning', description: 'What staff are warned of before they meet this person' });

const Told = z.strictObject({ answer: slug, on: date });

const toldOf = <Each extends z.ZodType>(each: Each) =>
  Object.fromEntries(characteristicNames.map((name) => [name, each])) as Record<CharacteristicName, Each>;

/** Another system may have its own words for an answer: its people are served all the same. */
const Characteristics = z.object(toldOf(z.object({ answer: line, on: date }).exactOptional())).meta({
  id: 'Characteristics',
  description:
    'Protected characteristics that the person told of themselves, for figures alone: an answer such as `prefer-not-to-say`, and its day. Present, if empty, where they are kept; a system that leaves it out is sent none',
});

const CharacteristicsChange = z
  .strictObject(toldOf(Told.nullable().exactOptional()))
  .meta({ id: 'CharacteristicsChange', description: 'Those named here replace the old ones; null takes one away' });

const Household = z.record(z.string().max(50), z.int().min(0).max(100));

export const Property = z
  .object({
    id,
    address: line,
    postcode: line,
    area: line.exactOptional(),
    heating: line.exactOptional(),
    patch: line.exactOptional(),
  })
  .meta({ id: 'Property' });

export const role = z.enum(['tenant', 'joint-tenant', 'occupant', 'leaseholder', 'shared-owner']);

const Tenancy = z
  .object({ reference: id, role, tenure: slug, property: Property, since: date.exactOptional() })
  .meta({ id: 'Tenancy' });

const profile = {
  name: Name,
  born: date.exactOptional(),
  phones: z.array(phone).max(20),
  email: z.email().max(320).nullable().exactOptional(),
  language: language.exactOptional(),
  needs: z.array(Need).max(50),
  contact: ContactPreference.exactOptional(),
  household: Household.exactOptional(),
  profileCheckedOn: date.nullable().exactOptional(),
  authority: z.array(Authority).max(50).exactOptional(),
  warnings: z.array(Warning).max(50).exactOptional(),
  characteristics: Characteristics.exactOptional(),
};

/** What a profile holds beside its tenancies, as it is seeded. */
export const Profile = z.strictObject({
  ...profile,
  name: Name.strict(),
  needs: z.array(Need.strict()).max(50),
  contact: ContactPreference.strict().exactOptional(),
  authority: z.array(Authority.strict()).max(50).exactOptional(),
  warnings: z.array(Warning.strict()).max(50).exactOptional(),
  characteristics: z.strictObject(toldOf(Told.exactOptional())).exactOptional(),
});

export const Person = z
  .object({
    id,
    ...profile,
    phones: z.array(line),
    email: line.nullable().exactOptional(),
    tenancies: z.array(Tenancy),
    etag: z.string().meta({ description: 'For If-Match on a change', example: '"3"' }),
  })
  .meta({ id: 'Person' });

export const PersonPatch = z
  .strictObject({
    name: Name.strict().exactOptional(),
    phones: z.array(phone).max(20).exactOptional(),
    email: z.email().max(320).nullable().exactOptional(),
    language: language.exactOptional(),
    needs: z.array(Need.strict()).max(50).exactOptional(),
    contact: ContactChange.exactOptional(),
    household: Household.exactOptional(),
    profileCheckedOn: date.nullable().exactOptional(),
    authority: z.array(Authority.strict()).max(50).exactOptional(),
    warnings: z.array(Warning.strict()).max(50).exactOptional(),
    characteristics: CharacteristicsChange.exactOptional(),
  })
  .meta({ id: 'PersonPatch', description: 'Only the fields named change; a list replaces the list' });
export type PersonPatch = z.output<typeof PersonPatch>;

export const Account = z
  .object({
    tenancy: z.string(),
    balance: z.number().meta({ description: 'Pounds. Above zero is owed, below zero is in credit', example: 318.64 }),
    asOf: date,
    payments: z.array(z.object({ on: date, amount: z.number() })).meta({ description: 'The last ones, newest first' }),
  })
  .meta({ id: 'Account' });

export const Slot = z.object({ date, slot: halfDay }).meta({ id: 'Slot', description: 'A free appointment' });
