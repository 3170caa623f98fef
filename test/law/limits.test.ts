// Each limit of the law: what it is, from when it runs, and on which day it falls. The days here are counted by hand.

import { expect } from 'chai';
import type { Due, NewCase } from '../../src/model/case.ts';
import { inForceOn } from '../../src/model/nation-rules.ts';
import { dueFrom } from '../../src/turn/actions/complaint-law.ts';
import { rulesOf } from '../support/rules.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const complaint: readonly Line[] = [
  { say: 'I want to make a complaint' },
  { say: 'here' },
  { say: 'Nobody came to mend the roof and nobody rang' },
  { say: 'skip' },
  { say: 'no' },
  { say: 'no' },
  { value: 'self' },
  { say: 'yes' },
];
const mould = (danger: 'yes' | 'no'): readonly Line[] => [
  { say: 'there is black mould in the bedroom' },
  { say: 'black patches on the wall, for three weeks' },
  { say: danger },
  { say: 'no' },
  { say: 'skip' },
  { say: 'skip' },
];

async function opened(lines: readonly Line[], clock: string, kind: string): Promise<NewCase> {
  // Doorstep's own five seconds between two messages come on top.
  const stage = stageOf({ channel: 'web', clock, identity: 'per-amina' });
  for (const line of lines) {
    const { effects } = await stage.play(line);
    for (const effect of effects) if (effect.kind === 'housing.create-case') return effect.payload;
  }
  throw new Error(`No ${kind} was opened: ${JSON.stringify(stage.conversation().state)}`);
}

const days = (due: readonly Due[]) => Object.fromEntries(due.map(({ what, by }) => [what, by]));

describe('the limits of the law', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('are those of the Complaint Handling Code', () => {
    const law = inForceOn(rulesOf('england').complaints, '2026-11-26');

    expect(law?.stages.map(({ rule, ...limits }) => limits)).to.deep.equal([
      {
        name: 'stage 1',
        acknowledgeWorkingDays: 5,
        answerWorkingDays: 10,
        answerFrom: 'acknowledged',
        extensionWorkingDays: 10,
      },
      {
        name: 'stage 2',
        acknowledgeWorkingDays: 5,
        answerWorkingDays: 20,
        answerFrom: 'acknowledged',
        extensionWorkingDays: 20,
      },
    ]);
    expect(law).to.include({ withinMonths: 12, fewestStages: 2, mostStages: 2 });
    expect(law?.definition).to.match(/^an expression of dissatisfaction, however made, about the standard of service/);
  });

  for (const [received, acknowledge, answer] of [
    ['2026-11-23T10:00:00Z', '2026-11-30', '2026-12-14'],
    // On a Saturday; and two minutes before midnight in summer, when it is an hour earlier in UTC.
    ['2026-11-28T10:00:00Z', '2026-12-04', '2026-12-18'],
    ['2026-07-31T22:58:00Z', '2026-08-07', '2026-08-21'],
    // Over Christmas, its substitute day and New Year; and over the landlord's own closed days, which stop no clock of the law.
    ['2026-12-18T17:00:00Z', '2026-12-29', '2027-01-13'],
  ] as const)
    it(`count a complaint of ${received} to its days`, async () => {
      const { due, receivedAt } = await opened(complaint, received, 'complaint');

      expect(days(due)).to.deep.equal({ acknowledge, answer });
      expect(receivedAt.slice(0, 10)).to.equal(received.slice(0, 10));
    });

  for (const [acknowledgedOn, answer] of [
    // On the day itself; a few days later; and after the last day for it, which wins no time.
    ['2026-11-23', '2026-12-07'],
    ['2026-11-26', '2026-12-10'],
    ['2026-12-03', '2026-12-14'],
  ] as const)
    it(`[WHG-17] count the answer from the day on which we acknowledge: ${acknowledgedOn}`, () => {
      const rules = rulesOf('england');
      const [stage] = inForceOn(rules.complaints, '2026-11-23')?.stages ?? [];
      if (stage === undefined) throw new Error('There is no stage.');
      const due = dueFrom('2026-11-23', stage, { acknowledgedOn, holidays: rules.bankHolidays });

      expect(days(due)).to.deep.equal({ answer });
    });

  for (const [received, investigate, summary, safe, begun] of [
    ['2026-11-23T10:00:00Z', '2026-12-07', '2026-12-10', '2026-12-14', '2027-03-01'],
    ['2026-12-23T23:30:00Z', '2027-01-11', '2027-01-14', '2027-01-18', '2027-04-05'],
  ] as const)
    it(`count a significant hazard of ${received} to its days`, async () => {
      const { due } = await opened(mould('no'), received, 'hazard');

      expect(days(due)).to.deep.equal({
        investigate,
        'written summary': summary,
        'make safe': safe,
        'begin work that prevents it': safe,
        'have begun that work': begun,
      });
    });

  it('count an emergency in hours, through the night, the weekend and the change to summer time', async () => {
    const { due, priority } = await opened(mould('yes'), '2027-03-27T23:00:00Z', 'hazard');

    expect(priority).to.equal('emergency');
    expect(days(due)['investigate and make safe']).to.match(/^2027-03-29T00:00:\d\d\+01:00$/);
    expect(days(due)['written summary']).to.equal('2027-04-01');
  });

  it('are those in force on the day on which the message came in', async () => {
    const before = await opened(mould('no'), '2026-11-29T23:50:00Z', 'hazard');
    const after = await opened(mould('no'), '2026-11-30T00:10:00Z', 'hazard');

    expect(new Set(before.due.map(({ rule }) => rule.slice(-7)))).to.deep.equal(new Set(['phase 1']));
    expect(new Set(after.due.map(({ rule }) => rule.slice(-7)))).to.deep.equal(new Set(['phase 2']));
  });

  it('reach from phase to phase without a day between', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland']) {
      const { complaints, hazards, ombudsman } = rulesOf(nation);
      for (const parts of [complaints, hazards, ombudsman])
        for (const [at, { until }] of parts.entries()) {
          const next = parts[at + 1]?.inForceFrom;
          const dayAfter = until && new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
          expect(dayAfter, `${nation} ${until}`).to.equal(next);
        }
    }
  });
});
