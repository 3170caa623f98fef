// Which ways of being reached somebody refuses, wants, or allows again: "don't ring me and no letters, text only". Each part of the
// sentence is read by itself. What takes a way away only for a time ("not before 10"), or only if ("not without a text first"), refuses none.

import { clausesOf } from './clauses.ts';
import { readTimes } from './times.ts';
import { comparable, wordsHeld } from './words-held.ts';

/** In the order in which they are told. */
export const ways = ['telephone', 'sms', 'email', 'post', 'visit'] as const;
export type Way = (typeof ways)[number];

export interface WaysTold {
  readonly never: readonly Way[];
  readonly again: readonly Way[];
  /** The one that is wanted, where there is one. */
  readonly prefer?: Exclude<Way, 'visit'>;
}

type Listed = (list: string) => readonly string[];
type Told = 'never' | 'again' | 'only' | 'wanted' | 'unclear';

/** @param listed the words of a list in the language that is spoken */
export function waysTold(text: string, listed: Listed, now: Date): WaysTold {
  const found = clausesOf(text).flatMap((clause) => inClause(clause, listed, now));
  const of = (...told: readonly Told[]) =>
    ways.filter((way) => found.some((each) => each.way === way && told.includes(each.told)));
  const kept = of('again', 'only', 'wanted', 'unclear');
  const never = of('never').filter((way) => !kept.includes(way));
  const only = of('only');
  const [prefer, another] = only.length > 0 || never.length === 0 ? only : of('wanted');
  return {
    never,
    again: of('again'),
    ...(prefer !== undefined && prefer !== 'visit' && another === undefined && { prefer }),
  };
}

/** The ways that words name as an answer to the question which of them never to use. */
export function waysNamed(text: string, listed: Listed): readonly Way[] {
  const isPart = (clause: string) => wordsHeld(listed('way_only'), clause) === undefined;
  const named = clausesOf(text)
    .filter(isPart)
    .flatMap((clause) => placesIn(comparable(clause), listed));
  return ways.filter((way) => named.some((each) => each.way === way));
}

function inClause(clause: string, listed: Listed, now: Date): readonly { readonly way: Way; readonly told: Told }[] {
  const words = comparable(clause);
  const named = placesIn(words, listed);
  if (named.length === 0) return [];
  const only = wordsHeld(listed('way_only'), clause);
  // Welsh "dim ond" is "only", and "dim" alone is "no".
  const rest =
    only === undefined
      ? words
      : ` ${words} `.replace(` ${comparable(only)} `, ' '.repeat(comparable(only).length + 2)).slice(1);
  const not = first(listed('way_not'), rest);
  if (not === undefined) {
    const again = wordsHeld(listed('way_again'), clause) !== undefined;
    return named.map(({ way }) => ({ way, told: again ? 'again' : only === undefined ? 'wanted' : 'only' }));
  }
  if (only !== undefined || readTimes(clause, now) !== undefined) return [];
  // "Email me not post": which of the two is meant by the "not" differs by language.
  const isBothSides = named.some(({ at }) => at < not) && named.some(({ at }) => at > not);
  const isIf = (way: Way) => way !== 'visit' && hasCondition(rest, not, listed);
  return named.filter(({ way }) => !isIf(way)).map(({ way }) => ({ way, told: isBothSides ? 'unclear' : 'never' }));
}

/** "Without a text first", "unless it is urgent": besides the word that says "no", which may be the same one. */
function hasCondition(rest: string, not: number, listed: Listed): boolean {
  const [said = ''] = rest.slice(not).trim().split(' ');
  const others = rest.slice(0, not) + rest.slice(not).replace(said, '');
  return wordsHeld(listed('calls_if'), others) !== undefined;
}

/** Longer names are taken out first: "electronic mail" is no post. */
const reading: readonly Way[] = ['email', 'sms', 'post', 'telephone', 'visit'];

function placesIn(words: string, listed: Listed): readonly { readonly way: Way; readonly at: number }[] {
  let line = ` ${words}`;
  const found: { way: Way; at: number }[] = [];
  for (const way of reading) {
    const entries = [...listed(`way_${way}`)].map(comparable).sort((one, other) => other.length - one.length);
    for (const entry of entries) {
      const at = line.indexOf(` ${entry}`);
      if (at < 0) continue;
      found.push({ way, at });
      line = `${line.slice(0, at + 1)}${'_'.repeat(entry.length)}${line.slice(at + 1 + entry.length)}`;
    }
  }
  return found;
}

/** Where the first of some whole words stands. */
function first(list: readonly string[], words: string): number | undefined {
  const line = ` ${words} `;
  const places = list.map((entry) => line.indexOf(` ${comparable(entry)} `)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : Math.min(...places);
}
