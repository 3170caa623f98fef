// An interpreter that was asked for once is known at the next contact, and asked for once more it stands on the record once.

import { expect } from 'chai';
import type { NewTask } from '../../src/model/case.ts';
import type { PersonChange } from '../../src/model/delivery.ts';
import type { Need } from '../../src/model/person.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const asked: readonly Line[] = [{ say: 'I need an interpreter' }, { value: 'interpreter' }];
const promises = (turn: Turn | undefined) => turn?.promises.map(({ what, by, owner }) => ({ what, by, owner }));

function needsAdded(turn: Turn | undefined): readonly Need[] {
  const changes = (turn?.effects ?? [])
    .filter(({ kind }) => kind === 'housing.update-person')
    .map(({ payload }) => (payload as PersonChange).changes);
  return changes.flatMap(({ needs }) => (needs as { add?: readonly Need[] } | undefined)?.add ?? []);
}

describe('an interpreter who was asked for', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const stage = (from: string) => stageOf({ channel: 'sms', from });
  async function say(on: ReturnType<typeof stageOf>, ...lines: readonly Line[]): Promise<Turn | undefined> {
    let last: Turn | undefined;
    for (const line of lines) last = await on.play(line);
    return last;
  }

  it('[WHG-06] is on the record in words that staff read, with what to do at the door, and is promised by an owner and a day', async () => {
    const turn = await say(
      stage('+447700900106'),
      ...asked,
      { say: 'Somali, Maay dialect' },
      { value: 'all' },
      { value: 'woman' },
    );

    expect(needsAdded(turn)).to.deep.equal([
      {
        kind: 'interpreter',
        adjustments: ['Somali interpreter (Somali, Maay dialect), a woman'],
        instruction: 'bring or ring a Somali interpreter (Somali, Maay dialect)',
        since: '2026-11-23',
        until: 'long-term',
      },
    ]);
    expect(promises(turn)).to.deep.equal([{ what: 'interpreter', by: '2026-11-24', owner: 'Access Team' }]);
  });

  it('[WHG-06] stands on what is opened later, without being asked for again', async () => {
    const on = stage('+447700900106');
    await say(on, ...asked, { say: 'Somali' }, { value: 'skip' }, { value: 'skip' });
    const again = await say(on, { say: 'cancel' }, ...asked, { say: 'Somali' }, { value: 'calls' }, { value: 'skip' });

    const task = again?.effects.find(({ kind }) => kind === 'housing.create-task')?.payload as NewTask;
    expect(task.details.needs).to.include('Somali interpreter');
    expect(needsAdded(again), 'there already').to.deep.equal([]);
  });

  it('tells who comes to the home nothing of one for calls alone', async () => {
    const turn = await say(stage('+447700900106'), ...asked, { say: 'Somali' }, { value: 'calls' }, { value: 'skip' });
    expect(needsAdded(turn).map(({ instruction }) => instruction)).to.deep.equal([undefined]);
  });

  it('writes nothing on the record of somebody who has not been recognised', async () => {
    const turn = await say(stage('+447700900152'), ...asked, { say: 'Somali' }, { value: 'all' }, { value: 'skip' });
    expect(turn?.replies.at(-1)?.text).to.not.include('on your record');
    expect(needsAdded(turn)).to.deep.equal([]);
    expect(promises(turn)).to.have.length(1);
  });

  for (const [said, due, date] of [
    ['today at 4pm', '2026-11-23', '2026-11-23'],
    ['on 20 November', '2026-11-24', '2026-11-20'],
    ['15 December, half past nine', '2026-11-24', '2026-12-15'],
    ['I do not know yet', '2026-11-24', undefined],
  ] as const) {
    it(`[WHG-06] for “${said}” is promised by ${due}`, async () => {
      const turn = await say(
        stage('+447700900106'),
        ...asked,
        { say: 'Somali' },
        { value: 'visit' },
        { say: said },
        { value: 'skip' },
      );
      expect(promises(turn)?.map(({ by }) => by)).to.deep.equal([due]);
      const task = turn?.effects.find(({ kind }) => kind === 'housing.create-task')?.payload as NewTask;
      expect(task.details.date).to.equal(date);
    });
  }
});
