// What people said of how a contact went, by who they are.

import { expect } from 'chai';
import { sql } from 'kysely';
import { type Answers, surveysByCharacteristic } from '../../src/housing/embedded/survey-figures.ts';
import { characteristicNames } from '../../src/model/characteristics.ts';
import { type HousingDatabase, memoryDatabase } from '../support/housing.ts';

/** Of each group so many people, and so many of them found it easy and were satisfied. */
const groups = [
  { count: 10, told: { disability: 'yes', religion: 'muslim' }, easy: 2, satisfied: 3 },
  { count: 8, told: { disability: 'no', religion: 'none' }, easy: 8, satisfied: 6 },
  { count: 6, told: { disability: 'prefer-not-to-say' }, easy: 0, satisfied: 0 },
  { count: 3, told: { religion: 'jewish' }, easy: 3, satisfied: 3 },
] as const;

describe('figures of how contacts went', function () {
  this.timeout(60_000);
  let database: HousingDatabase;
  const answers: Answers[] = [];

  before(async () => {
    database = await memoryDatabase();
    let number = 0;
    for (const { count, told, easy, satisfied } of groups)
      for (let of = 0; of < count; of += 1) {
        number += 1;
        const person = `Q-${number}`;
        await sql`insert into housing.people (id, name, name_words, born, phones, needs, changed_at)
          values (${person}, '{}', '[]', null, '[]', '[]', now())`.execute(database.db);
        for (const [name, answer] of Object.entries(told))
          await sql`insert into housing.characteristics (person, name, answer, told_on)
            values (${person}, ${name}, ${answer}, '2026-11-01')`.execute(database.db);
        answers.push(answered(`S-${number}`, person, { ease: of < easy ? 5 : 1, satisfied: of < satisfied ? 4 : 3 }));
      }
    // Who is not on file, and who left one question out.
    answers.push(answered('S-90', null, { ease: 5, satisfied: null }));
  });

  after(() => database.close());

  const answered = (survey: string, person: string | null, scores: Pick<Answers, 'ease' | 'satisfied'>): Answers => ({
    survey,
    person,
    at: '2026-11-20T10:00:00Z',
    ...scores,
  });

  const of = async (characteristic: string, value: string) =>
    (await surveysByCharacteristic(database.db, answers)).find(
      (row) => row.characteristic === characteristic && row.value === value,
    );

  it('[TPC-02] [TPC-18] compare people with a characteristic with people without it, for ease and satisfaction', async () => {
    expect(await of('disability', 'yes')).to.deep.equal({
      characteristic: 'disability',
      value: 'yes',
      ease: { answered: 10, goodPercent: 20 },
      satisfaction: { answered: 10, goodPercent: 30 },
      others: { ease: { answered: 8, goodPercent: 100 }, satisfaction: { answered: 8, goodPercent: 75 } },
    });
    const none = { answered: null, goodPercent: null };
    const hidden = { ease: none, satisfaction: none };
    expect((await of('disability', 'prefer not to say'))?.others, 'compared with nobody').to.deep.equal(hidden);
    // Three people, and with them the next smallest: the sum is known.
    expect(await of('religion', 'jewish')).to.deep.include(hidden);
    expect(await of('religion', 'jewish'))
      .to.have.property('others')
      .deep.equal(hidden);
  });

  it('[GEN-03] break satisfaction down by each of the nine, with who was not asked as a row of its own', async () => {
    const rows = await surveysByCharacteristic(database.db, answers);

    expect(new Set(rows.map(({ characteristic }) => characteristic))).to.deep.equal(
      new Set([...characteristicNames, 'need']),
    );
    expect(await of('sex', 'not recorded')).to.deep.include({
      ease: { answered: 28, goodPercent: 50 },
      satisfaction: { answered: 27, goodPercent: 44 },
    });
  });
});
