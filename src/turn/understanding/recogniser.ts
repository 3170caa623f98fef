// Names the enquiry that a message is about. Learned from the examples beside the dialogs; it proposes, dialogs decide.

import type { Concepts } from './concepts.ts';
import { Bag, features } from './features.ts';
import { type LinearModel, score, softmax } from './linear-model.ts';
import type { Guess, Recogniser } from './ports.ts';

const mostGuesses = 5;

/** The language is not asked for: words of one language tell little in another, and tenants mix them. */
export function createRecogniser(model: LinearModel, concepts: Concepts): Recogniser {
  const bag = new Bag();
  const scores = new Float32Array(model.labels.length);
  const look = (text: string): readonly Guess[] => {
    const found = features(bag, text, { concepts, idf: model.idf });
    if (found.size === 0) return [{ enquiry: 'none', confidence: 0 }];
    return best(model.labels, softmax(score(model, found, scores)));
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
