// The chat itself, in the shadow root of the button that fetched it.

import { render } from 'preact';
import { Chat } from './chat/chat.ts';
import { leave, onThreePresses } from './measure/leave.ts';
import { forgetMeasure } from './measure/measure.ts';
import css from './panel.css?inline';
import type { Site } from './site.ts';
import { addStyles } from './styles.ts';
import { Widget } from './view/widget.tsx';

export interface Begun {
  /** Where everything is asked for. */
  readonly base: string;
  /** In which the visitor is spoken to. */
  readonly language: string;
  readonly site: Site;
}

/** Below this width the panel covers the page. The same as in panel.css. */
const coversBelow = '(max-width: 30rem)';

/** Takes the place of the button. `opens`: it was pressed. */
export function mount(
  root: ShadowRoot,
  { opens, instead, ...begun }: Begun & { readonly opens: boolean; readonly instead: HTMLElement },
): void {
  addStyles(root, css);
  const panel = new Panel(root, begun);
  panel.begin().restore({ mayOpen: !panel.covers.matches, opens });
  instead.remove();
}

class Panel {
  readonly covers = matchMedia(coversBelow);
  private readonly begun: Begun;
  private readonly place = document.createElement('div');
  private chat: Chat | undefined;

  constructor(root: ShadowRoot, begun: Begun) {
    this.begun = begun;
    root.append(this.place);
    wakeOnReturn(() => this.chat?.wake());
    onThreePresses(() => this.leave());
  }

  begin(): Chat {
    const chat = new Chat(this.begun);
    this.chat = chat;
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
