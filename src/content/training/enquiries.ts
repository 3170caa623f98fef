// Learns to name enquiries from the examples beside the dialogs.

import type { Concepts } from '../../turn/understanding/concepts.ts';
import { Bag, copyOf, featureSpace, features } from '../../turn/understanding/features.ts';
import type { NeuralModel } from '../../turn/understanding/neural-model.ts';
import { wordsOf } from '../../turn/understanding/words.ts';
import type { Example } from './learn.ts';
import { learnNeural } from './learn-neural.ts';
import { withSlips, wrapped } from './noise.ts';
import { createRandom } from './random.ts';

export interface Examples {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
}

/** Each text is seen as it is, and in so many noisy forms. */
const noisyForms = 2;

/** Settings were chosen by cross-validation on the examples; the temperature too, so that confidences are as often right as they say. */
const settings = {
  units: 128,
  epochs: 12,
  innerRate: 0.5,
  outerRate: 0.2,
  featureDropout: 0.5,
  unitDropout: 0.4,
  smoothing: 0.05,
  balance: 0.3,
  temperature: 0.65,
};

export type Settings = typeof settings;

/** The same texts and seed always give the same model. */
export function learnEnquiries(
  { labels, examples }: Examples,
  how: { readonly concepts: Concepts; readonly seed: number; readonly settings?: Partial<Settings> },
): NeuralModel {
  const random = createRandom(how.seed);
  const bag = new Bag(featureSpace);
  const idf = rarity(examples, bag, how.concepts);
  const look = (text: string) => copyOf(features(bag, wordsOf(text), { concepts: how.concepts, idf }));
  const seen = examples.map(({ text, label, language }) => {
    const noisy = Array.from({ length: noisyForms }, () => look(wrapped(withSlips(text, random), language, random)));
    return { label, variants: [look(text), ...noisy] };
  });
  return learnNeural({ ...settings, ...how.settings, labels, seen, idf, seed: how.seed });
}

function rarity(examples: readonly Example[], bag: Bag, concepts: Concepts): Float32Array {
  const holding = new Float32Array(featureSpace);
  for (const { text } of examples) {
    const { ids, size } = features(bag, wordsOf(text), { concepts });
    for (let at = 0; at < size; at++) holding[ids[at] as number] = (holding[ids[at] as number] as number) + 1;
  }
  return holding.map((count) => Math.log((1 + examples.length) / (1 + count)) + 1);
}
