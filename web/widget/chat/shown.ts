// What is shown of the chat, and what changes it without a word being said: the widget's own words, what few people open, and who writes.

import { loadMore, type More } from '../more/load-more.ts';
import { learn, wordsIn } from '../words/words.ts';
import type { ChatState } from './state.ts';

/** A lease: an agent who stops writing says nothing more. */
const writingMs = 6_000;

export class Shown {
  readonly base: string;
  protected now: ChatState;
  private readonly adorn: (more: More) => void;
  private readonly listeners = new Set<() => void>();
  private wordsWanted: string | undefined;
  private writingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(first: ChatState, { base, adorn }: { readonly base: string; readonly adorn: (more: More) => void }) {
    this.now = first;
    this.base = base;
    this.adorn = adorn;
  }

  state(): ChatState {
    return this.now;
  }

  subscribe(heard: () => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /**
   * What is in the third script. @param asked by somebody, who is told when it does not come: what comes by itself is not missed
   * @returns whether it is there
   */
  async want(asked = false): Promise<boolean> {
    const more = await loadMore(this.base);
    const moreAway = asked && more === undefined;
    if (this.now.moreAway !== moreAway) this.set({ moreAway });
    if (more === undefined) return false;
    if (this.now.more !== more) {
      this.adorn(more);
      learn(more.words);
      this.set({ more, words: { ...more.words, ...this.now.words } });
    }
    return true;
  }

  protected set(change: Partial<ChatState>): void {
    this.now = { ...this.now, ...change };
    for (const heard of this.listeners) heard();
  }

  protected writing(is: boolean): void {
    clearTimeout(this.writingTimer);
    if (is) this.writingTimer = setTimeout(() => this.writing(false), writingMs);
    if (this.now.writing !== is) this.set({ writing: is });
  }

  protected async loadWords(wanted: string): Promise<void> {
    if (this.wordsWanted === wanted) return;
    this.wordsWanted = wanted;
    const found = await wordsIn(wanted, { base: this.base, languages: this.now.languages });
    if (this.wordsWanted !== wanted) return;
    if (found === undefined) this.wordsWanted = undefined;
    else this.set(found);
  }
}
