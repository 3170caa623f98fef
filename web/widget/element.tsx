// <doorstep-chat>: the widget inside its own shadow root, where the page's styles do not reach and ours do not leave.

import { render } from 'preact';
import { Chat } from './chat/chat.ts';
import type { ChatState } from './chat/state.ts';
import { leave, onThreePresses, usualExit } from './measure/leave.ts';
import { forgetMeasure } from './measure/measure.ts';
import css from './style.css?inline';
import { Widget } from './view/widget.tsx';

/** Below this width the panel covers the page. The same as in style.css. */
const coversBelow = '(max-width: 30rem)';

class ChatElement extends HTMLElement {
  private chat: Chat | undefined;
  private readonly place = document.createElement('div');
  private readonly covers = matchMedia(coversBelow);

  connectedCallback(): void {
    if (this.chat !== undefined) return;
    const root = this.attachShadow({ mode: 'open' });
    addStyles(root, this.base);
    root.append(this.place);
    wakeOnReturn(() => this.chat?.wake());
    onThreePresses(() => this.leave());
    this.begin().restore(!this.covers.matches);
  }

  private get base(): string {
    return this.getAttribute('base') ?? '';
  }

  private begin(): Chat {
    const chat = new Chat({
      base: this.base,
      page: this.getAttribute('language') ?? 'en',
      browser: this.hasAttribute('language-set') ? [] : navigator.languages,
    });
    this.chat = chat;
    chat.subscribe(() => this.wear(chat.state().theme));
    const ways = { clear: () => this.clear(), leave: () => this.leave() };
    render(<Widget chat={chat} covers={this.covers} ways={ways} />, this.place);
    return chat;
  }

  /** This conversation is gone from the device; the next begins with nothing. */
  private clear(): void {
    this.chat?.forget();
    render(null, this.place);
    this.begin().beginAnew();
  }

  /** Only who has it open, or has written in this tab, can have anything to hide. */
  private leave(): void {
    const { chat, base } = this;
    if (chat === undefined || !(chat.state().open || chat.hasBegun())) return;
    leave({
      to: chat.state().ways?.exit ?? usualExit,
      forget: () => {
        chat.forget();
        forgetMeasure(base);
        render(null, this.place);
      },
    });
  }

  /** The landlord's colours; a page that sets `--doorstep-accent` itself has the last word. */
  private wear(theme: ChatState['theme']): void {
    if (theme === undefined) return;
    this.style.setProperty('--theme-accent', theme.accent);
    this.style.setProperty('--theme-accent-text', theme.accentText);
  }
}

function addStyles(root: ShadowRoot, base: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${base}/widget.css`;
  (root as ShadowRoot).append(link);
}

function wakeOnReturn(wake: () => void): void {
  for (const event of ['online', 'offline', 'pageshow']) addEventListener(event, wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });
}

export function defineChatElement(): void {
  if (customElements.get('doorstep-chat') === undefined) customElements.define('doorstep-chat', ChatElement);
}
