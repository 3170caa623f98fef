// Two names on one tenancy, and one that was taken off it: what each may be told, and to whom a code goes.

import { expect } from 'chai';
import type { Case } from '../../src/model/case.ts';
import type { Person } from '../../src/model/person.ts';
import type { ActionInput } from '../../src/turn/action.ts';
import { sendCode } from '../../src/turn/actions/identity.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { textOf } from '../support/complaining.ts';
import { type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const rukhsana = { channel: 'web', identity: 'P-1004' } as const;

/** A housing system in which people and tenancies are what `makes` makes of them. */
function withPeople(from: Parameters<typeof stageOf>[0], makes: (one: Person) => readonly Person[]): Stage {
  const stage = stageOf(from);
  const { housing } = stage.world;
  const { person, peopleByTenancy, peopleByPhone, account } = housing;
  const all = async (answer: ReturnType<typeof peopleByTenancy>) => {
    const found = await answer;
    return found.is === 'away' ? found : { ...found, value: found.value.flatMap(makes) };
  };
  housing.person = async (id) => {
    const found = await person(id);
    return found.is === 'away' || found.value === null ? found : { ...found, value: makes(found.value)[0] ?? null };
  };
  housing.peopleByTenancy = (reference) => all(peopleByTenancy(reference));
  housing.peopleByPhone = (phone) => all(peopleByPhone(phone));
  // An account is that of a tenancy.
  housing.account = async (id) => {
    const found = await housing.person(id);
    const has = found.is === 'known' && (found.value?.tenancies.length ?? 0) > 0;
    return has ? account(id) : { is: 'known', value: null };
  };
  return stage;
}

const takenOff = (one: Person): readonly Person[] => (one.id === 'P-1004' ? [{ ...one, tenancies: [] }] : [one]);
const sharing = (one: Person): readonly Person[] =>
  one.id === 'P-1004' ? [one, { ...one, id: 'P-9004', phones: ['+447700900994'] }] : [one];

function cases(): readonly Partial<Case>[] {
  const theirs = { status: 'open', person: 'P-1004', due: [], team: 'repairs', conversation: 'other' } as const;
  return [
    { ...theirs, reference: 'HAZ-7000001', kind: 'hazard', tenancy: 'TEN-100104', receivedAt: '2026-11-02T09:00:00Z' },
    {
      ...theirs,
      reference: 'ADJ-7000002',
      kind: 'adjustment',
      tenancy: 'TEN-100104',
      receivedAt: '2026-11-02T09:00:00Z',
    },
  ];
}

const codesSent = (turn: Turn) =>
  turn.effects.flatMap((each) => (each.kind === 'sms.send' && each.payload.despiteStop ? [each.payload.to] : []));

async function asksForCode(stage: Stage, tenancy: string): Promise<Turn> {
  await stage.play({ say: 'where is my repair?' });
  await stage.play({ value: 'code' });
  return stage.play({ say: tenancy });
}

describe('who was taken off a tenancy', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-21] is told nothing more of a repair in that home, nor when somebody comes', async () => {
    const [named, left] = [stageOf(rukhsana), withPeople(rukhsana, takenOff)];
    const before = textOf(await named.play({ say: 'where is my repair?' }));
    const after = textOf(await left.play({ say: 'where is my repair?' }));

    expect(before).to.include('REP-5003');
    expect(after).not.to.match(/REP-5003|19 Nov/);
  });

  it('[WHG-21] has no visit there to move or to have missed', async () => {
    for (const say of ['I need to change my appointment', 'nobody came to do my repair']) {
      const turn = await withPeople(rukhsana, takenOff).play({ say });

      expect(textOf(turn), say).not.to.match(/REP-5003|19 Nov/);
    }
  });

  it('[WHG-21] is not told what is owed', async () => {
    const balance = '£120';

    expect(textOf(await stageOf(rukhsana).play({ say: 'How much rent do I owe?' }))).to.include(balance);
    expect(textOf(await withPeople(rukhsana, takenOff).play({ say: 'How much rent do I owe?' }))).not.to.include(
      balance,
    );
  });

  it('[WHG-21] hears of what is about themselves, and not of what is about the home', async () => {
    const from = { ...rukhsana, cases: cases() };
    const [named, left] = [stageOf(from), withPeople(from, takenOff)];
    const ask = 'what is happening with my request';
    const told = async (stage: Stage) => {
      await stage.play({ say: 'start again' });
      return textOf(await stage.play({ say: 'what is happening with my request HAZ-7000001' }));
    };
    const options = async (stage: Stage) => JSON.stringify((await stage.play({ say: ask })).replies);

    expect(await options(named))
      .to.include('HAZ-7000001')
      .and.to.include('ADJ-7000002');
    expect(await options(left))
      .to.include('ADJ-7000002')
      .and.not.to.include('HAZ-7000001');
    expect(await told(named)).to.include('The Repairs Team is dealing with it');
    expect(await told(left)).not.to.include('Repairs Team');
  });

  it('[WHG-21] shows who they are with those details no more', async () => {
    const stage = withPeople({ channel: 'web' }, (one) => (one.id === 'P-1004' ? [] : [one]));
    for (const said of ['where is my repair?', { value: 'details' }, 'TEN-100104', '30 January 1978', 'AW2 7HJ'])
      await stage.play(typeof said === 'string' ? { say: said } : said);

    expect(stage.conversation().state.proof).to.equal(undefined);
  });
});

