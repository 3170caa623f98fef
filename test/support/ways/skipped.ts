// "Skip", said at every question of a dialog, one at a time.

import { expect } from 'chai';
import { saidPhrases } from '../said-phrases.ts';
import type { Transcript } from '../transcript.ts';
import { answerAll, ownWords } from './patient-tenant.ts';
import { endedEnquiries, heldFor, leftFor, type Play, playedFrom, playOn, type Question, shown } from './played.ts';
import { straight } from './straight.ts';

export async function expectSkips(transcript: Transcript): Promise<void> {
  const before = await straight(transcript);
  for (const [at, { after: question }] of before.played.entries()) {
    if (question === undefined) continue;
    const play = await playedFrom(transcript, transcript.turns.slice(0, at + 1));
    await play.say({ say: 'skip' });
    if ('ask' in question.step && question.step.optional) {
      await expectWithout(question, play, before);
    } else {
      expectRefused(question, play);
      await playOn(play, transcript.turns.slice(at + 1));
      expect(leftFor(play), shown(play)).to.deep.equal(leftFor(before));
    }
    expectNowhereKept(play);
  }
}

/** Goes on and ends without the answer. */
async function expectWithout(question: Question, play: Play, before: Play): Promise<void> {
  const { after, state } = play.played.at(-1) ?? {};
  const held = state === undefined ? null : heldFor(question, state);
  expect(held ?? null, `${question.place}${shown(play)}`).to.equal(null);
  expect(after?.place, shown(play)).not.to.equal(question.place);
  await answerAll(play, ownWords(before.played));
  expect(endedEnquiries(play).length, shown(play)).to.be.at.least(1);
}

function expectRefused(question: Question, play: Play): void {
  const last = play.played.at(-1);
  if (last === undefined) return;
  expect(saidPhrases(last.turn, play.stage.world, ['ask.skip_not_possible']), shown(play)).to.have.lengthOf(1);
  expect(last.after?.place, shown(play)).to.equal(question.place);
  expect(last.after?.frame.slots).to.deep.equal(question.frame.slots);
}

function expectNowhereKept(play: Play): void {
  const kept = JSON.stringify([play.state(), play.played.map(({ turn }) => turn.effects)]);
  expect(/"(?:[^"]*\\n)?skip(?:\\n[^"]*)?"/iu.exec(kept)?.[0], shown(play)).to.equal(undefined);
}
