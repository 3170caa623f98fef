// Finds what can be followed in a text: web addresses, e-mail addresses, telephone numbers. Nothing else becomes a link.

export interface Part {
  readonly words: string;
  readonly href?: string;
}

const address = /https:\/\/[^\s<>"'“”]+[^\s<>"'“”.,;:!?)\]]/;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** British numbers as people write them, and 999. */
const phone = /(?:\+44\s?\(?0?\)?(?:[\s-]?\d){9,10}|0(?:[\s-]?\d){9,10}|999)(?![\w/-]|[.,]\d)/;
/** What stands before a number that is part of something else: a reference such as CMP-0012345678, a price. (No lookbehind: Safari before 16.4.) */
const joined = /[\w£.,/-]$/;
const any = new RegExp(`(${address.source})|(${email.source})|(${phone.source})`, 'g');

export function linkParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  any.lastIndex = 0;
  for (let match = any.exec(text); match !== null; match = any.exec(text)) {
    const [found, web, mail] = match;
    const href = web ?? (mail === undefined ? `tel:${dialled(found)}` : `mailto:${mail}`);
    if (href.startsWith('tel:') && joined.test(text.slice(0, match.index))) continue;
    if (match.index > from) parts.push({ words: text.slice(from, match.index) });
    parts.push({ words: found, href });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}

function dialled(number: string): string {
  return number.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
}
