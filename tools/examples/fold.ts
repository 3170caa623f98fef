// One fold of a cross-validation, in a thread of its own: learns from the other folds and says what it takes this one's for, and
// whether it raises danger.

import { parentPort, workerData } from 'node:worker_threads';
import { learnDanger } from '../../src/content/training/danger.ts';
import { type Examples, learnEnquiries } from '../../src/content/training/enquiries.ts';
import { createReaders } from '../../src/content/understanding.ts';
import { type ConceptWords, createConcepts } from '../../src/turn/understanding/concepts.ts';
import type { DangerWords } from '../../src/turn/understanding/danger.ts';

export interface Fold {
  readonly enquiries: Examples;
  readonly concepts: ConceptWords;
  readonly danger: DangerWords;
  /** By example: the fold that it is tried in. */
  readonly folds: readonly number[];
  readonly fold: number;
}

/** What an example was taken for, and whether its danger was raised, or at least told the number for. */
export interface TakenFor {
  readonly at: number;
  readonly enquiry: string;
  readonly isRaised: boolean;
  readonly isTold: boolean;
}

export type Taken = readonly TakenFor[];

const seed = 1;

if (parentPort !== null) parentPort.postMessage(taken(workerData as Fold));

function taken(about: Fold): Taken {
  const { enquiries, folds, fold } = about;
  const rest = enquiries.examples.filter((_, at) => folds[at] !== fold);
  const { recogniser, danger: detector } = learned({ ...about, enquiries: { ...enquiries, examples: rest } });
  return enquiries.examples.flatMap(({ text, language }, at) => {
    if (folds[at] !== fold) return [];
    const isRaised = detector.find(text).length > 0;
    const isTold = isRaised || detector.unsure(text) !== undefined;
    return [{ at, enquiry: recogniser.recognise(text, language)[0]?.enquiry ?? 'none', isRaised, isTold }];
  });
}

function learned({ enquiries, concepts, danger }: Fold): ReturnType<typeof createReaders> {
  const how = { concepts: createConcepts(concepts), seed };
  const models = {
    enquiries: learnEnquiries(enquiries, how),
    danger: learnDanger(enquiries, { ...how, urgent: Object.keys(danger.kinds) }),
  };
  return createReaders(models, { concepts, danger });
}
