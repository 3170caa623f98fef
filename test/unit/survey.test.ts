// Asking how a contact went, of who has gone away without a word.

import { expect } from 'chai';
import type { SurveyLook } from '../../src/model/delivery.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import { takeAct } from '../../src/turn/take-act.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

interface Played {
  readonly stage: Stage;
  readonly turns: readonly Turn[];
}

async function played(from: Parameters<typeof stageOf>[0], lines: readonly Line[]): Promise<Played> {
  const stage = stageOf(from);
  const turns: Turn[] = [];
  for (const line of lines) turns.push(await stage.play(line));
  return { stage, turns };
}

const looksOf = (turns: readonly Turn[]): readonly SurveyLook[] =>
  turns.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'time.survey' ? [effect.payload] : [])));

async function look({ stage, turns }: Played, after = '11m'): Promise<Turn> {
  return stage.play({ act: { is: 'survey-due', ended: looksOf(turns).at(-1)?.ended }, after });
}

/** Whether it is refused, without changing anything. */
async function isRefused({ stage, turns }: Played, at: string): Promise<boolean> {
  const act = { is: 'survey-due' as const, ended: looksOf(turns).at(-1)?.ended ?? '' };
  const done = await takeAct(act, stage.conversation(), stage.world, { now: new Date(at) });
  return 'is' in done;
}

const asks = ({ replies }: Turn) => replies.map(({ data }) => data.asks);
const asked: readonly Line[] = [{ say: 'How can I pay my rent?' }, { value: 'nothing' }];
const withAgent: readonly Line[] = [
  { say: 'I want to talk to a person' },
  { act: { is: 'accept' } },
  { act: { is: 'close' } },
];

describe('how a contact went', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const channel of ['web', 'sms'] as const) {
    it(`[TPC-18] is asked a while after its end, once, within the hours: ${channel}`, async () => {
      const contact = await played({ channel }, asked);
      expect(looksOf(contact.turns)).to.have.lengthOf(1);
      expect(looksOf(contact.turns)[0]?.at.slice(0, 16)).to.equal('2026-11-23T10:10');
      const turn = await look(contact);

      expect(asks(turn)).to.deep.equal(['ease']);
      expect(turn.notice).to.equal('sent');
      const sent = toDeliveries(turn, contact.stage.conversation(), 'r9').filter(({ kind }) => kind === 'sms.send');
      expect(sent.map(({ payload }) => 'notice' in payload && payload.notice)).to.deep.equal(
        channel === 'sms' ? [true] : [],
      );
      expect(await isRefused(contact, '2026-11-23T12:00:00Z'), 'a look that is taken again').to.equal(true);
      // The next morning is no silence.
      expect(asks(await contact.stage.play({ say: '4', after: '20h' }))).to.deep.equal(['satisfied']);
    });

    it(`[WHG-24] is asked after an agent has closed it as well: ${channel}`, async () => {
      const contact = await played({ channel }, withAgent);
      const turn = await look(contact);

      expect(asks(turn)).to.deep.equal(['ease']);
      const answered = await contact.stage.play({ say: '5' });
      const fact = answered.facts.find(({ name }) => name === 'survey.answered');
      expect(fact?.data).to.deep.include({ question: 'ease', score: 5, agent: true, about: 'contact' });
    });
  }

  it('is not asked while another matter is under way, nor of who wrote a moment ago', async () => {
    const busy = await played({ channel: 'web' }, [...asked, { say: 'My kitchen tap is dripping' }]);
    expect(await isRefused(busy, '2026-11-23T11:00:00Z')).to.equal(true);

    const thanked = await played({ channel: 'web' }, [...asked, { say: 'thanks', after: '9m' }]);
    const later = await look(thanked, '5m');
    expect(later.replies).to.deep.equal([]);
    expect(looksOf([later])[0]?.at.slice(0, 16)).to.equal('2026-11-23T10:19');
  });

  it('is asked of nobody who has stopped texts, nor after a restricted matter that an agent had', async () => {
    const stopped = await played({ channel: 'sms', from: '+447700900199' }, asked);
    stopped.stage.world.stopped.add('+447700900199');
    expect(await isRefused(stopped, '2026-11-23T11:00:00Z')).to.equal(true);

    const grave = await played({ channel: 'web' }, [
      { say: 'my husband hits me' },
      { say: 'yes' },
      { value: 'person' },
      { act: { is: 'accept' } },
      { act: { is: 'close' } },
    ]);
    expect(grave.stage.conversation().owner.is).to.equal('bot');
    expect(await isRefused(grave, '2026-11-23T11:00:00Z')).to.equal(true);
  });

  it('[TPC-15] of news of a complaint is how the complaint was dealt with, and stands on it', async () => {
    const complaint = { reference: 'CMP-7770001', kind: 'complaint', person: 'P-1007', status: 'open', stage: '1' };
    const from = {
      channel: 'web',
      identity: 'P-1007',
      cases: [{ ...complaint, receivedAt: '2026-11-20T10:00:00Z', due: [], words: 'late' }],
    } as const;
    const { turns } = await played(from as unknown as Parameters<typeof stageOf>[0], [
      { say: 'What is happening with my complaint?' },
      { value: 'yes' },
      { say: 'bye' },
      { value: 'easy' },
      { value: 'very_dissatisfied' },
    ]);

    expect(turns[3]?.replies.at(-1)?.text).to.include('your complaint');
    const changes = (turns[4]?.effects ?? []).filter(({ kind }) => kind === 'housing.change-case');
    expect(changes.map(({ payload }) => payload)).to.deep.equal([
      { reference: 'CMP-7770001', changes: { details: { satisfaction: 1 } } },
    ]);
  });
});
