// The service dies while it deletes what is past its time: nothing is left half, and the next start goes on.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import type { Store } from '../../src/store/database.ts';
import { eventually } from '../support/agent.ts';
import { inDatabase, storedFiles, tablesWith } from '../support/everywhere.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Service, startService } from '../support/service.ts';
import { undoAfterEach } from '../support/undo.ts';

const many = 3_000;
const words = 'zqxcanary';
const fileOf = (n: number) => `${String(n).padStart(32, '0')}.png`;

/** Each old conversation has one message with a file and one note; every hundredth has a promise that is open. */
async function fill({ db }: Store): Promise<void> {
  const at = sql`now() - interval '500 days'`;
  await sql`insert into contact.conversations (id, address, channel, revision, sequence, taken, heard, heard_at, started_at)
    select 'aged-' || n, '{"channel":"web","user":"u"}', 'web', 1, 1, 1, 1, ${at}, ${at} from generate_series(1, ${many}) n`.execute(
    db,
  );
  await sql`insert into contact.messages (conversation, sequence, author, kind, text, language, data, at)
    select 'aged-' || n, 1, 'customer', 'message', ${words}::text, 'en',
      jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('id', lpad(n::text, 32, '0') || '.png'))), ${at}
    from generate_series(1, ${many}) n`.execute(db);
  await sql`insert into contact.notes (conversation, agent, text, at)
    select 'aged-' || n, 'a', ${words}::text, ${at} from generate_series(1, ${many}) n`.execute(db);
  await sql`insert into contact.promises (conversation, what, due_by, owner, at)
    select 'aged-' || n, 'answer', '2099-01-01', 'team', ${at} from generate_series(100, ${many}, 100) n`.execute(db);
}

interface Left {
  readonly conversations: number;
  /** With a note but no message, or the other way. */
  readonly halves: number;
  readonly filesToRemove: number;
}

async function leftIn({ db }: Store): Promise<Left> {
  const { rows } = await sql<Left>`select (select count(*)::integer from contact.conversations) as conversations,
    (select count(*)::integer from contact.messages m full join contact.notes n on n.conversation = m.conversation
      where m.conversation is null or n.conversation is null) as halves,
    (select count(*)::integer from contact.files_to_remove) as "filesToRemove"`.execute(db);
  return rows[0] as Left;
}

async function deletedIn({ url }: Service): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^doorstep_deleted_total\{what="conversations"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
}

describe('a service killed while it deletes what is past its time', function () {
  this.timeout(300_000);
  const later = undoAfterEach();

  async function killWhileDeleting(databaseUrl?: string): Promise<void> {
    const own = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const service: Service = later(await startService(own), ({ end }) => end());
    const at = { dataDir: service.dataDir, url: databaseUrl };
    await service.stop();
    await inDatabase(at, fill);
    mkdirSync(join(service.dataDir, 'files'), { recursive: true });
    for (let n = 1; n <= many; n += 1) writeFileSync(join(service.dataDir, 'files', fileOf(n)), 'png');

    await service.start();
    await eventually(async () => ((await deletedIn(service)) > 0 ? true : undefined), 'The deletion begins', 120_000);
    await service.kill();
    const left = await inDatabase(at, leftIn);
    expect(left.halves, 'what is half').to.equal(0);
    expect(left.conversations, 'death in the middle').to.be.within(many / 100 + 1, many - 1);

    await service.start();
    await eventually(() => (storedFiles(at).length < many ? true : undefined), 'The first file', 120_000);
    await service.kill();
    expect(storedFiles(at).length, 'death among the files').to.be.greaterThan(many / 100);

    await service.start();
    await eventually(() => (storedFiles(at).length === many / 100 ? true : undefined), 'The last file', 120_000);
    await service.stop();
    await inDatabase(at, async (store) => {
      expect(await leftIn(store)).to.deep.equal({ conversations: many / 100, halves: 0, filesToRemove: 0 });
      await sql`update contact.promises set ended_at = now(), ended_as = 'kept'`.execute(store.db);
    });

    await service.start();
    await eventually(() => (storedFiles(at).length === 0 ? true : undefined), 'What was held back', 120_000);
    await service.stop();
    expect(await inDatabase(at, (store) => tablesWith(words, store))).to.deep.equal([]);
  }

  it('[GUH-10] leaves nothing half and goes on after each start, on the embedded database', () => killWhileDeleting());

  it('[GUH-10] leaves nothing half and goes on after each start, on PostgreSQL', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    await killWhileDeleting(await postgres.freshDatabase());
  });
});
