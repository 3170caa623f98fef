// How like danger a message is to what people wrote in danger: learned twice, as kinds among all others and as danger against the
// rest, in every language that there are examples of. A long message is looked at in parts as well, so that danger in the middle of
// other matters is seen.

import { Bag, featureSpace, features, type Reading } from './features.ts';
import { type LinearModel, score, softmax } from './linear-model.ts';
import { type NeuralModel, scoreNeural, scratchFor } from './neural-model.ts';
import { sentencesOf } from './words.ts';

export interface Likeness {
  /** 0 to 1: how likely it is that some danger is told of. */
  readonly any: number;
  /** The likeliest kind. */
  readonly kind: string;
}

/** @param words as `wordsOf` reads them, sentence ends included */
export type LikenessTo = (words: readonly string[]) => Likeness;

/** Up to so many words a message is one thought, and its parts alone would be misread ("we were locked out last summer"). */
const oneThought = 35;
/** A part has lost what stands around it: its likeness counts for less. */
const partWeight = 0.8;
/** Parts of a story without full stops, and how far one begins after the other. */
const partWords = 16;
const partStep = 8;
/** The cost of a message stays bounded; what is beyond is still looked at whole, and by the patterns. */
const mostParts = 40;

/**
 * What the kinds and danger by itself count for, in log-odds: logistic regression on what both said, in cross-validation, of examples
 * that they had not seen (docs/decisions/0010-when-to-act-and-when-to-ask.md).
 */
const weights = { kinds: 0.58, danger: 0.33, bias: -0.37 };
/** Kinds that are surer than that are no surer of danger. */
const mostOdds = 6;

export interface Learned {
  readonly kinds: NeuralModel;
  /** Danger and none, in this order. It reads the same features as the kinds. */
  readonly danger: LinearModel;
}

/** @param kinds the urgent enquiries */
export function createLikeness(learned: Learned, reading: Reading, kinds: readonly string[]): LikenessTo {
  const model = learned.kinds;
  const apart = new Float32Array(learned.danger.labels.length);
  const bag = new Bag(featureSpace);
  const scratch = scratchFor(model);
  const labels = kinds.map((kind) => [kind, model.labels.indexOf(kind)] as const).filter(([, at]) => at >= 0);
  const look = (words: readonly string[]): Likeness => {
    const seen = features(bag, words, reading);
    const confidences = softmax(scoreNeural(model, seen, scratch));
    const [danger = 0, none = 0] = score(learned.danger, seen, apart);
    let [any, most, kind] = [0, 0, ''];
    for (const [name, at] of labels) {
      const confidence = confidences[at] as number;
      any += confidence;
      if (confidence > most) [most, kind] = [confidence, name];
    }
    return { any: probability(weights.kinds * oddsOf(any) + weights.danger * (danger - none) + weights.bias), kind };
  };
  return (words) => {
    let found = look(words);
    for (const part of partsOf(words)) {
      const here = look(part);
      if (here.any * partWeight > found.any) found = { ...here, any: here.any * partWeight };
    }
    return found;
  };
}

/** Logarithm of how much likelier than not. */
export function oddsOf(likely: number): number {
  const odds = Math.log((likely + 1e-6) / (1 - likely + 1e-6));
  return Math.max(-mostOdds, Math.min(mostOdds, odds));
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Sentences, two that follow each other, and stretches of long ones. */
function partsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= oneThought) return [];
  const sentences = sentencesOf(words);
  const pairs = sentences.slice(1).map((sentence, at) => [...(sentences[at] ?? []), ...sentence]);
  const stretches = sentences
    .filter((sentence) => sentence.length > partWords + partStep)
    .flatMap((sentence) =>
      Array.from({ length: Math.ceil((sentence.length - partStep) / partStep) }, (_, at) =>
        sentence.slice(at * partStep, at * partStep + partWords),
      ),
    );
  return [...sentences, ...pairs, ...stretches].slice(0, mostParts);
}
