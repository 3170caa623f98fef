// Who somebody is changes nothing for the worse: the same enquiry, with and without each protected characteristic on the profile, gets
// the same outcome, times and wording.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import { type CharacteristicName, characteristicNames, equalitySlot } from '../../src/model/characteristics.ts';
import type { Person } from '../../src/model/person.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { textOf } from '../support/complaining.ts';
import { type Line, type Stage, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type Profile = Partial<Person>;

const playbook = () => readAll().playbook;

/** Everything that may be answered of a characteristic, read from the dialog that asks for it: what is added there is tried here. */
function answersTo(name: CharacteristicName): readonly string[] {
  const steps = Object.values(playbook().get('tenancy.equality')?.steps ?? {});
  const options = steps.flatMap((step) =>
    'ask' in step && step.ask === equalitySlot(name) ? (step.options ?? []) : [],
  );
  return options.filter((option) => option !== 'stop').map((option) => option.replaceAll('_', '-'));
}

const answered = (name: CharacteristicName, answer: string): Profile => ({
  characteristics: { [name]: { answer, on: '2026-11-01' } },
});

/** What else on a profile tells of a characteristic. */
const besides: Readonly<Partial<Record<CharacteristicName, readonly Profile[]>>> = {
  age: [{ born: '1938-02-01' }, { born: '2008-02-01' }],
  pregnancy: [{ household: { pregnant: 1 } }],
  race: [{ name: { given: 'Chukwuemeka', family: 'Okonkwo' } }],
  sex: [
    { name: { title: 'Mr', given: 'Amir', family: 'Yusuf' } },
    { name: { title: 'Mrs', given: 'Amina', family: 'Yusuf' } },
  ],
};

/** Opening words, and the answers by slot; what is not named here is skipped. */
interface Enquiry {
  readonly says: string;
  readonly answers?: Readonly<Record<string, Line>>;
}

const enquiries: Readonly<Record<string, Enquiry>> = {
  'a complaint': {
    says: 'I want to complain, nobody came to mend the roof and nobody rang me',
    answers: {
      way: { value: 'here' },
      hazard: { value: 'no' },
      for_whom: { value: 'self' },
      put_right_too: { value: 'no' },
    },
  },
  'a complaint with a hazard in it': {
    says: 'I want to make a formal complaint, I told you four times about the black mould in my bedroom',
    answers: { way: { value: 'here' }, danger: { value: 'no' }, for_whom: { value: 'self' } },
  },
  'a repair': {
    says: 'my kitchen tap is dripping all day long',
    answers: { danger: { value: 'no' }, vulnerable: { value: 'no' } },
  },
  'damp and mould': {
    says: 'there is black mould in my bedroom, all over the outside wall',
    answers: { danger: { value: 'no' }, vulnerable: { value: 'no' } },
  },
  'a rent balance': { says: 'How much rent do I owe you?' },
  'an adjustment': {
    says: 'I need an adjustment',
    answers: {
      what: { say: 'Please ring the bell twice and wait for me' },
      applies: { value: 'everything' },
      how_long: { value: 'long_term' },
      for_whom: { value: 'self' },
    },
  },
  'trouble with a neighbour': { says: 'My neighbour plays loud music every night and I cannot sleep' },
  'a pet': { says: 'Can I have a dog in my flat please?' },
};

interface Served {
  readonly texts: readonly string[];
  readonly outcomes: readonly string[];
  readonly effects: readonly unknown[];
  readonly promises: readonly unknown[];
  readonly cases: readonly unknown[];
}

const ways: Readonly<Record<string, Omit<Transcript, 'turns' | 'about'>>> = {
  web: { channel: 'web', identity: 'P-1001' },
  sms: { channel: 'sms', from: '+447700900101' },
};

describe('the service', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[GEN-05] is shown for all nine characteristics, each with prefer not to say', () => {
    expect(characteristicNames).to.have.length(9);
    expect(
      characteristicNames.filter(
        (name) => answersTo(name).length < 2 || !answersTo(name).includes('prefer-not-to-say'),
      ),
    ).to.deep.equal([]);
  });

  for (const [way, from] of Object.entries(ways))
    for (const [what, enquiry] of Object.entries(enquiries))
      it(`[GEN-05] is the same whatever anybody told of who they are, or with nothing told: outcome, times and wording of ${what} (${way})`, async function () {
        this.timeout(120_000);
        const without = await served(withProfile(from, { characteristics: {} }), enquiry);
        expect(without.outcomes, enquiry.says).not.to.deep.equal([]);
        let tried = 0;
        for (const name of characteristicNames) {
          const told = answersTo(name).map((answer) => answered(name, answer));
          for (const profile of [...told, ...(besides[name] ?? [])]) {
            tried += 1;
            expect(await served(withProfile(from, profile), enquiry), JSON.stringify(profile)).to.deep.equal(without);
          }
        }
        expect(tried).to.be.above(40);
      });

  it('[GEN-05] is seen to differ where a profile does change something', async () => {
    const { 'a repair': repair } = enquiries;
    const asOf = async (profile: Profile) => served(withProfile(ways.web, profile), repair as Enquiry);

    expect(await asOf({ household: { childrenUnder5: 1 } })).not.to.deep.equal(await asOf({}));
  });

  for (const [what, enquiry] of Object.entries(enquiries))
    it(`[GEN-05] is never later and never worse for a need that may be a disability: ${what}`, async () => {
      const need = { needs: [{ kind: 'mobility', adjustments: ['more time at the door'] }] };
      const [without, having] = [
        await served(withProfile(ways.web, {}), enquiry),
        await served(withProfile(ways.web, need), enquiry),
      ];

      expect(having.outcomes).to.deep.equal(without.outcomes);
      expect(duesOf(having)).to.deep.equal(duesOf(without));
      expect(ranksOf(having).map((rank, at) => rank <= (ranksOf(without)[at] ?? 0))).not.to.include(false);
    });
});

