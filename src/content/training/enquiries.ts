// Learns to name enquiries from the examples beside the dialogs, and how far its confidences may be trusted.

import type { Concepts } from '../../turn/understanding/concepts.ts';
import { Bag, features } from '../../turn/understanding/features.ts';
import { type LinearModel, score } from '../../turn/understanding/linear-model.ts';
import { type Example, type Learning, learn } from './learn.ts';
import { withSlips, wrapped } from './noise.ts';
import { createRandom, shuffled } from './random.ts';

export interface Examples {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
}

/** One in so many is kept aside to measure the temperature; then all are learned from. */
const asideOneIn = 8;

export function learnEnquiries({ labels, examples }: Examples, concepts: Concepts, seed: number): LinearModel {
  const mixed = shuffled(examples, createRandom(seed));
  const aside = mixed.filter((_, at) => at % asideOneIn === 0);
  const rest = mixed.filter((_, at) => at % asideOneIn !== 0);
  const trial = learn(howToLearn({ labels, examples: rest }, concepts, seed));
  const temperature = bestTemperature(trial, aside, concepts);
  return { ...learn(howToLearn({ labels, examples }, concepts, seed)), temperature };
}

/** Settings were chosen on examples kept aside, five ways (see `tools/train.ts --folds`). */
export function howToLearn({ labels, examples }: Examples, concepts: Concepts, seed: number): Learning {
  const bag = new Bag();
  return {
    labels,
    examples,
    seed,
    epochs: 14,
    rate: 0.5,
    dropout: 0.4,
    smoothing: 0.02,
    balance: 0.3,
    vary: (example, random) => wrapped(withSlips(example.text, random), example.language, random),
    extract: (text, idf) => features(bag, text, idf === undefined ? { concepts } : { concepts, idf }),
  };
}

function bestTemperature(model: LinearModel, aside: readonly Example[], concepts: Concepts): number {
  const bag = new Bag();
  const scored = aside.map(({ text, label }) => {
    const scores = new Float32Array(model.labels.length);
    return { label, scores: score(model, features(bag, text, { concepts, idf: model.idf }), scores) };
  });
  let best = { temperature: 1, loss: Number.POSITIVE_INFINITY };
  for (let temperature = 0.4; temperature < 4; temperature += 0.05) {
    const loss = scored.reduce((sum, { label, scores }) => sum + surprise(scores, label, temperature), 0);
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

/** Minus the logarithm of the confidence given to what was right. */
function surprise(scores: Float32Array, label: number, temperature: number): number {
  const most = Math.max(...scores) / temperature;
  let sum = 0;
  for (const each of scores) sum += Math.exp(each / temperature - most);
  return Math.log(sum) + most - (scores[label] ?? 0) / temperature;
}
