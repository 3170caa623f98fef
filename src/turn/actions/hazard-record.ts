// What stands on a hazard's case for whoever decides, and later for whoever asks how it was judged: every answer as it was told, with
// the time of its message, what it may be, and by which version of the law.

import type { HazardRules } from '../../model/nation-rules.ts';
import type { ActionInput } from '../action.ts';
import { withoutRestricted } from './quiet-words.ts';

/** Where somebody lives and how they are reached stands in fields of its own. */
const notSaid = new Set(['photo', 'address', 'phone', 'name', 'their_name', 'tenancy', 'postcode', 'appointment']);

interface Said {
  /** The slot that was asked for; `words`: what opened the matter. */
  readonly asked: string;
  readonly words: string;
  /** When the message arrived (ISO instant). */
  readonly at: string;
}

export function saidOf(input: ActionInput): readonly Said[] {
  const { slots, toldAt } = input;
  return Object.entries(toldAt)
    .flatMap(([asked, at]) => {
      const words = slots[asked];
      const isTold = typeof words === 'string' && words !== '' && !notSaid.has(asked);
      const open = isTold ? withoutRestricted(input, words) : '';
      return open === '' ? [] : [{ asked, words: open, at }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

interface Assessed {
  readonly urgency: 'emergency' | 'significant';
  readonly law: HazardRules | undefined;
  readonly also: readonly string[];
}

/** Potential until a competent person has decided. */
export function assessedAs({ urgency, law, also }: Assessed): Readonly<Record<string, string>> {
  return {
    potential: urgency,
    rule: law?.rule ?? 'landlord pack',
    ...(law !== undefined && { ruleInForceFrom: law.inForceFrom }),
    ...(also.length > 0 && { also: also.join(', ') }),
  };
}
