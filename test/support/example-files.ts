// A small set of examples in a folder of its own, with the project's word lists: three kinds that a recogniser learns at once.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './service.ts';

const lines = (texts: readonly string[]) => texts.map((text) => `  - ${text}`).join('\n');
const made = (things: readonly string[], ways: readonly string[]) =>
  things.flatMap((thing) => ways.map((way) => way.replace('…', thing)));

export const rentFile = 'dialogs/rent/balance.examples.yaml';
export const repairFile = 'dialogs/repair/report.examples.yaml';

const files: Readonly<Record<string, string>> = {
  [rentFile]: `# What is owed.\nen:\n${lines(
    made(['rent', 'balance', 'account'], ['what is my …', 'show me the …', 'how much … is owed', 'owed on my … now']),
  )}   # the last one\npl:\n  - ile wynosi mój czynsz\n`,
  [repairFile]: `en:\n${lines(
    made(['tap', 'door', 'window'], ['my … is broken', 'the … needs mending', 'please fix the …', 'broken … in here']),
  )}\n  - "it's: \\"kaput\\""\n`,
  'dialogs/none.examples.yaml': `en:\n${lines(
    made(['joke', 'poem', 'story'], ['tell me a …', 'write a funny …', 'I want to hear a …', 'sing me a …']),
  )}\n`,
  'dialogs/languages.examples.yaml': 'ro:\n  - bună ziua tuturor\n',
  'locales/en/talk.yaml': 'hello: "Hello to everybody"\n',
};

export interface ExampleFiles {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** As the last commit of a repository. */
  commit(): void;
}

export function exampleFiles(): ExampleFiles {
  const root = temporaryFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  for (const list of ['concepts', 'danger']) {
    cpSync(`dialogs/${list}.words.yaml`, join(root, `dialogs/${list}.words.yaml`));
  }
  const git = (...command: string[]) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    const run = spawnSync('git', [...who, ...command], { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
  };
  return {
    root,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    write,
    commit() {
      git('init', '-q');
      git('add', '-A');
      git('commit', '-q', '-m', 'examples');
    },
  };
}
