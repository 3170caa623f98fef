// The open panel: a dialog. On a phone it covers the page and keeps focus; beside a page it leaves it free.

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Chat } from '../chat/chat.ts';
import type { ChatState } from '../chat/state.ts';
import { say, type Words } from '../words/say.ts';
import { Answers } from './answers.tsx';
import { Composer } from './composer.tsx';
import { CloseIcon, LeaveIcon, SettingsIcon } from './icons.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MessageList } from './message-list.tsx';
import { useMatches } from './use-matches.ts';
import type { WaysOut } from './widget.tsx';

interface Props {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly covers: MediaQueryList;
  readonly ways: WaysOut;
}

export function Panel({ chat, state, covers, ways }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const covering = useMatches(covers);
  const { words, landlord } = state;
  const settings = useRef<HTMLButtonElement>(null);
  const [isSetting, setSetting] = useState(false);
  const focusInput = () => input.current?.focus();
  const doneSetting = () => {
    setSetting(false);
    settings.current?.focus();
  };

  const { more } = state;
  const openSettings = async () => {
    if (isSetting) return doneSetting();
    if (await chat.want(true)) setSetting(true);
  };

  useLayoutEffect(focusInput, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (isSetting) doneSetting();
      else chat.close();
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
        <Tools
          words={words}
          leave={ways.leave}
          settings={{ button: settings, isOpen: isSetting, press: openSettings }}
          close={() => chat.close()}
        />
        {more && <more.DeskLine chat={chat} state={state} />}
        <LanguageChoice chat={chat} state={state} />
      </div>
      {more && isSetting && <more.Settings chat={chat} state={state} ways={ways} done={doneSetting} />}
      {more && <more.Aloud chat={chat} state={state} />}
      {/* Kept in place while settings cover it: a live region that is drawn anew would be read out anew. */}
      <div class="talk" hidden={isSetting}>
        <Banner state={state} />
        <MessageList chat={chat} state={state} />
        <Answers chat={chat} state={state} answered={focusInput} />
        <Composer chat={chat} state={state} input={input} />
      </div>
    </div>
  );
}

interface ToolsProps {
  readonly words: Words;
  readonly leave: () => void;
  readonly settings: {
    readonly button: RefObject<HTMLButtonElement | null>;
    readonly isOpen: boolean;
    readonly press: () => void;
  };
  readonly close: () => void;
}

function Tools({ words, leave, settings, close }: ToolsProps) {
  return (
    <div class="tools">
      <button
        type="button"
        class="icon leave"
        aria-label={say(words, 'leave')}
        aria-description={say(words, 'leave-how')}
        title={`${say(words, 'leave')}. ${say(words, 'leave-how')}`}
        onClick={leave}
      >
        <LeaveIcon />
      </button>
      <button
        ref={settings.button}
        type="button"
        class="icon"
        aria-label={say(words, 'settings')}
        aria-expanded={settings.isOpen}
        title={say(words, 'settings')}
        onClick={settings.press}
      >
        <SettingsIcon />
      </button>
      <button type="button" class="icon" aria-label={say(words, 'close')} title={say(words, 'close')} onClick={close}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** One line about the connection, for what lasts and what the tenant may want to know. */
function Banner({ state }: { readonly state: ChatState }) {
  const { words } = state;
  const key = bannerKey(state);
  return (
    <div class="banner" role="status">
      {key === undefined ? null : <p>{say(words, key)}</p>}
    </div>
  );
}

function bannerKey({ link, busy, moreAway, ended, cleared, entries }: ChatState): string | undefined {
  if (link === 'offline' || link === 'reconnecting') return link;
  if (busy) return 'busy';
  if (moreAway) return 'more-away';
  if (ended) return 'ended';
  return cleared && entries.length === 0 ? 'cleared' : undefined;
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
