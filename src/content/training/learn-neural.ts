// Learns a model with one hidden layer: stochastic descent, one example at a time, with a step for each feature that shrinks with
// what it has learned (AdaGrad), features and hidden units dropped at random, and labels that are never wholly certain.

import type { Features } from '../../turn/understanding/features.ts';
import type { NeuralModel } from '../../turn/understanding/neural-model.ts';
import { createRandom, type Random, shuffled } from './random.ts';

/** One example in its variants, as features: the first is the text itself. */
export interface Seen {
  readonly label: number;
  readonly variants: readonly Features[];
}

export interface NeuralLearning {
  readonly labels: readonly string[];
  readonly seen: readonly Seen[];
  readonly idf: Float32Array;
  readonly seed: number;
  readonly units: number;
  readonly epochs: number;
  readonly innerRate: number;
  readonly outerRate: number;
  /** Shares left out each time an example is seen. */
  readonly featureDropout: number;
  readonly unitDropout: number;
  /** Share of certainty given to all labels alike. */
  readonly smoothing: number;
  /** How far a label with few examples is weighed up: 0 not at all, 1 to the same as all others. */
  readonly balance: number;
  readonly temperature: number;
}

interface Net {
  readonly units: number;
  readonly count: number;
  readonly inner: Float32Array;
  readonly innerSquares: Float32Array;
  readonly innerBias: Float32Array;
  readonly outer: Float32Array;
  readonly outerSquares: Float32Array;
  readonly outerBias: Float32Array;
}

/** What one example leaves while it is learned from. */
interface Pass {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  size: number;
  readonly hidden: Float32Array;
  readonly kept: Float32Array;
  readonly scores: Float32Array;
  readonly back: Float32Array;
}

const mostFeatures = 40_000;
const biasRate = 0.002;

/** The same examples and seed always give the same model. */
export function learnNeural(learning: NeuralLearning): NeuralModel {
  const random = createRandom(learning.seed);
  const rows = rowsOf(learning);
  const net = newNet(learning, countRows(rows), random);
  const pass = newPass(net);
  const weights = labelWeights(learning);
  for (let epoch = 0; epoch < learning.epochs; epoch++) {
    const slower = 1 - epoch / (learning.epochs + 0.5);
    const rates = { inner: learning.innerRate * slower, outer: learning.outerRate * slower };
    for (const { label, variants } of shuffled(learning.seen, random)) {
      const features = variants[random.below(variants.length)];
      if (features === undefined) continue;
      take(pass, features, { rows, dropout: learning.featureDropout, random });
      drop(pass, learning.unitDropout, random);
      forward(net, pass);
      const target = { label, smoothing: learning.smoothing, weight: weights[label] ?? 1 };
      const outerSlope = slopes(pass, target);
      const innerSlope = stepOuter(net, pass, { rate: rates.outer, slope: outerSlope });
      stepInner(net, pass, { rate: rates.inner, slope: innerSlope });
    }
  }
  return { ...finished(learning, rows, net), taught: taughtBy(learning) };
}

/** What stands under two labels teaches neither. */
function taughtBy({ seen }: NeuralLearning): ReadonlyMap<number, number> {
  const taught = new Map<number, number | undefined>();
  for (const { label, variants } of seen) {
    for (const { whole } of variants.slice(0, 1))
      taught.set(whole, taught.has(whole) && taught.get(whole) !== label ? undefined : label);
  }
  return new Map([...taught].filter((each): each is [number, number] => each[1] !== undefined));
}

/** Places that an example has, numbered from 0 in the order in which they are met. */
function rowsOf({ seen, idf }: NeuralLearning): Int32Array {
  const rows = new Int32Array(idf.length).fill(-1);
  let next = 0;
  for (const { variants } of seen) {
    for (const { ids, size } of variants.slice(0, 1)) {
      for (let at = 0; at < size; at++) if (rows[ids[at] as number] === -1) rows[ids[at] as number] = next++;
    }
  }
  return rows;
}

function countRows(rows: Int32Array): number {
  let count = 0;
  for (const row of rows) if (row >= 0) count++;
  return count;
}

function newNet({ units, labels }: NeuralLearning, rows: number, random: Random): Net {
  const count = labels.length;
  const around = (length: number, reach: number) =>
    Float32Array.from({ length }, () => (random.next() - 0.5) * 2 * reach);
  return {
    units,
    count,
    inner: around(rows * units, 0.05),
    innerSquares: new Float32Array(rows),
    innerBias: new Float32Array(units),
    outer: around(units * count, 0.5 * Math.sqrt(3 / units)),
    outerSquares: new Float32Array(units),
    outerBias: new Float32Array(count),
  };
}

function newPass({ units, count }: Net): Pass {
  return {
    ids: new Int32Array(mostFeatures),
    values: new Float32Array(mostFeatures),
    size: 0,
    hidden: new Float32Array(units),
    kept: new Float32Array(units),
    scores: new Float32Array(count),
    back: new Float32Array(units),
  };
}

function labelWeights({ labels, seen, balance }: NeuralLearning): Float32Array {
  const counts = new Float32Array(labels.length);
  for (const { label } of seen) counts[label] = (counts[label] as number) + 1;
  const average = seen.length / labels.length;
  return counts.map((count) => (count === 0 ? 1 : (average / count) ** balance));
}

