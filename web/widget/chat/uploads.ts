// Files on their way: how far each message's have come, and the way to stop them.

import type { More } from '../more/load-more.ts';
import type { Sender } from './direct-line.ts';

export class Uploads {
  private readonly told: (id: string, percent: number) => void;
  private readonly stops = new Map<string, () => void>();

  constructor(told: (id: string, percent: number) => void) {
    this.told = told;
  }

  /** Undefined where the third script is not there: the browser's own sends them, and tells nothing on the way. */
  sender(id: string, more: More | 'away' | undefined): Sender | undefined {
    if (!more || more === 'away') return undefined;
    const send = more.uploader((percent) => this.told(id, percent));
    return (url, request) => {
      const stop = new AbortController();
      request.signal.addEventListener('abort', () => stop.abort());
      this.stops.set(id, () => stop.abort());
      return send(url, { ...request, signal: stop.signal }).finally(() => this.stops.delete(id));
    };
  }

  stop(id: string): void {
    this.stops.get(id)?.();
  }
}
