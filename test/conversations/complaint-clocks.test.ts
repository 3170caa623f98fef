// From when a complaint counts: from the message that first told of it, however late the other answers come (Complaint Handling Code
// 2024, 4.2 and 6.10). It is told on a Friday at night, and finished on the Monday after.

import { expect } from 'chai';
import type { NewTask } from '../../src/model/case.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { complain, days, textOf } from '../support/complaining.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const fridayNight = { channel: 'sms', from: '+447700900101', clock: '2026-11-20T22:29:55Z' } as const;
const firstTold = '2026-11-20T22:30:00+00:00';
const overTheWeekend = '58h';
/** Five working days after the Friday; ten after that. From the Monday it would be 30 November and 14 December. */
const fromFriday = { acknowledge: '2026-11-27', answer: '2026-12-11' };
const makes = 'I want to make a complaint';
const carriesOn: readonly Line[] = [{ say: 'hello', after: overTheWeekend }, { value: 'yes' }];

describe('a complaint that is told at night and finished after the weekend', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-19] counts from the message that first told of it', async () => {
    const { complaint, told } = await complain(stageOf(fridayNight), [makes, ...carriesOn]);

    expect(complaint.receivedAt).to.equal(firstTold);
    expect(days(complaint.due)).to.deep.equal(fromFriday);
    expect(told).to.include('27 Nov').and.to.include('11 Dec');
  });

  it('counts from there also when the housing system was away', async () => {
    const away: Line = { say: makes, housing: 'away' };
    const back: Line = { ...carriesOn[0], housing: 'back' };
    const { complaint } = await complain(stageOf(fridayNight), [away, back, { value: 'yes' }]);

    expect(complaint.receivedAt).to.equal(firstTold);
    expect(days(complaint.due)).to.deep.equal(fromFriday);
  });

  it('counts from the words on which the choice was offered', async () => {
    const stage = stageOf(fridayNight);
    const mould = 'there is black mould in my bedroom, I have told you four times and nothing has been done';
    const offered = await stage.play({ say: mould });
    const { complaint, hazard } = await complain(stage, [{ say: 'complaint', after: overTheWeekend }]);

    expect(textOf(offered)).to.include('complain');
    expect(complaint.words).to.include(mould);
    expect([complaint.receivedAt, hazard?.receivedAt]).to.deep.equal([firstTold, firstTold]);
    expect(days(complaint.due)).to.deep.equal(fromFriday);
  });

  it('counts from the dissatisfaction, where more was said before the choice was taken', async () => {
    const stage = stageOf(fridayNight);
    await stage.play({
      say: 'there is black mould in my bedroom, I have told you four times and nothing has been done',
    });
    await stage.play({ say: 'black patches on the wall by the window', after: '2h' });
    const { complaint } = await complain(stage, [{ say: 'complaint', after: '1h' }]);

    expect(complaint.receivedAt).to.equal(firstTold);
  });

  it('counts from the first of the messages after which it was asked what was meant', async () => {
    const stage = stageOf(fridayNight);
    const asked = await stage.play({ say: 'the window thing, still, fed up' });
    const { complaint } = await complain(stage, [{ value: 'complaint.make', after: overTheWeekend }]);

    expect(asked.replies.at(-1)?.data.options?.map(({ value }) => value)).to.include('complaint.make');
    expect(complaint.receivedAt).to.equal(firstTold);
  });

  it('tells no day that is over', async () => {
    const late: Line = { say: 'hello', after: '13d' };
    const { complaint, told } = await complain(stageOf(fridayNight), [makes, late, { value: 'yes' }]);

    expect(days(complaint.due)).to.deep.equal(fromFriday);
    expect(told).to.include('3 Dec').and.not.to.include('27 Nov');
  });

  it('is answered from the day of the receipt, where that is the acknowledgement, and no later than the law lets it be', async () => {
    const [soon, late] = await Promise.all(
      [overTheWeekend, '13d'].map((after) =>
        complain(acknowledging(), [makes, { say: 'hello', after }, { value: 'yes' }]),
      ),
    );

    expect(soon?.complaint).to.deep.include({ receivedAt: firstTold });
    expect(soon?.complaint.acknowledgedAt?.slice(0, 10)).to.equal('2026-11-23');
    expect(days(soon?.complaint.due ?? [])).to.deep.equal({ answer: '2026-12-07' });
    expect(days(late?.complaint.due ?? [])).to.deep.equal({ answer: '2026-12-11' });
  });

  it('has what was done to them for who they are counted from the same message', async () => {
    const words = 'Your plumber made racist remarks to my children and laughed';
    const { complaint, turns } = await complain(stageOf(fridayNight), [makes, { value: 'here' }, words, ...carriesOn]);
    const conduct = cases(turns.at(-1) as Turn).find(({ kind }) => kind === 'conduct');

    expect([complaint.receivedAt, conduct?.receivedAt]).to.deep.equal([firstTold, firstTold]);
  });
});

