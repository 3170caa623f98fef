// What there is to learn from: `dialogs/**/*.examples.yaml`, `dialogs/*.words.yaml` and the catalogues.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ConceptWords } from '../../turn/understanding/concepts.ts';
import type { DangerWords } from '../../turn/understanding/danger.ts';
import type { Examples } from './enquiries.ts';
import type { TextsByLanguage } from './languages.ts';

const ending = '.examples.yaml';
/** The texts that are there for their language only. */
const languageFile = `languages${ending}`;
/** What only sounds like danger, by what it is. */
const lookalikeFile = `lookalikes${ending}`;

const Texts = z.record(z.string(), z.array(z.string().min(1)));
const Lookalikes = z.record(z.string(), Texts);
const Concepts = z.record(z.string(), z.string().min(1));
const Danger = z.strictObject({
  lists: z.record(z.string(), z.string()),
  kinds: z.record(
    z.string(),
    z.strictObject({
      say: z.array(z.string()).min(1),
      not: z.array(z.string()).optional(),
      alone: z.array(z.string()).optional(),
      calm: z.array(z.string()).optional(),
    }),
  ),
});

export interface Words {
  readonly concepts: ConceptWords;
  readonly danger: DangerWords;
}

export interface Sources extends Words {
  readonly enquiries: Examples;
  readonly languages: TextsByLanguage;
  readonly hashes: SourceFiles['hashes'];
}

/** The files as bytes: what is learned from them is known by their hash, so that a start need not read the examples again. */
export interface SourceFiles {
  /** Of the files that each model is learned from. */
  readonly hashes: { readonly enquiries: string; readonly languages: string };
  /** @throws Error naming the file that is not as it must be */
  words(): Words;
  /** @throws Error naming the file that is not as it must be */
  read(): Sources;
}

export function findSources(rootDir: string): SourceFiles {
  const reader = createReader(rootDir);
  const words = [join('dialogs', 'concepts.words.yaml'), join('dialogs', 'danger.words.yaml')] as const;
  const shortTexts = join('dialogs', languageFile);
  const exampleFiles = filesUnder(rootDir, 'dialogs', ending).filter((file) => !file.endsWith(languageFile));
  const isLookalikes = (file: string): boolean => file.endsWith(lookalikeFile);
  const catalogueFiles = filesUnder(rootDir, 'locales', '.yaml');
  const hashes = {
    enquiries: reader.hash([...exampleFiles, ...words]),
    languages: reader.hash([...exampleFiles, shortTexts, ...catalogueFiles]),
  };
  const readWords = once(() => ({ concepts: reader.read(words[0], Concepts), danger: reader.read(words[1], Danger) }));
  return {
    hashes,
    words: readWords,
    read: once(() => {
      const byFile = exampleFiles
        .filter((file) => !isLookalikes(file))
        .map((file) => [nameOf(file), reader.read(file, Texts)] as const);
      const lookalikes = exampleFiles
        .filter(isLookalikes)
        .flatMap((file) => Object.entries(reader.read(file, Lookalikes)));
      const catalogues = catalogueFiles.map((file) => [file, reader.read(file, z.unknown())] as const);
      return {
        ...readWords(),
        enquiries: examplesOf(byFile, lookalikes),
        languages: textsOf(
          [...[...byFile, ...lookalikes].map(([, texts]) => texts), reader.read(shortTexts, Texts)],
          catalogues,
        ),
        hashes,
      };
    }),
  };
}

/** Several models are learned from the same texts: they are read for the first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** @throws Error naming the file that is not as it must be */
export function readSources(rootDir: string): Sources {
  return findSources(rootDir).read();
}

function createReader(rootDir: string) {
  const contents = new Map<string, Buffer>();
  const bytesOf = (path: string): Buffer => {
    const bytes = contents.get(path) ?? readFileSync(join(rootDir, path));
    contents.set(path, bytes);
    return bytes;
  };
  return {
    read<Shape>(path: string, shape: z.ZodType<Shape>): Shape {
      const checked = shape.safeParse(parsed(path, bytesOf(path)));
      if (!checked.success) throw new Error(`${path}: ${z.prettifyError(checked.error)}`);
      return checked.data;
    },
    hash(paths: readonly string[]): string {
      const hash = createHash('sha256');
      for (const path of paths) hash.update(path).update(bytesOf(path));
      return hash.digest('hex').slice(0, 16);
    },
  };
}

function parsed(path: string, bytes: Buffer): unknown {
  try {
    return parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'it cannot be read'}`);
  }
}

function filesUnder(rootDir: string, folder: string, suffix: string): string[] {
  const names = readdirSync(join(rootDir, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => join(folder, name));
}

/** `dialogs/repair/report.examples.yaml` is of `repair.report`. */
function nameOf(file: string): string {
  return file.slice('dialogs/'.length, -ending.length).split(sep).join('.');
}

type ByKind = readonly (readonly [kind: string, texts: z.infer<typeof Texts>])[];

/** @throws Error naming a look-alike's kind that has no examples of its own */
function examplesOf(byFile: ByKind, lookalikes: ByKind): Examples {
  const labels = byFile.map(([name]) => name);
  const labelled = (kinds: ByKind, isLookalike: boolean) =>
    kinds.flatMap(([name, texts]) => {
      const label = labels.indexOf(name);
      if (label < 0) throw new Error(`dialogs/${lookalikeFile}: there is no ${name} with examples`);
      return Object.entries(texts).flatMap(([language, lines]) =>
        lines.map((text) => ({ text, label, language, ...(isLookalike && { isLookalike }) })),
      );
    });
  return { labels, examples: [...labelled(byFile, false), ...labelled(lookalikes, true)] };
}

function textsOf(
  written: readonly z.infer<typeof Texts>[],
  catalogues: readonly (readonly [string, unknown])[],
): TextsByLanguage {
  const all = new Map<string, string[]>();
  const add = (language: string, lines: readonly string[]) =>
    all.set(language, [...(all.get(language) ?? []), ...lines]);
  for (const texts of written) {
    for (const [language, lines] of Object.entries(texts)) {
      add(
        language,
        lines.filter((line) => !isRomanised(line, language)),
      );
      add(
        `${language}-Latn`,
        lines.filter((line) => isRomanised(line, language)),
      );
    }
  }
  for (const [file, content] of catalogues) {
    const language = file.split(sep)[1] ?? '';
    // A catalogue of a language for which nothing else was written is one more language.
    if (!language.endsWith('.yaml'))
      add(
        language,
        wordsIn(content).filter((line) => !isRomanised(line, language)),
      );
  }
  return Object.fromEntries([...all].filter(([, lines]) => lines.length >= fewestTexts));
}

/** Of fewer than these a language cannot be told from its neighbours. */
const fewestTexts = 6;
/** Languages with letters of their own. */
const ownLetters = new Set(['uk', 'ur', 'pa', 'bn', 'ar', 'gu', 'fa']);

/** In Latin letters, as many people text Urdu: it looks like no Urdu that is printed, so it is told apart by itself. */
function isRomanised(line: string, language: string): boolean {
  return ownLetters.has(language) && !/[^\P{L}\p{Script=Latin}]/u.test(line);
}

/** The texts of a catalogue, without what is filled in. */
function wordsIn(content: unknown): string[] {
  if (typeof content === 'string') {
    const bare = content
      .replace(/\{[^{}]*\}/g, ' ')
      .replace(/[{}]/g, ' ')
      .trim();
    return bare.split(/\s+/).length < 2 ? [] : [bare];
  }
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(wordsIn) : [];
}
