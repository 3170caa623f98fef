// Reads `locales/`: languages, phrases by area, control words, and which of the phrases are letters in easy read.

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { EasyRead } from '../model/easy-read.ts';
import { plainWords } from '../model/plain-words.ts';
import { type Catalogue, type Language, messagesOf } from './catalogue.ts';
import type { Fault } from './fault.ts';
import { About, type Reviewed } from './reviews.ts';
import { parseWith, type YamlFile, type YamlFiles } from './yaml-file.ts';

const Languages = z.array(
  z.strictObject({
    tag: z.string().min(2),
    name: z.string().min(1),
    direction: z.enum(['ltr', 'rtl']),
    reviewed: z.boolean(),
  }),
);
const Words = z.record(z.string(), z.array(z.string().min(1)));
/** Beside the texts of a file: who looks after them, and when they last did. */
const aboutKey = '_about';
const Headed = z.looseObject({ [aboutKey]: About });

/** Where a phrase stands, for the faults of later checks. */
export interface PhrasePlaces {
  placeOf(language: string, key: string): { readonly file: string; readonly line?: number | undefined };
}

export interface Locales extends PhrasePlaces {
  readonly catalogue: Catalogue;
  readonly easyRead?: EasyRead | undefined;
  /** Language → its files. */
  readonly reviewed: ReadonlyMap<string, readonly Reviewed[]>;
  readonly faults: readonly Fault[];
}

export function readLocales(from: YamlFiles): Locales {
  const folder = join(from.root, 'locales');
  const { value: languages = [], faults } = parseWith(from.read(join(folder, 'languages.yaml')), Languages);
  const easyRead = parseWith(from.read(join(folder, 'easy-read.yaml')), EasyRead);
  const read = languages.map((language) => readLanguage(from, join(folder, language.tag), language));
  const places = new Map(read.map((each) => [each.language.tag, each.places]));
  const texts = new Map(read.map((each) => [each.language.tag, each.texts]));
  return {
    catalogue: {
      languages,
      texts,
      words: new Map(read.map((each) => [each.language.tag, each.words])),
      message: messagesOf(texts),
    },
    easyRead: easyRead.value,
    reviewed: new Map(read.map((each) => [each.language.tag, each.reviewed])),
    faults: [...faults, ...easyRead.faults, ...read.flatMap((each) => each.faults)],
    placeOf: (language, key) =>
      places.get(language)?.get(key)?.() ?? { file: `locales/${language}/${key.split('.')[0]}.yaml` },
  };
}

interface ReadLanguage {
  readonly language: Language;
  readonly texts: Map<string, string>;
  /** Found only when a fault is told. */
  readonly places: Map<string, () => ReturnType<PhrasePlaces['placeOf']>>;
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly reviewed: Reviewed[];
  readonly faults: Fault[];
}

function readLanguage(from: YamlFiles, folder: string, language: Language): ReadLanguage {
  const read: ReadLanguage & { words: ReadonlyMap<string, readonly string[]> } = {
    language,
    texts: new Map(),
    places: new Map(),
    words: new Map(),
    reviewed: [],
    faults: [],
  };
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.yaml'))
    .sort()) {
    const yaml = from.read(join(folder, name));
    readAbout(yaml, read);
    if (name === 'words.yaml') {
      const parsed = parseWith({ ...yaml, data: textsOf(yaml) }, Words);
      read.faults.push(...parsed.faults.filter((fault) => !yaml.faults.includes(fault)));
      const lists = Object.entries(parsed.value ?? {});
      // Compared with every message: made plain once, here.
      read.words = new Map(lists.map(([list, words]) => [list, words.map(plainWords)]));
    } else {
      flatten(yaml, { read, area: basename(name, '.yaml') });
    }
  }
  return read;
}

function readAbout(yaml: YamlFile, { reviewed, faults }: Pick<ReadLanguage, 'reviewed' | 'faults'>): void {
  const about = parseWith(yaml, Headed);
  if (about.value !== undefined) reviewed.push({ file: yaml.file, ...about.value[aboutKey] });
  if (yaml.faults.length > 0) faults.push(...yaml.faults);
  else faults.push(...about.faults.map((fault) => ({ ...fault, message: `${fault.message}. ${howToHead}` })));
}

const howToHead = `Each file says who looks after its texts and when they last did: “${aboutKey}: {owner: Repairs Team, reviewedOn: 2026-11-26}”.`;

function textsOf({ data }: YamlFile): unknown {
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== aboutKey));
}

/** `{fault: {_: words, options: {tap: words}}}` → `repair.report.fault`, `repair.report.fault.options.tap`. */
function flatten(yaml: YamlFile, { read, area }: { readonly read: ReadLanguage; readonly area: string }): void {
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') {
      const key = [area, ...path].join('.').replace(/\._(@[a-z-]+)?$/, '$1');
      read.texts.set(key, value);
      read.places.set(key, () => ({ file: yaml.file, line: yaml.lineOf(path) }));
    } else if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
    } else if (value !== undefined) {
      read.faults.push({
        file: yaml.file,
        line: yaml.lineOf(path),
        message: `${path.join('.')}: expected words in quotes`,
      });
    }
  };
  visit(textsOf(yaml), []);
}
