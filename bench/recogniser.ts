// How often, and how fast, an intent is named: our recogniser beside nlp.js, on the published splits of public sets and on our own
// messages, in the same run. Each learns from the same rows; each is asked for the same messages, one after the other.

import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { learnEnquiries } from '../src/content/training/enquiries.ts';
import { slippedTimes } from '../src/content/training/noise.ts';
import { createRandom } from '../src/content/training/random.ts';
import { readSources } from '../src/content/training/sources.ts';
import { type ConceptWords, createConcepts } from '../src/turn/understanding/concepts.ts';
import { menderFor } from '../src/turn/understanding/misspelling.ts';
import type { Guess } from '../src/turn/understanding/ports.ts';
import { createRecogniser } from '../src/turn/understanding/recogniser.ts';
import { hasPeers } from './peers.ts';
import { type PublicSet, type Row, readPublicSets } from './public-sets.ts';

const seed = 1;
const outOfScope = 'none';
/**
 * Public sets have no word lists of ours, and more room: twice the hidden units and twice the noisy forms of the model that answers
 * tenants; their messages begin with no greeting.
 */
const publicSettings = { units: 256, epochs: 20, smoothing: 0.02, noisyForms: 4, greets: false };

interface Asked extends PublicSet {
  readonly concepts: ConceptWords;
  readonly settings?: typeof publicSettings;
}

/** By message: the intent it is taken for, and how much rather than others it belongs to any intent at all, on the engine's own scale. */
type Taken = readonly [label: string, belongs: number];

interface Answered {
  readonly taken: readonly Taken[];
  readonly trainMs: number;
  readonly messageUs: number;
}

type Engine = (train: readonly Row[], test: readonly string[], set: Asked) => Promise<Answered>;

const engines: Readonly<Record<string, Engine>> = { Doorstep: doorstep, 'nlp.js 4.27': nlpJs };

/** @param folder with the public sets; without it only our own messages are measured */
export async function benchRecogniser(folder?: string): Promise<void> {
  const published = folder === undefined ? [] : readPublicSets(folder);
  if (published.length === 0) {
    console.log(
      'No public sets: npm run bench -- recogniser <folder with clinc150/, banking77/, hwu64/ as published>\n',
    );
  }
  const sets = [ownSet(), ...published.map((set) => ({ ...set, concepts: {}, settings: publicSettings }))];
  for (const set of sets) {
    console.log(`${set.name}: ${set.train.length} rows to learn from, ${set.test.length} to be asked`);
    for (const [name, engine] of Object.entries(engines)) console.log(await line(name, engine, set));
    console.log('');
  }
}

/** English examples to learn from, and the messages that were written apart from them. */
function ownSet(): Asked {
  const { enquiries, concepts } = readSources(process.cwd());
  const apart = readFileSync('test/content/apart/enquiries.tsv', 'utf8').trim().split('\n');
  return {
    name: 'Our own, 73 kinds in English',
    train: enquiries.examples
      .filter(({ language }) => language === 'en')
      .map(({ text, label }) => [text, enquiries.labels[label] ?? '']),
    test: apart.map((row) => row.split('\t')).map(([kind = '', , text = '']) => [text, kind]),
    concepts,
  };
}

async function line(name: string, engine: Engine, set: Asked): Promise<string> {
  const strange = (set.outOfScope?.train ?? []).map((text): Row => [text, outOfScope]);
  const random = createRandom(seed);
  const texts = set.test.map(([text]) => text);
  const typed = texts.map((text) => slippedTimes(text, Math.max(1, Math.round(text.length / 30)), random));
  const asked = [...texts, ...typed, ...(set.outOfScope?.test ?? [])];
  const { taken, trainMs, messageUs } = await engine([...set.train, ...strange], asked, set);
  const right = (from: number) =>
    (100 * set.test.filter(([, label], at) => taken[from + at]?.[0] === label).length) / texts.length;
  const [clean, noisy] = [right(0), right(texts.length)];
  const parts = [
    `  ${name.padEnd(12)} ${clean.toFixed(1)} %`,
    `with typos ${noisy.toFixed(1)} (${(noisy - clean).toFixed(1)})`,
    ...(set.outOfScope === undefined
      ? []
      : [outOfScopeLine(taken.slice(0, texts.length), taken.slice(2 * texts.length))]),
    `learned in ${(trainMs / 1000).toFixed(0)} s`,
    `${messageUs.toFixed(0)} µs a message`,
  ];
  return parts.join('   ');
}

/** How much of what belongs nowhere is turned away when 5 in 100 of what belongs somewhere may be. */
function outOfScopeLine(inside: Answered['taken'], outside: Answered['taken']): string {
  const sorted = inside.map(([, belongs]) => belongs).sort((one, other) => one - other);
  const line = sorted[Math.floor(inside.length * 0.05)] ?? 0;
  const turnedAway = outside.filter(([, belongs]) => belongs < line).length;
  return `out of scope ${((100 * turnedAway) / outside.length).toFixed(1)} % at 5 % false rejects`;
}

async function doorstep(train: readonly Row[], test: readonly string[], set: Asked): Promise<Answered> {
  const labels = [...new Set(train.map(([, label]) => label))].sort();
  const places = new Map(labels.map((label, at) => [label, at]));
  const examples = train.map(([text, label]) => ({ text, label: places.get(label) ?? 0, language: 'en' }));
  const concepts = createConcepts(set.concepts);
  const started = performance.now();
  const { model, vocabulary } = learnEnquiries(
    { labels, examples },
    { concepts, seed, ...(set.settings && { settings: set.settings }) },
  );
  const trainMs = performance.now() - started;
  const recogniser = createRecogniser(model, { concepts, mend: menderFor(vocabulary), idf: model.idf });
  for (const text of test.slice(0, 200)) recogniser.recognise(text, 'en');
  const asked = performance.now();
  const taken = test.map((text) => takenFor(recogniser.recognise(text, 'en')));
  return { taken, trainMs, messageUs: ((performance.now() - asked) * 1000) / test.length };
}

/** The odds of the likeliest intent against none; none that is not among the best five is at most as likely as the fifth. */
function takenFor(guesses: readonly Guess[]): Taken {
  const confidenceOf = (guess = guesses.at(-1)) => Math.log((guess?.confidence ?? 0) + 1e-9);
  const none = guesses.find(({ enquiry }) => enquiry === outOfScope);
  const best = guesses.find(({ enquiry }) => enquiry !== outOfScope);
  return [guesses[0]?.enquiry ?? outOfScope, confidenceOf(best) - confidenceOf(none)];
}

/** In a process of its own, so that neither engine works in the other's memory. */
async function nlpJs(train: readonly Row[], test: readonly string[]): Promise<Answered> {
  if (!hasPeers()) throw new Error('nlp.js could not be installed in bench/peers.');
  const child = fork('bench/peers/nlp.cjs', { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`nlp.js ended with ${code} and said nothing`)));
    child.send({ train, test });
  });
}
