// Everything that understands words, ready to use: learned from the project's own texts at the first start, kept in `build/`
// under the hash of what it was learned from, and read from there afterwards.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConcepts } from '../turn/understanding/concepts.ts';
import { createDangerDetector } from '../turn/understanding/danger.ts';
import { createLikeness } from '../turn/understanding/danger-likeness.ts';
import { createDetailFinder } from '../turn/understanding/details.ts';
import { createLanguageGuesser } from '../turn/understanding/language-guesser.ts';
import type { LinearModel } from '../turn/understanding/linear-model.ts';
import { menderFor } from '../turn/understanding/misspelling.ts';
import type { DangerDetector, DetailFinder, LanguageGuesser, Recogniser } from '../turn/understanding/ports.ts';
import { createRecogniser } from '../turn/understanding/recogniser.ts';
import { learnDanger } from './training/danger.ts';
import { type EnquiryModel, learnEnquiries } from './training/enquiries.ts';
import { learnLanguages } from './training/languages.ts';
import { readEnquiries, readLanguages, writeEnquiries, writeLanguages } from './training/model-file.ts';
import { findSources, type SourceFiles, type Sources, type Words } from './training/sources.ts';

export interface Understanding {
  readonly recogniser: Recogniser;
  readonly danger: DangerDetector;
  readonly details: DetailFinder;
  readonly languages: LanguageGuesser;
  /** All that the recogniser can name: the taxonomy. */
  readonly kinds: readonly string[];
}

/** Counts up when learning itself changes, so that an older file is not taken for this one's. */
const recipe = 7;
const seed = 20_261_121;

/**
 * Recogniser, danger detector, detail finder and language guesser, learned from the files under `rootDir`.
 * Learns first, for some seconds, when there is no model of these very files in `<rootDir>/build`.
 *
 * @throws Error naming the file when an example file is not as it must be
 */
export function loadUnderstanding(rootDir: string): Understanding {
  const sources = findSources(rootDir);
  const words = sources.words();
  const models = modelsOf(sources);
  const enquiries = readOrLearn(rootDir, models.enquiries);
  const languages = readOrLearn(rootDir, models.languages);
  const danger = readOrLearn(rootDir, models.danger);
  return {
    ...createReaders({ enquiries, danger }, words),
    details: createDetailFinder(),
    languages: createLanguageGuesser(languages),
    kinds: enquiries.model.labels,
  };
}

export type ModelName = keyof ReturnType<typeof modelsOf>;

/** Learns one of the models, where there is none of these very files yet: each may be learned in a thread of its own. */
export function learnModel(rootDir: string, name: ModelName): void {
  const model: Learned<unknown> = modelsOf(findSources(rootDir))[name];
  readOrLearn(rootDir, model);
}

function modelsOf(sources: SourceFiles) {
  return {
    enquiries: {
      name: 'enquiries',
      hash: sources.hashes.enquiries,
      learn: () => enquiryModel(sources.read()),
      write: writeEnquiries,
      read: readEnquiries,
    },
    languages: {
      name: 'languages',
      hash: sources.hashes.languages,
      learn: () => learnLanguages(sources.read().languages, seed),
      write: writeLanguages,
      read: readLanguages,
    },
    danger: {
      name: 'danger',
      hash: sources.hashes.enquiries,
      learn: () => dangerModel(sources.read()),
      write: writeLanguages,
      read: readLanguages,
    },
  };
}

function urgentKinds({ danger }: Pick<Words, 'danger'>): readonly string[] {
  return Object.keys(danger.kinds);
}

/** What is made of models and word lists: who names enquiries and who finds danger, over the same reading of the words. */
export function createReaders(
  { enquiries, danger }: { readonly enquiries: EnquiryModel; readonly danger: LinearModel },
  words: Pick<Words, 'concepts' | 'danger'>,
): Pick<Understanding, 'recogniser' | 'danger'> {
  const { model, vocabulary } = enquiries;
  const reading = { concepts: createConcepts(words.concepts), mend: menderFor(vocabulary), idf: model.idf };
  const likenessTo = createLikeness({ kinds: model, danger }, reading, urgentKinds(words));
  return {
    recogniser: createRecogniser(model, reading),
    danger: createDangerDetector({ words: words.danger, known: vocabulary.words, likenessTo }),
  };
}

function enquiryModel({ enquiries, concepts }: Sources): EnquiryModel {
  return learnEnquiries(enquiries, { concepts: createConcepts(concepts), seed });
}

function dangerModel(sources: Sources): LinearModel {
  const concepts = createConcepts(sources.concepts);
  return learnDanger(sources.enquiries, { concepts, seed, urgent: urgentKinds(sources) });
}

interface Learned<Model> {
  /** `build/<name>-….bin`. */
  readonly name: string;
  /** Of what it is learned from. */
  readonly hash: string;
  /** The same texts always give the same model. */
  learn(): Model;
  write(model: Model): Uint8Array;
  /** @throws Error when the file is not one of ours or was cut short */
  read(bytes: Uint8Array): Model;
}

function readOrLearn<Model>(rootDir: string, what: Learned<Model>): Model {
  const folder = join(rootDir, 'build');
  const file = `${what.name}-${recipe}-${what.hash}.bin`;
  try {
    return what.read(readFileSync(join(folder, file)));
  } catch {
    // Not there yet, or cut short by a crash: learned anew.
    const model = what.learn();
    keep(folder, { name: what.name, file }, what.write(model));
    return model;
  }
}

/** Written beside and then renamed: two processes that start together never see half a file. Older models go. */
function keep(
  folder: string,
  { name, file }: { readonly name: string; readonly file: string },
  bytes: Uint8Array,
): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `${file}.${process.pid}`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, join(folder, file));
  for (const other of readdirSync(folder)) {
    if (other.startsWith(`${name}-`) && other.endsWith('.bin') && other !== file) {
      rmSync(join(folder, other), { force: true });
    }
  }
}
