// Learns to tell languages apart from our own texts: the examples, the catalogues and the short texts written for it.

import { folded } from '../../model/said/plain.ts';
import { Bag } from '../../turn/understanding/features.ts';
import { languageFeatures, languageSpace, lettersOf } from '../../turn/understanding/language-features.ts';
import type { LinearModel } from '../../turn/understanding/linear-model.ts';
import { type Example, learn } from './learn.ts';
import { createRandom, type Random } from './random.ts';

export type TextsByLanguage = Readonly<Record<string, readonly string[]>>;

/** Every language is seen about as often as the others, whatever we have of it. */
const textsPerLanguage = 900;

export function learnLanguages(texts: TextsByLanguage, seed: number): LinearModel {
  const labels = Object.keys(texts).sort();
  const random = createRandom(seed);
  const examples = labels.flatMap((language, label) => sample(texts[language] ?? [], { language, label, random }));
  const bag = new Bag(languageSpace);
  const model = learn({
    labels,
    examples,
    space: languageSpace,
    seed,
    epochs: 6,
    rate: 0.5,
    dropout: 0.3,
    smoothing: 0.01,
    balance: 0.2,
    vary: (example, chance) => asTexted(example.text, chance),
    extract: (text, idf) => languageFeatures(bag, lettersOf(text), idf),
  });
  return model;
}

interface Wanted {
  readonly language: string;
  readonly label: number;
  readonly random: Random;
}

function sample(texts: readonly string[], { language, label, random }: Wanted): Example[] {
  const often = texts.length > textsPerLanguage * 3 ? textsPerLanguage * 3 : textsPerLanguage;
  return Array.from({ length: often }, () => ({ text: texts[random.below(texts.length)] ?? '', label, language }));
}

/** Cut to two to eleven words, a quarter without accents, some all in capitals or with a reference: as texts come. */
function asTexted(text: string, random: Random): string {
  const words = text.split(/\s+/);
  const length = 2 + random.below(10);
  const start = words.length > length ? random.below(words.length - length + 1) : 0;
  const cut = words.slice(start, start + length).join(' ');
  return random.next() < 0.25 ? folded(cut) : cut;
}
