// Saved views, as the page keeps and asks for them.

import { call } from '../call.ts';
import type { ListOf } from '../lists.ts';

/** What is not named is not asked about. */
export interface ViewFilter {
  readonly state?: string;
  readonly team?: string;
  readonly channel?: string;
  readonly language?: string;
  readonly topic?: string;
  readonly with?: string;
  readonly urgent?: true;
  readonly restricted?: true;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: ViewFilter;
}

interface CountedView extends SavedView {
  /** Of what it shows now. */
  readonly count: number;
}

export interface Views {
  readonly views: readonly CountedView[];
  /** BCP 47: what the service speaks, and so what can be asked for. */
  readonly languages: readonly string[];
}

export const viewsApi = {
  all: () => call<Views>('GET', '/views'),
  list: (id: string) => call<ListOf>('GET', `/views/${id}/list`),
  keep: ({ id, name, filter }: SavedView) => call('PUT', `/views/${id}`, { name, filter }),
  delete: (id: string) => call('DELETE', `/views/${id}`),
};
