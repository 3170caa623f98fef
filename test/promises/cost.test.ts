// What it costs to look at what stands open and has no news: most of what was promised, every few minutes.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { sql } from 'kysely';
import pg from 'pg';
import { layFoundation } from '../../src/app/foundation.ts';
import { buildPath } from '../../src/app/path.ts';
import { watchOver } from '../../src/app/promises.ts';
import { readConfig } from '../../src/config.ts';
import { newConversationState } from '../../src/model/conversation.ts';
import { aCase, aRepair, aTask } from '../contracts/housing.ts';
import { temporaryFolder } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';

const many = 60;

/** Complaints, tasks and repairs in turn, each with a conversation and a promise whose day is far off. */
const promised = sql`
with n as (select n, lpad(n::text, 7, '0') as no, (array['complaint', 'task', 'repair'])[n % 3 + 1] as kind
  from generate_series(1, ${many}::integer) n),
made as (select 'talk-' || n as talk, kind, case kind when 'complaint' then 'CMP-' when 'task' then 'TSK-' else 'REP-' end || no
  as reference, '2026-11-23T10:00:00Z'::timestamptz as at from n),
talks as (insert into contact.conversations
    (id, address, channel, revision, sequence, taken, heard, heard_at, owner, state, started_at)
  select talk, '{"channel":"web","user":"dl_1"}'::jsonb, 'web', 1, 1, 1, 1, at, 'bot', ${JSON.stringify(newConversationState)}::text::jsonb, at
  from made),
cases as (insert into contact.cases (reference, conversation, kind, enquiry, received_at, due, restricted, at)
  select reference, talk, kind, 'complaint.make', at, '[]'::jsonb, false, at from made)
insert into contact.promises (conversation, what, due_by, owner, reference, at, look_at)
  select talk, 'answer', '2026-12-14', 'Complaints Team', reference, at, at from made
  returning reference`;

async function open({ store, housing: { deliver } }: Awaited<ReturnType<typeof layFoundation>>): Promise<void> {
  const { rows } = await promised.execute(store.db);
  for (const { reference } of rows as { reference: string }[]) {
    const [kind, payload] = /^CMP/.test(reference)
      ? (['housing.create-case', aCase({ reference })] as const)
      : /^TSK/.test(reference)
        ? (['housing.create-task', { ...aTask(), reference }] as const)
        : (['housing.create-repair', aRepair({ reference })] as const);
    await deliver[kind]({ id: reference, payload });
  }
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`looking at promises, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);

    it('asks the databases a few times for all of them, not a few times for each', async function () {
      const url = kind === 'postgres' ? await (await sharedPostgres(this)).freshDatabase() : undefined;
      const dataDir = temporaryFolder();
      const env = { DATA_DIR: dataDir, CLOCK: '2026-11-25T10:00:00Z', ...(url !== undefined && { DATABASE_URL: url }) };
      const foundation = await layFoundation(readConfig(env));
      const counted = countingQueries();
      try {
        await open(foundation);
        const watch = watchOver(foundation, buildPath(foundation));
        counted.begin();
        await watch.look();
        const asked = counted.end();

        const { rows } = await sql<{ later: number }>`select count(*)::integer as later from contact.promises
          where look_at > '2026-11-25T10:05:00Z'::timestamptz`.execute(foundation.store.db);
        expect(rows[0]?.later, 'all are looked at again later').to.equal(many);
        expect(asked.length, asked.map((text) => text.slice(0, 60)).join('\n')).to.be.at.most(6);
      } finally {
        counted.stop();
        await foundation.store.close();
        rmSync(dataDir, { recursive: true, force: true });
      }
    });
  });

/** Counted where both databases are reached: at the driver. */
function countingQueries() {
  const { query } = pg.Client.prototype;
  let asked: string[] | undefined;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    const [what] = given as [string | { readonly text: string }];
    asked?.push(typeof what === 'string' ? what : what.text);
    return Reflect.apply(query, this, given);
  } as typeof query;
  return {
    begin: () => {
      asked = [];
    },
    end: () => [...(asked ?? [])],
    stop: () => {
      pg.Client.prototype.query = query;
    },
  };
}
