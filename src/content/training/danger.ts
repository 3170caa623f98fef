// Learns danger apart from all else: every urgent example against every other, those that only sound like danger counted twice. The
// recogniser learns 73 kinds and finds danger on the way; the two see different things, and together more than each.

import type { Concepts } from '../../turn/understanding/concepts.ts';
import { Bag, copyOf, type Features, featureSpace, features, type Reading } from '../../turn/understanding/features.ts';
import type { LinearModel } from '../../turn/understanding/linear-model.ts';
import { menderFor } from '../../turn/understanding/misspelling.ts';
import { wordsOf } from '../../turn/understanding/words.ts';
import type { Examples } from './enquiries.ts';
import { type Example, learn } from './learn.ts';
import { withSlips, wrapped } from './noise.ts';
import { createRandom } from './random.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The first is danger, the second is none. */
const labels = ['danger', 'none'] as const;

interface HowToLearn {
  readonly concepts: Concepts;
  readonly seed: number;
  /** The kinds that are dangers. */
  readonly urgent: readonly string[];
}

/** The same texts and seed always give the same model. */
export function learnDanger(enquiries: Examples, { concepts, seed, urgent }: HowToLearn): LinearModel {
  const isUrgent = enquiries.labels.map((kind) => urgent.includes(kind));
  const examples = enquiries.examples
    .flatMap((example) => (example.isLookalike ? [example, example] : [example]))
    .map((example) => ({ ...example, label: isUrgent[example.label] ? 0 : 1 }));
  return learn({
    labels,
    examples,
    space: featureSpace,
    seed,
    epochs: 5,
    rate: 0.5,
    dropout: 0.3,
    smoothing: 0.04,
    balance: 0,
    vary: createNoise(examples, seed),
    extract: createExtract({ concepts, mend: menderFor(vocabularyOf(enquiries.examples)) }),
  });
}

/** Each text as it is or in one noisy form. */
function createNoise(examples: readonly Example[], seed: number): (example: Example) => string {
  const random = createRandom(seed);
  const noisy = new Map(
    examples.map(({ text, language }) => [text, wrapped(withSlips(text, random), language, random)]),
  );
  return ({ text }) => (random.next() < 0.5 ? text : (noisy.get(text) ?? text));
}

/** A text is seen some times and read once. */
function createExtract(reading: Reading): (text: string, idf?: Float32Array) => Features {
  const bag = new Bag(featureSpace);
  const known = new Map<string, Features>();
  return (text, idf) => {
    if (idf === undefined) return features(bag, wordsOf(text), reading);
    const { ids, values, size, whole } = known.get(text) ?? copyOf(features(bag, wordsOf(text), { ...reading, idf }));
    known.set(text, { ids, values, size, whole });
    // Learning leaves some out, in place.
    return { ids, values: values.slice(), size, whole };
  };
}
