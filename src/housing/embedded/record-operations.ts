// The calls about cases, tasks and contacts. What they do is in records.ts.

import { z } from 'zod';
import {
  Case,
  CasePatch,
  Contact,
  caseKind,
  NewCase,
  NewContact,
  NewTask,
  Task,
  TaskPatch,
} from '../records-schema.ts';
import { id, instant, referenceKey, short, slug } from '../words.ts';
import { checked, type Operation, reading, writing } from './operation.ts';
import {
  cases,
  changeRecord,
  contacts,
  filters,
  type Opening,
  openCase,
  openTask,
  recordContact,
  tasks,
} from './records.ts';
import { after, limit, made, named, Page, raiseNotFound, recordReply } from './replies.ts';
import { type Database, type Row, readMany, readOne, type Table, type Versioned } from './table.ts';

const since = instant.optional();
const CasesQuery = z.strictObject({
  person: id.optional(),
  kind: caseKind.optional(),
  status: slug.optional(),
  since,
  limit,
  after,
});
const TasksQuery = z.strictObject({
  team: short.optional(),
  kind: slug.optional(),
  status: slug.optional(),
  person: id.optional(),
  since,
  limit,
  after,
});
const ContactsQuery = z.strictObject({ person: id.optional(), channel: short.optional(), since, limit, after });

export function recordOperations(db: Database): readonly Operation[] {
  return [
    ...oneByOne(db, { table: cases, of: 'case', answer: Case, patch: CasePatch }),
    ...oneByOne(db, { table: tasks, of: 'task', answer: Task, patch: TaskPatch }),
    ...openings(db),
    listing(db, { table: cases, of: 'cases', answer: Case, query: CasesQuery, since: 'received_at' }),
    listing(db, { table: tasks, of: 'tasks', answer: Task, query: TasksQuery, since: 'created_at' }),
    listing(db, { table: contacts, of: 'contacts', answer: Contact, query: ContactsQuery, since: 'at' }),
  ];
}

function oneByOne(
  db: Database,
  about: { readonly table: Table; readonly of: 'case' | 'task'; readonly answer: z.ZodType; readonly patch: z.ZodType },
): readonly Operation[] {
  const { table, of, answer } = about;
  const title = of === 'case' ? 'Case' : 'Task';
  const path = `/${of}s/{reference}`;
  return [
    reading({
      name: `read${title}`,
      summary: `A ${of}`,
      path,
      answer,
      run: async ({ params }) =>
        recordReply((await readOne(db, table, referenceKey(params.reference ?? ''))) ?? raiseNotFound()),
    }),
    writing({
      name: `change${title}`,
      summary: `Change a ${of}: only the fields named`,
      method: 'patch',
      path,
      body: about.patch,
      answer,
      ifMatch: 'welcome',
      run: async ({ params, body, ifMatch }) => {
        const key = referenceKey(params.reference ?? '');
        return recordReply(await changeRecord(db, table, { key, ifMatch, fields: body as Row }));
      },
    }),
  ];
}

function openings(db: Database): readonly Operation[] {
  const opening = (about: {
    readonly name: string;
    readonly summary: string;
    readonly of: 'cases' | 'tasks' | 'contacts';
    readonly body: z.ZodType<Row>;
    readonly answer: z.ZodType;
    readonly open: (db: Database, opening: Opening) => Promise<Versioned & { readonly isNew: boolean }>;
  }): Operation =>
    writing({
      ...about,
      method: 'post',
      path: `/${about.of}`,
      idempotent: true,
      run: async ({ body, idempotencyKey, now }) => {
        const opened = await about.open(db, { body: named(body), key: idempotencyKey, now });
        const key = String(opened.row.reference ?? opened.row.id);
        return made(recordReply(opened), opened.isNew, about.of === 'contacts' ? undefined : `${about.of}/${key}`);
      },
    });
  return [
    opening({ name: 'openCase', summary: 'Open a case', of: 'cases', body: NewCase, answer: Case, open: openCase }),
    opening({
      name: 'openTask',
      summary: 'Give a team something to do',
      of: 'tasks',
      body: NewTask,
      answer: Task,
      open: openTask,
    }),
    opening({
      name: 'recordContact',
      summary: 'Log a contact',
      of: 'contacts',
      body: NewContact,
      answer: Contact,
      open: recordContact,
    }),
  ];
}

function listing(
  db: Database,
  about: {
    readonly table: Table;
    readonly of: string;
    readonly answer: z.ZodType;
    readonly query: z.ZodObject;
    readonly since: string;
  },
): Operation {
  return reading({
    name: `list${about.of[0]?.toUpperCase()}${about.of.slice(1)}`,
    summary: `${about.of[0]?.toUpperCase()}${about.of.slice(1)} that fit every filter given, newest first`,
    path: `/${about.of}`,
    query: about.query,
    answer: z.array(about.answer),
    run: async ({ query }) => {
      const {
        limit: most,
        after: last,
        ...filter
      } = checked(Page.loose(), query, 'query') as Row & z.output<typeof Page>;
      const where = filters(filter, about.since);
      const { rows, next } = await readMany(db, about.table, { where, limit: most, after: last });
      return { body: rows, next };
    },
  });
}
