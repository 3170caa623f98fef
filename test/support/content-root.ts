// A copy of the content that a test may break, with three of the languages: checking all of them takes three times as long.

import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const languages = ['en', 'cy', 'pl'];

/** The folder, which the test takes away. */
export function copyOfContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  for (const folder of ['dialogs', 'landlords']) cpSync(folder, join(root, folder), { recursive: true });
  for (const tag of languages) cpSync(join('locales', tag), join(root, 'locales', tag), { recursive: true });
  cpSync('locales/easy-read.yaml', join(root, 'locales', 'easy-read.yaml'));
  cpSync('locales/glossary.csv', join(root, 'locales', 'glossary.csv'));
  const lines = readFileSync('locales/languages.yaml', 'utf8').split('\n');
  const kept = lines.filter((line) => languages.some((tag) => line.startsWith(`- {tag: ${tag},`)));
  writeFileSync(join(root, 'locales', 'languages.yaml'), `${kept.join('\n')}\n`);
  speakThese(join(root, 'landlords'));
  return root;
}

/** In the order of each pack: the first is its own. */
function speakThese(packs: string): void {
  for (const name of readdirSync(packs).filter((each) => each.endsWith('.yaml'))) {
    const file = join(packs, name);
    const pack = readFileSync(file, 'utf8').replace(/^languages: \[(.*)\]$/m, (_line, tags: string) => {
      return `languages: [${tags
        .split(', ')
        .filter((tag) => languages.includes(tag))
        .join(', ')}]`;
    });
    writeFileSync(file, pack);
  }
}
