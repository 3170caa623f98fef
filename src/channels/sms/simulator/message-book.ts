// The simulated network's memory: texts in both directions, the latest few thousand, gone with the process.

import { randomBytes } from 'node:crypto';
import { countSegments } from '../../../model/gsm7.ts';

export interface BookedText {
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly to: string;
  readonly from: string;
  readonly messagingServiceSid: string | null;
  readonly body: string;
  readonly segments: number;
  readonly status: string;
  readonly errorCode: number | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export type NewText = Pick<BookedText, 'direction' | 'to' | 'from' | 'messagingServiceSid' | 'body' | 'status'>;

const mostKept = 5_000;

export class MessageBook {
  readonly #texts = new Map<string, BookedText>();
  readonly #watchers = new Set<(text: BookedText) => void>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(text: NewText): BookedText {
    const sid = `SM${randomBytes(16).toString('hex')}`;
    const { segments } = countSegments(text.body);
    const booked: BookedText = { ...text, sid, segments, errorCode: null, createdAt: this.#now(), sentAt: null };
    this.#put(booked);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > mostKept && oldest !== undefined) this.#texts.delete(oldest);
    return booked;
  }

  move(sid: string, status: string, errorCode: number | null = null): BookedText | undefined {
    const text = this.#texts.get(sid);
    if (text === undefined) return undefined;
    const sentAt = text.sentAt ?? (status === 'sent' ? this.#now() : null);
    const moved = { ...text, status, errorCode, sentAt };
    this.#put(moved);
    return moved;
  }

  find(sid: string): BookedText | undefined {
    return this.#texts.get(sid);
  }

  /** Oldest first. */
  all(): readonly BookedText[] {
    return [...this.#texts.values()];
  }

  /** What the phone with this number shows, oldest first. */
  thread(number: string): readonly BookedText[] {
    return this.all().filter((text) => text.to === number || text.from === number);
  }

  /** @returns the way to stop */
  watch(heard: (text: BookedText) => void): () => void {
    this.#watchers.add(heard);
    return () => this.#watchers.delete(heard);
  }

  #put(text: BookedText): void {
    this.#texts.set(text.sid, text);
    for (const heard of this.#watchers) heard(text);
  }
}
