// A linear model over hashed features, with eight-bit weights, and how it scores. Learned in `content/training`.

import type { Features } from './features.ts';

export interface LinearModel {
  readonly labels: readonly string[];
  /** Rarity of each feature place. */
  readonly idf: Float32Array;
  /** Row by row: the weights of one place for every label. */
  readonly weights: Int8Array;
  /** What one step of a label's weights is worth. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** Scores are divided by it, so that confidences are as often right as they say. */
  readonly temperature: number;
}

/** Scores of all labels before softmax, written into `into`. */
export function score(model: LinearModel, features: Features, into: Float32Array): Float32Array {
  const count = model.labels.length;
  into.fill(0);
  for (let at = 0; at < features.size; at++) {
    const value = features.values[at] as number;
    const row = (features.ids[at] as number) * count;
    for (let label = 0; label < count; label++) {
      into[label] = (into[label] as number) + value * (model.weights[row + label] as number);
    }
  }
  for (let label = 0; label < count; label++) {
    into[label] =
      ((into[label] as number) * (model.scales[label] as number) + (model.bias[label] as number)) / model.temperature;
  }
  return into;
}

/** Turns scores into confidences that add up to one, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const each of scores) most = Math.max(most, each);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const value = Math.exp((scores[at] as number) - most);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}
