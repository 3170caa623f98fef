// The end of a conversation on the customer's own word.

import { expect } from 'chai';
import { toActivity } from '../../src/channels/bot-framework/show-activity.ts';
import { showMessage } from '../../src/channels/web-chat/show-message.ts';
import type { Message } from '../../src/model/message.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

const ends = ({ replies }: Turn) => replies.filter(({ data }) => data.name === 'endOfConversation').length;

async function played(from: Parameters<typeof stageOf>[0], lines: readonly Line[]) {
  const stage = stageOf(from);
  const turns: Turn[] = [];
  for (const line of lines) turns.push(await stage.play(line));
  return { turns, state: stage.conversation().state, world: stage.world };
}

describe('a conversation that its customer ends', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('is over for clients at the goodbye, or once what is asked at it has been answered', async () => {
    const plain = await played({ channel: 'web' }, [{ say: 'end chat' }, { say: 'hello' }, { say: 'bye' }]);
    expect(plain.turns.map(ends)).to.deep.equal([1, 0, 1]);

    const asked = await played({ channel: 'web' }, [
      { say: 'How can I pay my rent?' },
      { say: 'end chat' },
      { say: '5' },
      { say: '5' },
      { say: 'skip' },
    ]);
    expect(asked.turns.map(ends)).to.deep.equal([0, 0, 0, 0, 1]);
  });

  it('[WHG-21] knows nobody any more who sits at the screen after it, and asks for proof again', async () => {
    const proof = ['How much rent do I owe?', 'TEN-100102', '2 November 1990', 'AW1 4QE'].map((say) => ({ say }));
    const lines = [...proof, { say: 'end chat' }];
    const { state } = await played({ channel: 'web' }, lines);
    expect(state).not.to.have.property('proof');

    const { turns, state: next } = await played({ channel: 'web' }, [...lines, { say: 'How much rent do I owe?' }]);
    expect(
      turns
        .at(3)
        ?.replies.map(({ text }) => text)
        .join(),
    ).to.include('£318.64');
    expect(
      turns
        .at(-1)
        ?.replies.map(({ text }) => text)
        .join(),
    ).not.to.include('£');
    expect(next).not.to.have.property('person');
  });

  it('is told to clients as an activity of its own type, with the figures of who waits beside', () => {
    const message = {
      conversation: 'c',
      sequence: 3,
      author: 'service',
      kind: 'event',
      text: '',
      language: 'en',
      data: { name: 'endOfConversation' },
      at: new Date('2026-11-23T10:00:00Z'),
    } as const satisfies Message;
    const view = { user: 'dl_tenant', serviceName: 'Ashby Wharf', linkTo: () => '' };
    expect(showMessage(message, view).type).to.equal('endOfConversation');
    expect(toActivity(message).type).to.equal('endOfConversation');

    const waiting = {
      ...message,
      kind: 'message' as const,
      data: { handover: { state: 'waiting' as const, position: 2, waitMinutes: 5 } },
    };
    for (const shown of [showMessage(waiting, view), toActivity(waiting)]) {
      expect(shown.type).to.equal('message');
      expect(shown.channelData).to.deep.include({ handover: { state: 'waiting', position: 2, waitMinutes: 5 } });
    }
  });

  it('goes on where a survey that was put at its end is passed by: as a new one', async () => {
    const { turns, state } = await played({ channel: 'web', identity: 'P-1002' }, [
      { say: 'How can I pay my rent?' },
      { say: 'end chat' },
      { say: 'My kitchen tap is dripping' },
    ]);
    expect(turns[1]?.replies.at(-1)?.data.asks).to.equal('ease');
    expect(state).not.to.have.property('endedAt');
    expect(state.stack.map(({ dialog }) => dialog)).to.deep.equal(['repair.report']);
  });
});
