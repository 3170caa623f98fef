// A tenant who answers whatever is asked: with the transcript's own words where it has some, else with words that fit the question.

import type { Line } from '../transcript.ts';
import { isAnswer, type Play, type Played, type Question } from './played.ts';

/** More than any dialog asks. */
const mostAnswers = 40;

/** What a transcript answers to each question, by its place. */
export type OwnWords = ReadonlyMap<string, Line>;

export function ownWords(played: readonly Played[]): OwnWords {
  const answers = played.filter(isAnswer).filter(({ line }) => line.housing === undefined);
  return new Map(answers.map(({ before, line }) => [before?.place ?? '', line]));
}

/** Goes on until nothing is asked, or until the question at this place is. */
export async function answerAll(play: Play, own: OwnWords, place?: string): Promise<void> {
  for (let count = 0; count < mostAnswers; count += 1) {
    const question = play.question();
    if (question === undefined || question.place === place) return;
    await play.say(own.get(question.place) ?? plainAnswer(question));
  }
  throw new Error(`Still asked after ${mostAnswers} answers: ${play.question()?.place}`);
}

const plainAnswers: Readonly<Record<string, string>> = {
  text: '12 Mill Lane, AW1 2BD',
  'yes-no': 'yes',
  date: '3 December 2026',
  phone: '07700 900777',
  email: 'somebody@example.com',
  postcode: 'AW1 2BD',
  reference: 'TEN-100101',
  amount: '£20',
};

function plainAnswer({ step, options }: Question): Line {
  if (!('ask' in step)) return { say: 'yes' };
  if (step.expects === 'choice') return { say: options[0]?.label ?? 'skip' };
  return { say: plainAnswers[step.expects] ?? 'skip' };
}
