// Tells what language a text is in: enough for a conversation to go on in it. Learned from our own texts, no download.

import { Bag } from './features.ts';
import { languageByLetters } from './language-by-letters.ts';
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
   hola bonjour ciao salaam salam assalamu alaikum aleikum namaste sat sri akal merci gracias assalam walaikum wa o
   السلام علیکم عليكم وعلیکم وعليكم سلام شکریہ شكرا مرحبا bună buna ziua olá ola bom dia obrigado obrigada shukran shukriya
   dhonnobad mahadsanid iska warran`.split(/\s+/),
);

export function createLanguageGuesser(model: LinearModel): LanguageGuesser {
  const bag = new Bag(languageSpace);
  const scores = new Float32Array(model.labels.length);
  const english = model.labels.indexOf('en');
  return {
    guess(text) {
      const words = lettersOf(text);
      const byLetters = languageByLetters(words);
      if (byLetters !== undefined) return { language: byLetters, confident: isWritten(words) };
      return words.length === 0 ? { language: 'en', confident: false } : learned(text, words);
    },
  };

  function learned(text: string, words: readonly string[]): ReturnType<LanguageGuesser['guess']> {
    score(model, languageFeatures(bag, words, model.idf), scores);
    scores[english] = (scores[english] ?? 0) + (strangeToEnglish.test(text) ? -priorForEnglish : priorForEnglish);
    softmax(scores);
    const best = scores.reduce((best, each, at) => (each > (scores[best] ?? 0) ? at : best), 0);
    const telling = isEnough(words) && !words.every((word) => courtesies.has(word));
    return { language: model.labels[best] ?? 'en', confident: telling && (scores[best] ?? 0) >= sureEnough };
  }
}

/** Three words. */
function isEnough(words: readonly string[]): boolean {
  return words.length >= fewestWords;
}

/** Letters that tell their language: two words of them, a long one, or as much in a script that sets no spaces. */
function isWritten(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (/[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}]/u.test(words.join(''))) return words.join('').length >= 4;
  return words.length >= 2 || first.length >= 6;
}
