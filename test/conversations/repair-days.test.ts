// A half day is offered to whom we know, and another tenant's words to nobody.

import { expect } from 'chai';
import { textOf } from '../support/complaining.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

async function asked(stage: Stage, first: string): Promise<readonly string[]> {
  const slots: string[] = [];
  let turn = await stage.play({ say: first });
  for (let count = 0; count < 20; count += 1) {
    const [last] = turn.replies.slice(-1);
    const asks = last?.data.asks;
    if (asks === undefined || last?.data.outcome !== undefined) return slots;
    slots.push(asks);
    turn = await stage.play({ say: answers[asks] ?? 'skip' });
  }
  return slots;
}

const answers: Readonly<Record<string, string>> = {
  fault: 'It drips all day',
  what: 'black patches on the wall',
  off: 'heating',
  danger: 'no',
  vulnerable: 'no',
  address: '9 Weir Lane, AW1 3KP',
  phone: '07700 900150',
  confirm: 'yes',
};

describe('a half day for a repair', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const words of [
    'my kitchen tap is dripping',
    'there is black mould in the bedroom',
    'there are mice in my kitchen',
  ])
    it(`is offered to whom we know, and to nobody before: ${words}`, async () => {
      const [known, unknown] = [stageOf({ channel: 'web', identity: 'P-1001' }), stageOf({ channel: 'web' })];

      expect(await asked(known, words)).to.include('appointment');
      expect(await asked(unknown, words)).not.to.include('appointment');
    });
});

describe('a shared fault that another tenant has reported', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[GUH-10] leaves nothing of their words in what is known here of it', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1003' });
    const told = 'It stops when old Mrs Bright from flat 4 uses her scooter';
    for (const say of ['The lift is not working', told, 'no', 'no', 'skip']) await stage.play({ say });
    const turn = await stage.play({ say: 'The lift is not working' });

    expect(textOf(turn)).to.include('REP-');
    expect(JSON.stringify(turn.state.stack)).not.to.include('Bright');
  });
});
