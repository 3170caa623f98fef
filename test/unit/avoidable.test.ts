// Contact that our own doing caused, as far as it is evident, or as an agent says.

import { expect } from 'chai';
import type { AvoidableCause } from '../../src/model/avoidable.ts';
import { complain } from '../support/complaining.ts';
import { aConversation, agent } from '../support/conversation.ts';
import { type Line, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type About = Omit<Transcript, 'turns' | 'about'>;

/** What the enquiries that ended say of why they were begun. */
async function causes(about: About, lines: readonly Line[]): Promise<readonly (readonly [string, unknown])[]> {
  const stage = stageOf(about);
  const found: (readonly [string, unknown])[] = [];
  for (const line of lines)
    for (const { name, enquiry = '', data } of (await stage.play(line)).facts)
      if (name === 'enquiry.ended') found.push([enquiry, data.avoidable]);
  return found;
}

const complaint = {
  reference: 'CMP-7000001',
  kind: 'complaint',
  status: 'open',
  stage: 'stage 1',
  person: 'P-1001',
  words: 'Nobody came to mend the fence in our garden',
  receivedAt: '2026-11-02T09:00:00+00:00',
  owner: 'Complaints Team',
  team: 'complaints',
  due: [],
  links: [],
  details: {},
} as never;
const web = { channel: 'web', identity: 'P-1001', cases: [complaint] } as const;
const promised = (by: string): About => ({
  ...web,
  clock: '2026-11-23T10:00:00Z',
  promises: [{ id: '1', what: 'answer', by, reference: 'CMP-7000001', owner: 'Complaints Team', kind: 'complaint' }],
});

describe('contact that our own doing caused', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-23] is to chase what is late, and not to ask after what is not', async () => {
    const asked = [{ say: 'What is happening with my complaint CMP-7000001?' }, { say: 'yes' }];

    expect(await causes(promised('2026-11-20'), asked)).to.deep.equal([['complaint.status', 'chased']]);
    expect(await causes(promised('2026-12-04'), asked)).to.deep.equal([['complaint.status', undefined]]);
  });

  it('[WHG-23] is to tell of a visit that we missed', async () => {
    const about = { channel: 'web', identity: 'P-1004' } as const;
    const lines = [{ say: 'Nobody came for my repair' }, { value: '2026-11-24 pm' }, { say: 'no' }];

    expect(await causes(about, lines)).to.deep.equal([['repair.missed_visit', 'missed-visit']]);
  });

  it('[WHG-23] is to say again what we were told, and not to say something new', async () => {
    const causeOf = async (words: string) => {
      const stage = stageOf(web);
      const { turns } = await complain(stage, ['I want to make a complaint', { value: 'here' }, words]);
      const all = [...turns, await stage.play({ say: 'no' })].flatMap(({ facts }) => facts);
      return all.find(({ name, enquiry }) => name === 'enquiry.ended' && enquiry === 'complaint.make')?.data;
    };

    expect(await causeOf('My garden fence was never mended')).to.include({ outcome: 'case', avoidable: 'asked-again' });
    expect(await causeOf('Your letters are rude')).to.deep.equal({ outcome: 'case', restricted: false });
  });

  it('[WHG-23] is what an agent says of it when they close the conversation, and nothing where they do not', async () => {
    for (const avoidable of ['wrong-route', undefined] as const) {
      const held = aConversation();
      await held.say('I want to speak to a person');
      await held.act({ is: 'accept', agent });
      const done = await held.act({ is: 'close', agent, outcome: 'answered', ...(avoidable && { avoidable }) });
      if ('is' in done) throw new Error(done.because);

      const fact = done.facts.find(({ name }) => name === 'handover.ended');
      expect(fact?.data).to.deep.equal({
        as: 'closed',
        outcome: 'answered',
        ...(avoidable !== undefined && { avoidable: avoidable satisfies AvoidableCause }),
      });
    }
  });
});
