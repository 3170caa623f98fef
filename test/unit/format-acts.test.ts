// What the tenant hears when a format has been made, and what becomes of the request for it.

import { expect } from 'chai';
import type { FormatOrder } from '../../src/model/format-order.ts';
import { type Line, stageOf } from '../support/transcript.ts';

const order: FormatOrder = {
  reference: 'FMT-1234567',
  conversation: 'conversation-1',
  formats: ['large-print', 'audio'],
  language: 'ur',
  wish: {},
  about: { is: 'reply', before: 3, said: [] },
  owner: 'Access Team',
  by: '2026-12-04',
};
const made = {
  is: 'format-made',
  delivery: 'd1',
  order,
  files: [{ id: 'a.pdf', name: 'a.pdf', contentType: 'application/pdf', bytes: 9 }],
  link: 'https://x.example/formats/abcdefghijklmnop',
  until: '2026-11-30',
} as const;
const promises = [{ id: '7', what: 'send', by: '2026-12-04', reference: 'FMT-1234567', owner: 'Access Team' }];
const asked: Line = { say: 'how do I contact you' };

describe('a format that was made', function () {
  this.timeout(180_000);

  it('[GUH-04] [TPC-07] is in the chat, closes its case and keeps its promise, so that nothing is told late', async () => {
    const stage = stageOf({ channel: 'web', promises });
    await stage.play(asked);
    const turn = await stage.play({ act: { ...made } });
    const [ready] = turn.replies;

    expect(ready?.text).to.include('Large print, Audio, Urdu').and.not.to.include('https');
    expect(ready?.data.attachments).to.deep.equal(made.files);
    expect(turn.promiseEnded).to.deep.equal({ id: '7', as: 'kept', by: 'service' });
    expect(turn.effects.map(({ kind }) => kind)).to.deep.equal(['housing.change-case']);
    expect(turn.facts.map(({ name, data }) => [name, data.format, data.language])).to.deep.equal([
      ['format.sent', 'large-print', 'ur'],
      ['format.sent', 'audio', 'ur'],
    ]);
    expect(turn.notice, 'asked for just now').to.equal(undefined);
  });

  it('[GUH-07] goes by text as a link, and says nothing of what it holds', async () => {
    const stage = stageOf({ channel: 'sms', from: '+447700900199' });
    await stage.play(asked);
    const [ready] = (await stage.play({ act: { ...made } })).replies;

    expect(ready?.text).to.include(made.link).and.to.include('30 Nov');
  });

  it('to who has not written for hours is news: it waits for the morning', async () => {
    const stage = stageOf({ channel: 'sms', from: '+447700900199' });
    await stage.play(asked);
    const turn = await stage.play({ act: { ...made }, after: '3h' });

    expect(turn.notice).to.equal('sent');
  });

  it('[GUH-04] comes in the middle of a choice: the choice is put once more, or its buttons would be gone', async () => {
    const stage = stageOf({ channel: 'web' });
    await stage.play({ say: 'Can I have my letters in another format' });
    const turn = await stage.play({ act: { ...made } });

    expect(turn.replies.at(-1)?.data.asks).to.equal('format');
    expect(turn.replies.at(-1)?.data.options).to.have.length(6);
  });

  it('leaves the question that stands as it is', async () => {
    const stage = stageOf({ channel: 'web' });
    await stage.play({ say: 'the kitchen tap is leaking' });
    const before = stage.conversation().state;
    await stage.play({ act: { ...made } });

    expect(stage.conversation().state).to.deep.equal(before);
  });
});

describe('a format that could not be made', function () {
  this.timeout(180_000);

  it('[GUH-04] stays with its people: who, and by which day', async () => {
    const stage = stageOf({ channel: 'web', promises });
    await stage.play(asked);
    const turn = await stage.play({ act: { is: 'format-not-made', delivery: 'd1', order, because: 'maker-away' } });

    expect(turn.replies[0]?.text).to.include('Access Team').and.to.include('4 December').and.to.include('FMT-1234567');
    expect(turn.promiseEnded).to.equal(undefined);
    expect(turn.effects).to.deep.equal([]);
  });
});
