// A Bot Framework channel as the Emulator is one: posts activities to the service and takes its replies.

import express from 'express';
import { openServer } from './open-server.ts';

export interface Connector {
  /** Delivers a message, or another activity; gives the status. The same id is the same message. */
  deliver(url: string, activity: { readonly id: string } & Readonly<Record<string, unknown>>): Promise<number>;
  /** The words of every reply, in the order in which they came. */
  readonly replies: readonly string[];
  /** Every activity that is no message, likewise. */
  readonly others: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const replies: string[] = [];
  const others: Record<string, unknown>[] = [];
  const app = express();
  app.post('/v3/*path', express.json(), (request, response) => {
    if (request.body.type === 'message') replies.push(request.body.text);
    else others.push(request.body);
    response.json({ id: `sent-${replies.length}` });
  });
  const { url: serviceUrl, close } = await openServer(app);
  return {
    replies,
    others,
    async deliver(url, given) {
      const activity = {
        type: 'message',
        channelId: 'emulator',
        serviceUrl,
        conversation: { id: 'conversation-1' },
        from: { id: 'user-1', role: 'user' },
        recipient: { id: 'bot-1', role: 'bot' },
        ...given,
      };
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
      });
      await response.arrayBuffer();
      return response.status;
    },
    close,
  };
}
