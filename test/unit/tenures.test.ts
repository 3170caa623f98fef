// Every tenure is known: somebody who lives by it is recognised, and hears what holds for it.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { tenures } from '../../src/model/person.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type Tenure = (typeof tenures)[number];

interface Lives {
  readonly id: string;
  readonly phones: readonly string[];
  readonly tenancies: readonly { readonly tenure: string }[];
}

const { people } = parse(readFileSync('landlords/demo/people.yaml', 'utf8')) as { readonly people: readonly Lives[] };

function livesBy(tenure: Tenure): Lives {
  const found = people.find(({ tenancies }) => tenancies[0]?.tenure === tenure);
  if (found === undefined) throw new Error(`Nobody in the demonstration lives by ${tenure}.`);
  return found;
}

interface Heard {
  /** What is asked about a dripping tap. */
  readonly repair: string;
  /** Of what is said about a rent that went up. */
  readonly rent: string;
}

const social: Heard = { repair: 'danger', rent: 'national rules' };

const heard: Readonly<Record<Tenure, Heard>> = {
  'general-needs': social,
  supported: social,
  sheltered: social,
  leasehold: { repair: 'shared', rent: 'service charge' },
  'shared-ownership': { repair: 'shared', rent: 'Your lease says' },
  'rent-to-buy': { repair: 'danger', rent: 'Your agreement says' },
  'market-rent': { repair: 'danger', rent: 'Your agreement says' },
  temporary: social,
  commercial: { repair: 'own_person', rent: 'Your agreement says' },
  'third-party-managed': { repair: 'danger', rent: 'national rules' },
};

describe('a tenure', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const tenure of tenures)
    for (const channel of ['web', 'sms'] as const)
      it(`[GEN-08] is known, and decides what is heard: ${tenure}, by ${channel}`, async () => {
        const ask = (say: string) => first(say, livesBy(tenure), channel);
        const [repair, rent] = [await ask('The kitchen tap is dripping'), await ask('Why has my rent gone up?')];

        expect(repair.asks).to.equal(heard[tenure].repair);
        expect(rent.text).to.match(new RegExp(heard[tenure].rent, 'i'));
      });

  it('[GEN-08] of a home that others manage has its repair logged for them, and no visit of ours', async () => {
    const stage = stageOf({ channel: 'web', identity: 'P-1013' });
    const said: string[] = [];
    for (const say of ['The kitchen tap is dripping', 'no', 'no', 'skip', 'any time', 'yes']) {
      const turn = await stage.play({ say });
      said.push(...turn.replies.map(({ text }) => text));
      said.push(...turn.effects.map(({ kind }) => kind));
    }

    expect(said.join('\n'))
      .to.include('Another organisation looks after your home')
      .and.to.include('housing.create-repair');
    expect(said.join('\n')).not.to.include('When should we come');
  });

  it('[GEN-08] by which a place is let for a time, at market rent or for a business is ended as its agreement says', async () => {
    for (const tenure of ['temporary', 'market-rent', 'commercial'] as const) {
      const { text } = await first('I want to give notice and move out', livesBy(tenure), 'web');
      expect(text, tenure).to.include('Your agreement says how it ends').and.not.to.include('4 weeks');
    }
  });
});

async function first(say: string, { id, phones: [from = ''] }: Lives, channel: 'web' | 'sms') {
  const stage = stageOf({
    channel,
    clock: '2026-11-23T10:00:00Z',
    ...(channel === 'web' ? { identity: id } : { from }),
  });
  // Who speaks another language is written to in it.
  await stage.play({ say: 'English' });
  const { replies } = await stage.play({ say });
  return { asks: replies.at(-1)?.data.asks, text: replies.map(({ text }) => text).join('\n') };
}
