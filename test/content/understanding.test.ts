// How well words are understood, on messages that nothing was learned from. The thresholds stand just below what was measured.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { loadUnderstanding } from '../../src/content/understanding.ts';
import { expectNoRunaway } from '../support/cost.ts';

const root = new URL('../..', import.meta.url).pathname;

interface HeldOut {
  readonly enquiries: Readonly<Record<string, readonly string[]>>;
  readonly danger: Readonly<Record<string, readonly string[]>>;
  readonly harmless: readonly string[];
}

describe('what tenants write', () => {
  const heldOut: HeldOut = parse(readFileSync(new URL('understanding.heldout.yaml', import.meta.url), 'utf8'));
  let understanding: ReturnType<typeof loadUnderstanding>;

  before(function () {
    // Learning comes first where nothing has been learned yet.
    this.timeout(120_000);
    understanding = loadUnderstanding(root);
  });

  it('is taken for the right enquiry', () => {
    const pairs = Object.entries(heldOut.enquiries).flatMap(([name, texts]) =>
      texts.map((text) => [name, text] as const),
    );
    const wrong = pairs.filter(([name, text]) => first(text) !== name);
    const wrongInThree = pairs.filter(([name, text]) => !firstThree(text).includes(name));
    show(wrong.map(([name, text]) => `${name} taken for ${first(text)}: ${text}`));

    expect(pairs.length).to.be.at.least(200);
    expect(1 - wrong.length / pairs.length).to.be.at.least(0.95);
    expect(1 - wrongInThree.length / pairs.length).to.be.at.least(0.98);
  });

  it('raises danger in every language', () => {
    const pairs = Object.entries(heldOut.danger).flatMap(([name, texts]) => texts.map((text) => [name, text] as const));
    const missed = pairs.filter(([name, text]) => !understanding.danger.find(text).includes(name));
    show(missed.map(([name, text]) => `${name} missed: ${text}`));

    expect(pairs.length).to.be.at.least(70);
    expect(missed).to.have.lengthOf.at.most(1);
  });

  it('raises no danger where there is none', () => {
    const raised = heldOut.harmless.filter((text) => understanding.danger.find(text).length > 0);
    show(raised.map((text) => `${understanding.danger.find(text)} raised: ${text}`));

    expect(heldOut.harmless.length).to.be.at.least(50);
    expect(raised).to.have.lengthOf.at.most(1);
  });

  it('can be any enquiry of the taxonomy', () => {
    const said = new Set(Object.values(heldOut.enquiries).flat().map(first));

    expect(Object.keys(heldOut.enquiries)).to.have.lengthOf(73);
    expect(said.size).to.be.at.least(65);
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '😀😀🔥'],
    ['a script that nobody here reads', 'ፊደል ሰላም ᚠᚢᚦᚨᚱᚲ'],
    ['markup', '<script>alert("x")</script><b>&amp;</b> <<<>>> ```'],
    ['one endless word', 'a'.repeat(20_000)],
    ['20,000 characters', 'he is going to my house and water is everywhere '.repeat(417).slice(0, 20_000)],
    ['brackets and stars', '((((((*****|||||.. ... ...'.repeat(500)],
    ['broken surrogates', '\ud800 \udc00 \u0000 smell'],
  ] as const) {
    it(`may be ${what}`, () => {
      const { guesses } = understandAll(text);

      expect(guesses.length).to.be.within(1, 5);
      expect(guesses.reduce((sum, guess) => sum + guess.confidence, 0)).to.be.at.most(1.0001);
      expectNoRunaway(what, () => understandAll(text));
    });
  }

  function understandAll(text: string) {
    const { details } = understanding;
    return {
      guesses: understanding.recogniser.recognise(text, 'en'),
      danger: understanding.danger.find(text),
      language: understanding.languages.guess(text),
      details: details.slots.map((slot) => details.find(slot, text, new Date('2026-11-22T10:00:00Z'))),
    };
  }

  function first(text: string): string {
    return firstThree(text)[0] ?? '';
  }

  function firstThree(text: string): string[] {
    return understanding.recogniser
      .recognise(text, 'en')
      .slice(0, 3)
      .map((guess) => guess.enquiry);
  }
});

/** With SHOW=1 the misses are printed: what to write examples for next, in other words. */
function show(lines: readonly string[]): void {
  if (process.env.SHOW !== undefined) for (const line of lines) process.stderr.write(`${line}\n`);
}
