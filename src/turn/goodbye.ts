// What happens next, told in one short list when a conversation ends: each reference with the day by which its customer hears. Where
// something restricted came up nothing is listed, for somebody else may read it.

import type { Conversation } from '../model/conversation.ts';
import type { OpenPromise } from './act.ts';
import type { Line } from './line.ts';
import { phraseValue } from './line.ts';
import type { World } from './world.ts';

/** More is no short list; the rest is told whoever asks. */
const mostItems = { sms: 3, other: 5 } as const;

export async function whatHappensNext(
  { id, address }: Conversation,
  { promises }: Pick<World, 'promises'>,
): Promise<readonly Line[]> {
  const open = await promises.in(id);
  if (open.some(({ restricted }) => restricted)) return [];
  const most = mostItems[address.channel === 'sms' ? 'sms' : 'other'];
  const items = firstOfEach(open).slice(0, most).map(itemLine);
  if (items.length === 0) return [];
  return [{ phrase: 'talk.goodbye.next', values: {}, enquiry: 'talk.goodbye' }, ...items];
}

/** The next day of each: later steps of the same matter are told when they come. */
function firstOfEach(open: readonly OpenPromise[]): readonly OpenPromise[] {
  const seen = new Map<string, OpenPromise>();
  for (const each of open) {
    if (each.reference !== undefined && !seen.has(each.reference)) seen.set(each.reference, each);
  }
  return [...seen.values()];
}

function itemLine({ reference = '', by, enquiry = 'contact.case' }: OpenPromise): Line {
  const values = { reference, by: by.slice(0, 10), label: phraseValue(`label.${enquiry}`) };
  return { phrase: 'talk.goodbye.item', values, enquiry: 'talk.goodbye', joins: true };
}
