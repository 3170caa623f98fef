// A Bot Framework channel as the Emulator is one: posts activities to the service and takes its replies.

import express from 'express';
import { openServer } from './open-server.ts';

export interface Connector {
  /** Delivers a message; gives the status. The same id is the same message. */
  deliver(url: string, message: { readonly id: string; readonly text: string }): Promise<number>;
  /** The words of every reply, in the order in which they came. */
  readonly replies: readonly string[];
  close(): Promise<void>;
}

export async function openConnector(): Promise<Connector> {
  const replies: string[] = [];
  const app = express();
  app.post('/v3/*path', express.json(), (request, response) => {
    if (request.body.type === 'message') replies.push(request.body.text);
    response.json({ id: `sent-${replies.length}` });
  });
  const { url: serviceUrl, close } = await openServer(app);
  return {
    replies,
    async deliver(url, { id, text }) {
      const activity = {
        type: 'message',
        id,
        text,
        channelId: 'emulator',
        serviceUrl,
        conversation: { id: 'conversation-1' },
        from: { id: 'user-1', role: 'user' },
        recipient: { id: 'bot-1', role: 'bot' },
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
