// A case that an agent opens by the assistant's own dialog: which day counts, and what is told where.

import { expect } from 'chai';
import { type Line, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** Told on Friday, written down on Monday. */
const friday = '2026-11-20T15:00:00.000Z';

const [noted, willCall] = ['All right. Write here', 'A person who knows how'];
const beginning = ({ text }: { readonly text: string }) =>
  [noted, willCall].find((each) => text.startsWith(each)) ?? text;

async function held(of: Omit<Transcript, 'turns' | 'about'>) {
  const stage = stageOf({ locale: 'en', ...of });
  await stage.play({ say: 'I want to talk to a person' });
  await stage.play({ act: { is: 'accept' } });
  const opens = (about: string, slots: object, more: object = {}) =>
    stage.play({
      act: { is: 'case-opened', request: about, about, slots, language: 'en', ...more },
    } satisfies Line);
  return { stage, opens };
}

describe('a case that an agent opens', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[LIV-01] [LIV-05] asks for an adjustment from the day on which it was first told, not from when it was written down', async () => {
    const { opens } = await held({ channel: 'web', identity: 'P-1001' });
    const turn = await opens('access.adjustment', { words: 'More time at the door' }, { toldAt: friday });
    const made = turn.effects.find(({ kind }) => kind === 'housing.create-case')?.payload;

    expect(made).to.deep.include({ kind: 'adjustment', receivedAt: '2026-11-20T15:00:00+00:00' });
    expect(made).to.have.nested.property('due[0].by', '2026-12-04');
    expect(made).to.have.nested.property('details.since', '2026-11-20');
    expect(turn.owner).to.deep.include({ is: 'agent', agent: 'agent-1' });
  });

  it('[GUH-14] [WHG-21] of domestic abuse is looked at within a day of the first words, and is told of on a page of our own alone', async () => {
    const told = { words: 'He hits me', safe: 'yes' };
    for (const [channel, said] of [
      ['web', [noted]],
      ['bot-framework', []],
      ['sms', []],
    ] as const) {
      const { opens } = await held({ channel });
      const { replies, cases } = await opens('safety.domestic_abuse', told, { toldAt: '2026-11-23T09:00:00.000Z' });

      expect(replies.map(beginning), channel).to.deep.equal(said);
      expect(cases[0]?.due[0]?.by, channel).to.equal('2026-11-24T09:00:00+00:00');
      expect(cases[0]?.restricted, channel).to.equal(true);
    }
  });

  it('[GUH-14] [WHG-21] of domestic abuse is told with the safe number that is rung, and nothing of it without the word that it is safe', async () => {
    for (const [slots, said] of [
      [{ safe: 'yes', phone: '+447700900150' }, [willCall]],
      [{ safe: 'no', phone: '+447700900150' }, []],
      [{}, []],
    ] as const) {
      const { opens } = await held({ channel: 'web' });
      const { replies, cases } = await opens('safety.domestic_abuse', { words: 'He hits me', ...slots });

      expect(replies.map(beginning)).to.deep.equal(said);
      expect(cases).to.have.length(1);
    }
  });

  it('[TPC-12] is no referral while nobody can look the service up, and the agent is told to try again', async () => {
    const { stage, opens } = await held({ channel: 'web', identity: 'P-1001' });
    const slots = { words: 'Debts', need: 'money', service: 'wharf-money', consent: 'yes', agreed_to: 'A call' };
    const { directory } = stage.world;
    Object.assign(stage.world, { directory: { services: async () => ({ is: 'away' }) } });
    const refused = await opens('support.referral', slots).catch((error: Error) => error.message);
    Object.assign(stage.world, { directory });
    const made = await opens('support.referral', slots);

    expect(refused).to.equal('The act was refused: not-now');
    expect(made.cases.map(({ kind }) => kind)).to.deep.equal(['referral']);
    expect(made.facts.map(({ name }) => name)).to.include('referral.made');
  });

  it('[TPC-12] is a referral of somebody who is not on file with the number that they gave or text from, and none without one', async () => {
    const slots = { words: 'Debts', need: 'money', service: 'wharf-money', consent: 'yes', agreed_to: 'A call' };
    const made = async (channel: Transcript['channel'], more: object = {}) => {
      const { opens } = await held({ channel });
      const turn = await opens('support.referral', { ...slots, ...more }).catch((error: Error) => error.message);
      if (typeof turn === 'string') return turn;
      return turn.effects.find(({ kind }) => kind === 'housing.create-case')?.payload;
    };

    expect(await made('web')).to.equal('The act was refused: not-opened');
    expect(await made('web', { phone: '+447700900150' })).to.have.nested.property('details.phone', '+447700900150');
    expect(await made('sms')).to.have.nested.property('details.phone', '+447700900199');
    expect(await made('sms', { consent: 'no' })).to.equal('The act was refused: not-opened');
  });
});
