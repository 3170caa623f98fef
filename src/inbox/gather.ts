// Several quick messages of one person are one matter: they wait for each other, and are answered together. Nothing is kept for it
// but the log: what was not answered yet is there for whoever looks next, in this process or another. Danger waits for nothing.

import { setTimeout as pause } from 'node:timers/promises';
import type { Conversation } from '../model/conversation.ts';
import type { Received } from '../turn/turn.ts';
import type { InboxParts } from './parts.ts';

/**
 * `alone`: an answer or a word that steers, taken at once and by itself. `photo`: more may follow. `last`: says that all have come.
 */
export type Gathered = 'alone' | 'text' | 'photo' | 'last';

export interface GatherRules {
  readonly quietMs: number;
  /** Nobody waits longer, counted from the first message. */
  readonly longestMs: number;
  readonly photosMs: number;
  kindOf(received: Received, conversation: Conversation): Gathered;
  isUrgent(received: Received): boolean;
}

/** A message is refused above so many; what is taken together is no longer. */
const mostCharacters = 20_000;
/** Photographs may take this many times their pause in all. */
const photosFactor = 4;

/** The messages at the front that are taken in one turn; at least one. */
export function nextGroup(
  { gather }: Pick<InboxParts, 'gather'>,
  { conversation, untaken }: { readonly conversation: Conversation; readonly untaken: readonly Received[] },
): readonly Received[] {
  if (gather === undefined || !mayGather(conversation)) return untaken.slice(0, 1);
  const kinds = untaken.map((each) => gather.kindOf(each, conversation));
  if (kinds[0] === 'alone') return untaken.slice(0, 1);
  const alone = kinds.indexOf('alone');
  const last = kinds.indexOf('last');
  const ends = [alone, last + 1, fitting(untaken)].filter((end) => end > 0);
  return untaken.slice(0, Math.min(...ends));
}

/** How many of them are no longer than one message may be; at least one. */
function fitting(untaken: readonly Received[]): number {
  let characters = 0;
  const over = untaken.findIndex(({ text }) => {
    characters += text.length + 1;
    return characters > mostCharacters;
  });
  return over < 0 ? untaken.length : Math.max(over, 1);
}

/** As one message: the law counts from the first of them, and the last one is answered. */
export function together(group: readonly Received[]): Received | undefined {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined || group.length === 1) return first;
  const { name: _name, ...rest } = last;
  const parts = group.map(({ text }) => text).filter((text) => text !== '');
  return {
    ...rest,
    kind: 'message',
    text: parts.join('\n'),
    attachments: group.flatMap(({ attachments }) => attachments),
    receivedAt: first.receivedAt,
    parts,
  };
}

/** On the web an answer comes while the next message is written; a person who speaks with the tenant reads each as it comes. */
function mayGather({ address, owner }: Conversation): boolean {
  return address.channel === 'sms' && owner.is === 'bot';
}

export interface Gathering {
  /** Resolves with the sequence up to which what waits in the conversation may be answered. Never rejects. */
  settled(conversation: string): Promise<number>;
  /** Nothing waits any more: the process stops. */
  end(): void;
}

/** One wait for all who ask about the same conversation. */
interface Wait {
  readonly ready: Promise<number>;
  wake(): void;
}

export function createGathering(parts: Pick<InboxParts, 'conversations' | 'clock' | 'gather'>): Gathering {
  const waits = new Map<string, Wait>();
  let isOver = false;

  const begin = (id: string, gather: GatherRules): Wait => {
    let nap = new AbortController();
    let woken = false;
    const until = performance.now() + gather.photosMs * photosFactor;
    const urgent = new Map<number, boolean>();
    const look = async (): Promise<number> => {
      woken = false;
      const loaded = await parts.conversations.load(id, 'fresh').catch(() => undefined);
      // The service's clock may stand still in a test, or be set back: nobody waits for it.
      if (loaded === undefined || isOver || performance.now() > until) return all;
      const { ready, waitMs } = readiness(gather, { ...loaded, urgent, now: parts.clock().getTime() });
      if (ready !== undefined) return ready;
      nap = new AbortController();
      if (!woken) await pause(waitMs, undefined, { signal: nap.signal }).catch(() => undefined);
      return await look();
    };
    const wake = () => {
      woken = true;
      nap.abort();
    };
    return { ready: look().finally(() => waits.delete(id)), wake };
  };

  return {
    settled: async (id) => {
      const { gather } = parts;
      if (gather === undefined || isOver) return all;
      const known = waits.get(id);
      // What came just now may end the wait, and may have come while somebody looked.
      known?.wake();
      const under = known ?? begin(id, gather);
      waits.set(id, under);
      return await under.ready;
    },
    end: () => {
      isOver = true;
      for (const { wake } of waits.values()) wake();
    },
  };
}

const all = Number.MAX_SAFE_INTEGER;

interface Waiting {
  readonly conversation: Conversation;
  readonly untaken: readonly Received[];
  /** What was found so far, by sequence. */
  readonly urgent: Map<number, boolean>;
  readonly now: number;
}

/** What may be answered now, up to which sequence; else how long until somebody looks again. */
function readiness(
  gather: GatherRules,
  { conversation, untaken, urgent, now }: Waiting,
): { readonly ready?: number; readonly waitMs: number } {
  const [first] = untaken;
  const last = untaken.at(-1);
  if (first === undefined || last === undefined || !mayGather(conversation)) return { ready: all, waitMs: 0 };
  if (untaken.some((each) => isUrgent(each, gather, urgent))) return { ready: all, waitMs: 0 };
  const kinds = untaken.map((each) => gather.kindOf(each, conversation));
  const whole = kinds.findLastIndex((kind) => kind === 'alone' || kind === 'last');
  if (whole >= 0) return { ready: untaken[whole]?.sequence ?? all, waitMs: 0 };
  const quiet = kinds.at(-1) === 'photo' ? gather.photosMs : gather.quietMs;
  const longest = kinds.includes('photo') ? gather.photosMs * photosFactor : gather.longestMs;
  const until = Math.min(last.receivedAt.getTime() + quiet, first.receivedAt.getTime() + longest);
  return until <= now ? { ready: all, waitMs: 0 } : { waitMs: Math.min(until - now, quiet) };
}

function isUrgent(each: Received, gather: GatherRules, found: Map<number, boolean>): boolean {
  const is = found.get(each.sequence) ?? gather.isUrgent(each);
  found.set(each.sequence, is);
  return is;
}
