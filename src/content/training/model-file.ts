// Learned models as files: a line of JSON, then the numbers. Read in one go; nothing is parsed per number.

import type { LinearModel } from '../../turn/understanding/linear-model.ts';
import type { Vocabulary } from '../../turn/understanding/misspelling.ts';
import type { NeuralModel } from '../../turn/understanding/neural-model.ts';
import type { EnquiryModel } from './enquiries.ts';

type Numbers = Float32Array | Int32Array | Int8Array;

const align = 8;

/** @param head what is no long row of numbers; as JSON */
function writeBlocks(head: unknown, blocks: readonly Numbers[]): Uint8Array {
  const text = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const padded = new Uint8Array(Math.ceil(text.length / align) * align).fill(0x20);
  padded.set(text);
  const start = new Uint8Array(align);
  new DataView(start.buffer).setUint32(0, padded.length, true);
  return joined([start, padded, ...blocks.map(asBytes)]);
}

interface Reader<Head> {
  readonly head: Head;
  floats(count: number): Float32Array;
  integers(count: number): Int32Array;
  bytes(count: number): Int8Array;
}

/** @throws Error when the file is not one of ours or was cut short */
function readBlocks<Head>(bytes: Uint8Array): Reader<Head> {
  // A copy of its own, so that the numbers lie on the boundaries that their types want.
  const file = bytes.slice();
  const length = new DataView(file.buffer).getUint32(0, true);
  const head: Head = JSON.parse(new TextDecoder().decode(file.subarray(align, align + length)));
  let at = align + length;
  const next = (count: number): number => {
    const start = at;
    at += Math.ceil(count / align) * align;
    return start;
  };
  return {
    head,
    floats: (count) => new Float32Array(file.buffer, next(count * 4), count),
    integers: (count) => new Int32Array(file.buffer, next(count * 4), count),
    bytes: (count) => new Int8Array(file.buffer, next(count), count),
  };
}

interface LinearHead {
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly places: number;
}

function linearHead({ labels, temperature, idf }: LinearModel): LinearHead {
  return { labels, temperature, places: idf.length };
}

function linearBlocks({ idf, scales, bias, weights }: LinearModel): readonly Numbers[] {
  return [idf, scales, bias, weights];
}

function readLinear({ labels, temperature, places }: LinearHead, reader: Reader<unknown>): LinearModel {
  const idf = reader.floats(places);
  const scales = reader.floats(labels.length);
  const bias = reader.floats(labels.length);
  return { labels, temperature, idf, scales, bias, weights: reader.bytes(places * labels.length) };
}

export function writeLanguages(model: LinearModel): Uint8Array {
  return writeBlocks(linearHead(model), linearBlocks(model));
}

export function readLanguages(bytes: Uint8Array): LinearModel {
  const reader = readBlocks<LinearHead>(bytes);
  return readLinear(reader.head, reader);
}

interface NeuralHead {
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly places: number;
  readonly rows: number;
  readonly units: number;
  readonly taught: number;
  readonly vocabulary: Vocabulary;
}

export function writeEnquiries({ model, vocabulary }: EnquiryModel): Uint8Array {
  const { labels, temperature, idf, rows, inner, innerScales, innerBias, outer, outerBias, taught } = model;
  const sizes = { places: idf.length, rows: innerScales.length, units: innerBias.length, taught: taught.size };
  const head: NeuralHead = { labels, temperature, ...sizes, vocabulary };
  return writeBlocks(head, [
    idf,
    rows,
    innerScales,
    innerBias,
    outer,
    outerBias,
    inner,
    Int32Array.from([...taught].flat()),
  ]);
}

export function readEnquiries(bytes: Uint8Array): EnquiryModel {
  const reader = readBlocks<NeuralHead>(bytes);
  const { labels, temperature, places, rows, units, taught, vocabulary } = reader.head;
  const model: NeuralModel = {
    labels,
    temperature,
    idf: reader.floats(places),
    rows: reader.integers(places),
    innerScales: reader.floats(rows),
    innerBias: reader.floats(units),
    outer: reader.floats(units * labels.length),
    outerBias: reader.floats(labels.length),
    inner: reader.bytes(rows * units),
    taught: pairsOf(reader.integers(2 * taught)),
  };
  return { model, vocabulary };
}

function pairsOf(numbers: Int32Array): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += 2) pairs.set(numbers[at] as number, numbers[at + 1] as number);
  return pairs;
}

function asBytes(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const padded = blocks.map((block) => Math.ceil(block.length / align) * align);
  const all = new Uint8Array(padded.reduce((sum, each) => sum + each, 0));
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    all.set(block, at);
    at += padded[index] ?? 0;
  }
  return all;
}
