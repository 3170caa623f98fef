// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
// The one live region: messages are added to it one by one, and what is there is never drawn anew, so a screen reader reads each once.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState, Entry } from '../chat/state.ts';
import { say } from '../words/say.ts';
import { Message } from './message.tsx';

/** Nearer to the end than this, the tenant is reading the newest. */
const nearEndPixels = 80;

const starters = ['start-repair', 'start-complaint', 'start-adjustment', 'start-person'];

export function MessageList({ chat, state }: { readonly chat: Chat; readonly state: ChatState }) {
  const { entries, words, restoring, writing, more } = state;
  const standing = more?.standings(state);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [behind, setBehind] = useState(false);

  const toEnd = () => list.current !== null && scrollToEnd(list.current);
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = list.current ?? {
      scrollTop: 0,
      scrollHeight: 0,
      clientHeight: 0,
    };
    atEnd.current = scrollHeight - scrollTop - clientHeight < nearEndPixels;
    if (atEnd.current) setBehind(false);
  };

  const newest = entries[entries.length - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a message is added, not at each drawing
  useLayoutEffect(() => {
    if (atEnd.current || newest?.delivery === 'sending') toEnd();
    else setBehind(true);
  }, [newest?.key, writing]);
  useKeptEnd(list, atEnd, toEnd);

  return (
    <div class="messages">
      <div
        ref={list}
        class="log"
        role="log"
        aria-live={restoring ? 'off' : 'polite'}
        aria-label={say(words, 'messages')}
        tabIndex={0}
        onScroll={onScroll}
      >
        <Welcome chat={chat} state={state} />
        <ol>
          {entries.map((entry, index) => (
            <Message
              key={entry.key}
              chat={chat}
              entry={entry}
              state={state}
              opensRun={opensRun(entry, entries[index - 1])}
              standing={standing?.get(entry.key)}
            />
          ))}
        </ol>
      </div>
      {/* Seen, not read out: a screen reader would say it over and over. */}
      {writing && (
        <p class="writing" aria-hidden="true">
          {say(words, 'agent-writing')}
        </p>
      )}
      {behind && (
        <button type="button" class="latest" onClick={toEnd}>
          {say(words, 'latest')}
        </button>
      )}
    </div>
  );
}

function scrollToEnd(list: HTMLElement): void {
  list.scrollTop = list.scrollHeight;
  // Zoomed in far, the list does not scroll by itself: the panel does.
  if (list.scrollHeight <= list.clientHeight + 1) {
    list.querySelector('ol')?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }
}

function opensRun(entry: Entry, before: Entry | undefined): boolean {
  return before === undefined || before.from !== entry.from || before.name !== entry.name;
}

/** When the list grows shorter (buttons, the phone's keyboard), its end stays in sight. */
function useKeptEnd(
  list: { readonly current: HTMLElement | null },
  atEnd: { readonly current: boolean },
  toEnd: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for as long as the list is there
  useEffect(() => {
    if (list.current === null || !('ResizeObserver' in window)) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(list.current);
    // What is told under a message (sent, read) makes the list longer without a new message.
    const messages = list.current.querySelector('ol');
    if (messages !== null) watcher.observe(messages);
    return () => watcher.disconnect();
  }, []);
}

/** Said by the widget itself: nothing is recorded anywhere until the tenant writes. */
function Welcome({ chat, state }: { readonly chat: Chat; readonly state: ChatState }) {
  const { words, entries, restoring } = state;
  return (
    <div class="welcome">
      <p>{say(words, 'welcome')}</p>
      {entries.length === 0 && !restoring && (
        <ul>
          {starters.map((key) => (
            <li key={key}>
              <button type="button" class="choice" onClick={() => chat.say(say(words, key))}>
                {say(words, key)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
