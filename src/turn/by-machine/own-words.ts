// What the tenant wrote, beside the machine's English of it by which the dialogs go: cases, repairs and tasks have their own words, and what
// is read back to them is what they wrote, not what came of it on the way there and back.

import type { ConversationState } from '../../model/conversation.ts';
import { languageOf } from '../../model/language-tag.ts';
import { wordCount } from '../../model/plain-words.ts';
import type { Playbook } from '../dialog/flow.ts';
import { isQuietHere, spokenFrom } from '../machine.ts';
import type { KeyedEffect, Received } from '../turn.ts';

type ByMachine = NonNullable<ConversationState['byMachine']>;

/** A long conversation has about so many messages that tell something. */
const mostKept = 30;
/** "Yes" and "the kitchen" are answers, not an account of anything. */
const fewestWords = 3;

/** Keeps what this message was translated from, but for what is forgotten once it is sent. */
export function withOwnWords(state: ConversationState, { text, own }: Received, playbook: Playbook): ConversationState {
  const { byMachine } = state;
  if (byMachine === undefined || own === undefined || wordCount(text) < fewestWords) return state;
  if (isQuietHere(state, playbook)) return state;
  const told = [...byMachine.told.filter(({ english }) => english !== text), { english: text, own }];
  return { ...state, byMachine: { ...byMachine, told: told.slice(-mostKept) } };
}

/** What is written about the tenant's words, with the words themselves and the language that they are in. */
export function inOwnWords(
  effects: readonly KeyedEffect[],
  { byMachine }: Pick<ConversationState, 'byMachine'>,
): readonly KeyedEffect[] {
  if (byMachine === undefined) return effects;
  return effects.map((effect): KeyedEffect => {
    switch (effect.kind) {
      case 'housing.create-case':
      case 'housing.create-repair':
        return { ...effect, payload: { ...effect.payload, ...wordsOf(effect.payload, byMachine) } } as KeyedEffect;
      case 'housing.create-task': {
        const { payload } = effect;
        const own = wordsOf(payload, byMachine);
        const details = { ...payload.details, ...(own.words !== payload.words && { english: payload.words }) };
        return { ...effect, payload: { ...payload, ...own, details } };
      }
      default:
        return effect;
    }
  });
}

/** English that no message was translated to (what the menu calls the matter) stays, and says that it is English. */
function wordsOf(
  { words, language }: { readonly words: string; readonly language: string },
  { tag, told }: ByMachine,
): { readonly words: string; readonly language: string } {
  if (words === '') return { words, language };
  const own = ownFor(words, told);
  if (own !== words) return { words: own, language: tag };
  const isEnglish = languageOf(language) === languageOf(tag) && told.some(({ english }) => english.includes(words));
  return { words, language: isEnglish ? spokenFrom : language };
}

/** The longest first: one message may hold another. */
export function ownFor(words: string, told: ByMachine['told']): string {
  return [...told]
    .sort((one, other) => other.english.length - one.english.length)
    .reduce((text, { english, own }) => text.replaceAll(english, () => own), words);
}
