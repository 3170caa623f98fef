// The desk's own words. In the code they stand in English, which is their name in the catalogue; beside it stands the Welsh. What is not
// in the catalogue does not compile.

import { language } from './language.ts';
import { welsh } from './welsh/welsh.ts';

export type Words = keyof typeof welsh;

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

/** Words with nothing to be filled in. */
export type Plain = { [Text in Words]: [Slots<Text>] extends [never] ? Text : never }[Words];

type Values<Text extends Words> = Text extends Plain ? [] : [values: Readonly<Record<Slots<Text>, string | number>>];

export function t<Text extends Words>(words: Text, ...[values]: Values<Text>): string {
  return filled(language() === 'cy' ? welsh[words] : words, values);
}

function filled(words: string, values: Readonly<Record<string, string | number>> = {}): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The name that a table has for a code, where it has one. */
export function named(table: Readonly<Record<string, Plain>>, code: string): string | undefined {
  const words = Object.hasOwn(table, code) ? table[code] : undefined;
  return words === undefined ? undefined : t(words);
}

/** Words that come from the service: in the language of the page where the catalogue has them, else as they came. */
export function known(words: string): string {
  return Object.hasOwn(welsh, words) ? filled(language() === 'cy' ? welsh[words as Words] : words) : words;
}
