// The catalogues, as the turn sees them.

export type Values = Readonly<Record<string, string | number>>;

export interface Phrases {
  /**
   * The words of a phrase (ICU MessageFormat) in a language, in the variant for the channel (`key@sms`) where there is one.
   * Dates in `values` are ISO (`2026-12-03`) and money is pounds; the phrase's format names (`{on, date, long}`, `{balance, number, money}`) put them in the locale.
   *
   * A value that is not there is empty.
   *
   * @throws Error when the key is missing: the content check makes that impossible at start.
   */
  say(key: string, language: string, channel: string, values: Values): string;
  has(key: string): boolean;
  /** Lists of control words in a language: `yes`, `no`, `skip`, `why`, `repeat`, `cancel`, `restart`, `help`, `person`… As `plainWords` writes them. */
  words(list: string, language: string): readonly string[];
  readonly languages: readonly {
    readonly tag: string;
    readonly name: string;
    readonly direction: 'ltr' | 'rtl';
    readonly reviewed: boolean;
  }[];
}
