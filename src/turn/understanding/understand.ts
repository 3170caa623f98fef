// The second step of a turn: what the words mean. It proposes; dialogs alone decide what is done.

import { saysSomething, wordCount } from '../../model/plain-words.ts';
import { severalFrom } from '../confidence.ts';
import type { Heard, Understood } from '../heard.ts';
import type { Phrases } from '../reply/ports.ts';
import { findControl } from './control.ts';
import type { DangerDetector, DetailFinder, Recogniser } from './ports.ts';

interface Mind {
  readonly phrases: Phrases;
  readonly recogniser: Recogniser;
  readonly danger: DangerDetector;
  readonly details: DetailFinder;
}

export function understand(heard: Heard, mind: Mind, now: Date): Understood {
  const { text, language } = heard;
  if (!saysSomething(text)) return { ...heard, danger: [], guesses: [], several: [], details: {} };
  return {
    ...heard,
    danger: mind.danger.find(text),
    control: findControl(text, language.tag, mind.phrases),
    guesses: mind.recogniser.recognise(text, heard.wordsIn),
    several: findSeveral(heard, mind.recogniser),
    details: mind.details.find(text, language.tag, now),
  };
}

/** Sentences, and halves joined by "also": each must be long enough to mean something by itself. */
function findSeveral(heard: Heard, recogniser: Recogniser): readonly string[] {
  const parts = heard.text
    .split(/[.!?;\n]+|\b(?:and also|also|as well as|oraz|a także|hefyd)\b/giu)
    .filter((part) => wordCount(part) >= 3);
  if (parts.length < 2 || parts.length > 6) return [];
  const found: string[] = [];
  for (const part of parts) {
    const [best] = recogniser.recognise(part, heard.wordsIn);
    const counts = best !== undefined && best.confidence >= severalFrom && !/^(?:talk\.|none$)/.test(best.enquiry);
    if (counts && !found.includes(best.enquiry)) found.push(best.enquiry);
  }
  return found.length > 1 ? found : [];
}
