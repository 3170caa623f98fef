// How long an insult is held against somebody.

import { expect } from 'chai';
import { strikesOn } from '../../src/turn/strikes.ts';
import { saidPhrases } from '../support/said-phrases.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const insult = 'you stupid useless piece of rubbish';
const answers = ['talk.abuse.calm', 'talk.abuse.firm'];

async function insults(stage: Stage, after?: string): Promise<readonly string[]> {
  const turn = await stage.play({ say: insult, ...(after !== undefined && { after }) });
  return saidPhrases(turn, stage.world, answers);
}

describe('an insult', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-20] counts for as long as the pack says, and then for nothing', async () => {
    const [soon, later] = [stageOf({ channel: 'sms' }), stageOf({ channel: 'sms' })];
    await insults(soon);
    await insults(later);

    expect(await insults(soon, '300d')).to.deep.equal(['talk.abuse.firm']);
    expect(await insults(later, '370d')).to.deep.equal(['talk.abuse.calm']);
  });

  it('counts for less where the pack says so', async () => {
    const stage = stageOf({ channel: 'sms' });
    const { landlord } = stage.world;
    const persistentContact = { ...landlord.persistentContact, strikeMonths: 1 };
    Object.assign(stage.world, { landlord: { ...landlord, persistentContact } });
    await insults(stage);

    expect(await insults(stage, '40d')).to.deep.equal(['talk.abuse.calm']);
  });

  it('that was only counted, before it had a day, is as old as the last message', () => {
    const { landlord } = stageOf({ channel: 'sms' }).world;
    const state = { ...stageOf({ channel: 'sms' }).conversation().state, abuse: 2, lastAt: '2026-01-10T10:00:00.000Z' };

    expect(strikesOn(state, new Date('2026-11-23T10:00:00Z'), landlord)).to.have.length(2);
    expect(strikesOn(state, new Date('2027-01-10T10:00:00Z'), landlord)).to.have.length(0);
  });
});
