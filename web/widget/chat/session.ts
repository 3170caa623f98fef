// The token: made when the tenant first writes, refreshed before its time is up, made anew for the same conversation when it is.

import type { Answer, DirectLine, Started } from './direct-line.ts';
import type { Keeper, KeptSession } from './kept.ts';

interface About {
  readonly directLine: DirectLine;
  readonly keeper: Keeper;
  readonly language: () => string;
  /** The service did not carry the conversation on: there is another one now. */
  readonly changed: () => void;
}

/** Refreshed when so much of its life is over. */
const refreshAfter = 0.6;

export class Session {
  private readonly about: About;
  private held: KeptSession | undefined;
  private asking: Promise<Answer<KeptSession>> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(about: About) {
    this.about = about;
    this.held = about.keeper.read().session;
  }

  current(): KeptSession | undefined {
    return this.held;
  }

  /** A session, made if there is none. Several callers at once share one request. */
  ensure(): Promise<Answer<KeptSession>> {
    if (this.held === undefined) return this.once(() => this.start());
    if (this.held.expiresAt < Date.now()) return this.renew();
    return Promise.resolve({ is: 'ok', body: this.held });
  }

  /** After a refusal: a refreshed token, else a new one for the same conversation. */
  renew(): Promise<Answer<KeptSession>> {
    return this.once(() => this.refresh());
  }

  /** Whoever uses this device next does not find it. */
  end(): void {
    clearTimeout(this.timer);
    this.held = undefined;
  }

  /** A newer token came with another answer. */
  take(newer: { readonly token?: string; readonly expires_in?: number }): void {
    if (this.held === undefined || newer.token === undefined || newer.expires_in === undefined) return;
    this.hold({ token: newer.token, expires_in: newer.expires_in, conversationId: this.held.conversationId });
  }

  private hold(started: Started): KeptSession {
    const before = this.held?.conversationId;
    const { token, conversationId } = started;
    this.held = { token, conversationId, expiresAt: Date.now() + started.expires_in * 1_000 };
    this.about.keeper.keep({ session: this.held });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(), started.expires_in * 1_000 * refreshAfter);
    if (before !== undefined && before !== conversationId) this.about.changed();
    return this.held;
  }

  private async start(): Promise<Answer<KeptSession>> {
    const { directLine, language } = this.about;
    const old = this.held;
    const answer = await directLine.session(old?.token, { language: language(), conversationId: old?.conversationId });
    if (answer.is === 'ok') return { is: 'ok', body: this.hold(answer.body) };
    if (old === undefined || answer.is === 'away' || answer.is === 'busy') return answer;
    const anew = await directLine.session(undefined, { language: language() });
    return anew.is === 'ok' ? { is: 'ok', body: this.hold(anew.body) } : anew;
  }

  private async refresh(): Promise<Answer<KeptSession>> {
    if (this.held === undefined) return this.start();
    const { token, conversationId } = this.held;
    const answer = await this.about.directLine.refresh(token);
    if (answer.is === 'ok') return { is: 'ok', body: this.hold({ ...answer.body, conversationId }) };
    return answer.is === 'away' || answer.is === 'busy' ? answer : this.start();
  }

  private once(make: () => Promise<Answer<KeptSession>>): Promise<Answer<KeptSession>> {
    this.asking ??= make().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }
}
