// One fold of a cross-validation, in a thread of its own: learns from the other folds and says what it takes this one's for.

import { parentPort, workerData } from 'node:worker_threads';
import { type Examples, learnEnquiries } from '../../src/content/training/enquiries.ts';
import { type ConceptWords, createConcepts } from '../../src/turn/understanding/concepts.ts';
import { createRecogniser } from '../../src/turn/understanding/recogniser.ts';

export interface Fold {
  readonly enquiries: Examples;
  readonly concepts: ConceptWords;
  /** By example: the fold that it is tried in. */
  readonly folds: readonly number[];
  readonly fold: number;
}

/** By place of the example: what it was taken for. */
export type Taken = readonly (readonly [at: number, enquiry: string])[];

const seed = 1;

if (parentPort !== null) parentPort.postMessage(taken(workerData as Fold));

function taken({ enquiries, concepts: lists, folds, fold }: Fold): Taken {
  const concepts = createConcepts(lists);
  const rest = enquiries.examples.filter((_, at) => folds[at] !== fold);
  const recogniser = createRecogniser(learnEnquiries({ ...enquiries, examples: rest }, { concepts, seed }), concepts);
  return enquiries.examples.flatMap(({ text, language }, at) =>
    folds[at] === fold ? [[at, recogniser.recognise(text, language)[0]?.enquiry ?? 'none'] as const] : [],
  );
}
