import { expect } from 'chai';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Act } from '../../src/turn/act.ts';
import { wordsFor } from '../../src/turn/handover/agent-words.ts';
import { cannedFor } from '../../src/turn/handover/canned.ts';
import type { Asked } from '../../src/turn/translator.ts';
import { stageOf } from '../support/transcript.ts';

const { world } = stageOf({ channel: 'web' });
const written = {
  is: 'message',
  agent: { id: 'priya-shah', name: 'Priya Shah', teams: ['contact-centre'] },
  text: '',
  clientMessageId: 'one',
  seenSequence: 1,
  canned: { name: 'looking', values: {} },
} as const satisfies Act;

const of = (tag: string, more: Record<string, unknown> = {}) =>
  ({
    id: 'c1',
    address: { channel: 'web', user: 'dl_me' },
    state: { language: { tag }, ...more },
  }) as unknown as Conversation;

describe('a ready reply', () => {
  it('[WHG-06] is a machine’s only for who reads no catalogue of ours, and is marked as one', async () => {
    const asked: (Asked & { texts: readonly string[] })[] = [];
    const translator = {
      translate: async (texts: readonly string[], how: Asked) => {
        asked.push({ ...how, texts });
        return texts.map((text) => `tr: ${text}`);
      },
      spent: async () => false,
    };
    const told = await wordsFor(written, of('tr'), { ...world, translator });

    expect(asked[0]).to.deep.include({ from: 'en', to: 'tr', texts: ['I am looking into this for you.'] });
    expect(told.text).to.include('tr: I am looking into this for you.');
    expect(told.data).to.deep.equal({ original: 'I am looking into this for you.', originalLanguage: 'en' });
  });

  it('[WHG-06] goes on in the landlord’s language where there is neither a catalogue nor a machine', async () => {
    const told = await wordsFor(written, of('tr'), { ...world, translator: undefined });

    expect(told).to.deep.equal({ text: 'I am looking into this for you.', language: 'en', data: {} });
  });

  it('speaks of no call to who is not to be rung', () => {
    expect(cannedFor(of('en'))).to.include.members(['call_back', 'phone']);
    expect(cannedFor(of('en', { noCalls: 'now' }))).not.to.include.members(['call_back', 'phone']);
    expect(cannedFor(of('en', { noCalls: 'now' }))).not.to.include('phone');
  });
});
