// The widget's conversation: what was written, what was heard, what is shown. No view and no element in here.

import { english } from 'doorstep:english';
import type { Identity } from '../launcher.ts';
import { keepMeasure, type Measure, readMeasure, usualMeasure } from '../measure/measure.ts';
import type { Site } from '../site.ts';
import type { Told } from '../tell.ts';
import { wordsIn } from '../words/words.ts';
import { type ActivitySet, type Answer, createDirectLine, type DirectLine } from './direct-line.ts';
import { createKeeper, type Keeper } from './kept.ts';
import { createLog } from './log.ts';
import { type Item, Outbox } from './outbox.ts';
import { Session } from './session.ts';
import type { ChatState, Language, Link } from './state.ts';
import { Stream } from './stream.ts';

/** A lease: an agent who stops writing says nothing more. */
const writingMs = 6_000;
/** The first frames after a page's start are history. */
const restoringMs = 500;

const firstState: ChatState = {
  open: false,
  entries: [],
  link: 'idle',
  busy: false,
  ended: false,
  cleared: false,
  restoring: false,
  unread: 0,
  writing: false,
  draft: '',
  language: { tag: 'en', name: 'English', direction: 'ltr' },
  languages: [],
  landlord: '',
  words: english,
  measure: usualMeasure,
  ways: { phone: '', exit: '' },
};

interface Beginning {
  readonly base: string;
  readonly language: string;
  readonly site: Site;
  readonly theme: string | null;
  readonly tell: (what: Told, detail?: Readonly<Record<string, unknown>>) => void;
}

export class Chat {
  private readonly base: string;
  private readonly theme: string | null;
  private readonly tell: Beginning['tell'];
  /** In which the visitor is spoken to until they choose another. */
  private readonly begins: string;
  private readonly keeper: Keeper;
  private readonly directLine: DirectLine;
  private readonly session: Session;
  private readonly stream: Stream;
  private readonly outbox: Outbox;
  private readonly log = createLog();
  private readonly listeners = new Set<() => void>();
  private now: ChatState = firstState;
  private wordsWanted: string | undefined;
  private writingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ base, language, site, theme, tell }: Beginning) {
    this.base = base;
    this.theme = theme;
    this.tell = tell;
    this.begins = language;
    const { landlord, languages, ways } = site;
    this.now = { ...firstState, landlord, languages, ways };
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

  state(): ChatState {
    return this.now;
  }

  subscribe(heard: () => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  open(): void {
    if (!this.now.open) this.tell('opened');
    this.set({ open: true, unread: 0 });
    this.keeper.keep({ open: true, seen: this.log.last() });
    void this.loadWords(this.language());
  }

  close(): void {
    if (this.now.open) this.tell('closed');
    this.keeper.keep({ open: false });
    this.set({ open: false });
  }

  say(text: string, more: { readonly value?: string; readonly files?: readonly File[] } = {}): void {
    this.outbox.add({ text, value: more.value, files: more.files ?? [] });
  }

  retry(id: string): void {
    this.outbox.retry(id);
  }

  discard(id: string): void {
    this.outbox.drop(id);
  }

  draft(draft: string): void {
    this.keeper.keep({ draft });
    this.set({ draft });
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
    if (!navigator.onLine && this.now.link !== 'idle') this.link('offline');
  }

  private set(change: Partial<ChatState>): void {
    this.now = { ...this.now, ...change };
    for (const heard of this.listeners) heard();
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
    const message = { activity: activityOf(item, this.now.language.tag), files: item.files };
    return this.noting(await this.directLine.post(token, conversationId, message));
  }

  private noting<T>(answer: Answer<T>): Answer<T> {
    if (answer.is === 'away') this.link(navigator.onLine ? 'reconnecting' : 'offline');
    return answer;
  }

  private hear(set: ActivitySet): void {
    const fresh = this.log.hear(set);
    for (const id of fresh.confirmed) this.outbox.drop(id);
    if (set.activities.some(({ type, from }) => type === 'typing' && from?.role !== 'user')) this.writing(true);
    if (fresh.fromService > 0) this.writing(false);
    if (fresh.language !== undefined) this.follow(fresh.language);
    if (this.now.open) this.keeper.keep({ seen: this.log.last() });
    this.set({ unread: this.now.open ? 0 : this.log.countAfter(this.keeper.read().seen ?? 0) });
    this.drawEntries();
    if (fresh.fromService > 0 && !this.now.restoring) this.tell('message', { unread: this.now.unread });
    if (this.now.restoring) setTimeout(() => this.set({ restoring: false }), restoringMs);
  }

  /** The conversation goes on in another language: so do the widget's own words. */
  private follow(language: string): void {
    if (language === this.now.language.tag || !this.now.languages.some(({ tag }) => tag === language)) return;
    this.keeper.keep({ language });
    void this.loadWords(language);
  }

  private writing(is: boolean): void {
    clearTimeout(this.writingTimer);
    if (is) this.writingTimer = setTimeout(() => this.writing(false), writingMs);
    if (this.now.writing !== is) this.set({ writing: is });
  }

  private startOver(): void {
    this.log.clear();
    this.keeper.keep({ seen: 0 });
    this.tell('ended');
    this.set({ ended: true, unread: 0 });
    this.drawEntries();
  }

  private async loadWords(wanted: string): Promise<void> {
    if (this.wordsWanted === wanted) return;
    this.wordsWanted = wanted;
    const found = await wordsIn(wanted, { base: this.base, languages: this.now.languages });
    if (this.wordsWanted !== wanted) return;
    if (found === undefined) this.wordsWanted = undefined;
    else this.set(found);
  }
}

function activityOf(item: Item, locale: string): unknown {
  return {
    type: 'message',
    text: item.text,
    ...(item.value === undefined ? {} : { value: item.value }),
    locale,
    textFormat: 'plain',
    channelData: { clientActivityID: item.id },
  };
}
