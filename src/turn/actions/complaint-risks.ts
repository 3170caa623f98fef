// Why a complaint goes straight to the director: by what was said or is on file, nothing is guessed, and in doubt it goes up. A need,
// an age or any other characteristic on the profile is no risk by itself: it weighs only beside something that is not safe.

import type { ActionInput } from '../action.ts';
import { allTold, complaintWords } from './complaint-words.ts';
import { isYes, needsOf, told } from './filing.ts';
import { wordsBegun } from './words-found.ts';

interface Besides {
  /** The kind of hazard, where one was told of. */
  readonly hazard: string | undefined;
  /** Earlier complaints about the same. */
  readonly repeats: number;
  /** Services that it is about. */
  readonly services: number;
}

export function riskReasons(input: ActionInput, besides: Besides): readonly string[] {
  return [
    ...unsafe(input, besides),
    ...many(input),
    ...vulnerable(input, besides),
    ...unlawful(input),
    ...complex(input, besides),
  ];
}

function unsafe(input: ActionInput, { hazard }: Besides): readonly string[] {
  const danger = input.world.danger.find(allTold(input)).find((each) => each.startsWith('emergency.'));
  return [
    ...(hazard === undefined ? [] : ['told us that something in the home may be unsafe']),
    ...(danger === undefined ? [] : [`told us of a danger: ${danger.replace('emergency.', '').replaceAll('_', ' ')}`]),
    ...shown(input, 'risk_safety', 'health or safety may be at stake'),
  ];
}

function many(input: ActionInput): readonly string[] {
  return shown(input, 'risk_many', 'many people may be affected');
}

function vulnerable(input: ActionInput, { hazard }: Besides): readonly string[] {
  const isUnsafe = hazard !== undefined;
  const isTold = isYes(input, 'vulnerable') || isVulnerableTold(input);
  const said = shown(input, 'risk_vulnerable', 'somebody may be particularly vulnerable');
  return [
    ...said,
    ...(isTold && said.length === 0 ? ['somebody may be particularly vulnerable, by what was told'] : []),
    ...flagged(input),
    ...(isUnsafe && needsOf(input).length > 0 ? ['a particular need is on the profile or was told'] : []),
    ...(isUnsafe && (input.person?.household?.childrenUnder5 ?? 0) > 0 ? ['a child under five lives there'] : []),
  ];
}

/** A reader looks at the start of a text only. */
const lettersRead = 2000;

function isVulnerableTold(input: ActionInput): boolean {
  const { world, moment } = input;
  const text = allTold(input);
  const parts = Array.from({ length: Math.ceil(text.length / lettersRead) }, (_, at) =>
    text.slice(at * lettersRead, (at + 1) * lettersRead),
  );
  return parts.some((part) => world.details.find('vulnerable', part, moment.now) === 'yes');
}

/** Flagged by staff, for whom the landlord has names of its own. */
function flagged({ person, world }: ActionInput): readonly string[] {
  const flags = world.landlord.complaints.vulnerableFlags;
  return (person?.needs ?? []).some(({ kind }) => flags.includes(kind))
    ? ['flagged as particularly vulnerable on the profile']
    : [];
}

function unlawful(input: ActionInput): readonly string[] {
  return shown(input, 'risk_law', 'a breach of law may be told of');
}

/** Longer than this is a history that somebody has to read in full. */
const longFromWords = 1000;
const manyRepeats = 2;
const manyServices = 3;

function complex(input: ActionInput, { repeats, services }: Besides): readonly string[] {
  const isLong = complaintWords(input).split(/\s+/).length >= longFromWords;
  return [
    ...shown(input, 'risk_complex', 'it may be very complex'),
    ...(told(input, 'outside') === 'court' ? ['it may be very complex: a court deals with the matter'] : []),
    ...(repeats >= manyRepeats ? [`it may be very complex: ${repeats} earlier complaints about the same`] : []),
    ...(services >= manyServices ? [`it may be very complex: it is about ${services} services`] : []),
    ...(isLong ? ['it may be very complex: the account is very long'] : []),
  ];
}

/** The reason with the words that show it. */
function shown(input: ActionInput, list: string, reason: string): readonly string[] {
  const found = wordsBegun(input.world, list, allTold(input));
  return found === undefined ? [] : [`${reason}: “${found}”`];
}