function withProfile(from: Omit<Transcript, 'turns' | 'about'> | undefined, profile: Profile): Stage {
  const stage = stageOf(from ?? { channel: 'web' });
  const { housing } = stage.world;
  const { person, peopleByPhone } = housing;
  Object.assign(housing, {
    person: async (id: string) => {
      const answer = await person(id);
      return answer.is === 'known' && answer.value !== null
        ? { is: 'known', value: { ...answer.value, ...profile } }
        : answer;
    },
    peopleByPhone: async (phone: string) => {
      const answer = await peopleByPhone(phone);
      return answer.is === 'known'
        ? { is: 'known', value: answer.value.map((each) => ({ ...each, ...profile })) }
        : answer;
    },
  });
  return stage;
}

const mostTurns = 25;

async function served(stage: Stage, { says, answers = {} }: Enquiry): Promise<Served> {
  const turns: Turn[] = [await stage.play({ say: 'English' }), await stage.play({ say: says })];
  for (let count = 0; count < mostTurns; count += 1) {
    const { asks, expects } = turns.at(-1)?.replies.at(-1)?.data ?? {};
    if (asks === undefined) return kept(turns);
    turns.push(await stage.play(answers[asks] ?? usual(asks, expects)));
  }
  throw new Error(`It came to no end: ${turns.map(textOf).join('\n')}`);
}

function usual(asks: string, expects?: string): Line {
  if (asks === 'confirm') return { value: 'yes' };
  return expects === 'yes-no' ? { value: 'no' } : { say: 'skip' };
}

function kept(turns: readonly Turn[]): Served {
  return {
    texts: turns.map(textOf),
    outcomes: turns.flatMap(({ replies }) => replies.flatMap(({ data }) => data.outcome ?? [])),
    effects: turns.flatMap(({ effects }) => effects),
    promises: turns.flatMap(({ promises }) => promises),
    cases: turns.flatMap(({ cases }) => cases),
  };
}

function opened({ effects }: Served): readonly NewCase[] {
  return (effects as Turn['effects']).flatMap((effect) =>
    effect.kind === 'housing.create-case' ? [effect.payload] : [],
  );
}

/** By what must be done by when, seconds apart where a question less was asked. */
function duesOf(all: Served): readonly (readonly string[])[] {
  return opened(all).map(({ due }) => due.map(({ what, by }) => `${what} ${by.slice(0, 10)}`));
}

const ranks = ['emergency', 'high', 'normal'];

function ranksOf(all: Served): readonly number[] {
  return opened(all).map(({ priority }) => ranks.indexOf(priority));
}
