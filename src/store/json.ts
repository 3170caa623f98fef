// JSON that PostgreSQL's jsonb takes. It refuses NUL and halves of surrogate pairs, both of which people can send.

/** Stands for what cannot be stored, as Unicode recommends. */
const replacement = '\ufffd';
/** An escaped backslash is matched too, so that the words `\u0000` typed by somebody stay what they are. */
const refused = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/gi;

/** `JSON.stringify` escapes nothing but control characters and broken pairs with `\u`, so most texts are looked at once. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  return json.replace(refused, (found) => (found === '\\\\' ? found : replacement));
}
