// A conversation in a language that no catalogue has: it is held in English, and a machine puts both sides into words. The language is that
// of the conversation like any other; only what is said in it is said in English first.

import type { ConversationState } from '../model/conversation.ts';
import type { Playbook } from './dialog/flow.ts';
import type { Line } from './line.ts';
import { namesOf } from './names-of.ts';
import type { Phrases } from './reply/ports.ts';
import type { World } from './world.ts';

/** In which every phrase is there, and which staff read. */
export const spokenFrom = 'en';

/** By this word a person comes who speaks the language. */
export const interpreterWord = 'INTERPRETER';

export function isByMachine(tag: string, { languages }: Pick<Phrases, 'languages'>): boolean {
  return !languages.some((each) => each.tag === tag);
}

/** The language in which the catalogues speak to this conversation. */
export function catalogueOf(tag: string, phrases: Pick<Phrases, 'languages'>): string {
  return isByMachine(tag, phrases) ? spokenFrom : tag;
}

/** What only one team may read, and who somebody is, is sent to nobody. */
export function isQuietHere({ stack, handover }: ConversationState, playbook: Playbook): boolean {
  const isQuiet = (name: string) => playbook.get(name)?.restricted === true || playbook.get(name)?.private === true;
  return handover?.restricted === true || stack.some(({ dialog }) => isQuiet(dialog));
}

const named = ['name', 'their_name', 'address'];

/** Names and addresses that are known here: they come through as they are. */
export async function namesHere(
  state: ConversationState,
  { landlord, housing }: Pick<World, 'landlord' | 'housing'>,
): Promise<readonly string[]> {
  const told = [state.told?.name, ...state.stack.flatMap(({ slots }) => named.map((slot) => slots[slot]))];
  const spoken = state.speaksFor === undefined ? [] : await namesOf(state.speaksFor.person, housing);
  return [
    landlord.name,
    ...(await namesOf(state.person?.id, housing)),
    ...spoken,
    ...told.filter((each) => typeof each === 'string'),
  ];
}

/** A service that has lost its mind gives back nothing, or page after page. */
export function isSane(text: string, translated: string | undefined): translated is string {
  if (translated === undefined) return false;
  const isThere = translated.trim() !== '' || text.trim() === '';
  return isThere && translated.length <= 6 * text.length + 80;
}

export function byMachineIn(tag: string, before: ConversationState['language']): ConversationState['language'] {
  return { tag, from: 'chosen', before: before.tag };
}

/** That a machine translates, that it may be wrong, and the word that ends it. */
export function toldOnce(name: string, before: string): Line {
  const values = { word: name.toLocaleUpperCase(before), interpreter: interpreterWord };
  return { phrase: 'language.by_machine', values, enquiry: 'access.language' };
}
