// Leaves words of a list out of a text, whole words whatever their case: for whoever needs the rest and not these.

import { literally } from '../literally.ts';

const gap = '…';

export function withoutWords(list: readonly string[], text: string): string {
  if (list.length === 0) return text;
  const words = [...list].sort((one, other) => other.length - one.length).map(escaped);
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu'),
    gap,
  );
}

/** Apostrophes, spaces and some Arabic letters are written in more than one way: `plainWords` names one for each. */
function escaped(entry: string): string {
  return literally(entry)
    .replace(/['’]/g, "['’]")
    .replace(/ /g, '[ -]+')
    .replace(/ا/g, '[اأإآٱ]')
    .replace(/ی/g, '[یيى]')
    .replace(/ک/g, '[کك]')
    .replace(/ه/g, '[هةہ]');
}
