// Learns to name enquiries from the examples beside the dialogs.

import type { Concepts } from '../../turn/understanding/concepts.ts';
import { Bag, copyOf, featureSpace, features, type Reading } from '../../turn/understanding/features.ts';
import { menderFor, type Vocabulary } from '../../turn/understanding/misspelling.ts';
import type { NeuralModel } from '../../turn/understanding/neural-model.ts';
import { wordsOf } from '../../turn/understanding/words.ts';
import type { Example } from './learn.ts';
import { learnNeural } from './learn-neural.ts';
import { withSlips, wrapped } from './noise.ts';
import { createRandom } from './random.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Examples {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
}

/** Settings were chosen by cross-validation on the examples; the temperature too, so that confidences are as often right as they say. */
const settings = {
  /** Each text is seen as it is, and in so many noisy forms. */
  noisyForms: 2,
  /** Whether noisy forms have greetings and thanks around them, as messages to a landlord do. */
  greets: true,
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

export interface EnquiryModel {
  readonly model: NeuralModel;
  readonly vocabulary: Vocabulary;
}

/** The same texts and seed always give the same model. */
export function learnEnquiries(
  { labels, examples }: Examples,
  how: { readonly concepts: Concepts; readonly seed: number; readonly settings?: Partial<Settings> },
): EnquiryModel {
  const { noisyForms, greets, ...learning } = { ...settings, ...how.settings };
  const random = createRandom(how.seed);
  const bag = new Bag(featureSpace);
  const vocabulary = vocabularyOf(examples);
  const plain: Reading = { concepts: how.concepts, mend: menderFor(vocabulary) };
  const idf = rarity(examples, bag, plain);
  const look = (text: string) => copyOf(features(bag, wordsOf(text), { ...plain, idf }));
  const seen = examples.map(({ text, label, language }) => {
    const noisyForm = () => withSlips(text, random);
    const noisy = Array.from({ length: noisyForms }, () =>
      look(greets ? wrapped(noisyForm(), language, random) : noisyForm()),
    );
    return { label, variants: [look(text), ...noisy] };
  });
  const model = learnNeural({ ...learning, labels, seen, idf, seed: how.seed });
  return { model, vocabulary };
}

function rarity(examples: readonly Example[], bag: Bag, reading: Reading): Float32Array {
  const holding = new Float32Array(featureSpace);
  for (const { text } of examples) {
    const { ids, size } = features(bag, wordsOf(text), reading);
    for (let at = 0; at < size; at++) holding[ids[at] as number] = (holding[ids[at] as number] as number) + 1;
  }
  return holding.map((count) => Math.log((1 + examples.length) / (1 + count)) + 1);
}
