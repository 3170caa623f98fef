// Slips: a word that nobody else uses, one slip away from a word that we look for, is taken for it.

const shortest = 5;
const longest = 24;

export interface Vocabulary {
  /** All words of the examples, the commonest first. */
  readonly words: readonly string[];
  /** So many of them, from the first, are common enough to be what a slip was meant to be. */
  readonly common: number;
}

/** Mends any word: of two that it may have been meant to be, the commoner. */
export function menderFor({ words, common }: Vocabulary): (word: string) => string {
  return createMender(words.slice(0, common), new Set(words));
}

/**
 * @param wanted words that we look for
 * @param known words that tenants use and that are therefore no slips, however near they are ("floor" is no "flood")
 */
export function createMender(wanted: Iterable<string>, known: ReadonlySet<string>): (word: string) => string {
  const targets = new Set([...wanted].filter((word) => word.length >= shortest));
  const near = shortForms(targets);
  const isFine = (word: string): boolean =>
    word.length < shortest || word.length > longest || targets.has(word) || known.has(word);
  const meant = (word: string): string | undefined =>
    [word, ...shortened(word)]
      .map((form) => near.get(form) ?? (targets.has(form) ? form : undefined))
      .find((target) => target !== undefined && isOneSlip(word, target));
  return (word) => (isFine(word) ? word : (meant(word) ?? word));
}

function shortForms(targets: ReadonlySet<string>): ReadonlyMap<string, string> {
  const near = new Map<string, string>();
  for (const word of targets) {
    for (const short of shortened(word)) if (!near.has(short)) near.set(short, word);
  }
  return near;
}

/** The word with each of its letters left out; the first letter is seldom wrong and stays. */
function shortened(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

/** One letter dropped, added, changed, or swapped with the next. */
function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [rest, target] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === target ||
    rest === target.slice(1) ||
    rest.slice(1) === target.slice(1) ||
    (rest.slice(2) === target.slice(2) && rest[0] === target[1] && rest[1] === target[0])
  );
}
