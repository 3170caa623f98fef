// Help from others covers every need that we ask about; where the directory has nothing, a partner is named and a person looks.

import { expect } from 'chai';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** What the policy wants covered → the answers that stand for it. */
const covered: Readonly<Record<string, readonly string[]>> = {
  money: ['money'],
  'health and wellbeing': ['mind', 'addiction', 'caring'],
  'work and training': ['work'],
  'social inclusion': ['lonely'],
  digital: ['online'],
  'keeping a home': ['tenancy'],
};

describe('support', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [need, answers] of Object.entries(covered))
    for (const answer of answers)
      for (const channel of ['web', 'sms'] as const)
        it(`[LIV-12] covers ${need} with a service near the home (${answer}, by ${channel})`, async () => {
          const { reply } = await askFor(answer, channel);

          expect(reply?.data.asks).to.equal('service');
          expect((reply?.data.options ?? []).map(({ value }) => value)).to.have.length.above(1);
        });

  for (const answer of Object.values(covered).flat())
    it(`[LIV-12] names a partner where the directory has nothing (${answer})`, async () => {
      const { text, outcome } = await askFor(answer, 'web', { isEmpty: true });

      expect(text).to.match(/0800 \d{3} \d{4}/);
      expect(outcome).to.be.oneOf([undefined, 'signposted']);
    });

  it('[TPC-12] is counted where it is looked for and where a referral is made, by need and not by whose it is', async () => {
    const { stage } = await askFor('work', 'sms');
    const chosen = await stage.play({ say: '1' });
    const referred = await stage.play({ say: 'yes' });

    expect(chosen.facts.filter(({ name }) => name === 'referral.made')).to.deep.equal([]);
    expect(referred.facts.filter(({ name }) => name === 'referral.made')).to.deep.equal([
      { name: 'referral.made', enquiry: 'support.referral', data: { need: 'work' } },
    ]);
  });
});

async function askFor(answer: string, channel: 'web' | 'sms', { isEmpty = false } = {}) {
  const stage = stageOf({ channel, ...(channel === 'web' ? { identity: 'P-1001' } : { from: '+447700900101' }) });
  if (isEmpty) Object.assign(stage.world, { directory: { services: async () => ({ is: 'known', value: [] }) } });
  await stage.play({ say: 'English' });
  const asked = await stage.play({ say: 'I need some support' });
  const chosen = (asked.replies.at(-1)?.data.options ?? []).find(({ value }) => value === answer);
  if (chosen === undefined) throw new Error(`There is no answer ${answer}.`);
  const { replies } = await stage.play({ value: chosen.value });
  const reply = replies.at(-1);
  return { stage, reply, text: replies.map(({ text }) => text).join('\n'), outcome: reply?.data.outcome };
}
