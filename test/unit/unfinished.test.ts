// What was begun and left: it is on record after a day, as far as it was told.

import { expect } from 'chai';
import type { UnfinishedLook } from '../../src/model/delivery.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, type Stage, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const words = 'I want to make a complaint. Nobody came to mend my boiler for three weeks and nobody rang me back.';

interface Begun {
  readonly stage: Stage;
  readonly turns: readonly Turn[];
  readonly looks: readonly UnfinishedLook[];
}

async function begun(from: Parameters<typeof stageOf>[0], lines: readonly Line[]): Promise<Begun> {
  const stage = stageOf(from);
  const turns: Turn[] = [];
  for (const line of lines) turns.push(await stage.play(line));
  const looks = turns.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.kind === 'time.unfinished' ? [effect.payload] : [])),
  );
  return { stage, turns, looks };
}

const look = ({ stage, looks: [first] }: Begun, after: string) =>
  stage.play({ act: { is: 'left-unfinished', frame: first?.frame }, after });

const casesOf = ({ effects }: Turn) =>
  effects.flatMap((effect) => (effect.kind === 'housing.create-case' ? [effect.payload] : []));

const text = ({ replies }: Turn) => replies.map((reply) => reply.text).join('\n');

describe('a matter that was begun and left', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [channel, from] of [
    ['web', { channel: 'web', identity: 'P-1011' }],
    ['sms', { channel: 'sms', from: '+447700900111' }],
  ] as const)
    it(`[WHG-12] is a complaint from the words that told it, also when it is never finished: ${channel}`, async () => {
      const complaint = await begun(from, [{ say: words }, { value: 'here' }, { say: 'no' }]);
      expect(complaint.looks).to.have.lengthOf(1);
      expect(complaint.looks[0]?.at.slice(0, 13)).to.equal('2026-11-24T10');
      const turn = await look(complaint, '25h');

      const [opened] = casesOf(turn);
      expect(opened).to.include({ kind: 'complaint', words, person: 'P-1011' });
      expect(opened?.receivedAt.slice(0, 16)).to.equal('2026-11-23T10:00');
      expect(opened?.due.find(({ what }) => what === 'acknowledge')?.by).to.equal('2026-11-30');
      expect(text(turn))
        .to.include('You did not finish')
        .and.to.match(/CMP-\d+/);
      expect(turn.notice).to.equal('sent');
      expect(turn.replies.some(({ data }) => data.asks !== undefined)).to.equal(false);
      expect(complaint.stage.conversation().state.stack).to.deep.equal([]);
    });

  it('is looked at once, and not again when it was finished meanwhile', async () => {
    const complaint = await begun({ channel: 'web', identity: 'P-1011' }, [{ say: words }, { value: 'here' }]);
    const first = await look(complaint, '25h');
    expect(casesOf(first)).to.have.lengthOf(1);
    let again: unknown;
    try {
      again = await look(complaint, '1h');
    } catch (error) {
      again = error;
    }

    expect(JSON.stringify(again)).to.not.include('housing.create-case');
  });

  it('waits a day from the last word, not from the first', async () => {
    const complaint = await begun({ channel: 'web', identity: 'P-1011' }, [
      { say: words },
      { value: 'here' },
      { say: 'no', after: '20h' },
    ]);
    const early = await look(complaint, '5h');

    expect(casesOf(early)).to.deep.equal([]);
    expect(early.replies).to.deep.equal([]);
    const later = early.effects.flatMap((effect) => (effect.kind === 'time.unfinished' ? [effect.payload.at] : []));
    expect(later.map((at) => at.slice(0, 13))).to.deep.equal(['2026-11-25T06']);
    expect(casesOf(await look(complaint, '20h'))).to.have.lengthOf(1);
  });

  it('is no complaint while the choice is open, and none after it was called off', async () => {
    const open = await begun({ channel: 'web', identity: 'P-1011' }, [{ say: words }]);
    expect(casesOf(await look(open, '25h'))).to.deep.equal([]);

    const off = await begun({ channel: 'web', identity: 'P-1011' }, [
      { say: words },
      { value: 'here' },
      { say: 'cancel' },
    ]);
    const under = off.stage.conversation().state.stack.map(({ dialog }) => dialog);
    expect(under).to.not.include('complaint.make');
  });

  it('is a hazard where we know the home: its clock runs from the words that told of damp', async () => {
    const damp = await begun({ channel: 'web', identity: 'P-1011' }, [
      { say: 'There is black mould all over the wall of the bedroom and it is getting worse' },
    ]);
    const [opened] = casesOf(await look(damp, '25h'));
    expect(opened).to.include({ kind: 'hazard', person: 'P-1011' });
    expect(opened?.receivedAt.slice(0, 16)).to.equal('2026-11-23T10:00');

    const nowhere = await begun({ channel: 'web' }, [{ say: 'There is black mould all over the wall of the bedroom' }]);
    expect(casesOf(await look(nowhere, '25h'))).to.deep.equal([]);
  });

  it('is told to nobody else where it is restricted: its team has it, and nothing is sent', async () => {
    const conduct = await begun({ channel: 'sms', from: '+447700900111' }, [
      { say: 'Your officer refused to help me because I am black and he said so' },
    ]);
    const turn = await look(conduct, '25h');

    expect(casesOf(turn)[0]).to.include({ kind: 'conduct' });
    expect(turn.notice).to.equal('kept');
  });
});
