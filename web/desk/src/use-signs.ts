// What passes between the two who speak, and is kept nowhere: that the tenant is writing, and how far each has read.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationView } from './api.ts';
import type { Live } from './live.ts';

const typingShownMs = 4_000;

/** In which conversation the tenant is writing, for some seconds after each sign of it. */
export function useTyping() {
  const [conversation, setConversation] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useCallback((id: string) => {
    setConversation(id);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setConversation(undefined), typingShownMs);
  }, []);
  return { conversation, typed };
}

/** Up to which message the tenant has read, by conversation. */
export function useReceipts() {
  const [receipts, setReceipts] = useState<Readonly<Record<string, number>>>({});
  const received = useCallback(
    (id: string, sequence: number) =>
      setReceipts((before) => ({ ...before, [id]: Math.max(sequence, before[id] ?? 0) })),
    [],
  );
  return { receipts, received };
}

/** Tells what this agent has before their eyes: not what lies behind another window. */
export function useSeen(live: { readonly current: Live | undefined }, open: ConversationView | undefined): void {
  const { id, sequence, owner } = open ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again to the tenant of whoever has taken the conversation
  useEffect(() => {
    if (id === undefined || sequence === undefined) return;
    const tell = () => {
      if (document.visibilityState === 'visible') live.current?.seen(id, sequence);
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [live, id, sequence, owner?.is]);
}

/** Names of colleagues who have the open conversation open, too. */
export function useOthers(open: string | undefined) {
  const [looking, looked] = useState<{ readonly conversation: string; readonly agents: readonly string[] }>();
  return { othersLook: looking?.conversation === open ? (looking?.agents ?? []) : [], looked };
}
