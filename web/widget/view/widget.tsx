// The launcher, and the panel that it opens. Focus goes in with it and comes back with it.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import { say } from '../words/words.ts';
import { ChatIcon } from './icons.tsx';
import { Panel } from './panel.tsx';
import { useChat } from './use-chat.ts';

export function Widget({ chat, covers }: { readonly chat: Chat; readonly covers: MediaQueryList }) {
  const state = useChat(chat);
  const launcher = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const { open, unread, words, language } = state;

  // With the drawing, not after it: between the two, focus would be nowhere and keys would be lost.
  useLayoutEffect(() => {
    if (wasOpen.current && !open) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const label = unread > 0 ? say(words, 'launcher-unread', { count: unread }) : say(words, 'launcher');
  return (
    <div class="doorstep" lang={language.tag} dir={language.direction}>
      {open ? (
        <Panel chat={chat} state={state} covers={covers} />
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
