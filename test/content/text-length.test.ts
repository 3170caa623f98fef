// How long the first text of each dialog is, with all that comes before it: who is speaking, and the change of language.

import { expect } from 'chai';
import { newConversationState } from '../../src/model/conversation.ts';
import { countSegments, fitted, foldForSms, mostSegments } from '../../src/model/gsm7.ts';
import type { Address } from '../../src/model/message.ts';
import { takeTurn } from '../../src/turn/take-turn.ts';
import { aWorld, readAll } from '../support/world.ts';

const now = new Date('2026-11-23T10:00:00Z');
const address: Address = { channel: 'sms', number: '+447700900199', ours: '+447700900000', account: 'AC1' };
const conversation = {
  id: 'conversation-1',
  address,
  revision: 0,
  taken: 0,
  owner: { is: 'bot' },
  state: newConversationState,
  startedAt: now,
} as const;

describe('the first text', function () {
  this.timeout(180_000);

  for (const [landlord, language, text] of [
    ['demo', 'en', 'I have a question about this'],
    ['demo', 'cy', 'Mae gen i gwestiwn am hyn os gwelwch yn dda'],
    ['demo', 'pl', 'Mam pytanie w tej sprawie, proszę o pomoc'],
    // Each offers the other.
    ['tai-pawb', 'en', 'I have a question about this'],
    ['tai-pawb', 'cy', 'Mae gen i gwestiwn am hyn os gwelwch yn dda'],
  ] as const) {
    it(`of every dialog costs three parts at most in ${language}, and four where danger has its steps: ${landlord}`, async () => {
      const { playbook } = readAll(landlord);
      const long: string[] = [];
      let seen = 0;
      for (const [name, { called, urgent }] of playbook) {
        if (called) continue;
        seen += 1;
        const world = {
          ...aWorld({ now: () => now, landlord }),
          recogniser: { recognise: () => [{ enquiry: name, confidence: 1 }] },
          danger: { find: () => (urgent ? [name] : []), unsure: () => undefined },
        };
        const received = { conversation: 'conversation-1', address, channelMessageId: '1', sequence: 1, text };
        const turn = await takeTurn(
          { ...received, kind: 'message', attachments: [], receivedAt: now },
          conversation,
          world,
          { now },
        );
        for (const reply of turn.replies) {
          const { segments } = countSegments(foldForSms(reply.text));
          if (segments > mostSegments + (urgent ? 1 : 0)) long.push(`${name}: ${segments}: ${reply.text}`);
        }
      }

      expect(seen).to.be.at.least(60);
      expect(long).to.deep.equal([]);
    });
  }

  it('keeps its accents while it fits, and other scripts always', () => {
    const welsh = 'Mae’r dŵr yn gollwng drwy’r to. ';
    const urdu = 'باورچی خانے میں گیس کی بو آ رہی ہے۔ ';

    expect(fitted(welsh)).to.equal(welsh);
    expect(fitted(welsh.repeat(10))).to.include('dwr');
    expect(fitted(urdu.repeat(10))).to.equal(urdu.repeat(10));
  });
});
