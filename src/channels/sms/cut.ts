// Cuts a text that is longer than Twilio takes in one message. Rare: replies are kept to three segments; an agent may write more.

/** Twilio's limit is 1,600 (error 21617); ten segments of GSM-7 are 1,530. */
const longest = 1_530;

/**
 * Parts in order, cut between paragraphs, sentences or words. What has no space (a link, a telephone number) stays whole
 * unless it is itself too long; a number written with spaces stays whole too.
 */
export function cutForSms(text: string, most = longest): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = findEnd(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

const paragraph = /\n\s*\n/g;
const line = /\n/g;
/** Of Latin and Cyrillic, of Urdu, of Punjabi and Bengali, of Arabic. */
const sentence = /[.!?…۔।؟]\s/g;
/** A space that is not inside a number. */
const word = /(?<![\d)+])\s|\s(?![\d(+])/g;

const anySpace = /\s/g;

function findEnd(text: string, most: number): number {
  // Two more than may stay: a space at the limit is judged by what follows it.
  const head = text.slice(0, most + 2);
  const good = [paragraph, line, sentence].map((end) => lastEnd(head, end, most)).find((at) => at > most / 2);
  const at = good ?? (lastEnd(head, word, most) || lastEnd(head, anySpace, most));
  if (at > 0) return at;
  // Never between the halves of a surrogate pair.
  return /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

function lastEnd(head: string, end: RegExp, most: number): number {
  let at = 0;
  for (const match of head.matchAll(end)) {
    if (match.index + match[0].trimEnd().length <= most) at = Math.min(match.index + match[0].length, most);
  }
  return at;
}
