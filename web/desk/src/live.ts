// The desk's socket: one connection, opened again by itself, resuming the watched conversation after the last number seen.

import type { Line, QueueLine } from './api.ts';

export type Heard =
  /** Of those that wait, the front. */
  | {
      readonly type: 'queue';
      readonly waiting: readonly QueueLine[];
      readonly waitingTotal: number;
      readonly mine: readonly QueueLine[];
    }
  /** The front is as it was; how many wait is not. */
  | { readonly type: 'queue-length'; readonly waitingTotal: number }
  | { readonly type: 'message'; readonly conversation: string; readonly message: Line }
  | { readonly type: 'typing'; readonly conversation: string }
  /** How far the tenant has read. */
  | { readonly type: 'receipt'; readonly conversation: string; readonly sequence: number }
  /** A note, or whose it is. */
  | { readonly type: 'changed'; readonly conversation: string }
  /** Names of colleagues who have it open, too. */
  | { readonly type: 'looking'; readonly conversation: string; readonly agents: readonly string[] }
  /** Not, or no longer, for this agent's eyes. */
  | { readonly type: 'not-there'; readonly conversation: string }
  | { readonly type: 'connected' }
  | { readonly type: 'lost' };

export interface Live {
  watch(conversation: string, after: number): void;
  typing(conversation: string): void;
  /** That everything up to this number was before the agent's eyes. */
  seen(conversation: string, sequence: number): void;
  close(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;
const hereEveryMs = 60_000;
const signsOfSomebody = ['pointerdown', 'keydown'] as const;

export function goLive(heard: (what: Heard) => void): Live {
  let socket: WebSocket | undefined;
  let waitMs = firstWaitMs;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watched: { conversation: string; after: number } | undefined;

  const say = (what: unknown) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  };
  const take = (event: MessageEvent) => {
    const what = JSON.parse(String(event.data)) as Heard;
    if (what.type === 'message' && watched?.conversation === what.conversation) watched.after = what.message.sequence;
    if (what.type === 'not-there' && watched?.conversation === what.conversation) watched = undefined;
    heard(what);
  };
  const open = () => {
    clearTimeout(timer);
    if (ended || (socket !== undefined && socket.readyState <= WebSocket.OPEN)) return;
    const own = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/desk/api/stream`);
    socket = own;
    own.onopen = () => {
      waitMs = firstWaitMs;
      if (watched !== undefined) say({ type: 'watch', ...watched });
      heard({ type: 'connected' });
    };
    own.onmessage = take;
    own.onclose = () => {
      if (ended || socket !== own) return;
      heard({ type: 'lost' });
      timer = setTimeout(open, waitMs * (0.5 + Math.random()));
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    };
  };
  // A machine that slept finds out late that its line is dead.
  const wake = () => {
    if (document.visibilityState === 'visible') open();
  };
  open();
  const forget = hearSomebody(() => say({ type: 'here' }));
  addEventListener('online', open);
  document.addEventListener('visibilitychange', wake);

  return {
    watch(conversation, after) {
      if (watched !== undefined && watched.conversation !== conversation)
        say({ type: 'unwatch', conversation: watched.conversation });
      watched = { conversation, after };
      say({ type: 'watch', conversation, after });
    },
    typing: (conversation) => say({ type: 'typing', conversation }),
    seen: (conversation, sequence) => say({ type: 'seen', conversation, sequence }),
    close() {
      ended = true;
      clearTimeout(timer);
      forget();
      removeEventListener('online', open);
      document.removeEventListener('visibilitychange', wake);
      socket?.close();
    },
  };
}

/** The page reads by itself; only a key or a pointer is a sign that somebody is there, and keeps the session. */
function hearSomebody(tell: () => void): () => void {
  let toldAt = 0;
  const here = () => {
    if (Date.now() - toldAt < hereEveryMs) return;
    toldAt = Date.now();
    tell();
  };
  for (const sign of signsOfSomebody) addEventListener(sign, here);
  return () => {
    for (const sign of signsOfSomebody) removeEventListener(sign, here);
  };
}
