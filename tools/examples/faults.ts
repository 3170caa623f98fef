// What is wrong with the examples as they are written, before anything is learned: said twice, said nearly twice, too few.

import type { Examples } from '../../src/content/training/enquiries.ts';
import { shaped, stemmed } from '../../src/turn/understanding/words.ts';
import { groupedBy, sameWords } from './cross-validate.ts';

interface Written {
  readonly text: string;
  readonly enquiry: string;
}

export interface Pair {
  readonly one: Written;
  readonly other: Written;
}

export interface Faults {
  /** The same words twice under one kind. */
  readonly duplicates: readonly Pair[];
  /** The same words under two kinds: whichever is tried, the other teaches it wrongly. */
  readonly leaks: readonly Pair[];
  /** Nearly the same words: under two kinds first. */
  readonly nearDuplicates: readonly Pair[];
}

/** Of the words of two texts together so many must be in both. */
const nearFrom = 0.8;
/** Texts of fewer words are near to each other by chance. */
const fewestWords = 3;

export function faultsOf({ labels, examples }: Examples): Faults {
  const written = examples.map(({ text, label }) => ({ text, enquiry: labels[label] ?? '' }));
  const same = [...groupedBy(written, ({ text }) => sameWords(text)).values()].flatMap(pairs);
  return {
    duplicates: same.filter(isWithin),
    leaks: same.filter((pair) => !isWithin(pair)),
    nearDuplicates: near(written).sort((one, other) => Number(isWithin(one)) - Number(isWithin(other))),
  };
}

export function isWithin({ one, other }: Pair): boolean {
  return one.enquiry === other.enquiry;
}

/** Each with the first. */
function pairs([one, ...others]: readonly Written[]): readonly Pair[] {
  return one === undefined ? [] : others.map((other) => ({ one, other }));
}

interface Bagged extends Written {
  readonly plain: string;
  /** Stems, the rarest first. */
  readonly stems: readonly string[];
}

/** Two texts that share so much share one of their rarest words: only those are held against each other. */
function near(written: readonly Written[]): Pair[] {
  const bags = bagged(written).filter(({ stems }) => stems.length >= fewestWords);
  const byStem = new Map<string, Bagged[]>();
  const found: Pair[] = [];
  for (const bag of bags) {
    const opening = bag.stems.slice(0, bag.stems.length - Math.ceil(nearFrom * bag.stems.length) + 1);
    const others = new Set(opening.flatMap((stem) => byStem.get(stem) ?? []));
    for (const other of others) {
      if (other.plain !== bag.plain && overlap(bag, other) >= nearFrom) found.push({ one: other, other: bag });
    }
    for (const stem of opening) byStem.set(stem, [...(byStem.get(stem) ?? []), bag]);
  }
  return found;
}

function bagged(written: readonly Written[]): readonly Bagged[] {
  const plain = written.map((each) => {
    const words = sameWords(each.text);
    return { ...each, plain: words, stems: [...new Set(words.split(' ').map((word) => stemmed(shaped(word))))] };
  });
  const counts = new Map<string, number>();
  for (const { stems } of plain) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarestFirst = (one: string, other: string) =>
    (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1);
  return plain.map((each) => ({ ...each, stems: each.stems.sort(rarestFirst) }));
}

function overlap(one: Bagged, other: Bagged): number {
  const shared = one.stems.filter((stem) => other.stems.includes(stem)).length;
  return shared / (one.stems.length + other.stems.length - shared);
}

export interface Thin {
  readonly language: string;
  readonly enquiry: string;
  readonly count: number;
}

/** Kinds that have fewer examples in a language than they should. */
export function thinSpots({ labels, examples }: Examples, least: Readonly<Record<string, number>>): readonly Thin[] {
  const counts = groupedBy(examples, ({ language, label }) => `${language} ${labels[label]}`);
  return Object.entries(least).flatMap(([language, enough]) =>
    labels
      .map((enquiry) => ({ language, enquiry, count: counts.get(`${language} ${enquiry}`)?.length ?? 0 }))
      .filter(({ count }) => count < enough)
      .sort((one, other) => one.count - other.count),
  );
}
