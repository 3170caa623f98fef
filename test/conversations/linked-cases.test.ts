// What is told in one breath is several cases: each names the others, also where one of them was opened earlier.

import { expect } from 'chai';
import type { NewCase, NewRepair } from '../../src/model/case.ts';
import type { Effect } from '../../src/model/delivery.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { complain, opened } from '../support/complaining.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const amina = { channel: 'web', identity: 'P-1001', clock: '2026-11-30T10:00:00Z' } as const;
const answers: Readonly<Record<string, string>> = {
  danger: 'no',
  vulnerable: 'no',
  household: 'skip',
  confirm: 'yes',
  appointment: '1',
  hazard: 'no',
  soon: 'no',
  for_whom: 'myself',
};

/** Plays until a case or repair is opened. */
async function opens(stage: Stage, ...said: readonly (string | Line)[]): Promise<Turn> {
  const pending = [...said];
  let asks = '';
  for (let count = 0; count < 25; count += 1) {
    const next = pending.shift() ?? answers[asks] ?? 'skip';
    const turn = await stage.play(typeof next === 'string' ? { say: next } : next);
    if (turn.effects.some(({ kind }) => kind.startsWith('housing.create-'))) return turn;
    asks = turn.replies.at(-1)?.data.asks ?? '';
  }
  throw new Error('Nothing was opened.');
}

function repairOf({ effects }: Turn): NewRepair | undefined {
  return effects.flatMap((each) => (each.kind === 'housing.create-repair' ? [each.payload] : []))[0];
}

const addedTo = (effects: readonly Effect[]) =>
  effects.flatMap((each) =>
    each.kind === 'housing.change-case' ? [{ to: each.payload.reference, links: each.payload.changes.addLinks }] : [],
  );

const both = (one: Pick<NewCase, 'reference'> | undefined, other: Pick<NewCase, 'links'> | undefined) =>
  other?.links?.includes(one?.reference ?? 'none');

describe('cases that belong together', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('name each other: a repair and the hazard that it tells of', async () => {
    const turn = await opens(stageOf(amina), 'the heater in my living room is broken');
    const [repair, hazard] = [repairOf(turn), opened(turn, 'hazard')];

    expect(repair?.links).to.deep.equal([hazard?.reference]);
    expect(hazard?.links).to.deep.equal([repair?.reference]);
  });

  it('name each other: an emergency and its hazard', async () => {
    const turn = await opens(stageOf(amina), 'there are sparks coming out of the socket');

    expect(repairOf(turn)?.links).to.deep.equal([opened(turn, 'hazard')?.reference]);
  });

  it('name each other: an adaptation and the fall that it was asked for after', async () => {
    const turn = await opens(stageOf(amina), 'I need a rail by the stairs because I fell down the stairs last week');
    const [adaptation, hazard] = [opened(turn, 'adjustment'), opened(turn, 'hazard')];

    expect(adaptation?.links).to.deep.equal([hazard?.reference]);
    expect(hazard?.links).to.deep.equal([adaptation?.reference]);
  });

  it('name each other: a hazard and the visit that was chosen for it', async () => {
    const turn = await opens(stageOf(amina), 'there is black mould in the bedroom');
    const [visit, hazard] = [repairOf(turn), opened(turn, 'hazard')];

    expect(both(hazard, visit as never), JSON.stringify(turn.effects)).to.equal(true);
    expect(both(visit as never, hazard)).to.equal(true);
  });

  it('name each other where the hazard has had its case since earlier', async () => {
    const stage = stageOf(amina);
    const hazard = opened(await opens(stage, 'there is black mould in the bedroom'), 'hazard');
    const { complaint, turns } = await complain(stage, [
      'I want to complain, I have told you four times about the black mould in the bedroom',
    ]);

    expect(complaint.links).to.deep.equal([hazard?.reference]);
    expect(addedTo(turns.at(-1)?.effects ?? [])).to.deep.equal([
      { to: hazard?.reference, links: [complaint.reference] },
    ]);
  });

  it('name each other: a complaint and the earlier one about the same', async () => {
    const stage = stageOf(amina);
    const first = await complain(stage, ['I want to complain, the plumber never came to mend my kitchen tap']);
    await stage.play({ say: 'start again' });
    const again = await complain(stage, ['I want to complain, the plumber still has not come to mend my kitchen tap']);

    expect(again.complaint.links).to.deep.equal([first.complaint.reference]);
    expect(addedTo(again.turns.at(-1)?.effects ?? [])).to.deep.equal([
      { to: first.complaint.reference, links: [again.complaint.reference] },
    ]);
  });
});
