// What a repair tells whoever is sent: the fault, where it is and what they need to get in and to help. Nothing else of the person.

import { expect } from 'chai';
import type { NewRepair } from '../../src/model/case.ts';
import { withoutWords } from '../../src/model/said/left-out.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

async function repairOf(lines: readonly (string | Line)[], identity = 'P-1001'): Promise<NewRepair> {
  const stage = stageOf({ channel: 'web', identity });
  for (const line of lines) {
    const { effects } = await stage.play(typeof line === 'string' ? { say: line } : line);
    for (const effect of effects) if (effect.kind === 'housing.create-repair') return effect.payload;
  }
  throw new Error(`No repair was reported: ${JSON.stringify(stage.conversation().state.stack)}`);
}

const rest: readonly (string | Line)[] = ['no', 'no', 'skip'];

describe('a repair that is passed on', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[TPC-11] tells what the job needs of access, and never whom somebody loves or what they believe', async () => {
    const repair = await repairOf([
      'Kitchen tap dripping since Monday. I am a gay Muslim man',
      ...rest,
      'More time at the door please, and I am a Lesbian',
      'yes',
      'skip',
    ]);

    expect(repair.fault).to.include('Kitchen tap dripping');
    expect(repair.access).to.include('More time at the door please');
    expect(JSON.stringify(repair)).not.to.match(/gay|muslim|lesbian/i);
  });

  it('[TPC-11] takes nothing from the profile: neither needs nor household nor language help go along', async () => {
    const repair = await repairOf([
      'The kitchen tap is dripping',
      ...rest,
      'Please ring the bell twice',
      'yes',
      'skip',
    ]);

    expect(Object.keys(repair).sort()).to.deep.equal(
      [
        'access',
        'attachments',
        'conversation',
        'fault',
        'language',
        'person',
        'priority',
        'property',
        'reference',
        'reportedAt',
        'room',
        'tenancy',
        'trade',
        'words',
      ].sort(),
    );
    expect(repair.access).to.equal('Please ring the bell twice');
  });

  it('[TPC-11] leaves words that only hold such letters as they are, in any script', () => {
    expect(withoutWords(['gay', 'HIV'], 'The gayle wall and the hive')).to.equal('The gayle wall and the hive');
    expect(withoutWords(['żyd', 'trans woman'], 'Jestem Żyd, a trans-woman')).to.equal('Jestem …, a …');
  });
});
