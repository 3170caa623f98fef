// A draft becomes what the template reads: every text in lines that can be printed, with its fonts and its direction.

import type { Draft, DraftPart, Text } from './draft.ts';
import { scriptOf } from './fonts.ts';
import { breakHere, type Covers, printable, spoken } from './printable.ts';
import type { Said } from './said-whole.ts';

export interface Fonts {
  covers: Covers;
  familiesFor(language: string): readonly string[];
}

/** White between lines, in letters’ heights: signs above and below the letters need more. */
const leadings: Readonly<Record<string, number>> = {
  Latn: 0.8,
  Cyrl: 0.8,
  Grek: 0.8,
  Arab: 1.1,
  Beng: 1,
  Guru: 1,
  Deva: 1,
};

/** Scripts in which what is drawn is not in the order of what is said; signs on a letter are drawn apart in any. */
const drawnOtherwise = /\p{M}|\p{Script=Arabic}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Devanagari}/u;

export interface Typeset {
  /** JSON for `sys.inputs.sheet`. */
  readonly sheet: string;
  /** Every heading, paragraph, label and bullet as it is read aloud, in order. */
  readonly said: readonly Said[];
}

export function typeset(draft: Draft, fonts: Fonts): Typeset {
  const linesOf = ({ text, language }: Text) =>
    printable(text, { covers: fonts.covers, rightToLeft: isRightToLeft(language) });
  const set = ({ text, language }: Text): object => ({
    lines: linesOf({ text, language }),
    rightToLeft: isRightToLeft(language),
    ...tagOf(language),
    fonts: fonts.familiesFor(language),
    leading: leadings[scriptOf(language)] ?? 1,
  });
  const saidOf = (texts: readonly Text[]): Said => {
    const lines = texts.map(linesOf);
    return {
      text: lines.map(spoken).join(' '),
      isDrawnOtherwise:
        texts.some(({ language }) => isRightToLeft(language)) ||
        lines.flat().some((line) => line.includes(breakHere) || drawnOtherwise.test(line)),
    };
  };
  return {
    // In the properties of the file, plain.
    sheet: JSON.stringify(
      { ...draft, named: { title: spoken(linesOf(draft.title)), from: spoken(linesOf(draft.from)) } },
      (_key, value: unknown) => (isText(value) ? set(value) : value),
    ),
    said: textsOf(draft).map(saidOf),
  };
}

/** As sheet.typ has them; the texts of one paragraph together. */
function textsOf(draft: Draft): readonly (readonly Text[])[] {
  const { from, on, reference, title, parts } = draft;
  return [[from], reference === undefined ? [on] : [on, reference], [title], ...parts.flatMap(textsIn)];
}

const bullet: Text = { text: '•', language: 'en' };

function textsIn(part: DraftPart): readonly (readonly Text[])[] {
  switch (part.is) {
    case 'list':
      return part.items.flatMap((item) => [[bullet], [item]]);
    case 'facts':
      return part.rows.flatMap(({ name, value }) => [[name], [value]]);
    case 'said':
      return [[part.by, part.at], [part.text]];
    default:
      return [[part.text]];
  }
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'text' in value && 'language' in value;
}

function isRightToLeft(language: string): boolean {
  return scriptOf(language) === 'Arab';
}

/** As the template takes it: two or three letters, and two for the country. */
function tagOf(language: string): { readonly lang: string; readonly region: string | null } {
  const [, lang, region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?/.exec(language) ?? [];
  return { lang: lang ?? 'en', region: region ?? null };
}
