/** By key of locales/en/widget.yaml. */
export type Words = Readonly<Record<string, string>>;

/** The phrase with its `{places}` filled. */
export function say(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
