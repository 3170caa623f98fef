// What texts cost: what the network told of each, and for the others what the pack says of a segment. Without either it is not known.

import type { TextSettings } from './texts.ts';

export interface Segments {
  readonly in: number;
  readonly out: number;
  /** Of those that went out: no price was told of them. */
  readonly unpriced: number;
  /** What the network told of the others, and in which currency. */
  readonly told: number;
  readonly currency: string | null;
}

export interface TextCost {
  readonly segmentsIn: number;
  readonly segmentsOut: number;
  /** Null where it is not known. */
  readonly cost: number | null;
  readonly currency: string | null;
  /** `told` by the network, `reckoned` by the pack’s price for some or all of it. */
  readonly basis: 'told' | 'reckoned' | 'unknown';
  /** Whether the landlord has confirmed the price that was reckoned with. */
  readonly checked: boolean;
}

export function costOf(segments: Segments, price: TextSettings['price']): TextCost {
  const counts = { segmentsIn: segments.in, segmentsOut: segments.out };
  const isTold = segments.unpriced === 0 && segments.currency !== null;
  const isOne = segments.currency === null || price?.currency === segments.currency;
  if (price !== undefined && isOne) {
    const cost = rounded(segments.told + segments.unpriced * price.out + segments.in * price.in);
    const basis = isTold && price.in === 0 ? 'told' : 'reckoned';
    return { ...counts, cost, currency: price.currency, basis, checked: basis === 'told' || price.checked };
  }
  if (isTold)
    return { ...counts, cost: rounded(segments.told), currency: segments.currency, basis: 'told', checked: true };
  return { ...counts, cost: null, currency: null, basis: 'unknown', checked: false };
}

/** Texts cost parts of a penny. */
const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;
