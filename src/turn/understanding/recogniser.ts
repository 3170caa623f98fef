// Names the enquiry that a message is about. Learned from the examples beside the dialogs; it proposes, dialogs decide.

import { Bag, featureSpace, features, type Reading } from './features.ts';
import { softmax } from './linear-model.ts';
import { type NeuralModel, scoreNeural, scratchFor } from './neural-model.ts';
import type { Guess, Recogniser } from './ports.ts';
import { endingsOf, wordsOf } from './words.ts';

const mostGuesses = 5;
/** Beside the whole of a long message each of its endings counts so much: people tell the story first and what they want last. */
const endingWeight = 0.4;

/** The language is not asked for: words of one language tell little in another, and tenants mix them. */
export function createRecogniser(model: NeuralModel, reading: Reading): Recogniser {
  const bag = new Bag(featureSpace);
  const scratch = scratchFor(model);
  const whole = new Float32Array(model.labels.length);
  const scored = (words: readonly string[]) => scoreNeural(model, features(bag, words, reading), scratch);
  const look = (text: string): readonly Guess[] => {
    const words = wordsOf(text);
    if (words.every((word) => word === '.')) return [{ enquiry: 'none', confidence: 0 }];
    whole.set(scored(words));
    for (const ending of endingsOf(words)) addLogOdds(whole, softmax(scored(ending)));
    return best(model.labels, softmax(whole));
  };
  // The danger detector asks about the same words right before.
  let last: { readonly text: string; readonly guesses: readonly Guess[] } = { text: '', guesses: look('') };
  return {
    recognise(text) {
      if (text !== last.text) last = { text, guesses: look(text) };
      return last.guesses;
    },
  };
}

function addLogOdds(scores: Float32Array, confidences: Float32Array): void {
  for (let at = 0; at < scores.length; at++) {
    scores[at] = (scores[at] as number) + endingWeight * Math.log((confidences[at] as number) + 1e-6);
  }
}

function best(labels: readonly string[], confidences: Float32Array): Guess[] {
  const guesses: { enquiry: string; confidence: number }[] = [];
  for (const [at, enquiry] of labels.entries()) {
    const confidence = confidences[at] ?? 0;
    const last = guesses[mostGuesses - 1];
    if (last !== undefined && last.confidence >= confidence) continue;
    if (last !== undefined) guesses.pop();
    const place = guesses.findIndex((each) => each.confidence < confidence);
    guesses.splice(place === -1 ? guesses.length : place, 0, { enquiry, confidence });
  }
  return guesses;
}
