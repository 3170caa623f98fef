// That nothing of a person is asked for before they were told what it is for, and that every question says why it is asked.

import { expect } from 'chai';
import { newConversationState } from '../../src/model/conversation.ts';
import { isPersonal } from '../../src/turn/purpose.ts';
import { takeTurn } from '../../src/turn/take-turn.ts';
import { readTranscripts, stageOf } from '../support/transcript.ts';
import { aWorld, readAll } from '../support/world.ts';

const now = new Date('2026-11-23T10:00:00Z');
const why = { en: 'why do you ask', cy: 'pam', pl: 'dlaczego' } as const;

describe('what is asked of a person', function () {
  this.timeout(180_000);
  before(() => readAll());

  it('[GUH-10] [WHG-08] is asked after they were told what it is for, in every transcript, but for who is in danger', async () => {
    const wrong: string[] = [];
    let told = 0;
    for (const [name, transcript] of readTranscripts()) {
      const stage = stageOf(transcript);
      for (const line of transcript.turns) {
        const { state, replies, facts } = await stage.play(line);
        told += facts.filter((fact) => fact.name === 'purpose.told').length;
        const asks = replies.find(({ data }) => isPersonal(data.asks))?.data.asks;
        if (asks !== undefined && !state.purposeTold && !state.quiet) wrong.push(`${name}: ${asks}`);
      }
    }

    expect(wrong).to.deep.equal([]);
    expect(told).to.be.above(100);
  });

  for (const language of ['en', 'cy', 'pl'] as const)
    it(`[TPC-10] has a reason at each question, of every dialog: ${language}`, async () => {
      const world = aWorld({ now: () => now });
      const silent: string[] = [];
      let asked = 0;
      for (const [name, dialog] of world.playbook)
        for (const [step, each] of Object.entries(dialog.steps)) {
          if (!('ask' in each) || !isPersonal(each.ask)) continue;
          asked += 1;
          const address = { channel: 'web', user: 'dl_tenant' } as const;
          const frame = { id: 'f', dialog: name, step, slots: {}, answered: [], asked: 1 };
          const spoken = { tag: language, from: 'chosen' } as const;
          const state = { ...newConversationState, greeted: true, language: spoken, stack: [frame] };
          const conversation = {
            id: 'c',
            address,
            revision: 0,
            taken: 0,
            owner: { is: 'bot' },
            state,
            startedAt: now,
          } as const;
          const received = {
            conversation: 'c',
            address,
            channelMessageId: '1',
            sequence: 1,
            kind: 'message',
            text: why[language],
          } as const;
          const { replies } = await takeTurn({ ...received, attachments: [], receivedAt: now }, conversation, world, {
            now,
          });
          const text = replies.map((reply) => reply.text).join('\n');
          const phrase = each.why.includes('.') ? each.why : `${name}.${each.why}`;
          const landlord = { landlord: 'Ashby Wharf Homes' };
          const reason = world.phrases.say(phrase, language, 'web', landlord);
          if (!text.includes(reason.slice(0, 20)) || !text.includes('/privacy'))
            silent.push(`${name}.${step}: ${text}`);
        }

      expect(silent).to.deep.equal([]);
      expect(asked).to.be.above(60);
    });
});
