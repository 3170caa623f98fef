// The page's own words: area `widget` of the catalogues, the keys without their area.

export type Words = Readonly<Record<string, string>>;

export interface PageLanguage {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The phrase with its `{places}` filled. */
export function say(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The first of the wanted tags that is spoken; `pl-PL` is served by `pl`; else the landlord's own language. */
export function spokenLanguage(
  wanted: readonly (string | undefined)[],
  languages: readonly [PageLanguage, ...PageLanguage[]],
): PageLanguage {
  for (const tag of wanted) {
    const lower = tag?.toLowerCase() ?? '';
    const found = languages.find((each) => lower === each.tag || lower.startsWith(`${each.tag}-`));
    if (found !== undefined) return found;
  }
  return languages[0];
}
