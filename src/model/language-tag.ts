/** The language that a BCP 47 tag names, whatever script or country comes after it: `pt` of `pt-PT`, `ur` of `ur-Latn`. Lower case. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
