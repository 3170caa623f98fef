// What the menu of the widget and of the page without scripts says for the tenant is understood in every language, whatever the recogniser
// would make of it.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { plainWords } from '../../src/model/plain-words.ts';
import { wordsBegun } from '../../src/model/said/words-held.ts';

const read = (path: string) => parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const languages = read('locales/languages.yaml') as readonly { readonly tag: string }[];

describe('the words of the menu', () => {
  for (const { tag } of languages)
    it(`[GEN-09] end a chat and keep a copy of it in ${tag}`, () => {
      const widget = read(`locales/${tag}/widget.yaml`) as Record<string, string>;
      const lists = read(`locales/${tag}/words.yaml`) as Record<string, readonly string[]>;
      const plain = (list: string) => (lists[list] ?? []).map(plainWords);

      expect(plain('end_chat')).to.include(plainWords(widget['menu-end'] ?? ''));
      expect(plain('told_keep')).to.include(plainWords(widget['menu-keep'] ?? ''));
      // And it is the whole conversation that is kept.
      expect(wordsBegun(lists.format_conversation ?? [], widget['menu-keep'] ?? '')).to.not.equal(undefined);
    });
});
