// The straight way, and a digression from it at every question.

import { expect } from 'chai';
import { isOwnOffer } from '../../../src/turn/dialog/own-accord.ts';
import { saidPhrases } from '../said-phrases.ts';
import type { Transcript } from '../transcript.ts';
import { endedEnquiries, leftFor, type Play, type Played, playedFrom, playOf, type Question, shown } from './played.ts';

export const straight = (transcript: Transcript): Promise<Play> => playedFrom(transcript, transcript.turns);

interface End {
  /** The enquiry that is over; none where a word steers the conversation, or a menu is all. */
  readonly ends: string | undefined;
  /** The enquiry that the transcript leaves open on purpose. */
  readonly goesOnIn: string | undefined;
}

export async function expectEnd(transcript: Transcript, { ends, goesOnIn }: End): Promise<void> {
  const play = await straight(transcript);
  if (ends !== undefined) expect(endedEnquiries(play), shown(play)).to.include(ends);
  expect(play.state().stack.find((frame) => !isOwnOffer(frame))?.dialog, shown(play)).to.equal(goesOnIn);
}

const digression = { say: 'What are your opening hours?', enquiry: 'contact.details', phrase: 'contact.details.told' };

/** @param isMenu whatever does not answer a menu goes past it */
export async function expectDigressions(transcript: Transcript, isMenu: boolean): Promise<void> {
  const before = await straight(transcript);
  const play = playOf(transcript);
  for (const line of transcript.turns) {
    await play.say(line);
    const question = play.question();
    if (question === undefined) continue;
    const held = answersIn(play);
    const away = await play.say({ say: digression.say });
    expectAnswered(away, play);
    if (isMenu) return void expect(play.state().stack, shown(play)).to.deep.equal([]);
    expectAgain(question, away, play);
    expect(answersIn(play), question.place).to.deep.equal(held);
  }
  expect(leftFor(play), shown(play)).to.deep.equal(leftFor(before));
  expect(endedEnquiries(play).filter((each) => each !== digression.enquiry)).to.deep.equal(
    endedEnquiries(before).filter((each) => each !== digression.enquiry),
  );
}

function expectAnswered({ turn }: Played, play: Play): void {
  const ended = turn.facts.find(({ name, enquiry }) => name === 'enquiry.ended' && enquiry === digression.enquiry);
  expect(ended?.data.outcome, shown(play)).to.equal('answered');
  expect(saidPhrases(turn, play.stage.world, [digression.phrase]), shown(play)).to.have.lengthOf(1);
}

/** The very question, in its own words, after the line that leads back to it. */
function expectAgain(question: Question, { after }: Played, play: Play): void {
  expect(after?.place, shown(play)).to.equal(question.place);
  expect(after?.options).to.deep.equal(question.options);
  const again = /(?:^|\n)Back to: [^\n]*\n+(?<words>.+)$/su.exec(after?.text ?? '')?.groups?.words;
  expect(again, `${question.place}: ${after?.text}`).to.be.a('string');
  expect(question.text.endsWith(again ?? '-'), `${question.place}: ${after?.text}`).to.equal(true);
}

const answersIn = (play: Play) =>
  play.state().stack.map(({ id, dialog, step, slots, answered }) => ({ id, dialog, step, slots, answered }));
