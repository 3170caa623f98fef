// Words as they are compared: lower case, no punctuation, single spaces. For control words, option labels and yes or no.

/** `No, thanks!` becomes `no thanks`; `what’s` becomes `whats`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}+]+/gu, ' ')
    .trim();
}

export function wordCount(text: string): number {
  const plain = plainWords(text);
  return plain === '' ? 0 : plain.split(' ').length;
}

/** Whether there is anything to read: a letter or a digit. Emoji alone are not. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
