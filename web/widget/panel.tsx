// The chat itself, in the shadow root of the button that fetched it.

import { render } from 'preact';
import { Chat } from './chat/chat.ts';
import { leave, onThreePresses } from './measure/leave.ts';
import { forgetMeasure, isUsual, readMeasure } from './measure/measure.ts';
import { loadMore } from './more/load-more.ts';
import css from './panel.css?inline';
import type { Site } from './site.ts';
import { addStyles } from './styles.ts';
import { Widget } from './view/widget.tsx';

export { kit } from './kit.ts';

export interface Begun {
  /** Where everything is asked for. */
  readonly base: string;
  /** In which the visitor is spoken to. */
  readonly language: string;
  readonly site: Site;
}

const patienceMs = 3_000;

/** Below this width the panel covers the page. The same as in panel.css. */
const coversBelow = '(max-width: 30rem)';

/** Takes the place of the button. `opens`: it was pressed. */
export function mount(
  root: ShadowRoot,
  { opens, instead, ...begun }: Begun & { readonly opens: boolean; readonly instead: HTMLElement },
): void {
  addStyles(root, css);
  const panel = new Panel(root, begun);
  const show = () => {
    panel.begin().restore({ mayOpen: !panel.covers.matches, opens });
    instead.remove();
  };
  // Chosen colours are there from the first sight: a flash of white hurts some eyes. Where they do not come, the chat does.
  if (isUsual(readMeasure(begun.base))) show();
  else void Promise.race([loadMore(begun.base), new Promise((resolve) => setTimeout(resolve, patienceMs))]).then(show);
}

class Panel {
  readonly covers = matchMedia(coversBelow);
  private readonly begun: Begun;
  private readonly root: ShadowRoot;
  private readonly place = document.createElement('div');
  private chat: Chat | undefined;
  private isAdorned = false;

  constructor(root: ShadowRoot, begun: Begun) {
    this.begun = begun;
    this.root = root;
    root.append(this.place);
    wakeOnReturn(() => this.chat?.wake());
    onThreePresses(() => this.leave());
  }

  begin(): Chat {
    const chat = new Chat({ ...this.begun, adorn: ({ css: own }) => this.adorn(own) });
    this.chat = chat;
    const ways = { clear: () => this.clear(), leave: () => this.leave() };
    render(<Widget chat={chat} covers={this.covers} ways={ways} />, this.place);
    return chat;
  }

  /** Once, however many chats follow one another here. */
  private adorn(own: string): void {
    if (!this.isAdorned) addStyles(this.root, own);
    this.isAdorned = true;
  }

  /** This conversation is gone from the device; the next begins with nothing. */
  private clear(): void {
    this.chat?.forget();
    render(null, this.place);
    this.begin().beginAnew();
  }

  /** Only who has it open, or has written in this tab, can have anything to hide. */
  private leave(): void {
    const { chat, begun } = this;
    if (chat === undefined || !(chat.state().open || chat.hasBegun())) return;
    leave({
      to: begun.site.ways.exit,
      forget: () => {
        chat.forget();
        forgetMeasure(begun.base);
        render(null, this.place);
      },
    });
  }
}

function wakeOnReturn(wake: () => void): void {
  for (const event of ['online', 'offline', 'pageshow']) addEventListener(event, wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });
}