describe('a code for who is on a tenancy with another', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[WHG-21] goes to nobody where it cannot be told which of them writes, and the words are the same', async () => {
    const joint = await asksForCode(withPeople({ channel: 'web' }, sharing), 'TEN-100104');
    const single = await asksForCode(stageOf({ channel: 'web' }), 'TEN-100101');
    const none = await asksForCode(stageOf({ channel: 'web' }), 'TEN-999999');

    expect(codesSent(joint)).to.deep.equal([]);
    expect(codesSent(single)).to.deep.equal(['+447700900101']);
    expect([textOf(joint), textOf(none)]).to.deep.equal([textOf(single), textOf(single)]);
  });

  it('[WHG-21] goes to the one whose number writes, though another tenancy has that number too', async () => {
    const from = { channel: 'sms', from: '+447700900104' } as const;
    const shared = (one: Person) =>
      sharing(one).flatMap((each) =>
        each.id === 'P-1004' ? [each, { ...each, id: 'P-9005', tenancies: [] }] : [each],
      );
    const onTenancy = (one: Person) => shared(one).filter(({ id }) => id !== 'P-9005');
    const stage = withPeople(from, onTenancy);
    stage.world.housing.peopleByPhone = async () => ({ is: 'known', value: [] });
    const turn = await asksForCode(stage, 'TEN-100104');

    expect(codesSent(turn)).to.deep.equal(['+447700900104']);
    expect(turn.state.code?.person).to.equal('P-1004');
  });

  it('[WHG-21] of a tenancy that somebody else names goes to who is recognised, and to nobody else', async () => {
    const stage = stageOf({ channel: 'sms', from: '+447700900101' });
    const { state } = await stage.play({ say: 'where is my repair?' });
    const amina = await stage.world.housing.person('P-1001');
    const conversation = stage.conversation();
    const received = { address: conversation.address, receivedAt: new Date() };
    const sent = await sendCode.run({
      slots: { tenancy: 'TEN-100102' },
      state,
      conversation,
      received,
      world: stage.world,
      moment: { now: new Date() },
      person: amina.is === 'known' ? amina.value : undefined,
    } as unknown as ActionInput);

    expect(sent.effects?.map(({ key }) => key)).to.deep.equal(['sms:+447700900101']);
    expect(sent.state?.code?.person).to.equal('P-1001');
  });
});
