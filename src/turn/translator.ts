// Free text in another language. The tenant's own words are never replaced by a translation: it stands beside them.

import { languageOf } from '../model/language-tag.ts';

export interface Asked {
  /** BCP 47, of all the texts. */
  readonly from: string;
  /** BCP 47. */
  readonly to: string;
  /** Names of people, places and the landlord in the texts: they come through as they are. */
  readonly keep?: readonly string[];
  /** Where nobody can wait as long as is usual: what is not there by then goes untranslated. */
  readonly limitMs?: number;
}

export interface Translator {
  /**
   * Answers in time and never throws. Plain text: markup and braces are text like any other.
   *
   * @returns in the order of the texts; undefined where there is no translation that can be trusted now: the original goes on then
   */
  translate(texts: readonly string[], asked: Asked): Promise<readonly (string | undefined)[]>;
  /** Whether what the landlord pays for is used up, so that no conversation can go on by it. Never throws. */
  spent(): Promise<boolean>;
}

/** Whether two tags name the same language for a reader: `pt-BR` is read by who reads `pt`. */
export function isSameLanguage(one: string, other: string): boolean {
  return languageOf(one) === languageOf(other);
}

/** A landlord's terms: language → what it is called there. */
export type Glossary = readonly ReadonlyMap<string, string>[];
