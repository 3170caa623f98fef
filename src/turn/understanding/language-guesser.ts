// Tells what language a text is in: enough for a conversation to go on in it. Learned from our own texts, no download.

import { Bag } from './features.ts';
import { languageFeatures, languageSpace, lettersOf } from './language-features.ts';
import { type LinearModel, score, softmax } from './linear-model.ts';
import type { LanguageGuesser } from './ports.ts';

/** Most tenants write English, and names, places and typing errors look like anything else: the others must outweigh this. */
const priorForEnglish = 2;
/** Letters that English does not have; names bring them into English texts, so they speak against it and do not forbid it. */
const strangeToEnglish = /[ąćęłńśźżŵŷășțğışőű]/iu;
const fewestWords = 3;
const sureEnough = 0.75;
/** Greetings and thanks are known in many languages by people who speak none of them. */
const courtesies = new Set(
  `hello hi hey hiya good morning afternoon evening thanks thank you very much please bye ok okay yes no how are
   helo haia shwmae bore da prynhawn noswaith diolch yn fawr iawn os gwelwch hwyl sut mae ydych chi ie na
   dzień dzien dobry wieczór wieczor cześć czesc hej witam dziękuję dziekuje dzięki dzieki bardzo proszę prosze tak nie
   hola bonjour ciao salaam salam assalamu alaikum aleikum namaste sat sri akal merci gracias`.split(/\s+/),
);

export function createLanguageGuesser(model: LinearModel): LanguageGuesser {
  const bag = new Bag(languageSpace);
  const scores = new Float32Array(model.labels.length);
  const english = model.labels.indexOf('en');
  return {
    guess(text) {
      const words = lettersOf(text);
      if (words.length === 0) return { language: 'en', confident: false };
      score(model, languageFeatures(bag, words, model.idf), scores);
      scores[english] = (scores[english] ?? 0) + (strangeToEnglish.test(text) ? -priorForEnglish : priorForEnglish);
      softmax(scores);
      const best = scores.reduce((best, each, at) => (each > (scores[best] ?? 0) ? at : best), 0);
      const telling = isEnough(words) && !words.every((word) => courtesies.has(word));
      return { language: model.labels[best] ?? 'en', confident: telling && (scores[best] ?? 0) >= sureEnough };
    },
  };
}

/** Three words, or as much in a script that sets no spaces. */
function isEnough(words: readonly string[]): boolean {
  return words.length >= fewestWords || words.some((word) => /\p{Script=Han}{5}/u.test(word));
}
