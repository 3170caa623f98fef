// <doorstep-chat>: the widget inside its own shadow root, where the page's styles do not reach and ours do not leave.

import { render } from 'preact';
import { Chat } from './chat/chat.ts';
import type { ChatState } from './chat/state.ts';
import css from './style.css?inline';
import { Widget } from './view/widget.tsx';

/** Below this width the panel covers the page. The same as in style.css. */
const coversBelow = '(max-width: 30rem)';

class ChatElement extends HTMLElement {
  private started = false;

  connectedCallback(): void {
    if (this.started) return;
    this.started = true;
    const base = this.getAttribute('base') ?? '';
    const root = this.attachShadow({ mode: 'open' });
    addStyles(root, base);
    const chat = new Chat({
      base,
      page: this.getAttribute('language') ?? 'en',
      browser: this.hasAttribute('language-set') ? [] : navigator.languages,
    });
    chat.subscribe(() => this.wear(chat.state().theme));
    const covers = matchMedia(coversBelow);
    wakeOnReturn(() => chat.wake());
    chat.restore(!covers.matches);
    const place = document.createElement('div');
    root.append(place);
    render(<Widget chat={chat} covers={covers} />, place);
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
