// Complaints of the same person about the same: linked, told to who deals with it, and never a reason to refuse. Which are the same is
// told by their words alone, and in doubt two are linked: a person looks.

import type { Case } from '../../model/case.ts';
import { addDays, localTime } from '../../model/london-time.ts';
import { plainWords } from '../../model/plain-words.ts';
import { folded } from '../../model/said/plain.ts';
import type { ActionInput } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import type { World } from '../world.ts';
import { receivedOn, told } from './filing.ts';
import { personOf } from './whose.ts';

interface Earlier {
  readonly reference: string;
  /** RFC 3339. */
  readonly at: string;
  readonly words: string;
  /** Opened in this conversation, where its reference was told. */
  readonly isHere: boolean;
}

export interface Repeats {
  /** About the same, the latest first. */
  readonly same: readonly string[];
  /** Of the same person, open, about something else. */
  readonly others: readonly string[];
  /** The one that the tenant may be told of. */
  readonly told?: string;
  /** The very same, sent minutes ago: no second one comes of it. */
  readonly again?: string;
}

/** @param words what is complained about now */
export async function repeatsOf(input: ActionInput, words: string): Promise<Repeats> {
  const here = loggedHere(input);
  const onFile = (await complaintsOnFile(input)).filter(
    (each) => !here.some((one) => one.reference === each.reference),
  );
  const earlier = [...here, ...onFile].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const same = earlier.filter((each) => isSameMatter(input, each.words, words));
  // A number is no proof: on a phone that is shared nobody hears that somebody else has complained.
  const known = same.filter((each) => each.isHere || input.state.proof !== undefined);
  const again = known.find((each) => isAgain(input, each, words));
  const [shown] = known;
  return {
    same: same.flatMap(({ reference }) => (reference === again?.reference ? [] : [reference])),
    others: earlier.filter((each) => !same.includes(each)).map(({ reference }) => reference),
    ...(shown !== undefined && { told: shown.reference }),
    ...(again !== undefined && { again: again.reference }),
  };
}

/** So soon, nobody has done anything about it: it is one complaint, sent again. */
const justNowMs = 10 * 60_000;

/** Not when there is more to it now, nor for somebody else. */
function isAgain(input: ActionInput, { at, words: before }: Earlier, words: string): boolean {
  const since = input.received.receivedAt.getTime() - Date.parse(at);
  const isNew = told(input, 'unsafe_what') !== undefined || told(input, 'for_whom') === 'other';
  const isSameDay = localTime(new Date(at)).date === receivedOn(input);
  return !isNew && isSameDay && since >= 0 && since < justNowMs && isSameText(before, words);
}

/** What is kept in the conversation is cut short. */
function isSameText(before: string, words: string): boolean {
  return (
    plainWords(words.slice(0, before.length)) === plainWords(before) && before.length >= Math.min(words.length, 300)
  );
}

function loggedHere(input: ActionInput): readonly Earlier[] {
  const since = Date.parse(earliest(input));
  return (input.state.logged ?? []).flatMap(({ kind, reference, at, about }) =>
    kind === 'complaint' && Date.parse(at) >= since ? [{ reference, at, words: about, isHere: true }] : [],
  );
}

/** None while the housing system is away: then nothing is linked, and the complaint is taken as ever. */
async function complaintsOnFile(input: ActionInput): Promise<readonly Earlier[]> {
  const { person } = personOf(input);
  if (person === undefined) return [];
  const answer = await input.world.housing.casesOf(person, 'complaint');
  if (answer.is === 'away') return [];
  return answer.value
    .filter((each) => isOpen(each) || each.receivedAt.slice(0, 10) >= earliest(input))
    .map(({ reference, receivedAt, words }) => ({ reference, at: receivedAt, words, isHere: false }));
}

const isOpen = ({ status }: Case): boolean => status !== 'closed';

function earliest(input: ActionInput): string {
  return addDays(receivedOn(input), -input.world.landlord.complaints.repeatWithinDays);
}

/** So much of the shorter one must be in the other. */
const sharedFrom = 1 / 3;
const fewestShared = 2;
const fewestLetters = 4;
const lettersCompared = 5;

function isSameMatter(input: ActionInput, one: string, other: string): boolean {
  if (plainWords(one) === plainWords(other)) return true;
  const trades = [one, other].map((text) => input.world.details.find('trade', text, input.moment.now));
  if (trades[0] !== undefined && trades[0] === trades[1]) return true;
  const [mine, theirs] = [one, other].map((text) => matterWords(input.world, text)) as [Set<string>, Set<string>];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared >= fewestShared && shared / Math.min(mine.size, theirs.size) >= sharedFrom;
}

/** What a complaint is about, without the words that stand in every one; only how each begins, as its end changes with the sentence. */
function matterWords(world: World, text: string): Set<string> {
  const common = inAnyLanguage(world)('complaint_common').map(folded);
  const words = folded(plainWords(text)).split(' ');
  return new Set(
    words
      .filter((word) => word.length >= fewestLetters && !common.includes(word))
      .map((word) => word.slice(0, lettersCompared)),
  );
}
