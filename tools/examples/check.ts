// `npm run examples -- check`: where the examples contradict each other, repeat each other, or are too few.

import type { Examples } from '../../src/content/training/enquiries.ts';
import { readSources } from '../../src/content/training/sources.ts';
import { crossValidate, groupedBy, percent, shareOf, type Tried } from './cross-validate.ts';
import { dangerLines } from './danger.ts';
import { faultsOf, isWithin, type Pair, thinSpots } from './faults.ts';

type Print = (line: string) => void;

/** The languages that every kind is written in for, and how many examples are enough. */
const least = { en: 150, cy: 25, pl: 25 };
const mostShown = 60;

/** @param about.folds 0: only what can be told without learning */
export async function check(about: {
  readonly root: string;
  readonly folds: number;
  readonly print: Print;
}): Promise<void> {
  const { root, folds, print } = about;
  const sources = readSources(root);
  tellFaults(sources.enquiries, print);
  tellThin(sources.enquiries, print);
  if (folds < 2) return;
  const tried = await crossValidate(sources, folds);
  tellTried(tried, folds, print);
  section('Danger, learned and tried the same ways', dangerLines(tried, Object.keys(sources.danger.kinds)), print);
}

function tellFaults(examples: Examples, print: Print): void {
  const { duplicates, leaks, nearDuplicates } = faultsOf(examples);
  section(`${leaks.length} texts under two kinds`, leaks.map(pairLine), print);
  section(`${duplicates.length} texts twice under one kind`, duplicates.map(pairLine), print);
  const across = nearDuplicates.filter((pair) => !isWithin(pair)).length;
  section(
    `${nearDuplicates.length} pairs nearly the same, ${across} of them under two kinds`,
    nearDuplicates.map(pairLine),
    print,
  );
}

function pairLine(pair: Pair): string {
  const { one, other } = pair;
  return isWithin(pair)
    ? `${one.enquiry}: “${one.text}” · “${other.text}”`
    : `${one.enquiry}: “${one.text}” · ${other.enquiry}: “${other.text}”`;
}

function tellThin(examples: Examples, print: Print): void {
  const byLanguage = groupedBy(examples.examples, ({ language }) => language);
  print(`Examples: ${[...byLanguage].map(([language, each]) => `${language} ${each.length}`).join(', ')}\n`);
  for (const [language, thin] of groupedBy(thinSpots(examples, least), (each) => each.language)) {
    const title = `${thin.length} kinds with fewer than ${least[language as keyof typeof least]} examples in ${language}`;
    print(`${title}\n  ${thin.map(({ enquiry, count }) => `${enquiry} ${count}`).join(', ')}\n`);
  }
}

function tellTried(tried: readonly Tried[], folds: number, print: Print): void {
  const by = (key: (each: Tried) => string) => [...groupedBy(tried, key)];
  print(`Accuracy, learned and tried ${folds} ways: ${percent(shareOf(tried))} of ${tried.length}`);
  print(
    `  ${by(({ language }) => language)
      .map(([language, each]) => `${language} ${percent(shareOf(each))}`)
      .join(', ')}\n`,
  );
  const kinds = by(({ wanted }) => wanted).map(([kind, each]) => ({ kind, share: shareOf(each) }));
  kinds.sort((one, other) => one.share.right / one.share.of - other.share.right / other.share.of);
  section(
    'Kinds, the worst first',
    kinds.map(({ kind, share }) => `${kind} ${percent(share)} of ${share.of}`),
    print,
  );
  const wrong = tried.filter(({ taken, wanted }) => taken !== wanted);
  const confusions = [...groupedBy(wrong, ({ taken, wanted }) => `${wanted} taken for ${taken}`)];
  confusions.sort(([, one], [, other]) => other.length - one.length);
  section(
    `${wrong.length} taken for another kind, in ${confusions.length} pairs`,
    confusions.map(([pair, each]) => `${each.length} × ${pair}: “${each[0]?.text}”`),
    print,
  );
}

function section(title: string, lines: readonly string[], print: Print): void {
  print(title);
  for (const line of lines.slice(0, mostShown)) print(`  ${line}`);
  if (lines.length > mostShown) print(`  … and ${lines.length - mostShown} more`);
  print('');
}
