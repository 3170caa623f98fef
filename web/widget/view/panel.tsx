// The open panel: a dialog. On a phone it covers the page and keeps focus; beside a page it leaves it free.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/state.ts';
import { say } from '../words/words.ts';
import { Answers } from './answers.tsx';
import { Composer } from './composer.tsx';
import { CloseIcon } from './icons.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MessageList } from './message-list.tsx';

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly covers: MediaQueryList;
}

export function Panel({ chat, state, covers }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const covering = useMatches(covers);
  const { words, landlord } = state;
  const focusInput = () => input.current?.focus();

  useLayoutEffect(focusInput, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      chat.close();
    } else if (event.key === 'Tab' && covering) keepFocusIn(panel, event);
  };

  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-labelledby="doorstep-title"
      aria-modal={covering ? 'true' : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <h2 id="doorstep-title">{say(words, 'title', { landlord: landlord || '…' }).replace(/[\s:]*…$/, '')}</h2>
        <LanguageChoice chat={chat} state={state} />
        <button
          type="button"
          class="icon"
          aria-label={say(words, 'close')}
          title={say(words, 'close')}
          onClick={() => chat.close()}
        >
          <CloseIcon />
        </button>
      </div>
      <Banner state={state} />
      <MessageList chat={chat} state={state} />
      <Answers chat={chat} state={state} answered={focusInput} />
      <Composer chat={chat} state={state} input={input} />
    </div>
  );
}

/** One line about the connection, for what lasts and what the tenant may want to know. */
function Banner({ state }: { readonly state: ChatState }) {
  const { link, busy, ended, words } = state;
  const key = link === 'offline' || link === 'reconnecting' ? link : busy ? 'busy' : ended ? 'ended' : undefined;
  return (
    <div class="banner" role="status">
      {key === undefined ? null : <p>{say(words, key)}</p>}
    </div>
  );
}

function useMatches(query: MediaQueryList): boolean {
  const [matches, setMatches] = useState(query.matches);
  useEffect(() => {
    const changed = () => setMatches(query.matches);
    // Safari before 14 has only the older name.
    query.addListener(changed);
    return () => query.removeListener(changed);
  }, [query]);
  return matches;
}

/** Tab goes round inside the panel while it covers the page: what is under it cannot be seen. */
function keepFocusIn(panel: RefObject<HTMLDivElement | null>, event: KeyboardEvent): void {
  if (panel.current === null) return;
  const inside = panel.current.querySelectorAll<HTMLElement>(
    'button, select, textarea, input, a[href], summary, [tabindex="0"]',
  );
  const stops = Array.from(inside).filter((element) => element.tabIndex >= 0 && element.getClientRects().length > 0);
  const first = stops[0];
  const last = stops[stops.length - 1];
  const active = (panel.current.getRootNode() as ShadowRoot).activeElement;
  const next = event.shiftKey && active === first ? last : !event.shiftKey && active === last ? first : undefined;
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
