// What the content files say, kept once all of it has passed its checks.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { YamlFile, YamlFiles } from './yaml-file.ts';

const Kept = z.record(z.string(), z.unknown());

/** Remembers what each file said, to be kept. */
export interface RecordedFiles extends YamlFiles {
  write(): Uint8Array;
}

export function recorded(from: YamlFiles): RecordedFiles {
  const said: Record<string, unknown> = {};
  return {
    root: from.root,
    read(path) {
      const yaml = from.read(path);
      said[yaml.file] = yaml.data;
      return yaml;
    },
    write: () => Buffer.from(JSON.stringify(said)),
  };
}

/** @throws Error when the bytes are not what `recorded` wrote */
export function keptFiles(root: string, bytes: Uint8Array): RecordedFiles {
  const said = Kept.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return {
    root,
    read(path): YamlFile {
      const file = relative(root, path);
      return { file, data: said[file], faults: [], lineOf: () => undefined };
    },
    write: () => bytes,
  };
}

/** Of all that the outcome of the checks depends on: the content, this code and the libraries. Example utterances are not checked here. */
export function hashOfContent(root: string, landlordName: string): string {
  const code = join(import.meta.dirname, '..');
  const hash = createHash('sha256').update(landlordName);
  const folders = ['dialogs', 'locales', 'landlords'].map((folder) => join(root, folder));
  for (const file of [...folders, code].flatMap(filesBelow)) {
    hash.update(file.startsWith(code) ? relative(code, file) : relative(root, file)).update('\0');
    if (!file.includes('.examples.')) hash.update(readFileSync(file));
  }
  return hash
    .update(readFileSync(join(dirname(code), 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}