function take(
  pass: Pass,
  { ids, values, size }: Features,
  how: { readonly rows: Int32Array; readonly dropout: number; readonly random: Random },
): void {
  const scale = 1 / (1 - how.dropout);
  pass.size = 0;
  for (let at = 0; at < size; at++) {
    const row = how.rows[ids[at] as number] as number;
    if (row < 0 || how.random.next() < how.dropout) continue;
    pass.ids[pass.size] = row;
    pass.values[pass.size] = (values[at] as number) * scale;
    pass.size += 1;
  }
}

function drop({ kept }: Pass, share: number, random: Random): void {
  for (let unit = 0; unit < kept.length; unit++) kept[unit] = random.next() < share ? 0 : 1 / (1 - share);
}

function forward(net: Net, { ids, values, size, hidden, kept, scores }: Pass): void {
  const { units, count, inner, outer } = net;
  hidden.set(net.innerBias);
  for (let at = 0; at < size; at++) {
    const value = values[at] as number;
    const start = (ids[at] as number) * units;
    for (let unit = 0; unit < units; unit++) {
      hidden[unit] = (hidden[unit] as number) + value * (inner[start + unit] as number);
    }
  }
  scores.set(net.outerBias);
  for (let unit = 0; unit < units; unit++) {
    const value = Math.max(0, hidden[unit] as number) * (kept[unit] as number);
    hidden[unit] = value;
    if (value === 0) continue;
    const start = unit * count;
    for (let label = 0; label < count; label++) {
      scores[label] = (scores[label] as number) + value * (outer[start + label] as number);
    }
  }
}

/** Probability minus target for each label, in place; answers the sum of their squares. */
function slopes(
  { scores }: Pass,
  { label, smoothing, weight }: { readonly label: number; readonly smoothing: number; readonly weight: number },
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const value = Math.exp((scores[at] as number) - most);
    scores[at] = value;
    sum += value;
  }
  let squares = 0;
  for (let at = 0; at < scores.length; at++) {
    const target = smoothing / scores.length + (at === label ? 1 - smoothing : 0);
    const slope = ((scores[at] as number) / sum - target) * weight;
    scores[at] = slope;
    squares += slope * slope;
  }
  return squares;
}

interface Step {
  readonly rate: number;
  /** The sum of squares of what the step goes along. */
  readonly slope: number;
}

/** Moves what hidden units add to labels; answers the sum of squares of what goes back to them. */
function stepOuter(net: Net, pass: Pass, { rate, slope }: Step): number {
  const { count, outer, outerSquares, outerBias } = net;
  const { hidden, kept, scores, back } = pass;
  let squares = 0;
  for (let unit = 0; unit < hidden.length; unit++) {
    const value = hidden[unit] as number;
    back[unit] = 0;
    if (value === 0) continue;
    const start = unit * count;
    let sum = 0;
    for (let label = 0; label < count; label++) sum += (scores[label] as number) * (outer[start + label] as number);
    const goesBack = sum * (kept[unit] as number);
    back[unit] = goesBack;
    squares += goesBack * goesBack;
    const memory = (outerSquares[unit] as number) + value * value * slope;
    outerSquares[unit] = memory;
    const move = (rate * value) / Math.sqrt(memory + 1e-3);
    for (let label = 0; label < count; label++) {
      outer[start + label] = (outer[start + label] as number) - move * (scores[label] as number);
    }
  }
  for (let label = 0; label < count; label++) {
    outerBias[label] = (outerBias[label] as number) - biasRate * (scores[label] as number);
  }
  return squares;
}

function stepInner(net: Net, { ids, values, size, back }: Pass, { rate, slope }: Step): void {
  const { units, inner, innerSquares, innerBias } = net;
  for (let at = 0; at < size; at++) {
    const value = values[at] as number;
    const row = ids[at] as number;
    const memory = (innerSquares[row] as number) + value * value * slope;
    innerSquares[row] = memory;
    const move = (rate * value) / Math.sqrt(memory + 1e-4);
    const start = row * units;
    for (let unit = 0; unit < units; unit++) {
      inner[start + unit] = (inner[start + unit] as number) - move * (back[unit] as number);
    }
  }
  for (let unit = 0; unit < units; unit++) {
    innerBias[unit] = (innerBias[unit] as number) - biasRate * rate * (back[unit] as number);
  }
}

/** Eight bits a weight and one scale a row: no loss that can be measured, a quarter of the room. */
function finished(
  { labels, idf, temperature }: NeuralLearning,
  rows: Int32Array,
  net: Net,
): Omit<NeuralModel, 'taught'> {
  const { units, innerBias, outer, outerBias } = net;
  const inner = new Int8Array(net.inner.length);
  const innerScales = new Float32Array(net.inner.length / units);
  for (let row = 0; row < innerScales.length; row++) {
    const start = row * units;
    let most = 1e-6;
    for (let at = start; at < start + units; at++) most = Math.max(most, Math.abs(net.inner[at] as number));
    innerScales[row] = most / 127;
    for (let at = start; at < start + units; at++) inner[at] = Math.round(((net.inner[at] as number) * 127) / most);
  }
  return { labels, idf, rows, inner, innerScales, innerBias, outer, outerBias, temperature };
}
