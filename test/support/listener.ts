// A tenant's WebSocket, as Microsoft's client holds it: it comes back with the watermark of what it got, whenever it is cut off.

import WebSocket from 'ws';
import type { Activity, Tenant } from './tenant.ts';
import { pause } from './wait.ts';

export interface Listener {
  /** All that came, in the order in which it came. */
  readonly heard: readonly Activity[];
  /** How often it had to connect. */
  connects(): number;
  /** As a lost network: it comes back by itself. */
  cut(): void;
  stop(): void;
}

const comeBackMs = 100;

export function listenTo(tenant: Tenant): Listener {
  const heard: Activity[] = [];
  let socket: WebSocket | undefined;
  let watermark = 0;
  let connects = 0;
  let stopped = false;

  const follow = async () => {
    while (!stopped) {
      try {
        const url = await tenant.streamUrl(watermark);
        connects += 1;
        await untilClosed(url);
      } catch {
        // The service is away: looked for again.
      }
      await pause(comeBackMs);
    }
  };
  const untilClosed = (url: string) =>
    new Promise<void>((resolve) => {
      const own = new WebSocket(url);
      socket = own;
      own.on('message', (frame) => {
        const text = String(frame);
        // After a cut nothing more is taken, although some of it may be here already.
        if (text === '' || socket !== own || stopped) return;
        const set = JSON.parse(text) as { activities: Activity[]; watermark: string };
        heard.push(...set.activities.filter(({ type }) => type !== 'typing'));
        watermark = Number(set.watermark);
      });
      own.on('error', () => own.terminate());
      own.on('close', () => resolve());
    });
  void follow();
  return {
    heard,
    connects: () => connects,
    cut: () => {
      const own = socket;
      socket = undefined;
      own?.terminate();
    },
    stop: () => {
      stopped = true;
      socket?.terminate();
    },
  };
}
