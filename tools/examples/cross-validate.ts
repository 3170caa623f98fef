// What the examples are taken for by a recogniser that has not seen them: each is tried once, by one that learned from the others.

import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Sources } from '../../src/content/training/sources.ts';
import { plainWords } from '../../src/model/plain-words.ts';
import type { Fold, Taken, TakenFor } from './fold.ts';

export interface Tried {
  readonly text: string;
  readonly language: string;
  readonly wanted: string;
  readonly taken: string;
  /** Danger was raised, or at least told the number for. */
  readonly isRaised: boolean;
  readonly isTold: boolean;
  /** Only sounds like danger. */
  readonly isLookalike: boolean;
}

export async function crossValidate(
  { enquiries, concepts, danger }: Pick<Sources, 'enquiries' | 'concepts' | 'danger'>,
  count: number,
): Promise<readonly Tried[]> {
  const folds = enquiries.examples.map(({ text }) => foldOf(text, count));
  const taken = new Map<number, TakenFor>();
  const left = Array.from({ length: count }, (_, fold) => fold);
  const work = async () => {
    for (let fold = left.shift(); fold !== undefined; fold = left.shift()) {
      for (const each of await tryFold({ enquiries, concepts, danger, folds, fold })) taken.set(each.at, each);
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, work));
  return enquiries.examples.map(({ text, language, label, isLookalike = false }, at) => {
    const { enquiry = '', isRaised = false, isTold = false } = taken.get(at) ?? {};
    return { text, language, wanted: enquiries.labels[label] ?? '', taken: enquiry, isRaised, isTold, isLookalike };
  });
}

/**
 * By the words themselves: the same text is tried in the same fold whatever else is added or taken away, so that two sets of examples
 * can be compared, and a text that stands there twice never helps to recognise itself.
 */
function foldOf(text: string, count: number): number {
  return createHash('sha256').update(sameWords(text)).digest().readUInt32BE(0) % count;
}

/** Equal for texts that say the same; signs alone are compared as they are. */
export function sameWords(text: string): string {
  return plainWords(text) || text;
}

function tryFold(fold: Fold): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fold.ts', import.meta.url), { workerData: fold });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A fold ended with ${code} and said nothing`)));
  });
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

export function shareOf(tried: readonly Tried[]): Share {
  return { right: tried.filter(({ taken, wanted }) => taken === wanted).length, of: tried.length };
}

/** 93.5 % */
export function percent({ right, of }: Share): string {
  return of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`;
}

export function groupedBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? [];
    group.push(item);
    groups.set(key(item), group);
  }
  return groups;
}
