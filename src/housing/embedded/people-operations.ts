// The calls about people. What they do is in people.ts.

import { z } from 'zod';
import { Account, Person, PersonPatch } from '../people-schema.ts';
import { id, line } from '../words.ts';
import { type Operation, reading, writing } from './operation.ts';
import { changePerson, findPeople, readAccount, readPerson } from './people.ts';
import { limit, personReply, raiseNotFound } from './replies.ts';
import { type Calendar, today } from './slots.ts';
import type { Database } from './table.ts';

const PeopleQuery = z
  .strictObject({
    phone: line.regex(/\d{3}/, 'expected a telephone number').optional(),
    tenancy: line.optional(),
    name: line.optional(),
    postcode: line.optional(),
    limit,
    after: id.optional(),
  })
  .refine((query) => query.phone ?? query.tenancy ?? (query.name && query.postcode), {
    error: 'expected phone, tenancy, or name with postcode',
  });

export function peopleOperations(db: Database, calendar: Calendar): readonly Operation[] {
  return [
    reading({
      name: 'findPeople',
      summary: 'Search people by number, by tenancy, or by name and postcode',
      path: '/people',
      query: PeopleQuery,
      answer: z.array(Person),
      run: async ({ query }) => {
        const people = await findPeople(db, query, { limit: query.limit, after: query.after });
        return { body: people, next: people.length === query.limit ? people.at(-1)?.id : undefined };
      },
    }),
    reading({
      name: 'readPerson',
      summary: 'A profile',
      path: '/people/{id}',
      answer: Person,
      run: async ({ params }) => personReply(await readPerson(db, params.id ?? '')),
    }),
    writing({
      name: 'changePerson',
      summary: 'Change a profile: only the fields named',
      method: 'patch',
      path: '/people/{id}',
      body: PersonPatch,
      answer: Person,
      ifMatch: 'required',
      run: async ({ params, body, ifMatch, now }) =>
        personReply(await changePerson(db, params.id ?? '', { ifMatch, patch: body, now })),
    }),
    reading({
      name: 'readAccount',
      summary: 'The rent account of the newest tenancy',
      path: '/people/{id}/account',
      answer: Account,
      run: async ({ params }) => ({
        body: (await readAccount(db, params.id ?? '', today(calendar))) ?? raiseNotFound(),
      }),
    }),
  ];
}
