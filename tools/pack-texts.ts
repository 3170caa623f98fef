// The English that stands in landlord packs: every text that is written by language, as `{en: …, cy: …}`.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../src/content/yaml-file.ts';

export interface PackText {
  /** Where it stands: `landlords/demo.yaml petRules`. */
  readonly key: string;
  readonly text: string;
  place(): { readonly file: string; readonly line?: number | undefined };
}

export function packTexts(root: string): readonly PackText[] {
  const folder = join(root, 'landlords');
  const from = filesIn(root);
  return [folder, join(folder, 'rules')].flatMap((each) =>
    readdirSync(each)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .flatMap((file) => {
        const yaml = from.read(join(each, file));
        return englishIn(yaml.data, []).map(([path, text]) => ({
          key: `${yaml.file} ${path.join('.')}`,
          text,
          place: () => ({ file: yaml.file, line: yaml.lineOf(path) }),
        }));
      }),
  );
}

type Found = readonly [path: readonly (string | number)[], text: string];

function englishIn(value: unknown, path: readonly (string | number)[]): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => englishIn(each, [...path, at]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]): readonly Found[] =>
    name === 'en' && typeof inner === 'string' ? [[[...path, name], inner]] : englishIn(inner, [...path, name]),
  );
}
