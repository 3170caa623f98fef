// A language model's endpoint on this machine, in the shape of OpenAI's: it answers whatever the test tells it to and keeps what it
// was asked.

import express, { type Response } from 'express';
import { type OpenServer, openServer } from './open-server.ts';

interface AskedBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export interface ChatCompletions {
  readonly url: string;
  readonly asked: { readonly key: string | undefined; readonly body: AskedBody }[];
  /** The tenant's words in the last request, as they were sent. */
  lastText(): string;
  /** From now on the model says this. */
  says(content: unknown): void;
  /** From now on the endpoint does this instead. */
  does(answer: (response: Response) => void): void;
  close(): Promise<void>;
}

export async function openChatCompletions(): Promise<ChatCompletions> {
  const asked: ChatCompletions['asked'] = [];
  let answer: (response: Response) => void = (response) => void response.sendStatus(500);
  const app = express();
  app.use(express.json());
  app.post('/v1/chat/completions', (request, response) => {
    asked.push({ key: request.get('authorization'), body: request.body });
    answer(response);
  });
  const server: OpenServer = await openServer(app);
  return {
    url: `${server.url}/v1`,
    asked,
    lastText: () => JSON.parse(asked.at(-1)?.body.messages.at(-1)?.content ?? '{}').tenantWrote ?? '',
    says(content) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      answer = (response) =>
        void response.json({
          id: 'chatcmpl-1',
          object: 'chat.completion',
          choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } }],
          usage: { total_tokens: 1 },
        });
    },
    does(next) {
      answer = next;
    },
    close: server.close,
  };
}
