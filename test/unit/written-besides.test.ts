// What goes out on paper, in large print, in a language, because it is on somebody's record.

import { expect } from 'chai';
import type { NewCase } from '../../src/model/case.ts';
import type { Person } from '../../src/model/person.ts';
import type { Act } from '../../src/turn/act.ts';
import type { Refusal } from '../../src/turn/refusal.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { aConversation, agent, type Held, textOf } from '../support/conversation.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const decided = (person: string, isPrivate = false): Act => ({
  is: 'adjustment-decided',
  agent,
  request: {
    reference: 'ADJ-7',
    conversation: 'conversation-1',
    person,
    isPrivate,
    since: '2026-11-23',
    review: '2027-11-23',
  },
  decision: {
    outcome: 'agreed',
    effect: 'x',
    practicality: 'x',
    cost: 'x',
    disruption: 'x',
    adjustment: 'two people at each visit',
    instruction: null,
    why: null,
    alternatives: [],
  },
});

async function changed(held: Held, id: string, more: Partial<Person>): Promise<void> {
  const found = await held.world.housing.person(id);
  if (found.is === 'away' || found.value === null) throw new Error(`${id} is not there`);
  const value = { ...found.value, ...more };
  Object.assign(held.world.housing, { person: async () => ({ is: 'known', value }) });
}

function turnOf(done: Turn | Refusal): Turn {
  if ('is' in done) throw new Error(`Nothing was done: ${done.because}`);
  return done;
}

const requests = (turn: Pick<Turn, 'effects'>): readonly NewCase[] =>
  turn.effects.flatMap((effect) =>
    effect.kind === 'housing.create-case' && effect.payload.kind === 'format' ? [effect.payload] : [],
  );
const tasks = (turn: Turn) =>
  turn.effects.flatMap((effect) => (effect.kind === 'housing.create-task' ? [effect.payload.kind] : []));

