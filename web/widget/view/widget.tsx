// The launcher, and the panel that it opens. Focus goes in with it and comes back with it.

import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import { say } from '../words/say.ts';
import { ChatIcon } from './icons.tsx';
import { Panel } from './panel.tsx';
import { useChat } from './use-chat.ts';
import { useMatches } from './use-matches.ts';

export interface WaysOut {
  readonly clear: () => void;
  readonly leave: () => void;
}

interface Props {
  readonly chat: Chat;
  readonly covers: MediaQueryList;
  readonly ways: WaysOut;
}

export function Widget({ chat, covers, ways }: Props) {
  const state = useChat(chat);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const { open, unread, words, language, measure } = state;

  // With the drawing, not after it: between the two, focus would be nowhere and keys would be lost.
  useLayoutEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const room = useRoom(measure.size);
  const label = unread > 0 ? say(words, 'launcher-unread', { count: unread }) : say(words, 'launcher');
  return (
    <div
      class={['doorstep', measure.simple && 'simple', room.isLow && 'low', room.isNarrow && 'narrow']
        .filter(Boolean)
        .join(' ')}
      lang={language.tag}
      dir={language.direction}
      data-colours={measure.colours}
      data-spacing={measure.spacing}
      style={{ '--size': measure.size / 100 }}
    >
      {open ? (
        <Panel chat={chat} state={state} covers={covers} ways={ways} />
      ) : (
        <button
          ref={launcher}
          type="button"
          class="launcher"
          aria-label={label}
          aria-haspopup="dialog"
          onClick={() => chat.open()}
        >
          <ChatIcon />
          <span aria-hidden="true">{say(words, 'launcher')}</span>
          {unread > 0 && (
            <span class="badge" aria-hidden="true">
              {unread}
            </span>
          )}
        </button>
      )}
    </div>
  );
}

/**
 * How much fits on the screen in letters of the size that was chosen. Low: a list with a scroll bar of its own would show one line, so the
 * whole panel scrolls. Narrow: nothing fits beside the writing.
 */
function useRoom(size: number) {
  const [low, narrow] = useMemo(
    () => [matchMedia(`(max-height: ${0.26 * size}em)`), matchMedia(`(max-width: ${0.17 * size}em)`)] as const,
    [size],
  );
  return { isLow: useMatches(low), isNarrow: useMatches(narrow) };
}
