// When somebody is asked to go through what is on file, and what is written then.

import { expect } from 'chai';
import type { PersonChange } from '../../src/model/delivery.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const hours: Line = { say: 'what are your opening hours' };

/** Checked on 1 June, on 30 October, never. */
const [due, recent, never] = ['P-1002', 'P-1001', 'P-1008'];

async function asks(stage: Stage, line: Line): Promise<boolean> {
  const { replies } = await stage.play(line);
  return replies.at(-1)?.data.asks === 'check';
}

const at = (identity: string | undefined, landlord = 'grand-union', clock = '2026-11-23T10:00:00Z') =>
  stageOf({ channel: 'web', locale: 'en', landlord, clock, ...(identity !== undefined && { identity }) });

describe('what is on file', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[GUH-03] is gone through after the months that the pack says, and where it never was', async () => {
    expect(await asks(at(due), hours)).to.equal(true);
    expect(await asks(at(never), hours)).to.equal(true);
    expect(await asks(at(recent), hours)).to.equal(false);
    expect(await asks(at(recent, 'grand-union', '2027-01-30T10:00:00Z'), hours), 'three months to the day').to.equal(
      false,
    );
    expect(await asks(at(recent, 'grand-union', '2027-01-31T10:00:00Z'), hours), 'a day more').to.equal(true);
  });

  it('[GUH-03] is asked of nobody whom we do not know, nor where the pack has no interval', async () => {
    expect(await asks(at(undefined), hours)).to.equal(false);
    expect(await asks(at(due, 'demo'), hours)).to.equal(false);
  });

  it('[GUH-03] is asked again only when as long has gone by, whatever was answered', async () => {
    const stage = at(due);
    expect(await asks(stage, hours)).to.equal(true);
    await stage.play({ say: 'no' });
    expect(await asks(stage, { ...hours, after: '80d' })).to.equal(false);
    expect(await asks(stage, { ...hours, after: '20d' })).to.equal(true);
  });

  it('is not asked where danger came up before', async () => {
    const stage = at(due);
    await stage.play({ say: 'I can smell gas in the kitchen' });
    await stage.play({ say: 'skip' });

    expect(await asks(stage, hours)).to.equal(false);
  });

  for (const [channel, who, expected] of [
    ['web', { identity: due }, { phones: { add: '+447700900177' }, profileCheckedOn: '2026-11-23' }],
    // A number on file is no proof: nothing but the day is written.
    ['sms', { from: '+447700900102' }, { profileCheckedOn: '2026-11-23' }],
  ] as const)
    it(`[GUH-03] keeps the day, and a new number only of who has shown who they are: by ${channel}`, async () => {
      const stage = stageOf({ channel, landlord: 'grand-union', ...who, locale: 'en' });
      const changes: PersonChange[] = [];
      for (const line of [
        hours,
        { say: 'yes' },
        ...(channel === 'web' ? [{ say: '07700 900177' }, { say: 'skip' }] : []),
      ])
        for (const effect of (await stage.play(line)).effects)
          if (effect.kind === 'housing.update-person') changes.push(effect.payload);

      expect(changes).to.deep.equal([{ person: due, changes: expected }]);
    });
});
