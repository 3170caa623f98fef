// A draft becomes what the template reads: every text in lines that can be printed, with its fonts and its direction.

import type { Draft, Text } from './draft.ts';
import { scriptOf } from './fonts.ts';
import { type Covers, printable } from './printable.ts';

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

/** @returns JSON for `sys.inputs.sheet` */
export function typeset(draft: Draft, fonts: Fonts): string {
  return JSON.stringify(draft, (_key, value: unknown) => (isText(value) ? set(value, fonts) : value));
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'text' in value && 'language' in value;
}

function set({ text, language }: Text, fonts: Fonts): object {
  const script = scriptOf(language);
  const rightToLeft = script === 'Arab';
  return {
    lines: printable(text, { covers: fonts.covers, rightToLeft }),
    rightToLeft,
    ...tagOf(language),
    fonts: fonts.familiesFor(language),
    leading: leadings[script] ?? 1,
  };
}

/** As the template takes it: two or three letters, and two for the country. */
function tagOf(language: string): { readonly lang: string; readonly region: string | null } {
  const [, lang, region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?/.exec(language) ?? [];
  return { lang: lang ?? 'en', region: region ?? null };
}
