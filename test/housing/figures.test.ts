import { expect } from 'chai';
import { sql } from 'kysely';
import { complaintsLearnedFrom } from '../../src/housing/embedded/complaint-figures.ts';
import { contactsByMethod, referralsByOutcome, signUps } from '../../src/housing/embedded/figures.ts';
import { characteristicNames } from '../../src/model/characteristics.ts';
import { toldApart } from '../../src/model/few.ts';
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

  it('[TPC-13] count who takes part by each protected characteristic and by need, and never so few that they could be told apart', async () => {
    const people = ['P-1001', 'P-1002', 'P-1003', 'P-1004', 'P-1005', 'P-1008', 'P-1010'];
    for (const person of people)
      await sql`insert into housing.tasks (reference, team, kind, status, person, words, language, due, conversation, details, body_hash, created_at)
        values (${`TSK-${person}`}, 'contact-centre', 'involvement.join', 'open', ${person}, 'panel', 'en', '2026-12-07', 'c', '{}', 'hash',
          '2026-11-23T10:00:00Z')`.execute(database.db);

    const counted = await signUps(database.db);

    expect(counted).to.deep.include({ characteristic: 'everybody', value: 'all', count: 7 });
    expect(counted).to.deep.include({ characteristic: 'age', value: '25 to 44', count: null });
    // Seven less five is two: with one number hidden, the other would tell it.
    expect(counted).to.deep.include({ characteristic: 'need', value: 'none on the profile', count: null });
    expect(counted).to.deep.include({ characteristic: 'need', value: 'a need on the profile', count: null });
    expect(counted).to.deep.include({ characteristic: 'religion', value: 'not recorded', count: 7 });
    expect(new Set(counted.map(({ characteristic }) => characteristic))).to.deep.equal(
      new Set(['everybody', ...characteristicNames, 'need']),
    );
  });
});

/** Of a religion, an age and what else; every third has a complaint that they were satisfied with. */
const groups = [
  { count: 12, born: '1990-05-01', told: { religion: 'muslim', disability: 'yes', sex: 'woman' }, satisfied: 3 },
  { count: 8, born: '1950-05-01', told: { religion: 'none', disability: 'no', sex: 'man' }, satisfied: 6 },
  { count: 6, born: '1990-05-01', told: { religion: 'prefer-not-to-say', age: 'prefer-not-to-say' }, satisfied: 6 },
  { count: 5, born: null, told: {}, satisfied: 0 },
  { count: 2, born: '2004-05-01', told: { religion: 'jewish', disability: 'no' }, satisfied: 2 },
] as const;