describe('a complaint that comes out of another matter', () => {
  it('counts from the words that it takes along', async () => {
    const stage = stageOf({ ...fridayNight, channel: 'web', identity: 'P-1001' });
    const missed = await stage.play({ say: 'the plumber did not come today' });
    const turns = [missed];
    for (let more = 0; more < 8 && asks(turns) !== 'complain'; more += 1) turns.push(await stage.play({ say: 'skip' }));

    const { complaint } = await complain(stage, [{ value: 'yes', after: '10m' }]);

    expect(asks(turns), turns.map(textOf).join('\n')).to.equal('complain');
    expect(complaint.receivedAt).to.equal(firstTold);
    expect(complaint.words).to.include('did not come');
  });
});

describe('a complaint that goes to the next stage at night, finished after the weekend', () => {
  const known = { ...fridayNight, from: '+447700900106', cases: [aComplaint()] };

  it('[WHG-17] counts from the message that asked for it', async () => {
    const stage = stageOf(known);
    await plays(stage, ['I want to take my complaint to stage 2', 'CMP-7000002', ...carriesOn, 'yes']);
    const [last] = (await plays(stage, ['skip'])).slice(-1);
    const [change] = (last?.effects ?? []).flatMap((each) =>
      each.kind === 'housing.change-case' ? [each.payload] : [],
    );

    expect(change?.changes.details?.escalatedAt).to.equal(firstTold);
    expect(days(change?.changes.due ?? [])).to.deep.equal({ acknowledge: '2026-11-27', answer: '2026-12-29' });
  });

  it('has that day and its clock on the task, where the complaint cannot be looked up', async () => {
    const stage = stageOf({ ...known, housing: 'away' });
    const turns = await plays(stage, [
      'I want to take my complaint to stage 2',
      ...carriesOn,
      'CMP-7000002',
      'nobody came',
    ]);
    for (let more = 0; more < 4 && task(turns) === undefined; more += 1) turns.push(await stage.play({ say: 'skip' }));

    expect(task(turns)?.details, turns.map(textOf).join('\n')).to.deep.include({
      escalatedAt: firstTold,
      acknowledge_by: '2026-11-27',
      answer_by: '2026-12-29',
    });
  });
});

const asks = (turns: readonly Turn[]) => turns.at(-1)?.replies.at(-1)?.data.asks;

function cases(turn: Turn) {
  return turn.effects.flatMap((effect) => (effect.kind === 'housing.create-case' ? [effect.payload] : []));
}

function task(turns: readonly Turn[]): NewTask | undefined {
  return turns.flatMap(({ effects }) =>
    effects.flatMap((each) => (each.kind === 'housing.create-task' ? [each.payload] : [])),
  )[0];
}

async function plays(stage: Stage, lines: readonly (string | Line)[]): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const line of lines) turns.push(await stage.play(typeof line === 'string' ? { say: line } : line));
  return turns;
}

function acknowledging(): Stage {
  const stage = stageOf(fridayNight);
  const { landlord } = stage.world;
  Object.assign(stage.world, {
    landlord: { ...landlord, complaints: { ...landlord.complaints, acknowledgeAtOnce: true } },
  });
  return stage;
}

function aComplaint() {
  return {
    reference: 'CMP-7000002',
    kind: 'complaint',
    stage: 'stage 1',
    status: 'open',
    person: 'P-1006',
    receivedAt: '2026-11-02T09:00:00+00:00',
    due: [{ what: 'answer', by: '2026-11-23', basis: 'acknowledged', rule: 'test' }],
    owner: 'Complaints Team',
    team: 'complaints',
  } as const;
}
