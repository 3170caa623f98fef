// Which services a complaint is about: where it is several, each has somebody who looks into its part, and one person coordinates.

import { teamOf } from '../../model/routes.ts';
import type { ActionInput } from '../action.ts';
import { sureFrom } from '../confidence.ts';
import { isSmallTalk } from '../small-talk.ts';
import type { Guess } from '../understanding/ports.ts';
import { complaintWords } from './complaint-words.ts';
import { teamName } from './filing.ts';

/** What comes after so many sentences names the same services again. */
const mostSentences = 40;
const fewestWords = 4;
/** A part that is less likely to be about any service is about none: it tells how somebody feels, say. */
const leastOfService = 0.25;
/** Areas that are no service that can be complained about, or that a complaint is by itself. */
const noService = /^(?:complaint|contact|none|feedback|safety|claim|data|identity)\b/;

/** What each part of a complaint would be taken for if it were a message of its own. */
function parts(input: ActionInput): readonly (readonly Guess[])[] {
  const sentences = complaintWords(input)
    .split(/[.!?;,\n]+|\s(?:and|also|hefyd|oraz|też)\s/u)
    .filter((each) => each.trim().split(/\s+/).length >= fewestWords)
    .slice(0, mostSentences);
  return sentences.map((each) =>
    input.world.recogniser
      .recognise(each, input.state.language.tag)
      .filter(({ enquiry }) => !noService.test(enquiry) && !isSmallTalk(enquiry)),
  );
}

/** What the parts may be about, the surest first. */
export function mattersOf(input: ActionInput): readonly Guess[] {
  return parts(input)
    .flat()
    .sort((one, other) => other.confidence - one.confidence);
}

/**
 * Teams that deal with what the parts are about: of a part that may be one thing or another, by what both come to. That a part is a
 * complaint is known: what counts is which service it is rather than another.
 */
export function servicesOf(input: ActionInput): readonly string[] {
  const { landlord } = input.world;
  const teamOfGuess = ({ enquiry }: Guess) => teamOf(enquiry, landlord);
  const sure = parts(input).flatMap((guesses) => {
    const all = likelihood(guesses);
    if (all < leastOfService) return [];
    const teams = [...new Set(guesses.map(teamOfGuess))];
    return teams.filter((team) => likelihood(guesses.filter((each) => teamOfGuess(each) === team)) >= sureFrom * all);
  });
  return [...new Set(sure)];
}

function likelihood(guesses: readonly Guess[]): number {
  return guesses.reduce((sum, { confidence }) => sum + confidence, 0);
}

/** For the case: who looks into which part. Nothing where it is about one service, whose complaint the owner has. */
export function investigatorsOf(
  input: ActionInput,
  services: readonly string[],
  owner: string,
): Readonly<Record<string, string>> {
  const { managers } = input.world.landlord.complaints;
  const named = services.map((team) => managers[team] ?? teamName(input, team));
  return investigatorsNamed(named.length < 2 ? services.flatMap((team) => managers[team] ?? []) : named, owner);
}

/** One looks into it; of several each has a part, and one person coordinates. */
export function investigatorsNamed(named: readonly string[], coordinator: string): Readonly<Record<string, string>> {
  const [investigator] = named;
  if (investigator === undefined) return {};
  return named.length === 1 ? { investigator } : { investigators: named.join(', '), coordinator };
}
