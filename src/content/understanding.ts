// Everything that understands words, ready to use: learned from the project's own texts at the first start, kept in `build/`
// under the hash of what it was learned from, and read from there afterwards.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConcepts } from '../turn/understanding/concepts.ts';
import { createDangerDetector } from '../turn/understanding/danger.ts';
import { createDetailFinder } from '../turn/understanding/details.ts';
import { createLanguageGuesser } from '../turn/understanding/language-guesser.ts';
import type { DangerDetector, DetailFinder, LanguageGuesser, Recogniser } from '../turn/understanding/ports.ts';
import { createRecogniser } from '../turn/understanding/recogniser.ts';
import { wordsOf } from '../turn/understanding/words.ts';
import { learnEnquiries } from './training/enquiries.ts';
import { learnLanguages } from './training/languages.ts';
import { type Models, readModels, writeModels } from './training/model-file.ts';
import { readSources, type Sources } from './training/sources.ts';

export interface Understanding {
  readonly recogniser: Recogniser;
  readonly danger: DangerDetector;
  readonly details: DetailFinder;
  readonly languages: LanguageGuesser;
}

/** Counts up when learning itself changes, so that an older file is not taken for this one's. */
const recipe = 1;
const seed = 20_261_121;

/**
 * Recogniser, danger detector, detail finder and language guesser, learned from the files under `rootDir`.
 * Learns first, for some seconds, when there is no model of these very files in `<rootDir>/build`.
 *
 * @throws Error naming the file when an example file is not as it must be
 */
export function loadUnderstanding(rootDir: string): Understanding {
  const sources = readSources(rootDir);
  const models = readOrLearn(rootDir, sources);
  const recogniser = createRecogniser(models.enquiries, createConcepts(sources.concepts));
  const known = new Set(models.known);
  return {
    recogniser,
    danger: createDangerDetector({ words: sources.danger, known, recogniser }),
    details: createDetailFinder(),
    languages: createLanguageGuesser(models.languages),
  };
}

/** Learns from the texts; the same texts always give the same models. */
function learnModels(sources: Sources): Models {
  return {
    enquiries: learnEnquiries(sources.enquiries, createConcepts(sources.concepts), seed),
    languages: learnLanguages(sources.languages, seed),
    known: knownWords(sources),
  };
}

function readOrLearn(rootDir: string, sources: Sources): Models {
  const folder = join(rootDir, 'build');
  const file = `model-${recipe}-${sources.hash}.bin`;
  const kept = readKept(join(folder, file));
  if (kept !== undefined) return kept;
  const models = learnModels(sources);
  keep(folder, file, models);
  return models;
}

function readKept(path: string): Models | undefined {
  try {
    return readModels(readFileSync(path));
  } catch {
    // Not there yet, or cut short by a crash: learned anew.
    return undefined;
  }
}

/** Written beside and then renamed: two processes that start together never see half a file. Older models go. */
function keep(folder: string, file: string, models: Models): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${file}.${process.pid}`);
  writeFileSync(unfinished, writeModels(models));
  renameSync(unfinished, join(folder, file));
  for (const name of readdirSync(folder)) {
    if (/^model-.*\.bin$/.test(name) && name !== file) rmSync(join(folder, name), { force: true });
  }
}

/** Words of the examples, and of what only sounds like danger: none of them is a slip of another. */
function knownWords({
  enquiries,
  danger,
}: {
  readonly enquiries: Sources['enquiries'];
  readonly danger: Sources['danger'];
}): string[] {
  const texts = enquiries.examples.map(({ text }) => text);
  const not = Object.values(danger.kinds).flatMap((kind) => kind.not ?? []);
  return [...new Set([...texts, ...not].flatMap(wordsOf))].filter((word) => word.length > 4).sort();
}
