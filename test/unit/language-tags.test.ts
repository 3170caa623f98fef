// Tags that there are not, on a record or told by a client, and what goes before what.

import { expect } from 'chai';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** Somebody known by their number, whose record has a language that a person once typed. */
async function onRecord(language: string, needs: readonly object[] = []) {
  const stage = stageOf({ channel: 'sms', from: '+447700900101' });
  const { housing } = stage.world;
  const found = await housing.person('P-1001');
  if (found.is === 'away' || found.value === null) throw new Error('P-1001 is not there');
  const value = { ...found.value, language, needs };
  const people = { is: 'known' as const, value: [value] };
  Object.assign(housing, { person: async () => ({ is: 'known', value }), peopleByPhone: async () => people });
  return stage;
}

describe('a language tag', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const tag of ['qq-Nowhere', 'not a language!', 'pl_PL@euro', 'x', ''])
    it(`“${tag}” that there is not, on a record, is nobody’s language: the landlord’s own is spoken`, async () => {
      const { play } = await onRecord(tag);
      const turn = await play({ say: 'help' });
      expect(turn.replies.at(-1)?.language).to.equal('en');
    });

  it('[TPC-07] that there is not stands in no way of a format: it is told as it is written', async () => {
    const { play } = await onRecord('not a language!');
    await play({ say: 'I need large print' });
    for (const value of ['all_letters', 'size_18']) await play({ value });
    const turn = await play({ value: 'here' });
    expect(turn.replies.map(({ text }) => text).join(' ')).not.to.equal('');
    expect(turn.replies.at(-1)?.language).to.equal('en');
  });

  it('[WHG-06] of a record wins over a guess at words too short to tell', async () => {
    const { play } = await onRecord('pl');
    for (const say of ['ok', 'boiler', 'Tom', '12 Mill Lane']) {
      const turn = await play({ say });
      expect(turn.replies.at(-1)?.language, say).to.equal('pl');
    }
  });

  for (const locale of ['qq', 'en_GB_oops', '*', '../../etc', 'x'.repeat(300)])
    it(`“${locale.slice(0, 20)}” told by a client is none either`, async () => {
      const turn = await stageOf({ channel: 'web', locale }).play({ say: 'help' });
      expect(turn.replies.at(-1)?.language).to.equal('en');
    });
});
