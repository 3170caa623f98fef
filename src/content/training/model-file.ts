// The learned models in one file: a line of JSON, then the numbers. Read in one go; nothing is parsed per number.

import type { LinearModel } from '../../turn/understanding/linear-model.ts';

export interface Models {
  readonly enquiries: LinearModel;
  readonly languages: LinearModel;
  /** Words that the examples hold. */
  readonly known: readonly string[];
}

interface Head {
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly places: number;
}

const align = 8;

export function writeModels(models: Models): Uint8Array {
  const both = [models.enquiries, models.languages];
  const heads = both.map(({ labels, temperature, idf }): Head => ({ labels, temperature, places: idf.length }));
  const head = new TextEncoder().encode(`${JSON.stringify({ heads, known: models.known })}\n`);
  const padded = new Uint8Array(Math.ceil(head.length / align) * align).fill(0x20);
  padded.set(head);
  const start = new Uint8Array(align);
  new DataView(start.buffer).setUint32(0, padded.length, true);
  const blocks = both.flatMap(({ idf, scales, bias, weights }) => [idf, scales, bias, weights].map(asBytes));
  return joined([start, padded, ...blocks]);
}

/** @throws Error when the file is not one of ours or was cut short */
export function readModels(bytes: Uint8Array): Models {
  // A copy of its own, so that the numbers lie on the boundaries that their types want.
  const file = bytes.slice();
  const length = new DataView(file.buffer).getUint32(0, true);
  const head: { heads: Head[]; known: string[] } = JSON.parse(
    new TextDecoder().decode(file.subarray(align, align + length)),
  );
  const reader = createReader(file, align + length);
  const [enquiries, languages] = head.heads.map((each) => readModel(each, reader));
  if (enquiries === undefined || languages === undefined) throw new Error('the model file holds too little');
  return { enquiries, languages, known: head.known };
}

interface Reader {
  floats(count: number): Float32Array;
  bytes(count: number): Int8Array;
}

function createReader(file: Uint8Array, from: number): Reader {
  let at = from;
  const next = (count: number): number => {
    const start = at;
    at += Math.ceil(count / align) * align;
    return start;
  };
  return {
    floats: (count) => new Float32Array(file.buffer, next(count * 4), count),
    bytes: (count) => new Int8Array(file.buffer, next(count), count),
  };
}

function readModel({ labels, temperature, places }: Head, reader: Reader): LinearModel {
  const idf = reader.floats(places);
  const scales = reader.floats(labels.length);
  const bias = reader.floats(labels.length);
  return { labels, temperature, idf, scales, bias, weights: reader.bytes(places * labels.length) };
}

function asBytes(numbers: Float32Array | Int8Array): Uint8Array {
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
