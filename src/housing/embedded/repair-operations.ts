// The calls about repairs and their visits. What they do is in repairs.ts and slots.ts.

import { z } from 'zod';
import { Slot } from '../people-schema.ts';
import { NewRepair, Repair, RepairPatch, repairPriority } from '../records-schema.ts';
import { id, line, referenceKey, slug } from '../words.ts';
import { type Operation, reading, writing } from './operation.ts';
import { readPerson } from './people.ts';
import { changeRepair, openRepair, type RepairFound, readRepair, repairsOf, sharedRepairs } from './repairs.ts';
import { limit, made, named, Page, raiseNotFound, repairReply } from './replies.ts';
import { type Calendar, freeSlots } from './slots.ts';
import type { Database } from './table.ts';

const SlotsQuery = z.strictObject({
  trade: slug,
  priority: repairPriority,
  property: id.optional(),
  limit: limit.default(20),
});

export function repairOperations(db: Database, calendar: Calendar): readonly Operation[] {
  return [
    reading({
      name: 'listRepairsOfPerson',
      summary: 'Repairs of a person, newest first',
      path: '/people/{id}/repairs',
      query: Page,
      answer: z.array(Repair),
      run: async ({ params, query }) => {
        const person = (await readPerson(db, params.id ?? '')) ?? raiseNotFound();
        const { repairs, next } = await repairsOf(db, person.id, query);
        return { body: repairs, next };
      },
    }),
    reading({
      name: 'readRepair',
      summary: 'A repair',
      path: '/repairs/{reference}',
      answer: Repair,
      run: async ({ params }) => repairReply(await theOne(db, params)),
    }),
    writing({
      name: 'openRepair',
      summary: 'Report a repair; a visit that is taken meanwhile is kept as wanted, for another to be agreed',
      method: 'post',
      path: '/repairs',
      body: NewRepair,
      answer: Repair,
      idempotent: true,
      run: async ({ body, idempotencyKey, now }) => {
        const opened = await openRepair(db, calendar, { body: named(body), key: idempotencyKey, now });
        return made(repairReply(opened), opened.isNew, `repairs/${opened.repair.reference}`);
      },
    }),
    writing({
      name: 'changeRepair',
      summary: 'Change a repair or its visit',
      method: 'patch',
      path: '/repairs/{reference}',
      body: RepairPatch,
      answer: Repair,
      ifMatch: 'welcome',
      run: async ({ params, body, ifMatch }) => {
        const reference = referenceKey(params.reference ?? '');
        return repairReply(await changeRepair(db, calendar, { reference, ifMatch, patch: body }));
      },
    }),
    sharedOperation(db),
    ...slotOperations(db, calendar),
  ];
}

function sharedOperation(db: Database): Operation {
  return reading({
    name: 'listSharedRepairs',
    summary: 'Open repairs of what the homes at a postcode share, newest first',
    path: '/repairs',
    query: Page.extend({ postcode: line }),
    answer: z.array(Repair),
    run: async ({ query }) => {
      const { postcode, ...page } = query;
      const { repairs, next } = await sharedRepairs(db, postcode, page);
      return { body: repairs, next };
    },
  });
}

function slotOperations(db: Database, calendar: Calendar): readonly Operation[] {
  return [
    reading({
      name: 'listSlotsOfRepair',
      summary: 'Free appointments for a repair, soonest first',
      path: '/repairs/{reference}/slots',
      query: z.strictObject({ limit: limit.default(20) }),
      answer: z.array(Slot),
      run: async ({ params, query }) => {
        const { trade, priority, property } = (await theOne(db, params)).repair;
        return { body: await freeSlots(db, calendar, { trade, priority, property, ...query }) };
      },
    }),
    reading({
      name: 'listSlots',
      summary: 'Free appointments for a trade and priority, soonest first',
      path: '/slots',
      query: SlotsQuery,
      answer: z.array(Slot),
      run: async ({ query }) => ({ body: await freeSlots(db, calendar, query) }),
    }),
  ];
}

async function theOne(db: Database, params: Readonly<Record<string, string>>): Promise<RepairFound> {
  return (await readRepair(db, referenceKey(params.reference ?? ''))) ?? raiseNotFound();
}
