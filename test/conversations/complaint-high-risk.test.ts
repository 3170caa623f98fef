// A complaint of high risk is the director's at once, with the reason on the case: each of the five criteria, from what was said or is
// on file, in each language.

import { expect } from 'chai';
import { complain } from '../support/complaining.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const amina = { channel: 'web', identity: 'P-1001' } as const;

interface Told {
  readonly language: string;
  readonly words: string;
  /** In the reasons. */
  readonly because: RegExp;
}

const told: Readonly<Record<string, readonly Told[]>> = {
  'serious health and safety': [
    {
      language: 'en',
      words: 'Nobody mends our stairs, it is dangerous and I was injured',
      because: /health or safety/,
    },
    { language: 'en', words: 'You leave us without heating and nobody rings back', because: /unsafe/ },
    { language: 'cy', words: 'Mae llwydni du yn yr ystafell wely a does neb yn gwrando', because: /unsafe/ },
    { language: 'pl', words: 'W sypialni jest pleśń i nikt nie odbiera telefonu', because: /unsafe/ },
  ],
  'many people affected': [
    {
      language: 'en',
      words: 'The lift is never cleaned and everyone in the block is angry with you',
      because: /many people/,
    },
    { language: 'cy', words: 'Mae pawb yn y bloc wedi cael digon o’ch gwasanaeth gwael', because: /many people/ },
    { language: 'pl', words: 'Wszyscy lokatorzy mają dość waszej obsługi i braku odpowiedzi', because: /many people/ },
  ],
  'a particularly vulnerable customer': [
    {
      language: 'en',
      words: 'Your officer was rude to me, I have cancer and I am housebound',
      because: /particularly vulnerable/,
    },
    {
      language: 'cy',
      words: 'Roedd eich swyddog yn anghwrtais wrth fy mam sydd â dementia',
      because: /particularly vulnerable/,
    },
    {
      language: 'pl',
      words: 'Wasz pracownik był niegrzeczny wobec mojej mamy, która ma demencję',
      because: /particularly vulnerable/,
    },
  ],
  'a breach of law': [
    {
      language: 'en',
      words: 'You gave out my address to my neighbour, that is a data breach',
      because: /breach of law/,
    },
    {
      language: 'cy',
      words: 'Rhannodd eich swyddfa fy enw, ac mae hynny yn erbyn y gyfraith',
      because: /breach of law/,
    },
    { language: 'pl', words: 'Wasz pracownik podał moje dane sąsiadowi, to jest nielegalne', because: /breach of law/ },
  ],
  'a very complex matter': [
    {
      language: 'en',
      words: 'I have been sent from pillar to post, now my solicitor writes to you',
      because: /very complex/,
    },
    {
      language: 'cy',
      words: 'Mae hyn wedi mynd ymlaen ers blynyddoedd ac mae fy nghyfreithiwr yn gwybod',
      because: /very complex/,
    },
    {
      language: 'pl',
      words: 'Ta sprawa ciągnie się od lat i nikt nie odpowiada na moje pisma',
      because: /very complex/,
    },
  ],
};

const opening = {
  en: ['English', 'I want to make a complaint'],
  cy: ['Cymraeg', 'Rwyf eisiau gwneud cwyn'],
  pl: ['Polski', 'Chcę złożyć skargę'],
};

describe('a complaint of high risk', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [criterion, tellings] of Object.entries(told))
    for (const { language, words, because } of tellings)
      it(`[WHG-10] goes to the director at once: ${criterion} (${language}: ${words})`, async () => {
        const said = [...opening[language as keyof typeof opening], { value: 'here' }, words];
        const { complaint, told: answer } = await complain(amina, said);

        expect(complaint).to.deep.include({ priority: 'high', owner: 'Director of Customers' });
        expect(complaint.riskReasons.join('\n')).to.match(because);
        expect(answer).to.include('Director of Customers');
      });

  it('[WHG-10] says why in plain words, with those that show it', async () => {
    const words = 'Everyone in the block is fed up with you, your cleaners never come';
    const { complaint } = await complain(amina, ['I want to make a complaint', { value: 'here' }, words]);

    expect(complaint.riskReasons).to.deep.equal(['many people may be affected: “everyone in the block”']);
  });

  it('[WHG-10] is also one that is told by telephone, by its first words', async () => {
    const words = 'I want to complain, everyone in the block is fed up with your cleaners';
    const { complaint } = await complain(amina, [words, { value: 'call' }]);

    expect(complaint).to.deep.include({ priority: 'high', owner: 'Director of Customers' });
  });

  it('[WHG-10] is that of somebody whom staff have flagged as particularly vulnerable', async () => {
    const { complaint } = await complain(flagged('vulnerable'), ['I want to make a complaint']);

    expect(complaint).to.deep.include({ priority: 'high', owner: 'Director of Customers' });
    expect(complaint.riskReasons).to.deep.equal(['flagged as particularly vulnerable on the profile']);
  });

  it('[WHG-10] [GEN-05] is none because of a need on the profile', async () => {
    const { complaint } = await complain(flagged('hearing-impairment'), ['I want to make a complaint']);

    expect(complaint).to.deep.include({ priority: 'normal', riskReasons: [], owner: 'Complaints Team' });
  });

  it('[WHG-10] is that of a person who complains about the same a third time', async () => {
    const about = 'Nobody came to mend the roof above my flat';
    const cases = ['CMP-7000001', 'CMP-7000002'].map((reference) => ({
      ...{ reference, kind: 'complaint', status: 'closed', person: 'P-1001', words: about, due: [], links: [] },
      receivedAt: '2026-09-01T09:00:00+01:00',
    }));
    const { complaint } = await complain({ ...amina, cases: cases as never }, ['I want to make a complaint']);

    expect(complaint.riskReasons).to.deep.equal(['it may be very complex: 2 earlier complaints about the same']);
  });

  it('[WHG-10] is told by what they want and need as well', async () => {
    const { complaint } = await complain(amina, ['I want to make a complaint'], { needs: 'I am in a wheelchair' });

    expect(complaint.riskReasons.join()).to.include('wheelchair');
  });

  it('is no ordinary one: nothing is guessed', async () => {
    const { complaint } = await complain(amina, ['I want to make a complaint']);

    expect(complaint).to.deep.include({ priority: 'normal', riskReasons: [], owner: 'Complaints Team' });
  });
});

/** Our tenant with a need of this kind on the profile. */
function flagged(kind: string): Stage {
  const stage = stageOf(amina);
  const { housing } = stage.world;
  const { person } = housing;
  Object.assign(housing, {
    person: async (id: string) => {
      const answer = await person(id);
      return answer.is === 'away' || answer.value === null
        ? answer
        : { is: 'known', value: { ...answer.value, needs: [{ kind }] } };
    },
  });
  return stage;
}
