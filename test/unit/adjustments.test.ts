// What stands on a request to do something differently, for whoever decides on it.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import { type Line, type Stage, stageOf, type Transcript } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

async function opened(stage: Stage, lines: readonly Line[]): Promise<NewCase> {
  for (const line of lines)
    for (const effect of (await stage.play(line)).effects)
      if (effect.kind === 'housing.create-case') return effect.payload;
  throw new Error('No case was opened.');
}

/** Asked for what, for how long, by whom. */
const request = (
  what: string,
  more: readonly Line[] = [{ value: 'long_term' }, { value: 'self' }],
): readonly Line[] => [
  { say: 'I need a reasonable adjustment' },
  { say: what },
  { value: 'everything' },
  ...more,
  { say: 'yes' },
];

const known: Omit<Transcript, 'turns' | 'about'> = { channel: 'web', identity: 'P-1001', locale: 'en' };

describe('a request to do something differently', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [words, asks, type = 'service-adjustment'] of [
    ['A grab rail by the bath please', ['aids'], 'home-adaptation'],
    ['A second person at visits', ['other']],
    ['Extra security, I am at risk', ['security']],
    ['Please send my letters in large print', ['format']],
    ['I need more time at the door when somebody visits', ['door']],
    ['Please refer me to a specialist team', ['specialist']],
    ['Help me put a direct debit in place for my housing benefit', ['direct_debit']],
    ['I would like help with rehousing', ['rehousing']],
    ['Please never ring me', ['no_calls']],
    ['Please never ring me without a text first', ['other']],
    ['Please wear a mask in my home', ['other']],
    ['More time at the door, large print and no phone calls', ['format', 'door', 'no_calls']],
  ] as const)
    it(`[LIV-03] tells what it is for whoever decides: ${words}`, async () => {
      const { details, words: kept } = await opened(stageOf(known), request(words));

      expect(details).to.deep.include({ asks: [...asks], type });
      expect(kept).to.include(words);
    });

  it('[LIV-05] has room for what a decision weighs, and nothing decided', async () => {
    const { details, status } = await opened(stageOf(known), request('More time at the door'));

    expect(status).to.equal('open');
    expect(details.decision).to.deep.include({
      effect: null,
      practicality: null,
      cost: null,
      disruption: null,
      outcome: null,
      alternatives: [],
    });
  });

  for (const [lasts, lines, expected] of [
    ['always', [{ value: 'long_term' }], { until: 'long-term', review: '2027-11-23' }],
    ['for a time', [{ value: 'for_a_time' }, { say: '1 March 2027' }], { until: '2027-03-01', review: '2027-03-01' }],
    ['for who knows how long', [{ value: 'for_a_time' }, { say: 'skip' }], { until: null, review: '2027-11-23' }],
  ] as const)
    it(`[LIV-01] has its start, its end and the day on which it is asked about again: ${lasts}`, async () => {
      const { details } = await opened(stageOf(known), request('No perfume at visits', [...lines, { value: 'self' }]));

      expect(details).to.deep.include({ since: '2026-11-23', ...expected });
    });

  for (const [answer, permission, due] of [
    ['yes', 'given', ['decide']],
    ['no', 'to-be-asked', ['decide', 'ask-permission']],
    ['skip', 'to-be-asked', ['decide', 'ask-permission']],
  ] as const)
    it(`[LIV-04] asked for by an agency keeps whether the person has agreed: ${answer}`, async () => {
      const stage = stageOf(known);
      const by = [{ value: 'for_a_time' }, { say: 'skip' }, { value: 'other' }, { say: 'Ann Lee, 2 Mill Race' }];
      const said = [...by, { value: 'agency' }, { say: answer }, { say: 'skip' }, { say: 'skip' }];
      const made = await opened(stage, request('Please never ring her', said));

      expect(made.details).to.deep.include({ permission, interim: [] });
      expect(made.due.map(({ what }) => what)).to.deep.equal(due);
      expect(made.reportedBy).to.deep.include({ relation: 'agency' });
      expect(made.person, 'the one who asks is not the one it is for').to.equal(undefined);
      expect(stage.conversation().state.noCalls, 'nor is it theirs').to.equal(undefined);
    });

  it('[LIV-03] for no calls holds in later conversations as well, without a word more', async () => {
    const stage = stageOf(known);
    await opened(stage, request('no phone calls'));
    const { value: person } = (await stage.world.housing.person('P-1001')) as { value: { contact?: unknown } };

    expect(person.contact).to.deep.equal({ never: ['telephone'] });
  });
});

describe('how to be in touch', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  const prefers = (prefer: string, never: string): readonly Line[] => [
    { say: 'I want to change how you contact me' },
    { value: prefer },
    { value: never },
    // Who is never rung is not asked whether a message may be left.
    ...(never === 'telephone' ? [] : [{ say: 'skip' }]),
    { say: 'skip' },
    { say: 'skip' },
    { say: 'skip' },
    { say: 'yes' },
  ];

  it('[TPC-05] without calls holds from that answer on, until they change their mind', async () => {
    const stage = stageOf(known);
    for (const line of prefers('sms', 'telephone')) await stage.play(line);
    expect(stage.conversation().state.noCalls).to.equal('told');

    for (const line of prefers('telephone', 'nothing')) await stage.play(line);
    expect(stage.conversation().state.noCalls).to.equal(undefined);
  });

  it('[TPC-05] [TPC-06] is kept in one place, and goes along with the next visit and the next case', async () => {
    const stage = stageOf(known);
    const said = ['sms', 'nothing', 'no_message'].map((value): Line => ({ value }));
    const more: readonly Line[] = [
      { say: 'Not on Friday afternoon' },
      { value: 'woman' },
      { value: 'both' },
      { say: 'Mx Yusuf' },
    ];
    for (const line of [{ say: 'I want to change how you contact me' }, ...said, ...more, { say: 'yes' }])
      await stage.play(line);
    const { value } = (await stage.world.housing.person('P-1001')) as { value: { contact?: object } };
    const made = await opened(stage, request('More time at the door'));

    expect(value.contact).to.deep.equal({
      prefer: 'sms',
      avoid: ['Not on Friday afternoon'],
      never: [],
      calls: 'no-message',
      visitBy: 'woman',
      visitHours: 'outside-office-hours',
      calledAs: 'Mx Yusuf',
    });
    expect(made.needs).to.include.members(['visits outside office hours', 'is called Mx Yusuf', 'visits by a woman']);
  });
});
