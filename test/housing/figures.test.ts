import { expect } from 'chai';
import { sql } from 'kysely';
import { referralsByOutcome, signUps } from '../../src/housing/embedded/figures.ts';
import { type HousingDatabase, memoryDatabase, serveHousing } from '../support/housing.ts';

describe('figures of the embedded housing system', function () {
  this.timeout(60_000);
  let database: HousingDatabase;
  let stop: () => Promise<void>;

  before(async () => {
    database = await memoryDatabase();
    ({ stop } = await serveHousing(database.db));
  });

  after(async () => {
    await stop();
    await database.close();
  });

  it('[TPC-12] count referrals by need and service, and what became of them', async () => {
    const refer = (reference: string, status: string, details: Record<string, string>) =>
      sql`insert into housing.cases (reference, kind, status, priority, risk_reasons, reported_by, words, language, needs, received_at,
          due, team, links, channel, conversation, details, body_hash, created_at)
        values (${reference}, 'referral', ${status}, 'normal', '[]', '{}', 'help', 'en', '[]', now(), '[]', 'tenancy', '[]', 'web', 'c',
          ${JSON.stringify(details)}::jsonb, 'hash', now())`.execute(database.db);
    await refer('REF-1', 'open', { need: 'money', service: 'wharf-money', consent: 'yes' });
    await refer('REF-2', 'open', { need: 'money', service: 'wharf-money', consent: 'yes' });
    await refer('REF-3', 'closed', { need: 'mind', service: 'calm-harbour', consent: 'yes', outcome: 'helped' });

    expect(await referralsByOutcome(database.db)).to.deep.equal([
      { need: 'money', service: 'wharf-money', status: 'open', outcome: null, count: 2 },
      { need: 'mind', service: 'calm-harbour', status: 'closed', outcome: 'helped', count: 1 },
    ]);
  });

  it('[TPC-13] count who takes part by age and by need, and never so few that they could be told apart', async () => {
    const people = ['P-1001', 'P-1002', 'P-1003', 'P-1004', 'P-1005', 'P-1008', 'P-1010'];
    for (const person of people)
      await sql`insert into housing.tasks (reference, team, kind, status, person, words, language, due, conversation, details, body_hash, created_at)
        values (${`TSK-${person}`}, 'contact-centre', 'involvement.join', 'open', ${person}, 'panel', 'en', '2026-12-07', 'c', '{}', 'hash',
          '2026-11-23T10:00:00Z')`.execute(database.db);

    const counted = await signUps(database.db);

    expect(counted).to.deep.include({ characteristic: 'everybody', value: 'all', count: 7 });
    expect(counted).to.deep.include({ characteristic: 'age', value: '25 to 44', count: null });
    expect(counted).to.deep.include({ characteristic: 'disability', value: 'none on the profile', count: 5 });
    expect(counted).to.deep.include({ characteristic: 'disability', value: 'a need on the profile', count: null });
  });
});
