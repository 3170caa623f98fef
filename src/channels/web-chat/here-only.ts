// What a web client is shown of a conversation that goes on by text as well: all of it while its customer is here; while they are on the
// phone, what was said up to then. They read the rest there, and find it here when they come back.

import { channelOf } from '../../model/home-channel.ts';
import type { Message } from '../../model/message.ts';
import type { Hub } from '../channel.ts';

/** What is announced is passed on as far as it is for here; whether the rest is, the log is asked, which knows where they are. */
export function hereOnly(hub: Hub): Hub {
  return {
    ...hub,
    watch: (conversation, heard) =>
      hub.watch(conversation, (messages) => {
        const elsewhere = messages.findIndex(isByText);
        if (elsewhere < 0) return heard(messages);
        const here = messages.slice(0, elsewhere);
        if (here.length > 0) heard(here);
        heard([]);
      }),
  };
}

const isByText = (message: Message): boolean => channelOf(message) === 'sms';
