// The landlord's own words for what is meant: where a term is in a text and a translation calls it something else, it is asked for once more
// with our word in its place. In the text a term is looked for as it is written, since a word that only looks like it would be replaced; in
// a translation words bend, and what stays the same of them is enough.

import { languageOf } from '../model/language-tag.ts';
import { literally } from '../model/literally.ts';
import { type Glossary, isSameLanguage } from '../turn/translator.ts';
import type { Masked } from './masking.ts';

interface Term {
  readonly from: string;
  readonly to: string;
}

interface Languages {
  readonly from: string;
  readonly to: string;
}

/** Terms of the text that its translation does not have, the longest first. */
export function lostTerms(
  { text, translated }: { readonly text: string; readonly translated: string },
  { from, to }: Languages,
  glossary: Glossary,
): readonly Term[] {
  const terms = glossary.flatMap((term): Term[] => {
    const [theirs, ours] = [wordFor(term, from), wordFor(term, to)];
    return theirs === undefined || ours === undefined ? [] : [{ from: theirs, to: ours }];
  });
  const within: Term[] = [];
  for (const term of terms.toSorted((one, other) => other.from.length - one.from.length)) {
    // “Rent balance” is one term, not a balance of “rent”.
    const isPart = within.some((longer) => asWritten(term.from, from).test(longer.from));
    if (!isPart && asWritten(term.from, from).test(text)) within.push(term);
  }
  return within.filter((term) => !asBent(term.to, to).test(translated));
}

/** The text with our words behind marks, so that they come through as they are. */
export function withTerms({ text, kept }: Masked, terms: readonly Term[], from: string): Masked {
  const all = [...kept];
  const masked = terms.reduce(
    (before, term) =>
      before.replace(new RegExp(asWritten(term.from, from), 'giu'), (found) => {
        all.push(likeIt(found, term));
        return `[[${all.length}]]`;
      }),
    text,
  );
  return { text: masked, kept: all };
}

function wordFor(term: Glossary[number], language: string): string | undefined {
  return [...term].find(([tag]) => isSameLanguage(tag, language))?.[1];
}

/** At the beginning of a sentence our word has a capital as well. */
function likeIt(found: string, { from, to }: Term): string {
  const isRaised = /^\p{Lu}/u.test(found) && /^\p{Ll}/u.test(from);
  return isRaised ? to.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : to;
}

/** “You rent from us”, “wants to rent”: a verb, which no noun of ours may stand for. */
const asVerb = '(?<!(?<![\\p{L}])(?:to|I|you|we|they|who) )';

function asWritten(term: string, language: string): RegExp {
  const isEnglish = isSameLanguage(language, 'en');
  const words = literally(bare(term)).replaceAll(' ', '\\s+');
  return new RegExp(
    `(?<![\\p{L}\\p{M}])${isEnglish ? asVerb : ''}${words}${isEnglish ? 's?' : ''}(?![\\p{L}\\p{M}])`,
    'iu',
  );
}

/** Endings change, in Welsh how a word begins, and in Arabic what it is joined to. */
function asBent(term: string, language: string): RegExp {
  const base = languageOf(language);
  const words = bare(term)
    .split(' ')
    .map((word) => {
      const letters = [...word.replace(/^ال/, '')];
      const kept = letters.slice(base === 'cy' ? 1 : 0, Math.max(4, letters.length - 2)).join('');
      return `${joined[base] ?? ''}${literally(kept)}[\\p{L}\\p{M}-]*`;
    });
  return new RegExp(`(?<![\\p{L}\\p{M}])${words.join('\\s+(?:[\\p{L}\\p{M}’]+\\s+)?')}`, 'iu');
}

const joined: Readonly<Record<string, string>> = { cy: '\\p{L}{0,2}', ar: '\\p{L}{0,3}' };

/** In brackets stands the English name, for who knows it by that. */
function bare(term: string): string {
  return term.replace(/\s*\(.*\)/, '');
}
