// What the desk's page knows, kept up to date by the socket, and what an agent does with it.

import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type ConversationView, type Line, type QueueLine } from './api.ts';
import { isSignedOut, Refused } from './call.ts';
import { goLive, type Heard, type Live } from './live.ts';
import { useOthers, useReceipts, useSeen, useTyping } from './use-signs.ts';
import { t } from './words/t.ts';

interface Queue {
  readonly waiting: readonly QueueLine[];
  /** How many wait, also where not all of them are shown. */
  readonly waitingTotal: number;
  readonly mine: readonly QueueLine[];
  /** When this was told, by the browser's own clock: waits count on from there, whatever the service's clock says. */
  readonly toldAt: number;
}

const untold = (): Queue => ({ waiting: [], waitingTotal: 0, mine: [], toldAt: Date.now() });

export function useDesk(signedOut: () => void) {
  const [queue, setQueue] = useState(untold);
  const { told, tell } = useTold(signedOut);
  const { connected, line } = useConnected(tell);
  const live = useRef<Live>(undefined);
  const conversation = useOpenConversation(live, tell);
  const { typed, ...typing } = useTyping();
  const { hear, leave, changed } = conversation;
  const { othersLook, looked } = useOthers(conversation.open?.id);
  const { receipts, received } = useReceipts();
  useSeen(live, conversation.open);

  useEffect(() => {
    const take: { readonly [Type in Heard['type']]: (heard: Extract<Heard, { type: Type }>) => void } = {
      queue: (heard) => setQueue({ ...heard, toldAt: Date.now() }),
      'queue-length': ({ waitingTotal }) => setQueue((before) => ({ ...before, waitingTotal })),
      message: (heard) => hear(heard.conversation, heard.message),
      typing: (heard) => typed(heard.conversation),
      receipt: (heard) => received(heard.conversation, heard.sequence),
      changed: (heard) => changed(heard.conversation),
      looking: (heard) => looked(heard),
      'not-there': (heard) => leave(heard.conversation),
      connected: () => line('connected'),
      lost: () => line('lost'),
    };
    // What a newer service may say besides is not ours to understand.
    const connection = goLive((heard) => (take[heard.type] as ((heard: Heard) => void) | undefined)?.(heard));
    live.current = connection;
    return () => connection.close();
  }, [hear, leave, changed, looked, typed, received, line]);

  const accept = async (line: QueueLine) => {
    tell();
    await api.accept(line.id).catch(tell);
    await conversation.show(line.conversation);
  };
  const decline = async (line: QueueLine) => {
    tell();
    await api.decline(line.id).catch(tell);
  };
  const show = (id: string) => {
    tell();
    return conversation.show(id);
  };
  return {
    queue,
    connected,
    told,
    tell,
    accept,
    decline,
    live,
    typingIn: typing.conversation,
    receipts,
    othersLook,
    ...conversation,
    show,
  };
}

function useConnected(tell: (problem?: unknown) => void) {
  const [connected, setConnected] = useState(true);
  const line = useCallback(
    (is: 'connected' | 'lost') => {
      setConnected(is === 'connected');
      // A line that is cut may be a session that is over; the answer to this tells.
      if (is === 'lost') api.me().catch((problem) => isSignedOut(problem) && tell(problem));
    },
    [tell],
  );
  return { connected, line };
}

/** Says what went wrong; nothing when the agent goes on to something else, so that no old trouble stands over the new. */
function useTold(signedOut: () => void) {
  const [told, setTold] = useState('');
  const tell = useCallback(
    (problem?: unknown) => {
      if (problem === undefined) setTold('');
      else if (isSignedOut(problem)) signedOut();
      else setTold(problem instanceof Error ? problem.message : t('That did not work.'));
    },
    [signedOut],
  );
  return { told, tell };
}

function useOpenConversation(live: { readonly current: Live | undefined }, tell: (problem?: unknown) => void) {
  const [open, setOpen] = useState<ConversationView>();
  const openId = useRef<string>(undefined);

  /** What was asked before the conversation was left, or taken away, is no news: why it went stays to be read. */
  const notRead = useCallback(
    (id: string, problem: unknown) => {
      const isOpen = openId.current === id;
      if (isOpen || isSignedOut(problem)) tell(problem);
      if (isOpen && problem instanceof Refused && problem.status === 404) setOpen(undefined);
    },
    [tell],
  );
  const read = useCallback(
    async (id: string) => {
      try {
        const view = await api.conversation(id);
        if (openId.current === id) setOpen((before) => newer(before, view));
        return view;
      } catch (problem) {
        notRead(id, problem);
        return undefined;
      }
    },
    [notRead],
  );
  const show = useCallback(
    async (id: string) => {
      openId.current = id;
      const view = await read(id);
      if (view !== undefined && openId.current === id) live.current?.watch(id, view.sequence);
    },
    [live, read],
  );
  const refresh = useCallback(() => {
    if (openId.current !== undefined) void read(openId.current);
  }, [read]);
  /** Shows a message at once, then reads the conversation anew: it may have changed the owner, the needs or the cases. */
  const hear = useCallback(
    (id: string, message: Line) => {
      if (id !== openId.current) return;
      setOpen((view) => (view === undefined || message.sequence <= view.sequence ? view : withLine(view, message)));
      refresh();
    },
    [refresh],
  );
  const changed = useCallback(
    (id: string) => {
      if (id === openId.current) refresh();
    },
    [refresh],
  );
  /** What became a restricted conversation of another team stands open no longer. */
  const leave = useCallback(
    (id: string) => {
      if (id !== openId.current) return;
      openId.current = undefined;
      setOpen(undefined);
      tell(new Error(t('This conversation is with another team now, who alone may see it.')));
    },
    [tell],
  );
  return { open, show, refresh, hear, leave, changed };
}

function withLine(view: ConversationView, message: Line): ConversationView {
  return { ...view, sequence: message.sequence, transcript: [...view.transcript, message] };
}

/** A view that was read before the last message came lacks that message; what came meanwhile is kept. */
function newer(before: ConversationView | undefined, read: ConversationView): ConversationView {
  if (before?.id !== read.id) return read;
  return before.transcript.filter((line) => line.sequence > read.sequence).reduce(withLine, read);
}
