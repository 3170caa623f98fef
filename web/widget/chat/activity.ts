import type { Item } from './outbox.ts';

/** What is sent of a message that was written. */
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
