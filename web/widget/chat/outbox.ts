// What the tenant wrote and the service has not taken yet. Sent one after the other, under one id each however often it is
// tried, so the service keeps it once. Words outlive the page; files do not (a browser keeps none), only their message's text.

import type { Answer } from './direct-line.ts';
import type { Keeper } from './kept.ts';
import { backOffMs, Nap } from './nap.ts';
import type { Delivery } from './state.ts';

export interface Item {
  readonly id: string;
  readonly text: string;
  readonly value?: string | undefined;
  readonly at: string;
  readonly files: readonly File[];
  readonly delivery: Delivery;
  readonly problem?: string | undefined;
}

interface About {
  readonly keeper: Keeper;
  readonly send: (item: Item) => Promise<Answer<unknown>>;
  readonly renew: () => Promise<Answer<unknown>>;
  readonly changed: () => void;
  readonly busy: (is: boolean) => void;
}

/** A token refused so often in a row is not the token. */
const renewals = 3;

export class Outbox {
  private readonly about: About;
  private readonly nap = new Nap();
  private kept: readonly Item[];
  private pumping = false;
  private stopped = false;
  private failures = 0;
  private renewed = 0;

  constructor(about: About) {
    this.about = about;
    this.kept = (about.keeper.read().unsent ?? []).map((kept) => ({ ...kept, files: [], delivery: 'waiting' }));
  }

  items(): readonly Item[] {
    return this.kept;
  }

  add(message: { readonly text: string; readonly value?: string | undefined; readonly files: readonly File[] }): void {
    this.put([...this.kept, { ...message, id: newId(), at: new Date().toISOString(), delivery: 'sending' }]);
    void this.pump();
  }

  retry(id: string): void {
    this.mark(id, 'sending');
    void this.pump();
  }

  /** It is in the log now, or the tenant does not want it any more. */
  drop(id: string): void {
    if (this.kept.some((item) => item.id === id)) this.put(this.kept.filter((item) => item.id !== id));
  }

  /** The line is back: send what waits. A time that the service asked us to wait is waited out. */
  wake(): void {
    if (this.failures > 0) this.nap.wake();
    void this.pump();
  }

  /** What waits is sent by who finds it in this tab. */
  stop(): void {
    this.stopped = true;
    this.nap.wake();
  }

  private put(items: readonly Item[]): void {
    this.kept = items;
    const unsent = items.filter(({ delivery, text }) => delivery !== 'sent' && text !== '');
    this.about.keeper.keep({ unsent: unsent.map(({ id, text, value, at }) => ({ id, text, value, at })) });
    this.about.changed();
  }

  private mark(id: string, delivery: Delivery, problem?: string): void {
    this.put(this.kept.map((item) => (item.id === id ? { ...item, delivery, problem } : item)));
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    for (let item = this.next(); item !== undefined && !this.stopped; item = this.next()) {
      if (item.delivery !== 'sending') this.mark(item.id, 'sending');
      await this.settle(item, await this.about.send(item));
    }
    this.pumping = false;
  }

  private next(): Item | undefined {
    return this.kept.find(({ delivery }) => delivery === 'sending' || delivery === 'waiting');
  }

  private async settle(item: Item, answer: Answer<unknown>): Promise<void> {
    if (answer.is === 'ok') {
      this.failures = this.renewed = 0;
      this.mark(item.id, 'sent');
    } else if (answer.is === 'refused') this.mark(item.id, 'failed', refusal(item, answer.status));
    else if (answer.is === 'busy') await this.pause(answer.retryAfterMs);
    else if (answer.is === 'away' || !(await this.renews())) await this.wait(item);
  }

  private async renews(): Promise<boolean> {
    if (this.renewed >= renewals) return false;
    this.renewed += 1;
    return (await this.about.renew()).is === 'ok';
  }

  private async wait(item: Item): Promise<void> {
    this.failures += 1;
    this.renewed = 0;
    this.mark(item.id, 'waiting');
    await this.nap.sleep(backOffMs(this.failures));
  }

  private async pause(ms: number): Promise<void> {
    this.about.busy(true);
    await this.nap.sleep(ms);
    this.about.busy(false);
  }
}

function refusal({ files }: Item, status: number): string {
  if (status === 413) return files.length > 0 ? 'file-large' : 'too-long';
  return files.length > 0 ? 'file-refused' : 'failed';
}

/** crypto.randomUUID is there only on https pages and current browsers. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
