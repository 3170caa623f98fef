// Reads `dialogs/`: one dialog a file, named by its path, with the example utterances that lie beside it.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Dialog, type Playbook } from '../turn/dialog/flow.ts';
import type { Fault } from './fault.ts';
import type { Reviewed } from './reviews.ts';
import { parseWith, type YamlFile, type YamlFiles } from './yaml-file.ts';

export interface Dialogs {
  readonly playbook: Playbook;
  readonly files: ReadonlyMap<string, YamlFile>;
  readonly reviewed: readonly Reviewed[];
  /** Absolute paths. */
  readonly examples: readonly string[];
  readonly faults: readonly Fault[];
}

const isExamples = (path: string): boolean => /\.examples(?:\.[^/.]+)?\.yaml$/.test(path);

/** Other files lie beside the dialogs with two dots in their names. */
const isDialog = (path: string): boolean => /[\\/][a-z_]+\.yaml$/.test(path);

export function readDialogs(from: YamlFiles): Dialogs {
  const folder = join(from.root, 'dialogs');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(folder, path))
    .sort();
  const playbook = new Map<string, Dialog>();
  const files = new Map<string, YamlFile>();
  const reviewed: Reviewed[] = [];
  const faults: Fault[] = [];
  for (const path of paths.filter(isDialog)) {
    const name = relative(folder, path)
      .replace(/\.yaml$/, '')
      .replaceAll(/[\\/]/g, '.');
    const yaml = from.read(path);
    const parsed = parseWith(yaml, Dialog);
    faults.push(...parsed.faults);
    if (parsed.value === undefined) continue;
    playbook.set(name, parsed.value);
    files.set(name, yaml);
    reviewed.push({ file: yaml.file, owner: parsed.value.owner, reviewedOn: parsed.value.reviewedOn });
  }
  return { playbook, files, reviewed, faults, examples: paths.filter(isExamples) };
}
