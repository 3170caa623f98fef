// Words that another part of the page puts into the reply.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { focusSoon } from './use-canned-reply.tsx';

export type Put = (text: string) => void;

/** `by`: the reply gives its own way here while it is open; `put`: undefined while none is. */
export function useToReply() {
  const [held, hold] = useState<{ readonly put: Put }>();
  // Not `hold(put)`: a function would be called.
  const [by] = useState(() => (put: Put | undefined) => hold(put && { put }));
  return { put: held?.put, by };
}

interface Writing {
  readonly typed: string;
  readonly write: (text: string) => void;
  readonly box: RefObject<HTMLElement | null>;
}

/** Adds to what is being written; nothing of that is lost. */
export function useTakesWords(toReply: (put: Put | undefined) => void, writing: Writing): void {
  const now = useRef(writing);
  now.current = writing;
  useEffect(() => {
    toReply((text) => {
      const { typed, write, box } = now.current;
      write([typed.trim(), text].filter(Boolean).join('\n'));
      focusSoon(box);
    });
    return () => toReply(undefined);
  }, [toReply]);
}
