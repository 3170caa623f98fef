// The lists beside the queue, and what a search finds.

import type { QueueLine } from './queue-line.ts';

export interface ListOf {
  readonly lines: readonly QueueLine[];
  /** Names of colleagues by id. */
  readonly agents: Readonly<Record<string, string>>;
}

export interface Found {
  readonly by: 'reference' | 'person' | 'words';
  readonly line: QueueLine;
  readonly reference?: string;
  readonly person?: {
    readonly id: string;
    readonly name: { readonly title?: string; readonly given: string; readonly family: string };
  };
  readonly said: readonly {
    readonly sequence: number;
    readonly author: string;
    readonly text: string;
    readonly language: string;
    readonly at: string;
  }[];
}

export interface SearchResult {
  readonly found: readonly Found[];
  readonly housing: 'known' | 'away';
}

export type ListName = 'team' | 'all';
