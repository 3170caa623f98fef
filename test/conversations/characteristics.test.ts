// Who somebody is changes nothing for the worse: the same enquiry, with and without each protected characteristic on the profile, gets
// the same outcome, times and wording.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import type { Person } from '../../src/model/person.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { textOf } from '../support/complaining.ts';
import { type Line, type Stage, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** Housing systems name these as they like: `characteristics` stands for whatever theirs says. */
type Profile = Partial<Person> & { readonly characteristics?: Readonly<Record<string, string>> };

/** The nine of the Equality Act 2010. */
const characteristics: Readonly<Record<string, readonly Profile[]>> = {
  age: [
    { born: '1938-02-01', characteristics: { age: '88' } },
    { born: '2008-02-01', characteristics: { age: '18' } },
  ],
  disability: [{ characteristics: { disability: 'yes' } }, { characteristics: { disability: 'prefer not to say' } }],
  'gender reassignment': [{ characteristics: { gender_reassignment: 'trans woman' } }],
  'marriage and civil partnership': [{ characteristics: { marriage: 'civil partnership' } }],
  'pregnancy and maternity': [{ household: { pregnant: 1 }, characteristics: { pregnancy: 'pregnant' } }],
  race: [{ name: { given: 'Chukwuemeka', family: 'Okonkwo' }, characteristics: { race: 'Black African' } }],
  'religion or belief': [{ characteristics: { religion: 'Muslim' } }, { characteristics: { religion: 'none' } }],
  sex: [
    { name: { title: 'Mr', given: 'Amir', family: 'Yusuf' }, characteristics: { sex: 'male' } },
    { name: { title: 'Mrs', given: 'Amina', family: 'Yusuf' }, characteristics: { sex: 'female' } },
  ],
  'sexual orientation': [{ characteristics: { sexual_orientation: 'gay' } }],
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
    says: 'I want to complain about the black mould in my bedroom, I told you four times',
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

  it('[GEN-05] is shown for all nine characteristics', () => {
    expect(Object.keys(characteristics)).to.have.length(9);
  });

  for (const [way, from] of Object.entries(ways))
    for (const [name, profiles] of Object.entries(characteristics))
      it(`[GEN-05] is the same with and without ${name} on the profile: outcome, times and wording (${way})`, async function () {
        this.timeout(60_000);
        for (const enquiry of Object.values(enquiries)) {
          const without = await served(withProfile(from, {}), enquiry);
          expect(without.outcomes, enquiry.says).not.to.deep.equal([]);
          for (const profile of profiles)
            expect(await served(withProfile(from, profile), enquiry)).to.deep.equal(without);
        }
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
