// Hearing what is new: a WebSocket, and asking every few seconds where sockets do not get through. Whatever happens to the
// line, hearing goes on after the watermark, so nothing is missed; what comes twice is told apart by its sequence.

import type { ActivitySet, DirectLine } from './direct-line.ts';
import { backOffMs, Nap } from './nap.ts';
import type { Session } from './session.ts';
import { openSocket, type Socket } from './socket.ts';

interface About {
  readonly directLine: DirectLine;
  readonly session: Session;
  readonly watermark: () => string;
  readonly heard: (set: ActivitySet) => void;
  readonly link: (now: 'online' | 'offline' | 'reconnecting') => void;
}

const pollMs = 2_000;
const pollHiddenMs = 15_000;
/** So many sockets in a row that did not open: ask instead, and try a socket again later. */
const socketsBeforePolling = 2;
const pollsBeforeSocket = 20;
/** After a phone was asleep, its open socket may be none. */
const doubtfulMs = 40_000;

export class Stream {
  private readonly about: About;
  private readonly nap = new Nap();
  private running = false;
  private failures = 0;
  private badSockets = 0;
  private socket: Socket | undefined;

  constructor(about: About) {
    this.about = about;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    void this.run();
  }

  stop(): void {
    this.running = false;
    this.socket?.close();
    this.nap.wake();
  }

  /** The line may be back, or the tenant looks again: try now. */
  wake(): void {
    this.socket?.closeIfSilent(navigator.onLine ? doubtfulMs : 0);
    this.nap.wake();
  }

  private async run(): Promise<void> {
    while (this.running) {
      const held = this.badSockets < socketsBeforePolling ? await this.throughSocket() : await this.throughPolling();
      if (!held) this.failures += 1;
      // One lost socket is opened anew within a second and says nothing: the banner is for what lasts.
      if (!navigator.onLine) this.about.link('offline');
      else if (this.failures > 1) this.about.link('reconnecting');
      await this.nap.sleep(backOffMs(this.failures));
    }
  }

  private async throughSocket(): Promise<boolean> {
    const { directLine, session, watermark } = this.about;
    const now = session.current();
    if (now === undefined) return false;
    const answer = await directLine.reconnect(now.token, now.conversationId, watermark());
    if (answer.is !== 'ok') return this.renewed(answer.is);
    session.take(answer.body);
    this.socket = openSocket(directLine.socketUrl(answer.body.streamUrl), {
      open: () => this.online(),
      frame: (text) => this.hear(text),
    });
    const held = await this.socket.ended;
    this.socket = undefined;
    this.badSockets = held ? 0 : this.badSockets + 1;
    return held;
  }

  private async throughPolling(): Promise<boolean> {
    const { directLine, session, watermark, heard } = this.about;
    for (let polls = 0; polls < pollsBeforeSocket; polls += 1) {
      const now = session.current();
      if (now === undefined) return false;
      const answer = await directLine.read(now.token, now.conversationId, watermark());
      if (answer.is !== 'ok') return this.renewed(answer.is);
      this.online();
      heard(answer.body);
      await this.nap.sleep(document.hidden ? pollHiddenMs : pollMs);
    }
    this.badSockets = socketsBeforePolling - 1;
    return true;
  }

  /** False when there is nobody to ask now. */
  private async renewed(is: string): Promise<boolean> {
    if (is !== 'expired' && is !== 'gone') return false;
    const answer = await this.about.session.renew();
    // A token that is renewed and refused again and again waits longer each time, like any failure.
    this.failures += 1;
    return answer.is === 'ok';
  }

  private online(): void {
    this.failures = 0;
    this.about.link('online');
  }

  private hear(frame: string): void {
    try {
      this.about.heard(JSON.parse(frame) as ActivitySet);
    } catch {
      // A broken frame: connect anew, after the last watermark.
      this.socket?.close();
    }
  }
}