describe('what is on record of how somebody is written to', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('[TPC-07] is in the language of letters, where that is another than that of messages', async () => {
    const held = aConversation();
    await changed(held, 'P-1004', { contact: { prefer: 'post', letters: 'pl' } });
    const [made] = requests(turnOf(await held.act(decided('P-1004'))));

    expect(made?.details).to.deep.include({ formats: ['large-print'], language: 'pl', way: 'post' });
  });

  it('[LIV-06] [TPC-07] has a decision sent by post in large print in their language, with a day that is promised and told', async () => {
    const held = aConversation();
    const turn = turnOf(await held.act(decided('P-1004')));
    const [made, ...others] = requests(turn);

    expect(others).to.deep.equal([]);
    expect(made).to.deep.include({
      person: 'P-1004',
      owner: 'Access Team',
      team: 'access',
      links: ['ADJ-7'],
      words: '',
    });
    expect(made?.details).to.deep.equal({
      format: 'large-print',
      formats: ['large-print'],
      language: 'ur',
      way: 'post',
      document: 'decision ADJ-7',
    });
    expect(made?.due).to.deep.include({
      what: 'send',
      by: '2026-11-30',
      basis: 'on record',
      rule: 'landlord pack, formats',
    });
    expect(turn.promises).to.deep.include({
      what: 'send',
      by: '2026-11-30',
      reference: made?.reference,
      owner: 'Access Team',
    });
    expect(turn.cases.map(({ reference, kind, restricted }) => ({ reference, kind, restricted }))).to.deep.include({
      reference: made?.reference,
      kind: 'format',
      restricted: false,
    });
    expect(textOf(turn)).to.include('two people at each visit').and.to.include('Large print, Urdu, Letter');
    expect(textOf(turn)).to.include('Monday, 30 November 2026').and.to.include(made?.reference);
  });

  it('[LIV-06] is a letter or an e-mail for who prefers that, from who decided, and nothing for who chats or texts', async () => {
    for (const [prefer, way] of [
      ['post', 'post'],
      ['email', 'email'],
      ['webchat', undefined],
      ['sms', undefined],
    ] as const) {
      const held = aConversation();
      await changed(held, 'P-1007', { contact: { prefer }, needs: [], language: 'en' });
      const turn = turnOf(await held.act(decided('P-1007')));

      expect(requests(turn).map(({ details }) => details.way)).to.deep.equal(way === undefined ? [] : [way]);
      expect(turn.promises.map(({ what, by }) => [what, by])).to.deep.equal(
        way === undefined ? [] : [['send', '2026-11-24']],
      );
      expect(textOf(turn).includes('in writing as well'), prefer).to.equal(way !== undefined);
    }
  });

  it('of somebody who has not agreed is not told to who asked for them', async () => {
    const turn = turnOf(await aConversation().act(decided('P-1004', true)));

    expect(requests(turn)).to.have.length(1);
    expect(turn.promises).to.deep.equal([]);
    expect(textOf(turn)).not.to.match(/large print|FMT-/i);
  });

  it('that is over, or that cannot be read now, sends nothing into the blue', async () => {
    const held = aConversation();
    await changed(held, 'P-1004', { needs: [{ kind: 'format', formats: ['braille'], endedOn: '2026-01-01' }] });
    expect(requests(turnOf(await held.act(decided('P-1004'))))).to.deep.equal([]);

    const other = aConversation();
    other.world.housing.away = true;
    expect(await other.act(decided('P-1004'))).to.deep.equal({ is: 'refused', because: 'not-now' });
  });

  for (const [prefer, given] of [
    ['post', []],
    ['telephone', ['tell-tenant']],
  ] as const)
    it(`[WHG-03] [WHG-17] has the outcome of a complaint written as well, where ${prefer} is preferred`, async () => {
      const held = aConversation({ at: '2026-12-10T10:00:00Z' });
      const promise = {
        id: '7',
        conversation: 'conversation-1',
        what: 'answer',
        by: '2026-12-14',
        owner: 'Complaints Team',
        reference: 'CMP-7',
        madeAt: new Date('2026-11-23T10:00:00Z'),
        enquiry: 'complaint.make',
        kind: 'complaint',
        person: 'P-1007',
        restricted: false,
      };
      held.world.promised.set('7', promise);
      await changed(held, 'P-1007', {
        contact: { prefer },
        needs: [{ kind: 'format', formats: ['audio'] }],
        language: 'en',
      });
      const turn = turnOf(await held.act({ is: 'promise-kept', agent, promise }));

      expect(requests(turn).map(({ details }) => details)).to.deep.equal([
        { format: 'audio', formats: ['audio'], way: 'post', document: 'outcome CMP-7' },
      ]);
      expect(tasks(turn)).to.deep.equal(given);
      expect(textOf(turn)).to.include('answered your complaint').and.to.include('Audio, Letter');
    });

  it('[WHG-15] [TPC-04] has a complaint acknowledged that way, by the day on which we say how we understand it', async () => {
    for (const [channel, who, ways] of [
      ['web', 'P-1003', /Large print, Audio, Letter/],
      ['sms', '+447700900104', /Large print, Urdu, Letter/],
    ] as const) {
      const about = channel === 'web' ? { identity: who } : { from: who };
      const stage = stageOf({ channel, locale: 'en', ...about } as Parameters<typeof stageOf>[0]);
      let told = '';
      let made: NewCase | undefined;
      for (const line of [{ say: 'I want to make a complaint' }, { value: 'call' }]) {
        const { replies, effects } = await stage.play(line);
        told += replies.map(({ text }) => text).join('\n');
        made ??= requests({ effects } as Pick<Turn, 'effects'>)[0];
      }
      const complaint = /CMP-\d+/.exec(told)?.[0];

      expect(made?.details.document, told).to.equal(`acknowledgement ${complaint}`);
      expect(made?.due[0]?.by).to.equal('2026-11-30');
      expect(told).to.match(ways).and.to.include(made?.reference);
    }
  });
});
