// The desk's socket: one connection, opened again by itself, resuming the watched conversation after the last number seen.

import type { Line, QueueLine } from './api.ts';

export type Heard =
  | {
      readonly type: 'queue';
      readonly waiting: readonly QueueLine[];
      readonly mine: readonly QueueLine[];
      readonly presence: Readonly<Record<string, string>>;
    }
  | { readonly type: 'message'; readonly conversation: string; readonly message: Line }
  | { readonly type: 'typing'; readonly conversation: string }
  | { readonly type: 'connected' | 'lost' };

export interface Live {
  watch(conversation: string, after: number): void;
  typing(conversation: string): void;
  close(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

export function goLive(heard: (what: Heard) => void): Live {
  let socket: WebSocket | undefined;
  let waitMs = firstWaitMs;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watched: { conversation: string; after: number } | undefined;

  const say = (what: unknown) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  };
  const open = () => {
    clearTimeout(timer);
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/desk/api/stream`);
    socket.onopen = () => {
      waitMs = firstWaitMs;
      heard({ type: 'connected' });
      if (watched !== undefined) say({ type: 'watch', ...watched });
    };
    socket.onmessage = (event) => {
      const what = JSON.parse(String(event.data)) as Heard;
      if (what.type === 'message' && watched?.conversation === what.conversation) watched.after = what.message.sequence;
      heard(what);
    };
    socket.onclose = () => {
      if (ended) return;
      heard({ type: 'lost' });
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
    };
  };
  open();
  addEventListener('online', open);

  return {
    watch(conversation, after) {
      if (watched !== undefined && watched.conversation !== conversation)
        say({ type: 'unwatch', conversation: watched.conversation });
      watched = { conversation, after };
      say({ type: 'watch', conversation, after });
    },
    typing: (conversation) => say({ type: 'typing', conversation }),
    close() {
      ended = true;
      clearTimeout(timer);
      removeEventListener('online', open);
      socket?.close();
    },
  };
}
