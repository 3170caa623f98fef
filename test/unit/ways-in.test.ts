// The doors lead to one service: what is written on the website and what is sent by text bring the same, and so does a wish for a person.

import { expect } from 'chai';
import type { NewCase, NewRepair, NewTask } from '../../src/model/case.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

type Filed = NewCase | NewRepair | NewTask;

/** A tenant whom we know on both doors; the last answer opens the case. */
const matters: Readonly<Record<string, readonly string[]>> = {
  'neighbourhood.asb': [
    'My neighbour is very noisy',
    'no',
    'He drills at midnight',
    'noise',
    'every day or night',
    'number 5',
    'no',
  ],
  'involvement.join': ['How do I join the residents panel?', 'By video', 'Lifts', 'Large print', 'not before 10:00'],
  'tenancy.pets': ['Can I have a dog?', 'A small dog', 'no', 'no'],
};

describe('the ways in', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const [enquiry, words] of Object.entries(matters))
    it(`[GUH-01] lead to the same service by web and by text: ${enquiry}`, async () => {
      const [web, sms] = [await filedBy('web', words), await filedBy('sms', words)];

      expect(web).to.include.keys('reference', 'words');
      expect(sms).to.deep.equal(web);
    });

  for (const channel of ['web', 'sms', 'bot-framework'] as const)
    it(`[GUH-01] lead to a person in live chat, by ${channel}`, async () => {
      const stage = stageOf({ channel });
      const turn = await stage.play({ say: 'I want to speak to a person' });

      expect(turn.owner.is).to.equal('queue');
      expect(turn.handover).to.deep.include({ is: 'requested', team: 'contact-centre' });
    });
});

/** What is opened, without what tells of the door: photos are asked for on the website alone. */
async function filedBy(channel: 'web' | 'sms', words: readonly string[]): Promise<Partial<Filed> | undefined> {
  const person = channel === 'web' ? { identity: 'P-1004' } : { from: '+447700900104' };
  const stage = stageOf({ channel, ...person });
  const pending = [...words];
  for (let turns = 0; turns < 20; turns += 1) {
    const asks = stage.conversation().state.stack.at(-1)?.step;
    const say = asks === 'photo' ? 'skip' : (pending.shift() ?? 'yes');
    const turn = await stage.play({ say });
    const filed = turn.effects.find(({ kind }) => ['housing.create-case', 'housing.create-task'].includes(kind));
    if (filed !== undefined) return sameAnywhere(filed.payload as Filed);
  }
  return undefined;
}

function sameAnywhere(filed: Filed): Partial<Filed> {
  const { reference, conversation, details, channel, receivedAt, reportedBy, ...rest } = filed as NewCase;
  const { phone: _phone, photo: _photo, ...said } = details;
  return { ...rest, reference: reference.slice(0, 3), details: said } as Partial<Filed>;
}