describe('figures by protected characteristic', function () {
  this.timeout(60_000);
  let database: HousingDatabase;
  const now = new Date('2026-11-23T10:00:00Z');

  before(async () => {
    database = await memoryDatabase();
    let number = 0;
    for (const { count, born, told, satisfied } of groups)
      for (let of = 0; of < count; of += 1) {
        number += 1;
        await person(`Q-${number}`, born, told);
        await complaint(`Q-${number}`, of < satisfied ? 5 : 2);
        await contact(`Q-${number}`, of % 2 === 0 ? 'sms' : 'web');
      }
    // One person who writes often is one person.
    for (let again = 0; again < 9; again += 1) await contact('Q-33', 'post');
    await contact(null, 'web');
  });

  after(() => database.close());

  async function person(id: string, born: string | null, told: Readonly<Record<string, string>>) {
    await sql`insert into housing.people (id, name, name_words, born, phones, needs, changed_at)
      values (${id}, '{}', '[]', ${born}::text::date, '[]', '[]', now())`.execute(database.db);
    for (const [name, answer] of Object.entries(told))
      await sql`insert into housing.characteristics (person, name, answer, told_on)
        values (${id}, ${name}, ${answer}, '2026-11-01')`.execute(database.db);
  }

  const complaint = (of: string, satisfaction: number) =>
    sql`insert into housing.cases (reference, kind, status, priority, risk_reasons, person, reported_by, words, language, needs,
        received_at, due, team, links, channel, conversation, details, body_hash, created_at)
      values (${`CMP-${of}`}, 'complaint', 'closed', 'normal', '[]', ${of}, '{}', 'late', 'en', '[]', '2026-11-20T10:00:00Z', '[]',
        'complaints', '[]', 'web', 'c', ${JSON.stringify({ satisfaction })}::jsonb, 'hash', now())`.execute(
      database.db,
    );

  let contacts = 0;
  const contact = (of: string | null, channel: string) => {
    contacts += 1;
    return sql`insert into housing.contacts (id, person, at, channel, topic, outcome, conversation, body_hash, created_at)
      values (${`C-${contacts}`}, ${of}, '2026-11-20T10:00:00Z', ${channel}, 'rent.pay', 'answered', 'c', 'hash', now())`.execute(
      database.db,
    );
  };

  it('[GEN-04] [TPC-15] count complaints by each of the nine, with who was not asked and who would rather not say as rows of their own', async () => {
    const { received, characteristics } = await complaintsLearnedFrom(database.db, now);
    const of = (wanted: string) =>
      Object.fromEntries(
        characteristics
          .filter(({ characteristic }) => characteristic === wanted)
          .map(({ value, count }) => [value, count]),
      );

    expect(received).to.equal(33);
    expect(new Set(characteristics.map(({ characteristic }) => characteristic))).to.deep.equal(
      new Set([...characteristicNames, 'need']),
    );
    // Two are hidden, and so is the next smallest: what is left over tells neither.
    expect(of('religion')).to.deep.equal({
      jewish: null,
      muslim: 12,
      none: 8,
      'not recorded': null,
      'prefer not to say': 6,
    });
    expect(of('age')).to.deep.equal({
      '25 to 44': 12,
      '65 and over': 8,
      'not recorded': null,
      'prefer not to say': 6,
      'under 25': null,
    });
    expect(of('disability'), 'never from a need').to.deep.equal({ no: 10, yes: 12, 'not recorded': 11 });
    expect(of('pregnancy')).to.deep.equal({ 'not recorded': 33 });
  });

  it('[TPC-02] [TPC-15] compare how satisfied people with a characteristic were with those who told another', async () => {
    const { satisfaction } = await complaintsLearnedFrom(database.db, now);

    expect(satisfaction).to.deep.include({
      characteristic: 'disability',
      value: 'yes',
      answered: 12,
      satisfiedPercent: 25,
      others: { answered: 10, satisfiedPercent: 80 },
    });
    expect(satisfaction).to.deep.include({
      characteristic: 'religion',
      value: 'jewish',
      answered: null,
      satisfiedPercent: null,
      others: { answered: null, satisfiedPercent: null },
    });
    expect(satisfaction, 'who would rather not say is no group').to.deep.include({
      characteristic: 'religion',
      value: 'prefer not to say',
      answered: 6,
      satisfiedPercent: 100,
      others: { answered: null, satisfiedPercent: null },
    });
  });

  it('[TPC-03] count contacts by method and characteristic, never of so few people, however often they write', async () => {
    const { contacts: rows } = await contactsByMethod(database.db, now);

    expect(rows).to.deep.include({ characteristic: 'religion', value: 'muslim', channel: 'sms', count: 6 });
    expect(rows).to.deep.include({ characteristic: 'sex', value: 'not recorded', channel: 'web', count: 7 });
    expect(rows).to.deep.include({ characteristic: 'pregnancy', value: 'not recorded', channel: 'web', count: 17 });
    expect(rows.filter(({ channel }) => channel === 'post').map(({ count }) => count)).to.deep.equal(
      Array(10).fill(null),
    );
    expect(rows).to.deep.include({ characteristic: 'religion', value: 'jewish', channel: 'sms', count: null });
  });

  it('hide with a number that is few those that would tell it', () => {
    const told = (...people: number[]) => {
      const rows = people.map((each) => ({ people: each }));
      const kept = toldApart(rows, () => 'all');
      return rows.map((row) => (kept.has(row) ? row.people : null));
    };

    expect(told(12, 8, 5)).to.deep.equal([12, 8, 5]);
    expect(told(12, 8, 4)).to.deep.equal([12, null, null]);
    expect(told(12, 8, 1, 1)).to.deep.equal([12, null, null, null]);
    expect(told(12, 8, 4, 3)).to.deep.equal([12, 8, null, null]);
    expect(told(3)).to.deep.equal([null]);
    expect(told()).to.deep.equal([]);
  });
});
