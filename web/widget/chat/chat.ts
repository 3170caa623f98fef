// The widget's conversation: what was written, what was heard, what is shown. No view and no element in here.

import type { Identity } from '../launcher.ts';
import { isUsual, keepMeasure, type Measure, readMeasure } from '../measure/measure.ts';
import type { More } from '../more/load-more.ts';
import type { Site } from '../site.ts';
import type { Told } from '../tell.ts';
import { activityOf } from './activity.ts';
import { type ActivitySet, type Answer, createDirectLine, type DirectLine } from './direct-line.ts';
import { firstState } from './first-state.ts';
import { createKeeper, type Keeper } from './kept.ts';
import { createLog } from './log.ts';
import { type Item, Outbox } from './outbox.ts';
import { Session } from './session.ts';
import { Shown } from './shown.ts';
import { isTyping, noReceipts, receiptsAfter, Signs } from './signs.ts';
import type { Language, Link } from './state.ts';
import { Stream } from './stream.ts';

/** The third script comes after what the first answer needs. */
const calmMs = 1_000;
/** The first frames after a page's start are history. */
const restoringMs = 500;

interface Beginning {
  readonly base: string;
  readonly language: string;
  readonly site: Site;
  readonly theme: string | null;
  readonly tell: (what: Told, detail?: Readonly<Record<string, unknown>>) => void;
  /** Puts the styles of the third script where they are seen. */
  readonly adorn: (more: More) => void;
}

export class Chat extends Shown {
  private readonly theme: string | null;
  private readonly tell: Beginning['tell'];
  /** In which the visitor is spoken to until they choose another. */
  private readonly begins: string;
  private readonly keeper: Keeper;
  private readonly directLine: DirectLine;
  /** What is in the third script asks by it. */
  readonly session: Session;
  private readonly stream: Stream;
  private readonly outbox: Outbox;
  private readonly log = createLog();
  private readonly signs = new Signs((activity) => this.pass(activity));
  private warmed = false;

  constructor({ base, language, site, theme, tell, adorn }: Beginning) {
    const { landlord, languages, ways } = site;
    super({ ...firstState, landlord, languages, ways }, { base, adorn });
    this.theme = theme;
    this.tell = tell;
    this.begins = language;
    this.keeper = createKeeper(base);
    this.directLine = createDirectLine(base);
    const { keeper, directLine } = this;
    this.session = new Session({
      directLine,
      keeper,
      language: () => this.language(),
      changed: () => this.startOver(),
      identified: (is) => (is ? tell('identified') : tell('error', { code: 'identity' })),
    });
    this.stream = new Stream({
      directLine,
      session: this.session,
      watermark: () => this.log.watermark(),
      heard: (set) => this.hear(set),
      link: (now) => this.link(now),
    });
    this.outbox = new Outbox({
      keeper,
      send: (item) => this.send(item),
      renew: () => this.session.renew(),
      changed: () => this.drawEntries(),
      busy: (busy) => this.set({ busy }),
    });
  }

  /** Carries on what another page of the site began in this tab. `mayOpen`: the panel does not cover the page; `opens`: it is asked for. */
  restore({ mayOpen, opens }: { readonly mayOpen: boolean; readonly opens: boolean }): void {
    const { session, open, draft, unsent = [] } = this.keeper.read();
    this.set({
      draft: draft ?? '',
      open: open === true && mayOpen,
      restoring: session !== undefined,
      measure: readMeasure(this.base, this.theme),
    });
    if (!isUsual(this.now.measure)) void this.want();
    if (this.now.open) this.wantSoon();
    if (session !== undefined) this.stream.start();
    if (unsent.length > 0) this.outbox.wake();
    if (opens) this.open();
    else void this.loadWords(this.language());
  }

  /** After the one before was cleared. */
  beginAnew(opens: boolean): void {
    this.set({ cleared: true, measure: readMeasure(this.base, this.theme) });
    if (opens) this.open();
    else void this.loadWords(this.language());
  }

  /** Who is signed in on the page. @returns whether that is another than before, who must not find this conversation */
  identify(identity: Identity | undefined): Promise<boolean> {
    return this.session.identify(identity);
  }

  /** Nothing more is heard or sent here. What is kept in the tab stays. */
  stop(): void {
    this.stream.stop();
    this.session.end();
    this.outbox.stop();
  }

  /** Something was written in this tab. */
  hasBegun(): boolean {
    return this.session.current() !== undefined || this.outbox.items().length > 0;
  }

  open(words?: string): void {
    if (words) this.draft(words);
    if (!this.now.open) this.tell('opened');
    this.set({ open: true, unread: 0 });
    this.tellRead();
    this.keeper.keep({ open: true, seen: this.log.last() });
    void this.loadWords(this.language());
    this.wantSoon();
  }

  private wantSoon(): void {
    setTimeout(() => void this.want(), calmMs);
  }

  close(): void {
    if (this.now.open) this.tell('closed');
    this.keeper.keep({ open: false });
    this.set({ open: false });
  }

  say(text: string, more: { readonly value?: string; readonly files?: readonly File[] } = {}): void {
    this.signs.sent();
    this.outbox.add({ text, value: more.value, files: more.files ?? [] });
  }

