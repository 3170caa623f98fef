// Reads new messages of the service out, for who has asked for it: not what was there when they asked.

import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { recordingOf } from './own-voice.ts';
import { canSpeak, readOut, type Spoken, stopReading } from './speech.ts';

/** Shows nothing. */
export function Aloud({ chat, state }: { readonly chat: Chat; readonly state: ChatState }): null {
  useReadAloud(chat, state);
  return null;
}

function useReadAloud(chat: Chat, { entries, measure, language, restoring }: ChatState): void {
  const isAloud = measure.aloud && canSpeak();
  const read = useRef<ReadonlySet<string> | undefined>(undefined);
  useEffect(() => {
    const heard = entries.filter(({ from }) => from !== 'you');
    const fresh = read.current === undefined ? [] : heard.filter(({ key }) => !read.current?.has(key));
    // History is not read out, nor what came before reading was asked for.
    read.current = isAloud ? new Set(heard.map(({ key }) => key)) : undefined;
    if (isAloud && !restoring)
      readOut(
        fresh.map((entry) => spoken(entry, language.tag, chat)),
        () => {},
      );
  }, [chat, entries, isAloud, restoring, language.tag]);
  useEffect(() => (isAloud ? stopReading : undefined), [isAloud]);
}

/** With its answers: they are part of the question. */
export function spoken({ id, text, options, language }: Entry, own: string, chat: Chat): Spoken {
  return {
    text: [text, ...options.map(({ label }) => label)].join('. '),
    language: language ?? own,
    recording: () => recordingOf(chat, id),
  };
}
