// What the desk's page knows, kept up to date by the socket, and what an agent does with it.

import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type ConversationView, type Line, type QueueLine, Refused } from './api.ts';
import { goLive, type Heard, type Live } from './live.ts';

interface Queue {
  readonly waiting: readonly QueueLine[];
  readonly mine: readonly QueueLine[];
}

export function useDesk(signedOut: () => void) {
  const [queue, setQueue] = useState<Queue>({ waiting: [], mine: [] });
  const [connected, setConnected] = useState(true);
  const [told, setTold] = useState('');
  const live = useRef<Live>(undefined);

  const tell = useCallback(
    (problem: unknown) => {
      if (problem instanceof Refused && problem.status === 401) signedOut();
      else setTold(problem instanceof Error ? problem.message : 'That did not work.');
    },
    [signedOut],
  );
  const conversation = useOpenConversation(live, tell);
  const { hear } = conversation;

  useEffect(() => {
    const connection = goLive((heard: Heard) => {
      if (heard.type === 'queue') setQueue(heard);
      else if (heard.type === 'message') hear(heard.conversation, heard.message);
      else if (heard.type !== 'typing') setConnected(heard.type === 'connected');
    });
    live.current = connection;
    return () => connection.close();
  }, [hear]);

  const accept = (line: QueueLine) =>
    api
      .accept(line.id)
      .then(() => setTold(''))
      .catch(tell)
      .finally(() => conversation.show(line.conversation));

  return { queue, connected, told, tell, accept, live, ...conversation };
}

function useOpenConversation(live: { readonly current: Live | undefined }, tell: (problem: unknown) => void) {
  const [open, setOpen] = useState<ConversationView>();
  const openId = useRef<string>(undefined);

  const show = useCallback(
    async (id: string) => {
      openId.current = id;
      try {
        const view = await api.conversation(id);
        if (openId.current !== id) return;
        setOpen(view);
        live.current?.watch(id, view.sequence);
      } catch (problem) {
        tell(problem);
      }
    },
    [live, tell],
  );
  const refresh = useCallback(() => {
    if (openId.current !== undefined) void show(openId.current);
  }, [show]);
  /** Shows a message at once, then reads the conversation anew: it may have changed the owner, the needs or the cases. */
  const hear = useCallback(
    (id: string, message: Line) => {
      if (id !== openId.current) return;
      setOpen((view) =>
        view === undefined || message.sequence <= view.sequence
          ? view
          : { ...view, sequence: message.sequence, transcript: [...view.transcript, message] },
      );
      refresh();
    },
    [refresh],
  );
  return { open, show, refresh, hear };
}
