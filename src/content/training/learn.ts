// Learns a linear model: multinomial logistic regression by AdaGrad, one example at a time, with features dropped at random.

import type { Features } from '../../turn/understanding/features.ts';
import type { LinearModel } from '../../turn/understanding/linear-model.ts';
import { createRandom, type Random, shuffled } from './random.ts';

export interface Example {
  readonly text: string;
  readonly label: number;
  readonly language: string;
  /** Only sounds like danger. */
  readonly isLookalike?: boolean;
}

export interface Learning {
  readonly labels: readonly string[];
  readonly examples: readonly Example[];
  /** Places that features are hashed to. */
  readonly space: number;
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of features left out each time an example is seen. */
  readonly dropout: number;
  /** Share of certainty given to all other labels. */
  readonly smoothing: number;
  /** Weight of each example by its label, so that a label with many examples does not drown one with few. */
  readonly balance: number;
  /** The example as it is seen this time: with slips, wrapped, cut. */
  vary(example: Example, random: Random): string;
  extract(text: string, idf?: Float32Array): Features;
}

interface Weights {
  readonly rows: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
}

export function learn(learning: Learning): LinearModel {
  const random = createRandom(learning.seed);
  const idf = rarity(learning);
  const count = learning.labels.length;
  const weights: Weights = {
    rows: new Float32Array(learning.space * count),
    squares: new Float32Array(learning.space),
    bias: new Float32Array(count),
  };
  const importance = importances(learning);
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    const rate = learning.rate * (1 - epoch / (learning.epochs + 1));
    for (const example of shuffled(learning.examples, random)) {
      const seen = dropped(learning.extract(learning.vary(example, random), idf), learning.dropout, random);
      const gradient = slope({ weights, seen, label: example.label, smoothing: learning.smoothing });
      step({ weights, seen, gradient, rate, importance: importance[example.label] ?? 1 });
    }
  }
  return { labels: learning.labels, idf, temperature: 1, ...quantised(weights, count) };
}

function rarity(learning: Learning): Float32Array {
  const documents = new Float32Array(learning.space);
  for (const example of learning.examples) {
    const seen = learning.extract(example.text);
    for (let at = 0; at < seen.size; at++) {
      const id = seen.ids[at] as number;
      documents[id] = (documents[id] as number) + 1;
    }
  }
  const total = learning.examples.length;
  return documents.map((with_) => Math.log((1 + total) / (1 + with_)) + 1);
}

function importances(learning: Learning): number[] {
  const counts = new Array<number>(learning.labels.length).fill(0);
  for (const { label } of learning.examples) counts[label] = (counts[label] ?? 0) + 1;
  const average = learning.examples.length / learning.labels.length;
  return counts.map((count) => (count === 0 ? 1 : (average / count) ** learning.balance));
}

/** Leaves features out and scales the rest up, in place. */
function dropped(features: Features, share: number, random: Random): Features {
  const keep = 1 / (1 - share);
  for (let at = 0; at < features.size; at++) {
    features.values[at] = random.next() < share ? 0 : (features.values[at] as number) * keep;
  }
  return features;
}

interface Seen {
  readonly weights: Weights;
  readonly seen: Features;
  readonly label: number;
  readonly smoothing: number;
}

/** Probability minus target for each label. */
function slope({ weights, seen, label, smoothing }: Seen): Float32Array {
  const count = weights.bias.length;
  const scores = Float32Array.from(weights.bias);
  for (let at = 0; at < seen.size; at++) {
    const value = seen.values[at] as number;
    if (value === 0) continue;
    const row = (seen.ids[at] as number) * count;
    for (let each = 0; each < count; each++) {
      scores[each] = (scores[each] as number) + value * (weights.rows[row + each] as number);
    }
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const each of scores) most = Math.max(most, each);
  let sum = 0;
  for (let each = 0; each < count; each++) {
    scores[each] = Math.exp((scores[each] as number) - most);
    sum += scores[each] as number;
  }
  for (let each = 0; each < count; each++) scores[each] = (scores[each] as number) / sum - smoothing / count;
  scores[label] = (scores[label] as number) - (1 - smoothing);
  return scores;
}

interface Step {
  readonly weights: Weights;
  readonly seen: Features;
  readonly gradient: Float32Array;
  readonly rate: number;
  readonly importance: number;
}

/** AdaGrad with one memory per feature place: enough, and a seventieth of the room. */
function step({ weights, seen, gradient, rate, importance }: Step): void {
  const count = gradient.length;
  let squared = 0;
  for (const each of gradient) squared += each * each;
  for (let at = 0; at < seen.size; at++) {
    const value = (seen.values[at] as number) * importance;
    if (value === 0) continue;
    const id = seen.ids[at] as number;
    const memory = (weights.squares[id] as number) + value * value * squared;
    weights.squares[id] = memory;
    const move = (rate * value) / Math.sqrt(memory + 1e-3);
    const row = id * count;
    for (let each = 0; each < count; each++) {
      weights.rows[row + each] = (weights.rows[row + each] as number) - move * (gradient[each] as number);
    }
  }
  for (let each = 0; each < count; each++) {
    weights.bias[each] = (weights.bias[each] as number) - 0.002 * rate * (gradient[each] as number);
  }
}

/** Eight bits a weight, one scale a label: no loss that can be measured, a quarter of the room. */
function quantised(weights: Weights, count: number): Pick<LinearModel, 'weights' | 'scales' | 'bias'> {
  const scales = new Float32Array(count);
  for (let at = 0; at < weights.rows.length; at++) {
    const label = at % count;
    scales[label] = Math.max(scales[label] as number, Math.abs(weights.rows[at] as number));
  }
  for (let label = 0; label < count; label++) scales[label] = Math.max(scales[label] as number, 1e-6) / 127;
  const rows = new Int8Array(weights.rows.length);
  for (let at = 0; at < rows.length; at++) {
    rows[at] = Math.round((weights.rows[at] as number) / (scales[at % count] as number));
  }
  return { weights: rows, scales, bias: weights.bias };
}
