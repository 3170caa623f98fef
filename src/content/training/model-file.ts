// Learned models as files: a line of JSON, then the numbers. Read in one go; nothing is parsed per number.

import type { LinearModel } from '../../turn/understanding/linear-model.ts';

export interface EnquiryModel {
  readonly model: LinearModel;
  /** Words that the examples hold. */
  readonly known: readonly string[];
}

type Numbers = Float32Array | Int8Array;

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

export function writeEnquiries({ model, known }: EnquiryModel): Uint8Array {
  return writeBlocks({ linear: linearHead(model), known }, linearBlocks(model));
}

export function readEnquiries(bytes: Uint8Array): EnquiryModel {
  const reader = readBlocks<{ readonly linear: LinearHead; readonly known: readonly string[] }>(bytes);
  return { model: readLinear(reader.head.linear, reader), known: reader.head.known };
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
