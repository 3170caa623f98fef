// A tenant on the web, speaking Direct Line by plain requests.

import { randomUUID } from 'node:crypto';
import { directLineSecret } from './service.ts';
import { pause, until } from './wait.ts';

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelData: Readonly<Record<string, unknown>> & { readonly 'webchat:sequence-id': number };
}

interface Posted {
  readonly status: number;
  readonly id?: string;
  readonly retryAfterMs?: number;
}

export interface Tenant {
  readonly conversation: string;
  readonly token: string;
  /** Of every message that was acknowledged: the client's own id and the id that the service gave it, in the order of sending. */
  readonly acknowledged: Map<string, string>;
  /** Posts once; answers the status and, when it was taken, the id. */
  post(
    text: string,
    more?: {
      readonly clientActivityId?: string;
      readonly value?: unknown;
      readonly giveUpAfterMs?: number | undefined;
    },
  ): Promise<Posted>;
  /** Tells that the tenant is writing. */
  typing(): Promise<void>;
  /**
   * Posts until the service has acknowledged it, however often it dies meanwhile. Resolves with the id that it was given.
   *
   * @param giveUpAfterMs the first try is given up after so long, whether or not it arrived: its answer is lost on the way
   */
  insist(text: string, giveUpAfterMs?: number): Promise<string>;
  read(after?: number): Promise<readonly Activity[]>;
  /** Says something and waits for the answer to it; resolves with the replies. */
  say(text: string): Promise<readonly Activity[]>;
  /** Waits for the answer to an acknowledged message. */
  answerTo(id: string): Promise<readonly Activity[]>;
  /** The address of a stream that goes on after this number. */
  streamUrl(after: number): Promise<string>;
}

/** Longer than any fault of the tests lasts. */
const patienceMs = 300_000;
const requestLimitMs = 15_000;

interface Session {
  readonly token: string;
  readonly conversationId: string;
}

/**
 * @param where the service's address, or what gives one for each request when there are several instances
 * @param begun a session that was begun elsewhere, as the landlord's portal does it
 */
export async function newTenant(where: string | (() => string), begun?: Session): Promise<Tenant> {
  const url = typeof where === 'string' ? () => where : where;
  const { token, conversationId } = begun ?? (await begin(url));
  const at = () => `${url()}/v3/directline/conversations/${conversationId}`;
  const ask = (
    address: string,
    { limitMs = requestLimitMs, ...more }: { method?: string; body?: string; limitMs?: number | undefined } = {},
  ) =>
    fetch(address, {
      ...more,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(limitMs),
    });
  const acknowledged = new Map<string, string>();

  const post: Tenant['post'] = async (text, { clientActivityId = randomUUID(), value, giveUpAfterMs } = {}) => {
    const activity = {
      type: 'message',
      text,
      from: { id: 'dl_me' },
      ...(value === undefined ? {} : { value }),
      channelData: { clientActivityID: clientActivityId },
    };
    const body = JSON.stringify(activity);
    const response = await ask(`${at()}/activities`, { method: 'POST', body, limitMs: giveUpAfterMs });
    const retryAfter = response.headers.get('retry-after');
    const { id } = (await response.json().catch(() => ({}))) as { id?: string };
    if (response.status === 200 && id !== undefined) acknowledged.set(clientActivityId, id);
    return {
      status: response.status,
      ...(id === undefined ? {} : { id }),
      ...(retryAfter === null ? {} : { retryAfterMs: Number(retryAfter) }),
    };
  };
  const read: Tenant['read'] = async (after = 0) => {
    const all: Activity[] = [];
    let watermark = String(after);
    for (;;) {
      const response = await ask(`${at()}/activities?watermark=${watermark}`);
      const set = (await response.json()) as { activities: Activity[]; watermark: string };
      all.push(...set.activities);
      if (set.activities.length === 0) return all;
      watermark = set.watermark;
    }
  };
  const answerTo: Tenant['answerTo'] = (id) =>
    until(
      `An answer to ${id} comes`,
      async () => {
        const replies = (await read(numberIn(id))).filter((each) => each.replyToId === id);
        return replies.length > 0 ? replies : undefined;
      },
      { withinMs: patienceMs },
    );

  return {
    conversation: conversationId,
    token,
    acknowledged,
    post,
    read,
    answerTo,
    async typing() {
      const activity = { type: 'typing', from: { id: 'dl_me' } };
      await ask(`${at()}/activities`, { method: 'POST', body: JSON.stringify(activity) });
    },
    async insist(text, giveUpAfterMs) {
      const clientActivityId = randomUUID();
      if (giveUpAfterMs !== undefined) await post(text, { clientActivityId, giveUpAfterMs }).catch(() => undefined);
      return await until(
        'An acknowledgement comes',
        async () => {
          const { status, id, retryAfterMs } = await post(text, { clientActivityId });
          if (status === 429) await pause(Math.min(retryAfterMs ?? 100, 2_000));
          return status === 200 ? id : undefined;
        },
        { withinMs: patienceMs },
      );
    },
    async say(text) {
      const { status, id } = await post(text);
      if (status !== 200 || id === undefined) throw new Error(`The service answered ${status}`);
      return await answerTo(id);
    },
    async streamUrl(after) {
      const response = await ask(`${at()}?watermark=${after}`);
      const { streamUrl } = (await response.json()) as { streamUrl: string };
      // Whatever address the service is known by outside, the test wants this instance.
      const { pathname, search } = new URL(streamUrl);
      return `${url().replace('http', 'ws')}${pathname}${search}`;
    },
  };
}

function begin(url: () => string): Promise<Session> {
  return until('A conversation begins', async () => {
    const response = await fetch(`${url()}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${directLineSecret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: { id: `dl_${randomUUID()}` } }),
    });
    return response.ok ? ((await response.json()) as Session) : undefined;
  });
}

/** The conversation's own number of the message with this id. */
export function numberIn(id: string): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}
