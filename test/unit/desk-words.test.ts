// The desk's own words in English and Welsh. That a missing one does not compile is the compiler's; what it cannot see is here.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { welsh } from '../../web/desk/src/words/welsh/welsh.ts';

const desk = join(import.meta.dirname, '../../web/desk/src');
const pages = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('welsh'))
  .map((file) => readFileSync(join(desk, file), 'utf8'));
const slots = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([slot]) => slot).toSorted();
const catalogue = Object.entries(welsh);

describe("the words of the agents' desk", () => {
  it('fill in the same things in Welsh as in English', () => {
    const unlike = catalogue.filter(([english, cymraeg]) => {
      return new Set(slots(english)).symmetricDifference(new Set(slots(cymraeg))).size > 0;
    });

    expect(catalogue).to.have.lengthOf.above(400);
    expect(unlike).to.deep.equal([]);
  });

  it('have no straight quotes and no empty words', () => {
    expect(catalogue.filter(([, cymraeg]) => /['"]/.test(cymraeg) || cymraeg.trim() === '')).to.deep.equal([]);
  });

  it('stand on no page in English alone', () => {
    const bare = pages.flatMap((page) => [
      ...page.matchAll(/(?:aria-label|label|hint|title|nothing|nobody)="[A-Z][^"]+"/g),
      ...page.matchAll(/^\s+[A-Z][a-z]+(?: [a-z]+)*[.?!]?\n\s+<\//gm),
    ]);

    expect(bare.map(([words]) => words.trim())).to.deep.equal([]);
  });
});
