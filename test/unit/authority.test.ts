// Who may speak for whom, as the housing system has it at that moment.

import { expect } from 'chai';
import type { Authority, Person } from '../../src/model/person.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { textOf } from '../support/complaining.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const hers: Authority = { person: 'P-1010', scope: 'all', since: '2024-01-01', until: null, kind: 'deputy' };

/** A conversation of Grace Campbell, in a housing system whose record of her father says what a test wants. */
function withRecord(from: Parameters<typeof stageOf>[0] = { channel: 'web', identity: 'P-1010' }) {
  const stage = stageOf(from);
  const { housing } = stage.world;
  const [person, byTenancy] = [housing.person, housing.peopleByTenancy];
  let change = (one: Person): readonly Person[] => [one];
  const changed = (one: Person) => (one.id === 'P-1009' ? change(one) : [one]);
  housing.person = async (id) => {
    const found = await person(id);
    return found.is === 'away' || found.value === null
      ? found
      : { is: 'known', value: changed(found.value)[0] ?? null };
  };
  housing.peopleByTenancy = async (reference) => {
    const found = await byTenancy(reference);
    return found.is === 'away' ? found : { is: 'known', value: found.value.flatMap(changed) };
  };
  const record = (makes: (one: Person) => readonly Person[]) => {
    change = makes;
  };
  return { stage, record };
}

const authorities = (authority: readonly Authority[]) => (one: Person) => [{ ...one, authority }];

async function speaksForHim(stage: Stage): Promise<string> {
  await stage.play({ say: 'I am calling for my father' });
  return textOf(await stage.play({ say: 'TEN-100109' }));
}

const balance = '£15.75';

describe('an authority on record', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[LIV-10] lets a deputy be told what the customer would be told', async () => {
    const { stage, record } = withRecord();
    record(authorities([hers]));

    expect(await speaksForHim(stage)).to.include('I serve you in their place');
    expect(textOf(await stage.play({ value: 'rent' }))).to.include(balance);
  });

  it('[WHG-21] ends with the message after it was taken back, and the speaker is told so', async () => {
    const { stage, record } = withRecord();
    await speaksForHim(stage);
    record(authorities([]));
    const turn = await stage.play({ value: 'rent' });

    expect(textOf(turn)).to.include('has ended').and.not.include(balance);
    expect(turn.state.speaksFor).to.equal(undefined);
    expect(turn.effects.map(({ payload }) => payload)).to.not.deep.include({ person: 'P-1009' });
  });

  for (const [when, dates] of Object.entries({
    'whose last day has passed': { until: '2026-11-22' },
    'that has not begun': { since: '2026-11-24' },
  }))
    it(`[WHG-21] ${when} is none`, async () => {
      const { stage, record } = withRecord();
      record(authorities([{ ...hers, ...dates }]));

      expect(await speaksForHim(stage)).to.include('I cannot see a permission for you on record');
      expect(stage.conversation().state.speaksFor).to.equal(undefined);
    });

  it('[LIV-10] holds on its last day', async () => {
    const { stage, record } = withRecord();
    record(authorities([{ ...hers, until: '2026-11-23' }]));

    expect(await speaksForHim(stage)).to.include('I serve you in their place');
  });

  it('[LIV-10] for some matters only is weighed by a person, and nothing is told', async () => {
    const { stage, record } = withRecord();
    record(authorities([{ ...hers, scope: 'repairs' }]));

    expect(await speaksForHim(stage)).to.include('for some matters');
    expect(textOf(await stage.play({ say: 'What is the rent balance?' }))).not.to.include(balance);
  });

  it('[WHG-21] of one joint tenant tells nothing of the other', async () => {
    const { stage, record } = withRecord();
    record((one) => [
      { ...one, id: 'P-9001', authority: [] },
      { ...one, authority: [hers] },
    ]);
    await speaksForHim(stage);

    expect(stage.conversation().state.speaksFor).to.deep.include({ person: 'P-1009', by: 'P-1010' });
  });

  it('[WHG-21] is not gone on with after a silence: by then somebody may write for themselves', async () => {
    const { stage } = withRecord({ channel: 'sms', from: '+447700900110' });
    await speaksForHim(stage);
    await stage.play({ value: 'nothing' });
    const turn = await stage.play({ say: 'I want to report a repair', after: '2d' });

    expect(turn.state.speaksFor).to.equal(undefined);
    expect(turn.state.person?.id).to.equal('P-1010');
  });

  it('[WHG-21] tells nothing while the housing system cannot be asked', async () => {
    const { stage } = withRecord();
    await speaksForHim(stage);
    const turn = await stage.play({ value: 'rent', housing: 'away' });

    expect(textOf(turn)).not.to.include(balance);
  });

  it('[WHG-21] gives nobody a way to put their own number on the other’s record', async () => {
    const { stage } = withRecord();
    await speaksForHim(stage);
    const turns = [];
    for (const each of ['I have a new phone number', '07700 900155', 'yes'])
      turns.push(await stage.play({ say: each }));

    const changes = turns.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'housing.update-person');
    expect(textOf(turns[1] as Turn)).to.include('07700 900155');
    expect(changes).to.deep.equal([]);
  });

  it('[WHG-01] is recorded on every contact, with whom it is about', async () => {
    const { stage } = withRecord();
    await speaksForHim(stage);
    const turn = await stage.play({ value: 'rent' });
    const contacts = turn.effects.filter(({ kind }) => kind === 'housing.record-contact');

    expect(contacts).to.have.length.above(0);
    for (const { payload } of contacts)
      expect(payload).to.deep.include({
        person: 'P-1009',
        reportedBy: { person: 'P-1010', relation: 'family-with-permission', authority: 'on-record' },
      });
  });
});
