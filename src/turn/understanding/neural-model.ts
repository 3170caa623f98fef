// A small neural model over hashed features: one hidden layer, eight-bit weights. Learned in `content/training`.

import type { Features } from './features.ts';

export interface NeuralModel {
  readonly labels: readonly string[];
  /** Rarity of each feature place. */
  readonly idf: Float32Array;
  /** The row of each feature place; -1 for one that no example had. */
  readonly rows: Int32Array;
  /** Row by row: what a feature adds to each hidden unit, in steps of the row's scale. */
  readonly inner: Int8Array;
  readonly innerScales: Float32Array;
  readonly innerBias: Float32Array;
  /** Unit by unit: what a hidden unit adds to the score of each label. */
  readonly outer: Float32Array;
  readonly outerBias: Float32Array;
  /** The label of each example, by `whole` of its features. */
  readonly taught: ReadonlyMap<number, number>;
  /** Scores are divided by it, so that confidences are as often right as they say. */
  readonly temperature: number;
}

/** Room to count in, used again for every message. */
export interface Scratch {
  readonly hidden: Float32Array;
  readonly scores: Float32Array;
}

export function scratchFor(model: Pick<NeuralModel, 'innerBias' | 'labels'>): Scratch {
  return { hidden: new Float32Array(model.innerBias.length), scores: new Float32Array(model.labels.length) };
}

/**
 * What being one of the examples adds to the score of its label. A model learns what examples have in common and may be in doubt
 * about one of them; who wrote it there expects that it is understood.
 */
const taughtAdds = 3;

/** Scores of all labels before softmax, in the scratch. */
export function scoreNeural(model: NeuralModel, features: Features, scratch: Scratch): Float32Array {
  excite(model, features, scratch.hidden);
  const scores = outward(model, scratch);
  const label = model.taught.get(features.whole);
  if (label !== undefined) scores[label] = (scores[label] as number) + taughtAdds;
  return scores;
}

function excite(model: NeuralModel, { ids, values, size }: Features, hidden: Float32Array): void {
  const units = hidden.length;
  hidden.set(model.innerBias);
  for (let at = 0; at < size; at++) {
    const row = model.rows[ids[at] as number] as number;
    if (row < 0) continue;
    const value = (values[at] as number) * (model.innerScales[row] as number);
    const start = row * units;
    for (let unit = 0; unit < units; unit++) {
      hidden[unit] = (hidden[unit] as number) + value * (model.inner[start + unit] as number);
    }
  }
}

function outward({ outer, outerBias, temperature }: NeuralModel, { hidden, scores }: Scratch): Float32Array {
  const count = scores.length;
  scores.set(outerBias);
  for (let unit = 0; unit < hidden.length; unit++) {
    const value = hidden[unit] as number;
    if (value <= 0) continue;
    const start = unit * count;
    for (let label = 0; label < count; label++) {
      scores[label] = (scores[label] as number) + value * (outer[start + label] as number);
    }
  }
  for (let label = 0; label < count; label++) scores[label] = (scores[label] as number) / temperature;
  return scores;
}
