// Publish and subscribe in one process, and between instances when it is given a relay. It only hurries: whoever listens can
// read the truth elsewhere, so a lost notice costs time and no message.

import type { Message } from '../model/message.ts';
import type { Receipt } from '../model/receipt.ts';

/** Carries notices between instances. Loses them while it is down. */
export interface Relay {
  /** Tells other instances. Never throws, never waits. */
  send(topic: string, notice: string): void;
  /** Notices of other instances about this topic reach `hear`; resolves when they do. Returns the way to stop. */
  listen(topic: string, hear: (notice: string) => void): { readonly ready: Promise<void>; stop(): void };
  isUp(): boolean;
  /** Called when it comes up again: notices may have been lost. */
  onUp(heard: () => void): void;
}

/** Hears `undefined` when something may have been missed. */
export type Hear<Notice> = (notice: Notice | undefined) => void;

export interface Bus {
  /**
   * @param near what listeners in this process hear
   * @param far what is sent to other instances; nothing when left out
   */
  publish<Notice>(topic: string, near: Notice, far?: string): void;
  subscribe<Notice>(topic: string, heard: Hear<Notice>, fromFar?: (far: string) => Notice | undefined): () => void;
  close(): void;
}

/** How often listeners are told to look for themselves while the relay is down. */
const pollMs = 2_000;
const slices = 20;

export function createBus(relay?: Relay): Bus {
  const topics = new Map<string, Topic>();
  let slice = 0;

  // While the relay is down each listener is woken once in two seconds, a twentieth of them at a time.
  const poll = () => {
    slice = (slice + 1) % slices;
    if (relay === undefined || relay.isUp()) return;
    let index = 0;
    for (const topic of topics.values()) {
      if (index % slices === slice) topic.missed();
      index += 1;
    }
  };
  const timer = relay === undefined ? undefined : setInterval(poll, pollMs / slices).unref();
  relay?.onUp(() => {
    for (const topic of topics.values()) topic.missed();
  });

  return {
    publish: (topic, near, far) => {
      topics.get(topic)?.tell(near);
      if (far !== undefined) relay?.send(topic, far);
    },
    subscribe: (name, heard, fromFar = () => undefined) => {
      const topic = topics.get(name) ?? openTopic(name, relay);
      topics.set(name, topic);
      const remove = topic.add(heard as Hear<unknown>, fromFar);
      return () => {
        if (remove() === 0 && topics.get(name) === topic) {
          topics.delete(name);
          topic.close();
        }
      };
    },
    close: () => {
      clearInterval(timer);
      for (const topic of topics.values()) topic.close();
      topics.clear();
    },
  };
}

interface Topic {
  tell(notice: unknown): void;
  missed(): void;
  /** Returns the way out, which tells how many are left. */
  add(heard: Hear<unknown>, fromFar: (far: string) => unknown): () => number;
  close(): void;
}

function openTopic(name: string, relay: Relay | undefined): Topic {
  const listeners = new Map<object, { heard: Hear<unknown>; fromFar: (far: string) => unknown }>();
  const missed = () => {
    for (const { heard } of [...listeners.values()]) heard(undefined);
  };
  const line = relay?.listen(name, (far) => {
    for (const { heard, fromFar } of [...listeners.values()]) heard(fromFar(far));
  });
  // What was told between subscribing here and listening there is found by looking.
  line?.ready.then(missed, () => undefined);
  return {
    tell: (notice) => {
      for (const { heard } of [...listeners.values()]) heard(notice);
    },
    missed,
    add: (heard, fromFar) => {
      const own = {};
      listeners.set(own, { heard, fromFar });
      return () => {
        listeners.delete(own);
        return listeners.size;
      };
    },
    close: () => line?.stop(),
  };
}

/** Somebody at the desk has a conversation open, or no more. */
export interface LookingSign {
  readonly agent: string;
  readonly name: string;
  readonly is: 'here' | 'still' | 'left';
}

type Typist = 'agent' | 'customer' | 'service';

/** The hub that doors and the desk watch; structure as `Hub` in channels/channel.ts. */
export interface MessageHub {
  watch(conversation: string, heard: (messages: readonly Message[]) => void): () => void;
  watchTyping(conversation: string, heard: (from: Typist) => void): () => void;
  typing(conversation: string, from: Typist): void;
  watchReceipts(conversation: string, heard: (receipt: Receipt) => void): () => void;
  receipt(conversation: string, receipt: Receipt): void;
  /** Between agents alone: no tenant's socket listens to it. */
  watchLooking(conversation: string, heard: (sign: LookingSign) => void): () => void;
  looking(conversation: string, sign: LookingSign): void;
  /** Tells watchers here the messages, and watchers elsewhere that there are some: words do not leave the process. */
  announce(conversation: string, messages: readonly Message[]): void;
}

export function createHub(bus: Bus): MessageHub {
  return {
    watch: (conversation, heard) =>
      bus.subscribe<readonly Message[]>(`messages:${conversation}`, (messages) => heard(messages ?? [])),
    watchTyping: (conversation, heard) =>
      watchSigns(bus, conversation, (sign) => {
        if (typeof sign === 'string') heard(sign);
      }),
    typing: (conversation, from) => bus.publish(`typing:${conversation}`, from, from),
    watchReceipts: (conversation, heard) =>
      watchSigns(bus, conversation, (sign) => {
        if (typeof sign === 'object') heard(sign);
      }),
    receipt: (conversation, receipt) => bus.publish(`typing:${conversation}`, receipt, JSON.stringify(receipt)),
    watchLooking: (conversation, heard) =>
      bus.subscribe<LookingSign>(
        `looking:${conversation}`,
        (sign) => {
          if (sign !== undefined) heard(sign);
        },
        (far) => JSON.parse(far) as LookingSign,
      ),
    looking: (conversation, sign) => bus.publish(`looking:${conversation}`, sign, JSON.stringify(sign)),
    announce: (conversation, messages) => {
      const last = messages.at(-1)?.sequence ?? 0;
      bus.publish(`messages:${conversation}`, messages, String(last));
    },
  };
}

/** What passes and is kept nowhere, on one topic: whoever watches a conversation listens to one more line, not to two. */
function watchSigns(bus: Bus, conversation: string, heard: (sign: Typist | Receipt | undefined) => void): () => void {
  const read = (far: string) => (far.startsWith('{') ? (JSON.parse(far) as Receipt) : (far as Typist));
  return bus.subscribe<Typist | Receipt>(`typing:${conversation}`, heard, read);
}
