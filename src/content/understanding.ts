// Everything that understands words, ready to use: learned from the project's own texts at the first start, kept in `build/`
// under the hash of what it was learned from, and read from there afterwards.

import { createConcepts } from '../turn/understanding/concepts.ts';
import { createDangerDetector } from '../turn/understanding/danger.ts';
import { createLikeness } from '../turn/understanding/danger-likeness.ts';
import { createDetailFinder } from '../turn/understanding/details.ts';
import { createLanguageGuesser } from '../turn/understanding/language-guesser.ts';
import type { LinearModel } from '../turn/understanding/linear-model.ts';
import { menderFor } from '../turn/understanding/misspelling.ts';
import type { DangerDetector, DetailFinder, LanguageGuesser, Recogniser } from '../turn/understanding/ports.ts';
import { createRecogniser } from '../turn/understanding/recogniser.ts';
import { type Made, readOrMake } from './kept.ts';
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
const recipe = 8;
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
  const enquiries = readOrMake(rootDir, models.enquiries);
  const languages = readOrMake(rootDir, models.languages);
  const danger = readOrMake(rootDir, models.danger);
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
  const model: Made<unknown> = modelsOf(findSources(rootDir))[name];
  readOrMake(rootDir, model);
}

function modelsOf(sources: SourceFiles) {
  return {
    enquiries: {
      name: 'enquiries',
      hash: `${recipe}-${sources.hashes.enquiries}`,
      make: () => enquiryModel(sources.read()),
      write: writeEnquiries,
      read: readEnquiries,
    },
    languages: {
      name: 'languages',
      hash: `${recipe}-${sources.hashes.languages}`,
      make: () => learnLanguages(sources.read().languages, seed),
      write: writeLanguages,
      read: readLanguages,
    },
    danger: {
      name: 'danger',
      hash: `${recipe}-${sources.hashes.enquiries}`,
      make: () => dangerModel(sources.read()),
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
