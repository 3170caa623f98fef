import { expect } from 'chai';
import { sql } from 'kysely';
import { createEmbeddedHousing } from '../../src/housing/embedded/embedded.ts';
import { housingContract } from '../contracts/housing.ts';
import { clock, type HousingDatabase, holidays, memoryDatabase, serveHousing, token } from '../support/housing.ts';
import { silentLog } from '../support/silent-log.ts';

describe('the embedded housing system, asked inside the process', function () {
  this.timeout(60_000);
  let database: HousingDatabase;
  let system: Awaited<ReturnType<typeof serveHousing>>;

  before(async () => {
    database = await memoryDatabase();
    system = await serveHousing(database.db);
  });

  after(async () => {
    await system.stop();
    await database.close();
  });

  housingContract(() => system);

  it('asks the team to agree another visit when the one wanted had gone', async () => {
    const tasks = await sql<{ kind: string; team: string }>`
      select kind, team from housing.tasks where kind = 'arrange-appointment' and not details ? 'wanted'`.execute(
      database.db,
    );

    expect(tasks.rows).to.deep.equal([{ kind: 'arrange-appointment', team: 'repairs' }]);
  });

  it('keeps what it has when it starts again', async () => {
    await sql`update housing.people set language = 'cy' where id = 'P-1006'`.execute(database.db);

    const again = await createEmbeddedHousing({
      db: database.db,
      token,
      clock,
      holidays,
      seedFile: 'landlords/no-such-file.yaml',
      logger: silentLog,
    });

    const answer = await again.reads.person('P-1006');
    expect(answer.is === 'known' && answer.value?.language).to.equal('cy');
  });

  it('says which lines of its file are wrong', async () => {
    const empty = await memoryDatabase();
    const started = createEmbeddedHousing({
      db: empty.db,
      token,
      clock,
      seedFile: 'test/housing/wrong-people.yaml',
      logger: silentLog,
    });

    const message = await started.then(
      () => 'started',
      (error: Error) => error.message,
    );
    await empty.close();

    expect(message).to.include('test/housing/wrong-people.yaml:6 people.0.born: expected a date like 2026-12-03');
    expect(message).to.include('test/housing/wrong-people.yaml:9 people.0.tenancies.0.property: no such property');
  });

  it('is away, not broken, when its database is', async () => {
    const gone = await memoryDatabase();
    const { reads, deliver } = await createEmbeddedHousing({
      db: gone.db,
      token,
      clock,
      seedFile: 'landlords/demo/people.yaml',
      logger: silentLog,
    });
    await gone.close();

    const answer = await reads.person('P-1001');
    const delivery = await deliver['housing.update-person']({
      id: 'x',
      payload: { person: 'P-1001', changes: { language: 'en' } },
    }).catch(({ code, retryable }) => ({ code, retryable }));

    expect(answer).to.deep.equal({ is: 'away' });
    expect(delivery).to.deep.equal({ code: 'unreachable', retryable: true });
  });

  it('is away when an answer takes too long', async () => {
    const { reads } = await createEmbeddedHousing({
      db: database.db,
      token,
      clock,
      seedFile: 'landlords/demo/people.yaml',
      logger: silentLog,
      readLimitMs: 50,
    });

    const answer = await database.db.transaction().execute(async (inside) => {
      await sql`lock table housing.people in access exclusive mode`.execute(inside);
      return reads.person('P-1001');
    });

    expect(answer).to.deep.equal({ is: 'away' });
  });
});
