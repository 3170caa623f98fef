// The chat itself, in the shadow root of the button that fetched it.

import { render } from 'preact';
import { Chat } from './chat/chat.ts';
import type { Identity } from './launcher.ts';
import { leave, onThreePresses } from './measure/leave.ts';
import { forgetMeasure } from './measure/measure.ts';
import css from './panel.css?inline';
import type { Site } from './site.ts';
import { addStyles } from './styles.ts';
import { tell } from './tell.ts';
import { Widget } from './view/widget.tsx';

export interface Begun {
  /** Where everything is asked for. */
  readonly base: string;
  /** In which the visitor is spoken to. */
  readonly language: string;
  readonly site: Site;
  /** Our element: what it says goes to the page. */
  readonly host: HTMLElement;
  /** The colours that the page sets, until somebody chooses their own. */
  readonly theme: string | null;
}

/** What a page may do with the chat. */
export interface Mounted {
  open(): void;
  close(): void;
  clear(): void;
  identify(identity: Identity | undefined): void;
  end(): void;
}

interface Mounting extends Begun {
  /** The button was pressed. */
  readonly opens: boolean;
  readonly instead: HTMLElement;
  readonly identity: Identity | undefined;
}

/** Below this width the panel covers the page. The same as in panel.css. */
const coversBelow = '(max-width: 30rem)';

/** Takes the place of the button. */
export function mount(root: ShadowRoot, { opens, instead, identity, ...begun }: Mounting): Mounted {
  addStyles(root, css);
  const panel = new Panel(root, begun, identity);
  panel.begin().restore({ mayOpen: !panel.covers.matches, opens });
  instead.remove();
  return panel;
}

class Panel implements Mounted {
  readonly covers = matchMedia(coversBelow);
  private readonly begun: Begun;
  private identity: Identity | undefined;
  private readonly endings: readonly (() => void)[];
  private readonly place = document.createElement('div');
  private chat: Chat | undefined;

  constructor(root: ShadowRoot, begun: Begun, identity: Identity | undefined) {
    this.begun = begun;
    this.identity = identity;
    root.append(this.place);
    this.endings = [wakeOnReturn(() => this.chat?.wake()), onThreePresses(() => this.leave())];
  }

  open(): void {
    this.chat?.open();
  }

  close(): void {
    this.chat?.close();
  }

  identify(identity: Identity | undefined): void {
    this.identity = identity;
    const { chat } = this;
    void chat?.identify(identity).then((isAnother) => isAnother && chat === this.chat && this.anew(chat.state().open));
  }

  /** Taken off the page. The conversation stays in the tab, for the next time. */
  end(): void {
    for (const end of this.endings) end();
    this.chat?.stop();
    render(null, this.place);
    this.place.remove();
  }

  begin(): Chat {
    const { host } = this.begun;
    const chat = new Chat({ ...this.begun, tell: (what, detail) => tell(host, what, detail) });
    this.chat = chat;
    this.identify(this.identity);
    const ways = { clear: () => this.anew(true), leave: () => this.leave() };
    render(<Widget chat={chat} covers={this.covers} ways={ways} />, this.place);
    return chat;
  }

  /** This conversation is gone from the device; the next begins with nothing, for nobody who was signed in. */
  clear(): void {
    this.identity = undefined;
    this.anew(this.chat?.state().open === true);
  }

  private anew(opens: boolean): void {
    this.chat?.forget();
    render(null, this.place);
    this.begin().beginAnew(opens);
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

/** @returns what ends it */
function wakeOnReturn(wake: () => void): () => void {
  const looked = () => document.hidden || wake();
  for (const event of ['online', 'offline', 'pageshow']) addEventListener(event, wake);
  document.addEventListener('visibilitychange', looked);
  return () => {
    for (const event of ['online', 'offline', 'pageshow']) removeEventListener(event, wake);
    document.removeEventListener('visibilitychange', looked);
  };
}
