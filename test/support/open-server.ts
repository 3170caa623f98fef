// An HTTP server on a spare port of this machine, whose WebSockets a test can cut off and count.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import express, { type Express } from 'express';

export interface OpenServer {
  readonly app: Express;
  readonly server: Server;
  readonly url: string;
  /** Destroys every open WebSocket as a lost network does; tells how many there were. */
  cut(): number;
  /** How many upgrades were asked for. */
  upgrades(): number;
  close(): Promise<void>;
}

export async function openServer(app = express()): Promise<OpenServer> {
  const server = createServer(app);
  const sockets = new Set<Duplex>();
  let upgrades = 0;
  server.on('upgrade', (_request, socket) => {
    upgrades += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    app,
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      const open = [...sockets];
      for (const socket of open) socket.destroy();
      return open.length;
    },
    upgrades: () => upgrades,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
