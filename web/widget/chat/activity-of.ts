// What was written, as Direct Line takes it.

import type { Item } from './outbox.ts';

export function activityOf(item: Item, locale: string): unknown {
  return {
    type: 'message',
    text: item.text,
    ...(item.value === undefined ? {} : { value: item.value }),
    locale,
    textFormat: 'plain',
    channelData: { clientActivityID: item.id },
  };
}
