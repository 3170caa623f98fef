// The choice to complain: given to whoever is dissatisfied, whatever they write about, and pushed on nobody.

import { expect } from 'chai';
import { complain, textOf } from '../support/complaining.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const amina = { channel: 'web', identity: 'P-1001' } as const;
const told = 'You can also make a complaint';
const mould = 'there is black mould in my bedroom, I have told you four times and nothing has been done';

describe('the choice to complain', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-12] is told once to who is dissatisfied without saying so, and what they came for is served', async () => {
    const stage = stageOf(amina);
    const first = await stage.play({ say: mould });
    const second = await stage.play({ say: 'yes, this is not good enough, my son coughs all night' });

    expect(textOf(first)).to.include(told);
    expect(first.replies.at(-1)?.data.enquiry).to.equal('repair.damp_mould');
    expect(textOf(second)).not.to.include(told);
  });

  it('[WHG-12] is taken with one word, wherever they are, and nobody has to tell it twice', async () => {
    const stage = stageOf(amina);
    await stage.play({ say: mould });
    const { complaint, hazard } = await complain(stage, ['complaint']);

    expect(complaint.words).to.include(mould);
    expect(hazard).to.deep.include({ kind: 'hazard', links: [complaint.reference] });
  });

  for (const [language, words] of Object.entries({
    en: 'my rent statement is wrong again, I am fed up with it',
    cy: 'Mae fy nghyfriflen rhent yn anghywir eto, dydy hyn ddim yn ddigon da',
    pl: 'Saldo czynszu znowu się nie zgadza, mam tego dość, to niedopuszczalne',
  }))
    it(`[WHG-12] is given about any service, in each language (${language})`, async () => {
      const stage = stageOf(amina);
      await stage.play({ say: { en: 'English', cy: 'Cymraeg', pl: 'Polski' }[language] ?? '' });
      const turn = await stage.play({ say: words });
      const [last] = turn.replies.slice(-1);
      const isOffered = (last?.data.options ?? []).some(({ value }) => value === 'complaint.make');
      const isComplaint = last?.data.enquiry === 'complaint.make';

      expect(isOffered || isComplaint || /complaint|cwyn|skarg/i.test(textOf(turn)), textOf(turn)).to.equal(true);
    });

  it('[WHG-13] leaves a first report a repair: it is served once the complaint is there', async () => {
    const words = 'My kitchen tap is dripping all day, and I want to complain about your call centre';
    const { stage, told: end } = await complain(amina, [words]);
    const next = await stage.play({ value: 'yes' });

    expect(end).to.include('Your complaint is logged').and.to.include('Report a repair');
    expect(next.replies.at(-1)?.data.enquiry).to.equal('repair.report');
  });

  it('is pushed on nobody who says that it is no complaint', async () => {
    const turn = await stageOf(amina).play({ say: 'I am not complaining, but the kitchen tap is dripping' });

    expect(turn.replies.at(-1)?.data.enquiry).not.to.equal('complaint.make');
  });

  it('is not told to who is content', async () => {
    const turn = await stageOf(amina).play({
      say: 'there is some black mould in my bedroom, can you look at it please',
    });

    expect(textOf(turn)).not.to.include(told);
  });
});
