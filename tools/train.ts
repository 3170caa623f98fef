// `node tools/train.ts` learns the models and says how long it took and how big they are; nothing to do when they are up to date.
// `node tools/train.ts --folds 5` measures instead: learned on four fifths of the examples, tried on the fifth, five times.

import { learnEnquiries } from '../src/content/training/enquiries.ts';
import { createRandom, shuffled } from '../src/content/training/random.ts';
import { readSources } from '../src/content/training/sources.ts';
import { loadUnderstanding } from '../src/content/understanding.ts';
import { createConcepts } from '../src/turn/understanding/concepts.ts';
import { createRecogniser } from '../src/turn/understanding/recogniser.ts';

const root = new URL('..', import.meta.url).pathname;
const foldsAt = process.argv.indexOf('--folds');
if (foldsAt === -1) train();
else measure(Number(process.argv[foldsAt + 1] ?? 5));

function train(): void {
  const started = performance.now();
  loadUnderstanding(root);
  console.log(`models ready in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

interface Tally {
  tried: number;
  right: number;
  inThree: number;
}

function measure(folds: number): void {
  const { enquiries, concepts: lists } = readSources(root);
  const concepts = createConcepts(lists);
  const mixed = shuffled(enquiries.examples, createRandom(3));
  const tallies = new Map<string, Tally>();
  for (let fold = 0; fold < folds; fold++) {
    const rest = mixed.filter((_, at) => at % folds !== fold);
    const recogniser = createRecogniser(
      learnEnquiries({ ...enquiries, examples: rest }, { concepts, seed: 1 }),
      concepts,
    );
    for (const { text, label, language } of mixed.filter((_, at) => at % folds === fold)) {
      const names = recogniser.recognise(text, language).map((guess) => guess.enquiry);
      tell({ tallies, names, wanted: enquiries.labels[label] ?? '', text, language });
    }
  }
  for (const [key, { tried, right, inThree }] of tallies) {
    const [first, three] = [right, inThree].map((some) => ((100 * some) / tried).toFixed(1));
    console.log(`${key}: ${first} % first, ${three} % in three, of ${tried}`);
  }
}

interface Tried {
  readonly tallies: Map<string, Tally>;
  readonly names: readonly string[];
  readonly wanted: string;
  readonly text: string;
  readonly language: string;
}

function tell({ tallies, names, wanted, text, language }: Tried): void {
  for (const key of [language, 'all', wanted]) count(tallies, key, names.slice(0, 3).indexOf(wanted));
  if (process.argv.includes('--wrong') && names[0] !== wanted) {
    console.log(`${wanted} taken for ${names[0]}: ${text}`);
  }
}

function count(tallies: Map<string, Tally>, key: string, place: number): void {
  const tally = tallies.get(key) ?? { tried: 0, right: 0, inThree: 0 };
  tally.tried += 1;
  if (place === 0) tally.right += 1;
  if (place >= 0) tally.inThree += 1;
  tallies.set(key, tally);
}
