import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import { createInbox } from '../../src/inbox/inbox.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { createMessageLog } from '../../src/store/conversations/message-log.ts';
import { openDatabase, type Store } from '../../src/store/database.ts';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { dropPartitions, makePartitions, partitionsOf } from '../../src/store/partitions.ts';
import { startPostgres } from '../support/postgres.ts';
import { temporaryFolder } from '../support/service.ts';
import { silentLog } from '../support/silent-log.ts';
import { forEachStore, sharedPostgres } from '../support/stores.ts';
import { anInbound, aReply, aTurn, freshId } from '../support/turns.ts';

async function thrownBy(work: () => unknown): Promise<Error> {
  try {
    await work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('the folder of the embedded database', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const lock = () => join(folder, 'doorstep.lock');

  it('is for one process: a second is told who has it and what to do', async function () {
    this.timeout(20_000);
    const script = `import {lockFolder} from ${JSON.stringify(join(import.meta.dirname, '../../src/store/folder-lock.ts'))};
      lockFolder(${JSON.stringify(folder)}); console.log('locked'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
    await new Promise((resolve) => other.stdout.once('data', resolve));

    const error = await thrownBy(() => openDatabase({ dataDir: folder, log: silentLog }));
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;

    expect(error.message).to.include(`in use by process ${other.pid}`).and.to.include('DATA_DIR');
    lockFolder(folder)();
    expect(existsSync(lock())).to.equal(false);
  });

  it('is refused to a second opening in the same process', async () => {
    const unlock = lockFolder(folder);

    expect((await thrownBy(() => lockFolder(folder))).message).to.include(`process ${process.pid}`);
    unlock();
    lockFolder(folder)();
  });

  it('is taken over from a process whose number now belongs to another', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.ppid, startedAt: '1', token: 'old' }));

    const unlock = lockFolder(folder);

    expect(JSON.parse(readFileSync(lock(), 'utf8'))).to.include({ pid: process.pid });
    unlock();
  });

  it('is taken over when the claim cannot be read', () => {
    writeFileSync(lock(), '{"pid":');

    lockFolder(folder)();

    expect(existsSync(lock())).to.equal(false);
  });
});

describe('the database', () => {
  forEachStore((store) => {
    it('has its months ahead of time, and moves what came earlier to where it belongs', async () => {
      const { db, run } = store();
      const inbound = anInbound({ receivedAt: new Date('2031-05-10T12:00:00Z') });
      await createConversations(run).save(inbound);

      await makePartitions(db, new Date('2031-04-30T23:00:00Z'));
      await makePartitions(db, new Date('2031-04-30T23:00:00Z'));

      const names = await partitionsOf(db, 'messages');
      expect(names).to.include.members([
        'messages_2031_03',
        'messages_2031_05',
        'messages_2031_06',
        'messages_default',
      ]);
      const { rows } = await sql<{ at: string }>`
        select tableoid::regclass::text as at from contact.messages where conversation = ${inbound.conversation}`.execute(
        db,
      );
      expect(rows).to.deep.equal([{ at: 'contact.messages_2031_05' }]);
      expect(await createMessageLog(run).read(inbound.conversation, 0)).to.have.length(1);
    });

    it('forgets whole months', async () => {
      const { db } = store();
      await makePartitions(db, new Date('2020-02-10T00:00:00Z'));

      const dropped = await dropPartitions(db, 'messages', new Date('2020-03-31T00:00:00Z'));

      expect(dropped).to.deep.equal(['messages_2020_01', 'messages_2020_02']);
      expect(await partitionsOf(db, 'messages')).to.include('messages_2020_03');
      await dropPartitions(db, 'messages', new Date('2020-06-01T00:00:00Z'));
    });
  });

  it('is not touched by a program older than it', async function () {
    this.timeout(30_000);
    const url = await (await sharedPostgres(this)).freshDatabase();
    const open = () => openDatabase({ url, dataDir: '', log: silentLog });
    const first = await open();
    await first.db.insertInto('contact.migrations').values({ name: '9999-later' }).execute();
    await first.close();

    const error = await thrownBy(open);

    expect(error.message).to.include('newer').and.to.include('9999-later');
  });

  it('is brought up to date once by instances that start together', async function () {
    this.timeout(30_000);
    const url = await (await sharedPostgres(this)).freshDatabase();

    const all = await Promise.all([1, 2, 3].map(() => openDatabase({ url, dataDir: '', log: silentLog })));

    const done = await (all[0] as Store).db.selectFrom('contact.migrations').select('name').execute();
    expect(new Set(done.map((each) => each.name)).size).to.equal(done.length);
    for (const each of all) await each.close();
  });
});

describe('a PostgreSQL that fails', () => {
  it('loses nothing that was acknowledged, and the service goes on when it is back', async function () {
    this.timeout(60_000);
    const postgres = await startPostgres(this);
    const store = await openDatabase({ url: await postgres.freshDatabase(), dataDir: '', log: silentLog });
    const inbox = createInbox({
      conversations: createConversations(store.run),
      takeTurn: async (received) => aTurn({ replies: [aReply(`to ${received.text}`)] }),
      takeAct: async () => ({ is: 'refused', because: 'not-yours' }),
      sorry: () => aTurn({ replies: [aReply('sorry')] }),
      toDeliveries: () => [],
      announce: () => undefined,
      wakeOutbox: () => undefined,
      log: silentLog,
      clock: () => new Date(),
    });
    const acknowledged = new Map<string, string[]>();
    let refused = 0;
    let going = true;
    const talk = async () => {
      const conversation = freshId('conversation');
      acknowledged.set(conversation, []);
      for (let n = 0; going; n += 1) {
        const inbound = anInbound({ conversation, text: `${n}` });
        // As a sender does that gets no 2xx: the same message again.
        for (let saved = false; !saved; ) {
          try {
            await inbox.accept(inbound);
            acknowledged.get(conversation)?.push(inbound.text);
            saved = true;
          } catch (error) {
            expect(error).to.be.instanceOf(OutsideError);
            refused += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      }
    };

    const talking = Promise.all(Array.from({ length: 8 }, talk));
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 500));
      if (round % 2 === 0) await postgres.kill();
      if (round === 2) await new Promise((resolve) => setTimeout(resolve, 1_500));
      await postgres.restart();
    }
    going = false;
    await talking;
    await inbox.drain();
    await inbox.sweep(0);

    expect(refused).to.be.greaterThan(0);
    for (const [conversation, texts] of acknowledged) {
      const messages = await createMessageLog(store.run).read(conversation, 0, 100_000);
      expect(messages.map((message) => message.sequence)).to.deep.equal(messages.map((_, n) => n + 1));
      const said = messages.filter((message) => message.author === 'customer').map((message) => message.text);
      const answers = messages.filter((message) => message.author === 'service').map((message) => message.text);
      expect(said).to.deep.equal(texts);
      expect(answers).to.deep.equal(texts.map((text) => `to ${text}`));
    }
    await store.close();
    await postgres.stop();
  });
});
