// The token: made when the tenant first writes, refreshed before its time is up, made anew for the same conversation when it is.

import type { Identity } from '../launcher.ts';
import type { Answer, DirectLine, Started } from './direct-line.ts';
import type { Keeper, KeptSession } from './kept.ts';

interface About {
  readonly directLine: DirectLine;
  readonly keeper: Keeper;
  readonly language: () => string;
  /** The service did not carry the conversation on: there is another one now. */
  readonly changed: () => void;
  /** Whether the service believed who the page says it is. */
  readonly identified: (is: boolean) => void;
}

/** Refreshed when so much of its life is over. */
const refreshAfter = 0.6;
/** The proof of a page before in this tab is good enough for so long. */
const provenMs = 5 * 60_000;

export class Session {
  private readonly about: About;
  private held: KeptSession | undefined;
  private asking: Promise<Answer<KeptSession>> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private identity: Identity | undefined;

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

  /** Said with the next session, or now where one is held. @returns whether it is another person than that one's */
  async identify(identity: Identity | undefined): Promise<boolean> {
    this.identity = identity;
    if (this.held === undefined || identity === undefined) return false;
    const who = subjectOf(await this.proof());
    const { who: before, provenAt = 0 } = this.held;
    if (who !== undefined && before !== undefined && who !== before) return true;
    if (who === undefined || who !== before || Date.now() - provenAt > provenMs) await this.once(() => this.start());
    return false;
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

  private hold(started: Started, proof?: string): KeptSession {
    const { conversationId: before, who, provenAt } = this.held ?? {};
    const { token, conversationId } = started;
    const proven = proof === undefined ? { who, provenAt } : { who: subjectOf(proof), provenAt: Date.now() };
    this.held = { token, conversationId, expiresAt: Date.now() + started.expires_in * 1_000, ...proven };
    this.about.keeper.keep({ session: this.held });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(), started.expires_in * 1_000 * refreshAfter);
    if (before !== undefined && before !== conversationId) this.about.changed();
    return this.held;
  }

  private async proof(): Promise<string | undefined> {
    const { identity } = this;
    try {
      return typeof identity === 'function' ? await identity() : identity;
    } catch {
      // The page could not say: the tenant is served as anybody is.
      return undefined;
    }
  }

  /** Goes on with the conversation where it can. */
  private async start(): Promise<Answer<KeptSession>> {
    const { held } = this;
    const proof = await this.proof();
    const answer = await this.startFrom(held, proof);
    return held === undefined || isLast(answer) ? answer : this.startFrom(undefined, proof);
  }

  /** As who the page says, where that is believed: else as anybody. It keeps nobody from writing. */
  private async startFrom(
    from: KeptSession | undefined,
    proof: string | undefined,
    isBelieved = proof !== undefined,
  ): Promise<Answer<KeptSession>> {
    const { directLine, language, identified } = this.about;
    const identity = isBelieved ? proof : undefined;
    const about = { language: language(), conversationId: from?.conversationId, identity };
    const answer = await directLine.session(from?.token, about);
    if (answer.is !== 'ok') return isLast(answer) || !isBelieved ? answer : this.startFrom(from, proof, false);
    if (proof !== undefined) identified(isBelieved);
    return { is: 'ok', body: this.hold(answer.body, identity) };
  }

  private async refresh(): Promise<Answer<KeptSession>> {
    if (this.held === undefined || typeof this.identity === 'function') return this.start();
    const { token, conversationId } = this.held;
    const answer = await this.about.directLine.refresh(token);
    if (answer.is === 'ok') return { is: 'ok', body: this.hold({ ...answer.body, conversationId }) };
    return isLast(answer) ? answer : this.start();
  }

  private once(make: () => Promise<Answer<KeptSession>>): Promise<Answer<KeptSession>> {
    this.asking ??= make().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }
}

/** Nothing else would be answered now. */
const isLast = ({ is }: Answer<unknown>) => is === 'ok' || is === 'away' || is === 'busy';

/** Read, not checked: the service does that. */
function subjectOf(jwt: string | undefined): string | undefined {
  try {
    const [, payload = ''] = (jwt ?? '').split('.');
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))).sub;
  } catch {
    return undefined;
  }
}
