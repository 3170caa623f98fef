// `npm run examples -- effect`: what a change of the examples does, before it is committed: cross-validation on the last commit's and
// on those of the working tree, each text tried in the same fold both times.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSources, type Sources } from '../../src/content/training/sources.ts';
import { crossValidate, groupedBy, percent, type Share, shareOf, type Tried } from './cross-validate.ts';

interface About {
  readonly root: string;
  readonly folds: number;
  readonly print: (line: string) => void;
}

export async function effect({ root, folds, print }: About): Promise<void> {
  const [before, after] = [committedSources(root), readSources(root)];
  if (before.hashes.enquiries === after.hashes.enquiries) {
    print('The examples and word lists are those of the last commit: there is nothing to compare.');
    return;
  }
  const [old, now] = [keysOf(before), keysOf(after)];
  const added = [...now].filter((each) => !old.has(each)).length;
  const gone = [...old].filter((each) => !now.has(each)).length;
  print(`Examples: ${old.size} before, ${now.size} after (${added} added, ${gone} taken away)`);
  const tried = { before: await crossValidate(before, folds), after: await crossValidate(after, folds) };
  compare(tried, folds, print);
}

/** What can be told apart as an example. */
function keysOf({ enquiries: { labels, examples } }: Sources): ReadonlySet<string> {
  return new Set(examples.map(({ text, label }) => keyOf({ text, wanted: labels[label] ?? '' })));
}

function keyOf({ text, wanted }: Pick<Tried, 'text' | 'wanted'>): string {
  return `${wanted}\n${text}`;
}

interface Both {
  readonly before: readonly Tried[];
  readonly after: readonly Tried[];
}

function compare({ before, after }: Both, folds: number, print: About['print']): void {
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const [kept, keptNow] = [before.filter((each) => now.has(keyOf(each))), after.filter((each) => old.has(keyOf(each)))];
  const line = (one: readonly Tried[], other: readonly Tried[]) =>
    `${percent(shareOf(one))} before, ${percent(shareOf(other))} after`;
  print(`Accuracy, learned and tried ${folds} ways: ${line(before, after)}`);
  print(`On the ${kept.length} examples that are in both: ${line(kept, keptNow)}`);
  const languages = groupedBy(keptNow, ({ language }) => language);
  for (const [language, each] of languages) {
    print(
      `  ${language}: ${line(
        kept.filter((other) => other.language === language),
        each,
      )}`,
    );
  }
  const changed = kindsThatChanged(kept, keptNow);
  print(changed.length === 0 ? 'No kind has changed.' : 'Kinds that have changed, on the examples that are in both:');
  for (const { kind, was, is } of changed)
    print(`  ${kind}: ${was.right} → ${is.right} of ${is.of} (${signed(is, was)})`);
}

interface Changed {
  readonly kind: string;
  readonly was: Share;
  readonly is: Share;
}

/** The worst first. */
function kindsThatChanged(kept: readonly Tried[], keptNow: readonly Tried[]): readonly Changed[] {
  const olds = groupedBy(kept, ({ wanted }) => wanted);
  const changes = [...groupedBy(keptNow, ({ wanted }) => wanted)].map(([kind, each]) => ({
    kind,
    was: shareOf(olds.get(kind) ?? []),
    is: shareOf(each),
  }));
  return changes
    .filter(({ was, is }) => was.right !== is.right)
    .sort((one, other) => gain(one) - gain(other) || (one.kind < other.kind ? -1 : 1));
}

function gain({ was, is }: Changed): number {
  return (is.right - was.right) / Math.max(1, is.of);
}

function signed(is: Share, was: Share): string {
  const points = (100 * (is.right - was.right)) / Math.max(1, is.of);
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points`;
}

/** What there was to learn from in the last commit, written out beside and taken away again. */
function committedSources(root: string): Sources {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-examples-'));
  try {
    const names = git(root, ['ls-tree', '-r', '--name-only', '-z', 'HEAD', '--', 'dialogs', 'locales'])
      .toString('utf8')
      .split('\0')
      .filter((name) => name.endsWith('.yaml'));
    const contents = readObjects(root, names);
    for (const [at, name] of names.entries()) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), contents[at] ?? '');
    }
    return readSources(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All in one call: `<id> blob <size>`, a line break, the bytes, a line break, one after the other. */
function readObjects(root: string, names: readonly string[]): readonly Buffer[] {
  const asked = names.map((name) => `HEAD:./${name}\n`).join('');
  const answer = git(root, ['cat-file', '--batch'], asked);
  let at = 0;
  return names.map(() => {
    const headEnd = answer.indexOf('\n', at);
    const size = Number(answer.toString('utf8', at, headEnd).split(' ').at(-1));
    at = headEnd + 1 + size + 1;
    return answer.subarray(headEnd + 1, headEnd + 1 + size);
  });
}

function git(root: string, command: readonly string[], input = ''): Buffer {
  const run = spawnSync('git', command, { cwd: root, input, maxBuffer: 1 << 28 });
  if (run.status === 0) return run.stdout;
  throw new Error(`The last commit cannot be read: ${run.error?.message ?? run.stderr.toString('utf8').trim()}`);
}
