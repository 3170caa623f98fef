// <doorstep-chat>: a button in its own shadow root, where the page's styles do not reach and ours do not leave. The chat itself is another
// script, fetched when somebody reaches for the button, or has a conversation in this tab: most visitors need neither.

import { createKeeper } from './chat/kept.ts';
import css from './launcher.css?inline';
import type { Begun, mount } from './panel.tsx';
import { site } from './site.ts';
import { stepAside } from './step-aside.ts';
import { addStyles, linkStyles } from './styles.ts';
import { chatPath } from './view/chat-path.ts';
import { languageFor } from './words/which-language.ts';

/** What the chat's script leaves for the page. */
type Panel = { readonly mount: typeof mount };
const panelNow = () => (globalThis as { doorstepPanel?: Panel }).doorstepPanel;

class ChatElement extends HTMLElement {
  private begun: Begun | undefined;
  private loading: Promise<Panel> | undefined;

  connectedCallback(): void {
    if (this.shadowRoot !== null) return;
    const root = this.attachShadow({ mode: 'open' });
    if (!addStyles(root, css)) linkStyles(root, this.base);
    this.style.setProperty('--theme-accent', site.theme.accent);
    this.style.setProperty('--theme-accent-text', site.theme.accentText);
    const kept = createKeeper(this.base).read();
    this.begun = {
      base: this.base,
      language: languageFor(
        {
          page: this.getAttribute('language') ?? 'en',
          browser: this.hasAttribute('language-set') ? [] : navigator.languages,
        },
        site.languages,
      ),
      site,
    };
    const button = this.draw(root, kept.language ?? this.begun.language);
    stepAside(this);
    const { session, open, draft, unsent = [] } = kept;
    if (session !== undefined || open || draft || unsent.length > 0) void this.replace(root, button, false);
  }

  private get base(): string {
    return this.getAttribute('base') ?? '';
  }

  private draw(root: ShadowRoot, tag: string): HTMLElement {
    const language = site.languages.find((each) => each.tag === tag) ?? site.languages[0];
    const place = document.createElement('div');
    place.className = 'doorstep';
    place.lang = language?.tag ?? 'en';
    place.dir = language?.direction ?? 'ltr';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'launcher';
    button.setAttribute('aria-haspopup', 'dialog');
    button.append(chatIcon(), language?.launcher ?? '');
    // Whoever reaches for it will press it: what it opens is on its way by then.
    for (const event of ['pointerenter', 'focus', 'touchstart'])
      button.addEventListener(event, () => void this.load(tag), { passive: true });
    button.addEventListener('click', () => {
      button.setAttribute('aria-busy', 'true');
      void this.replace(root, place, true);
    });
    place.append(button);
    root.append(place);
    return place;
  }

  private async replace(root: ShadowRoot, place: HTMLElement, opens: boolean): Promise<void> {
    try {
      const { mount } = await this.load(this.begun?.language ?? 'en');
      if (this.begun === undefined || !place.isConnected) return;
      mount(root, { ...this.begun, opens, instead: place });
    } catch {
      // On a line that is down the button stays, to be pressed again; where only the script is kept out, the page without it is there.
      this.loading = undefined;
      place.querySelector('button')?.removeAttribute('aria-busy');
      if (opens && navigator.onLine) location.assign(`${this.base}/chat`);
    }
  }

  private load(language: string): Promise<Panel> {
    const there = panelNow();
    if (there !== undefined) return Promise.resolve(there);
    this.loading ??= new Promise<Panel>((resolve, reject) => {
      // Its words come meanwhile; the chat finds them in the browser's cache.
      if (!language.startsWith('en')) fetch(`${this.base}/widget/words/${language}.json`).catch(() => undefined);
      const script = document.createElement('script');
      script.src = `${this.base}/widget-chat.js`;
      script.onload = () => {
        const panel = panelNow();
        if (panel === undefined) reject(new Error('The chat’s script is another one'));
        else resolve(panel);
      };
      script.onerror = () => reject(new Error('The chat’s script did not come'));
      document.head.append(script);
    });
    return this.loading;
  }
}

function chatIcon(): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  svg.append(make('path', { d: chatPath, fill: 'currentColor' }));
  return svg;
}

export function defineLauncher(): void {
  if (customElements.get('doorstep-chat') === undefined) customElements.define('doorstep-chat', ChatElement);
}
