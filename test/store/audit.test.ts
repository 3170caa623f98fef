// The audit in the database: added to and nothing else, written with what it tells of or not at all, found by page, dropped by the month.

import { expect } from 'chai';
import fc from 'fast-check';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { AuditRow } from '../../src/model/audit.ts';
import { Retention } from '../../src/model/retention.ts';
import { createConversations } from '../../src/store/conversations/conversations.ts';
import { contact } from '../../src/store/migrations/0001-contact.ts';
import { privacy } from '../../src/store/migrations/0008-privacy.ts';
import { deskAudit } from '../../src/store/migrations/0018-desk-audit.ts';
import { makePartitions, partitionsOf } from '../../src/store/partitions.ts';
import { auditRow, createAudit } from '../../src/store/privacy/audit.ts';
import { createKeptData } from '../../src/store/privacy/past-their-time.ts';
import type { Schema } from '../../src/store/schema.ts';
import { forEachStore, sharedPostgres } from '../support/stores.ts';
import { aCommit, anInbound, freshId } from '../support/turns.ts';

const secret = 'of the tests';
const day = 86_400_000;

describe('the audit', () => {
  forEachStore((store) => {
    const audit = () => createAudit(store().db, secret);
    const by = (agent: string) => audit().search({ agent, limit: 1_000 });
    const refusal = (statement: ReturnType<typeof sql>) =>
      store()
        .db.transaction()
        .execute((transaction) => statement.execute(transaction))
        .then(
          () => undefined,
          (error: unknown) => String(error),
        );

    it('lets no line be changed, deleted or emptied, through the table or any month of it', async () => {
      const agent = freshId('agent');
      await audit().write({ at: new Date(), agent, did: 'note', subject: 'P-1', data: {} });
      const tables = ['audit', ...(await partitionsOf(store().db, 'audit'))].map((name) =>
        sql.table(`contact.${name}`),
      );
      const held = [];
      for (const table of tables) {
        const { rows } = await sql`select 1 from ${table} limit 1`.execute(store().db);
        held.push(...(rows.length > 0 ? [table] : []));
        expect(await refusal(sql`truncate ${table}`)).to.include('only added to');
      }
      const column = fc.constantFrom('agent', 'did', 'subject', 'role', 'conversation', 'request');
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...held), column, fc.string(), async (table, name, value) => {
          const cleaned = value.replaceAll('\0', '');
          expect(await refusal(sql`update ${table} set ${sql.ref(name)} = ${cleaned}`)).to.include('only added to');
          expect(await refusal(sql`update ${table} set at = at + interval '1 day'`)).to.include('only added to');
          const setting = sql`select set_config('contact.retention', 'on', true)`;
          await setting.execute(store().db);
          expect(await refusal(sql`delete from ${table}`)).to.include('only added to');
        }),
        { numRuns: 15 },
      );
      expect(await by(agent)).to.have.length(1);
    });

    it('has what an act did if and only if the act is committed', async () => {
      const conversations = createConversations(store().run);
      const agent = freshId('agent');
      const inbound = anInbound();
      await conversations.save(inbound);
      const loaded = await conversations.load(inbound.conversation, 'fresh');
      if (loaded === undefined) throw new Error('it is not there');
      const row = auditRow(
        { at: new Date(), agent, role: 'agent', did: 'note', conversation: inbound.conversation, data: { n: 1 } },
        secret,
      );
      const commit = aCommit(loaded.conversation, { audit: row });
      // A line that the table does not take.
      const broken = { ...row, did: null } as unknown as AuditRow;
      const failed = await conversations.commit({ ...commit, audit: broken }).then(
        () => 'committed',
        () => 'failed',
      );
      const after = await conversations.load(inbound.conversation, 'fresh');
      const done = await conversations.commit(commit);
      const late = await conversations.commit(commit);

      expect(failed).to.equal('failed');
      expect(after?.conversation.revision).to.equal(loaded.conversation.revision);
      expect([done.is, late.is]).to.deep.equal(['committed', 'lost']);
      const lines = await by(agent);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.deep.include({ did: 'note', role: 'agent', data: { n: 1 } });
      expect(JSON.stringify(lines)).not.to.include(inbound.conversation);
    });

    it('is found by whose data, who, what and when, each line on one page', async () => {
      const [agent, person, other] = [freshId('agent'), freshId('P'), freshId('P')];
      const from = Date.now() - day;
      const at = (n: number) => new Date(from + Math.floor(n / 3) * 1_000);
      for (let n = 0; n < 12; n += 1) {
        const did = n % 2 === 0 ? ('note' as const) : ('message' as const);
        await audit().write({ at: at(n), agent, did, subject: n < 8 ? person : other, data: { n } });
      }
      const numbers = async (wanted: object) =>
        (await audit().search({ agent, limit: 100, ...wanted })).map(({ data }) => data.n);
      const pages: unknown[] = [];
      let before: { at: Date; id: string } | undefined;
      for (;;) {
        const page = await audit().search({ agent, limit: 5, ...(before && { before }) });
        pages.push(...page.map(({ data }) => data.n));
        before = page.at(-1);
        if (page.length < 5) break;
      }

      expect(pages).to.deep.equal([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      expect(await numbers({ person: other })).to.deep.equal([11, 10, 9, 8]);
      expect(await numbers({ did: ['note'] })).to.deep.equal([10, 8, 6, 4, 2, 0]);
      expect(await numbers({ since: at(3), until: at(9) })).to.deep.equal([8, 7, 6, 5, 4, 3]);
      expect(await numbers({ person: freshId('P') })).to.deep.equal([]);
    });

    it('keeps a line that came before its month was made, and drops months whole when their time is over', async () => {
      const { db } = store();
      const [early, old] = [freshId('agent'), freshId('agent')];
      const ahead = new Date(Date.now() + 200 * day);
      await audit().write({ at: ahead, agent: early, did: 'note', data: {} });
      await makePartitions(db, ahead);
      const month = `audit_${ahead.toISOString().slice(0, 7).replace('-', '_')}`;
      expect(await partitionsOf(db, 'audit')).to.include(month);
      expect(await by(early)).to.have.length(1);
      expect(await refusal(sql`delete from ${sql.table(`contact.${month}`)}`)).to.include('only added to');

      const long = new Date(Date.now() - 2_300 * day);
      await makePartitions(db, long);
      await audit().write({ at: long, agent: old, did: 'note', data: {} });
      await createKeptData(db, Retention.parse({})).deleteOld(new Date());
      expect(await by(old)).to.deep.equal([]);
      expect(await by(early)).to.have.length(1);
    });
  });
});

describe('the step that makes months of the audit', function () {
  this.timeout(60_000);

  it('keeps every line that was there, and goes on counting after it', async function () {
    const url = await (await sharedPostgres(this)).freshDatabase();
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }) });
    await sql`create schema contact`.execute(db);
    for (const step of [contact, privacy]) await step.up(db);
    for (const agent of ['one', 'two'])
      await sql`insert into contact.audit (at, agent, did, data) values (now(), ${agent}, 'exported', '{}')`.execute(
        db,
      );
    await deskAudit.up(db);
    const audit = createAudit(db, secret);
    await audit.write({ at: new Date(Date.now() + 1_000), agent: 'three', did: 'note', data: {} });
    const lines = await audit.search({ limit: 10 });
    await db.destroy();

    expect(lines.map(({ agent }) => agent)).to.deep.equal(['three', 'two', 'one']);
    expect(new Set(lines.map(({ id }) => id)).size).to.equal(3);
  });
});