  retry(id: string): void {
    this.outbox.retry(id);
  }

  discard(id: string): void {
    this.now.more?.stopSending(id);
    this.outbox.drop(id);
  }

  draft(draft: string): void {
    this.keeper.keep({ draft });
    this.set({ draft });
    if (draft === '') return;
    if (this.now.handover?.state === 'accepted') this.signs.typing();
    void this.warm();
  }

  /** Whoever begins to write will send: on a slow line each question of the browser's takes its time, and they are asked by then. No record is made. */
  private async warm(): Promise<void> {
    if (this.warmed || this.session.current() !== undefined) return;
    this.warmed = true;
    const answer = await this.session.ensure();
    if (answer.is !== 'ok') return;
    this.stream.start();
    // On another site's page, it also has the browser's leave to post to this address.
    void this.directLine.read(answer.body.token, answer.body.conversationId, '');
  }

  /** The widget's words change; a conversation under way is asked, in words, to go on in that language. */
  speak({ tag, name }: Language): void {
    this.keeper.keep({ language: tag });
    void this.loadWords(tag);
    if (this.now.entries.length > 0) this.say(name);
  }

  /** Made to somebody's measure, and kept so for their next visit. */
  measure(change: Partial<Measure>): void {
    const measure = { ...this.now.measure, ...change };
    keepMeasure(this.base, measure);
    this.set({ measure });
  }

  /** Nothing of the conversation stays on this device; it goes on nowhere here. */
  forget(): void {
    this.keeper.forget();
    this.stop();
    this.log.clear();
    this.tell('ended');
  }

  /** The line may be back, or the page is looked at again. */
  wake(): void {
    if (this.session.current() !== undefined) this.stream.wake();
    this.outbox.wake();
    if (this.now.open) void this.want();
    this.tellRead();
    if (!navigator.onLine && this.now.link !== 'idle') this.link('offline');
  }

  private drawEntries(): void {
    this.set({ entries: this.log.entries(this.outbox.items()) });
  }

  private language(): string {
    return this.keeper.read().language ?? this.begins;
  }

  private link(now: Link): void {
    if (this.now.link !== now) this.set({ link: now });
    if (now === 'online') this.outbox.wake();
  }

  private async send(item: Item): Promise<Answer<unknown>> {
    const answer = await this.session.ensure();
    if (answer.is !== 'ok') return this.noting(answer);
    this.stream.start();
    const { token, conversationId } = answer.body;
    // Without the third script the browser's own sends them, and tells nothing on the way.
    const sender = this.now.more?.senderFor(item.id, (percent) => this.outbox.progress(item.id, percent));
    const message = { activity: activityOf(item, this.now.language.tag), files: item.files, sender };
    return this.noting(await this.directLine.post(token, conversationId, message));
  }

  private noting<T>(answer: Answer<T>): Answer<T> {
    if (answer.is === 'away') this.link(navigator.onLine ? 'reconnecting' : 'offline');
    return answer;
  }

  private hear(set: ActivitySet): void {
    const fresh = this.log.hear(set);
    for (const id of fresh.confirmed) this.outbox.drop(id);
    if (set.activities.some(isTyping)) this.writing(true);
    if (fresh.fromService > 0) this.writing(false);
    if (fresh.language !== undefined) this.follow(fresh.language);
    if (this.now.open) this.keeper.keep({ seen: this.log.last() });
    this.set({
      unread: this.now.open ? 0 : this.log.countAfter(this.keeper.read().seen ?? 0),
      receipts: receiptsAfter(this.now.receipts, set),
      handover: this.log.handover(),
    });
    this.tellRead();
    this.drawEntries();
    this.tellNew(fresh.fromService);
    if (this.now.open && fresh.fromService > 0) void this.want();
    if (this.now.restoring) setTimeout(() => this.set({ restoring: false }), restoringMs);
  }

  private tellNew(fromService: number): void {
    if (fromService > 0 && !this.now.restoring) this.tell('message', { unread: this.now.unread });
  }

  /** Not kept, not sent again: nothing hangs on it. */
  private pass(activity: unknown): void {
    const held = this.session.current();
    if (held !== undefined) void this.directLine.post(held.token, held.conversationId, { activity, files: [] });
  }

  /** Only what is before the tenant's eyes, and only to an agent. */
  private tellRead(): void {
    const last = this.log.lastOfAgent();
    const isSeen = this.now.open && !document.hidden && this.now.handover?.state === 'accepted';
    if (isSeen && last !== undefined) this.signs.read(last);
  }

  /** The conversation goes on in another language: so do the widget's own words. */
  private follow(language: string): void {
    if (language === this.now.language.tag || !this.now.languages.some(({ tag }) => tag === language)) return;
    this.keeper.keep({ language });
    void this.loadWords(language);
  }

  private startOver(): void {
    this.log.clear();
    this.keeper.keep({ seen: 0 });
    this.tell('ended');
    this.set({ ended: true, unread: 0, receipts: noReceipts, handover: undefined });
    this.drawEntries();
  }
}
