// <doorstep-chat>: a button in its own shadow root, where the page's styles do not reach and ours do not leave. The chat itself is another
// script, fetched when somebody reaches for the button, or has a conversation in this tab: most visitors need neither. What a page may
// set, call and hear of is in docs/embedding.md.

import { createKeeper } from './chat/kept.ts';
import { fetchScript } from './fetch-script.ts';
import css from './launcher.css?inline';
import type { Begun, Mounted, mount } from './panel.tsx';
import { site } from './site.ts';
import { stepAside } from './step-aside.ts';
import { addStyles, linkStyles } from './styles.ts';
import { tell } from './tell.ts';
import { chatPath } from './view/chat-path.ts';
import { languageFor } from './words/which-language.ts';

/** What the chat's script leaves for the page. */
type Panel = { readonly mount: typeof mount };
const panelNow = () => (globalThis as { doorstepPanel?: Panel }).doorstepPanel;

/** What the tools' script leaves. */
type PageTools = typeof import('./page/page.ts');

/** A token of the landlord's portal, or where to get one when it is needed: it lives for minutes only. */
export type Identity = string | (() => string | undefined | Promise<string | undefined>);

/** One chat to a page, however often its script or its element is put there. */
let active: ChatElement | undefined;

class ChatElement extends HTMLElement {
  private begun: Begun | undefined;
  private loading: Promise<Panel> | undefined;
  private mounted: Mounted | undefined;
  private place: HTMLElement | undefined;
  private stopLooking: (() => void) | undefined;
  private takeTools: (() => void) | undefined;
  private identity: Identity | undefined;

  connectedCallback(): void {
    if (active === this || active?.isConnected) return;
    if (!mayBeAt(this.base)) tell(this, 'error', { code: 'origin', reason: notOurs });
    else {
      active?.end();
      active = this;
      this.begin();
    }
  }

  /** A page that moves its parts about takes us out and puts us back in one go: that is no end. */
  disconnectedCallback(): void {
    setTimeout(() => this.isConnected || this.end());
  }

  /** With words in the field to write in, for the tenant to send. */
  open(words?: string): void {
    if (this.mounted !== undefined) this.mounted.open(words);
    else {
      if (words) createKeeper(this.base).keep({ draft: words });
      this.press();
    }
  }

  close(): void {
    this.mounted?.close();
  }

  /** Takes the conversation off this device, as its own button does: for a page on which somebody signs out. */
  clear(): void {
    this.identity = undefined;
    if (this.mounted !== undefined) this.mounted.clear();
    else createKeeper(this.base).forget();
  }

  /** Who is signed in on the page. Told to the service with the next message, and at once where a conversation is under way. */
  identify(identity: Identity | undefined): void {
    this.identity = identity;
    this.mounted?.identify(identity);
  }

  private begin(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (!addStyles(root, css)) linkStyles(root, this.base);
    this.style.setProperty('--theme-accent', site.theme.accent);
    this.style.setProperty('--theme-accent-text', site.theme.accentText);
    const kept = createKeeper(this.base).read();
    this.begun = {
      base: this.base,
      host: this,
      language: languageFor(
        {
          page: this.getAttribute('language') ?? (document.documentElement.lang || navigator.language),
          browser: this.hasAttribute('language') ? [] : navigator.languages,
        },
        site.languages,
      ),
      site,
      theme: this.getAttribute('theme'),
    };
    this.place = this.draw(root, kept.language ?? this.begun.language);
    this.stopLooking = stepAside(this);
    if (this.hasAttribute('page-tools')) void this.putTools(this.begun);
    const { session, open, draft, unsent = [] } = kept;
    if (session !== undefined || open || draft || unsent.length > 0) void this.replace(false);
  }

  private end(): void {
    this.mounted?.end();
    this.mounted = undefined;
    this.place?.remove();
    this.stopLooking?.();
    this.takeTools?.();
    if (active === this) active = undefined;
  }

  /** Reading tools for the page itself, where it asks for them: without them it is as it was. */
  private async putTools(begun: Begun): Promise<void> {
    await fetchScript(`${this.base}/widget-page.js`).catch(() => undefined);
    const { doorstepPage } = globalThis as { doorstepPage?: PageTools };
    if (active === this) this.takeTools = doorstepPage?.start(begun);
  }

  private get base(): string {
    return this.getAttribute('base') ?? cameFrom;
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
      button.addEventListener(event, () => void this.load(tag).catch(() => undefined), { passive: true });
    button.addEventListener('click', () => this.press());
    place.append(button);
    root.append(place);
    return place;
  }

  private press(): void {
    this.place?.querySelector('button')?.setAttribute('aria-busy', 'true');
    void this.replace(true);
  }

  private async replace(opens: boolean): Promise<void> {
    const { begun, place } = this;
    if (begun === undefined || place === undefined) return;
    try {
      const { mount } = await this.load(begun.language);
      if (this.mounted !== undefined || !place.isConnected) return;
      this.mounted = mount(this.shadowRoot as ShadowRoot, { ...begun, opens, instead: place, identity: this.identity });
    } catch {
      // On a line that is down the button stays, to be pressed again; where only the script is kept out, the page without it is there.
      this.loading = undefined;
      place.querySelector('button')?.removeAttribute('aria-busy');
      tell(this, 'error', { code: 'script' });
      if (opens && navigator.onLine) location.assign(`${this.base}/chat`);
    }
  }

  private load(language: string): Promise<Panel> {
    const there = panelNow();
    if (there !== undefined) return Promise.resolve(there);
    // Its words come meanwhile; the chat finds them in the browser's cache.
    if (this.loading === undefined && !language.startsWith('en'))
      fetch(`${this.base}/widget/words/${language}.json`).catch(() => undefined);
    this.loading ??= fetchScript(`${this.base}/widget-chat.js`).then(() => {
      const panel = panelNow();
      if (panel === undefined) throw new Error('The chat’s script is another one');
      return panel;
    });
    return this.loading;
  }
}

const notOurs = 'This page may not show the chat: its origin is not among `origins` in the landlord pack.';

/** What the service would refuse is not shown: a tenant would write into nothing. */
function mayBeAt(base: string): boolean {
  const { origin } = location;
  return origin === new URL(base, location.href).origin || site.origins.includes(origin);
}

let cameFrom = '';

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

/** @param from where the script came from: everything else is asked of that same address */
export function defineLauncher(from: string): void {
  cameFrom ||= from;
  if (customElements.get('doorstep-chat') === undefined) customElements.define('doorstep-chat', ChatElement);
}
