// How well words are understood, on messages that were written apart from the examples and without reading them: `apart/*.tsv`.
// The thresholds stand just below what was measured. With SHOW=1 every kind and style is listed, the worst first, and every miss.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { loadUnderstanding } from '../../src/content/understanding.ts';

const root = new URL('../..', import.meta.url).pathname;

function rows(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`apart/${file}.tsv`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

const isUrgent = (enquiry: string) => /^(?:emergency|safety)\./.test(enquiry);
const share = (some: number, all: number) => Math.round((1000 * some) / all) / 10;

describe('messages written apart', function () {
  this.timeout(180_000);
  let understanding: ReturnType<typeof loadUnderstanding>;

  before(() => {
    understanding = loadUnderstanding(root);
  });

  it('are taken for the right one of 73 kinds in 91 of 100, and have it among the first three in 97', () => {
    const seen = rows('enquiries').map(([kind = '', style = '', text = '']) => {
      const guesses = understanding.recogniser.recognise(text, 'en').map(({ enquiry }) => enquiry);
      return { kind, style, text, guesses, isRight: guesses[0] === kind };
    });
    show(tally(seen, 'kind'));
    show(tally(seen, 'style'));
    show(
      seen
        .filter(({ isRight }) => !isRight)
        .map(({ kind, guesses, text }) => `${kind} taken for ${guesses[0]}: ${text}`),
    );

    expect(seen.length).to.be.at.least(1_000);
    expect(new Set(seen.map(({ kind }) => kind)).size).to.equal(73);
    expect(share(seen.filter(({ isRight }) => isRight).length, seen.length)).to.be.at.least(91);
    expect(
      share(seen.filter(({ kind, guesses }) => guesses.slice(0, 3).includes(kind)).length, seen.length),
    ).to.be.at.least(97);
  });

  it('tell confidences that are right as often as they say', () => {
    const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0 }));
    const seen = rows('enquiries');
    for (const [kind, , text = ''] of seen) {
      const [best] = understanding.recogniser.recognise(text, 'en');
      const bin = bins[Math.min(9, Math.floor((best?.confidence ?? 0) * 10))];
      if (bin === undefined || best === undefined) continue;
      bin.sum += best.confidence;
      bin.right += best.enquiry === kind ? 1 : 0;
    }
    const error = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / seen.length;

    expect(error).to.be.below(0.03);
  });

  it('raise danger in 92 of 100 that tell of it, and are told the number at least in 98', () => {
    const seen = rows('danger')
      .filter(([, what]) => what !== 'none')
      .map(([language = '', kind = '', style = '', text = '']) => {
        const found = understanding.danger.find(text);
        return { language, kind, style, text, isRight: found.length > 0, isTold: isTold(text, found) };
      });
    for (const by of ['kind', 'style', 'language'] as const) show(tally(seen, by));
    show(seen.filter(({ isTold }) => !isTold).map(({ language, kind, text }) => `${language} ${kind} missed: ${text}`));

    expect(seen.length).to.be.at.least(330);
    expect(share(seen.filter(({ isRight }) => isRight).length, seen.length)).to.be.at.least(92);
    expect(share(seen.filter((each) => each.isTold).length, seen.length)).to.be.at.least(98.5);
    for (const language of new Set(seen.map((each) => each.language))) {
      const own = seen.filter((each) => each.language === language);
      expect(share(own.filter((each) => each.isTold).length, own.length), language).to.be.at.least(85);
    }
  });

  it('raise none in 98 of 100 ordinary ones, and in 92 of 100 that only sound like it', () => {
    const ordinary = rows('enquiries').filter(([kind = '']) => !isUrgent(kind));
    const raised = ordinary.filter(([, , text = '']) => understanding.danger.find(text).length > 0);
    const lookalikes = rows('danger').filter(([, what]) => what === 'none');
    const taken = lookalikes.filter(([, , , text = '']) => understanding.danger.find(text).length > 0);
    show(taken.map(([language, , style, text]) => `${language} ${style} taken for danger: ${text}`));

    expect(share(raised.length, ordinary.length)).to.be.below(1.5);
    expect(lookalikes.length).to.be.at.least(270);
    // Two in a hundred are aimed at; not there yet.
    expect(share(taken.length, lookalikes.length)).to.be.below(8);
  });

  function isTold(text: string, found: readonly string[]): boolean {
    return found.length > 0 || understanding.danger.unsure(text) !== undefined;
  }
});

function tally<Key extends string>(
  seen: readonly (Readonly<Record<Key, string>> & { readonly isRight: boolean })[],
  by: Key,
): string[] {
  const names = [...new Set(seen.map((each) => each[by]))];
  const shares = names.map((name) => {
    const own = seen.filter((each) => each[by] === name);
    return [name, share(own.filter(({ isRight }) => isRight).length, own.length), own.length] as const;
  });
  return [...shares]
    .sort(([, one], [, other]) => one - other)
    .map(([name, right, of]) => `${right} % of ${of} ${by}: ${name}`);
}

function show(lines: readonly string[]): void {
  if (process.env.SHOW !== undefined) for (const line of lines) process.stderr.write(`${line}\n`);
}
