// The calls of Direct Line 3.0 that the widget makes. Every answer is a value: nothing here throws.

export type Answer<T> =
  | { readonly is: 'ok'; readonly body: T }
  /** The token is not taken any more. */
  | { readonly is: 'expired' }
  /** No such conversation. */
  | { readonly is: 'gone' }
  | { readonly is: 'busy'; readonly retryAfterMs: number }
  /** Sending the same again would be refused again. */
  | { readonly is: 'refused'; readonly status: number }
  /** Not reached, or it could not be done now: sending the same again is right. */
  | { readonly is: 'away' };

export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly value?: {
    readonly lastDeliveredMessageId?: string;
    readonly lastReadMessageId?: string;
    readonly position?: number;
    readonly waitMinutes?: number;
  };
  readonly timestamp?: string;
  readonly locale?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly attachments?: readonly {
    readonly name?: string;
    readonly contentType?: string;
    readonly contentUrl?: string;
    readonly content?: unknown;
  }[];
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

export interface Started {
  readonly token: string;
  readonly conversationId: string;
  readonly expires_in: number;
}

export interface DirectLine {
  session(
    token: string | undefined,
    about: {
      readonly language: string;
      readonly conversationId?: string | undefined;
      readonly identity?: string | undefined;
    },
  ): Promise<Answer<Started>>;
  refresh(token: string): Promise<Answer<Started>>;
  reconnect(
    token: string,
    conversation: string,
    watermark: string,
  ): Promise<Answer<{ readonly streamUrl: string; readonly token?: string; readonly expires_in?: number }>>;
  read(token: string, conversation: string, watermark: string): Promise<Answer<ActivitySet>>;
  post(
    token: string,
    conversation: string,
    message: {
      readonly activity: unknown;
      readonly files: readonly File[];
      /** Sends in place of the browser's fetch, which tells nothing on the way. */
      readonly sender?: Sender | undefined;
    },
  ): Promise<Answer<{ readonly id?: string }>>;
  /** The stream's address on the host that the script came from: a page's policy need name only that one. */
  socketUrl(streamUrl: string): string;
}

/** A request on its way, and what came back: as much of a Response as is looked at. */
export type Sender = (
  url: string,
  request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: FormData;
    readonly signal: AbortSignal;
  },
) => Promise<Pick<Response, 'ok' | 'status' | 'json'> & { readonly headers: Pick<Headers, 'get'> }>;

const limitMs = 20_000;
/** Photographs over a slow line. */
const uploadLimitMs = 180_000;

export function createDirectLine(base: string): DirectLine {
  const root = `${base}/v3/directline`;
  const at = (conversation: string) => `${root}/conversations/${encodeURIComponent(conversation)}`;
  const mark = (watermark: string) => (watermark === '' ? '' : `?watermark=${encodeURIComponent(watermark)}`);
  return {
    session: (token, about) => ask(`${base}/widget/session`, { token, method: 'POST', json: about }),
    refresh: (token) => ask(`${root}/tokens/refresh`, { token, method: 'POST', json: {} }),
    reconnect: (token, conversation, watermark) => ask(at(conversation) + mark(watermark), { token }),
    read: (token, conversation, watermark) =>
      ask(`${at(conversation)}/activities?place&watermark=${encodeURIComponent(watermark)}`, { token }),
    post(token, conversation, { activity, files, sender }) {
      if (files.length === 0) return ask(`${at(conversation)}/activities`, { token, method: 'POST', json: activity });
      const form = new FormData();
      form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
      for (const file of files) form.append('file', file, file.name);
      return ask(`${at(conversation)}/upload`, { token, method: 'POST', form, sender, limitMs: uploadLimitMs });
    },
    socketUrl(streamUrl) {
      const url = new URL(streamUrl, base);
      const path = url.pathname.slice(Math.max(0, url.pathname.indexOf('/v3/directline')));
      return base.replace(/^http/, 'ws') + path + url.search;
    },
  };
}

interface Ask {
  readonly token?: string | undefined;
  readonly method?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly sender?: Sender | undefined;
  readonly limitMs?: number;
}

async function ask<T>(url: string, about: Ask): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), about.limitMs ?? limitMs);
  const headers: Record<string, string> = {};
  if (about.token !== undefined) headers.Authorization = `Bearer ${about.token}`;
  if (about.json !== undefined) headers['Content-Type'] = 'application/json';
  const body = about.form ?? (about.json === undefined ? null : JSON.stringify(about.json));
  try {
    if (about.form && about.sender) {
      return await read<T>(await about.sender(url, { headers, body: about.form, signal: abort.signal }));
    }
    const response = await fetch(url, {
      method: about.method ?? 'GET',
      headers,
      body,
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    });
    return await read<T>(response);
  } catch {
    return { is: 'away' };
  } finally {
    clearTimeout(timer);
  }
}

async function read<T>(response: Awaited<ReturnType<Sender>>): Promise<Answer<T>> {
  if (response.ok) return { is: 'ok', body: (await response.json()) as T };
  const { status } = response;
  if (status === 401 || status === 403) return { is: 'expired' };
  if (status === 404) return { is: 'gone' };
  if (status === 429 || status === 503) {
    const seconds = Number(response.headers.get('Retry-After') ?? 2);
    return { is: 'busy', retryAfterMs: Math.min(60_000, Math.max(1_000, (seconds || 2) * 1_000)) };
  }
  return status >= 500 || status === 408 ? { is: 'away' } : { is: 'refused', status };
}
