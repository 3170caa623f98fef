// Follows a conversation's log from a number on, with no gap and nothing twice. The log is the truth; the hub only says that it has grown.
// Watching starts before the first reading, so what comes in between is found by one of the two.

import type { Message } from '../../model/message.ts';
import type { Hub, Log } from '../channel.ts';

export interface Following {
  /** The sequence up to which everything was delivered. */
  readonly position: number;
  /** Reads whatever the hub may have failed to tell. */
  catchUp(): void;
  stop(): void;
}

export interface Follower {
  readonly log: Log;
  readonly hub: Hub;
  /** Gets messages in order. While history is read, the next page waits for it. */
  deliver(messages: readonly Message[]): Promise<void> | void;
  /** The log could not be read: following has stopped. */
  failed(error: unknown): void;
}

const pageSize = 100;

export function follow(conversation: string, after: number, follower: Follower): Following {
  let position = after;
  let stopped = false;
  let reading = false;
  let readAgain = false;

  const pass = async (messages: readonly Message[]) => {
    const last = messages.at(-1);
    if (last === undefined || stopped) return;
    position = last.sequence;
    await follower.deliver(messages);
  };
  const readToEnd = async () => {
    reading = true;
    try {
      do {
        readAgain = false;
        const page = await follower.log.read(conversation, position, pageSize);
        await pass(page);
        if (page.length === pageSize) readAgain = true;
      } while (readAgain && !stopped);
    } finally {
      // In the same breath as the last look at `readAgain`, so that nothing can be heard between the two.
      reading = false;
    }
  };
  const stop = () => {
    stopped = true;
    stopWatching();
  };
  const catchUp = () => {
    readAgain = true;
    if (reading || stopped) return;
    readToEnd().catch((error: unknown) => {
      if (stopped) return;
      stop();
      follower.failed(error);
    });
  };
  const heard = (messages: readonly Message[]) => {
    const fresh = messages.filter(({ sequence }) => sequence > position);
    if (messages.length > 0 && fresh.length === 0 && !reading) return;
    const isNext = fresh.length > 0 && fresh.every(({ sequence }, index) => sequence === position + 1 + index);
    if (isNext && !reading) void pass(fresh);
    else catchUp();
  };
  const stopWatching = follower.hub.watch(conversation, heard);
  catchUp();
  return {
    get position() {
      return position;
    },
    catchUp,
    stop,
  };
}
