/** The language that a BCP 47 tag names, whatever script or country comes after it: `pt` of `pt-PT`, `ur` of `ur-Latn`. Lower case. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** What a language is called in another; a tag that there is not, as somebody once typed it into a record, is told as it stands. */
export function languageCalledIn(tag: string, spoken: string): string {
  try {
    return new Intl.DisplayNames([spoken], { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
