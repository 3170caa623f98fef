// Replies that agents need every day, written by people in every catalogue: the tenant gets the words of their own language and no machine's.
// The words are `canned.*` in `locales/`; what is filled in is asked of the agent.

import type { Conversation } from '../../model/conversation.ts';
import type { Phrases, Values } from '../reply/ports.ts';
import type { World } from '../world.ts';
import type { AgentWords } from './agent-words.ts';

export type CannedValue = 'date' | 'text';

/** By the name that an agent types; each with what it needs. */
export const cannedReplies = {
  hello: {},
  looking: {},
  wait: {},
  address: {},
  reference: {},
  photo: {},
  phone: {},
  booked: { date: 'date' },
  call_back: { date: 'date' },
  passed_on: { team: 'text', date: 'date' },
  interpreter: {},
  danger: {},
  sorry: {},
  more: {},
  thanks: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, CannedValue>>>>;

export type CannedName = keyof typeof cannedReplies;

/** Of no use to who is not to be rung. */
const ofCalls: readonly string[] = ['phone', 'call_back'] satisfies CannedName[];

export interface Canned {
  readonly name: CannedName;
  readonly values: Readonly<Record<string, string>>;
}

export function needsOf(name: CannedName): Readonly<Record<string, CannedValue>> {
  return cannedReplies[name];
}

/** Those that suit this tenant. */
export function cannedFor({ state }: Pick<Conversation, 'state'>): readonly CannedName[] {
  const names = Object.keys(cannedReplies) as CannedName[];
  return state.noCalls === undefined ? names : names.filter((name) => !ofCalls.includes(name));
}

/** Undefined where the tenant's language has no catalogue here: then the words go through the translator like any others. */
export function cannedWords(
  { name, values }: Canned,
  { state, address }: Conversation,
  { phrases, landlord }: World,
): AgentWords | undefined {
  const theirs = state.language.tag;
  if (!phrases.languages.some(({ tag }) => tag === theirs)) return undefined;
  const own = landlord.languages[0] ?? 'en';
  const say = (language: string) => inWords({ name, values }, { phrases, language, channel: address.channel });
  const original = theirs === own ? {} : { original: say(own), originalLanguage: own };
  return { text: say(theirs), language: theirs, data: { source: 'catalogue', ...original } };
}

export function inWords(
  { name, values }: Canned,
  { phrases, language, channel }: { readonly phrases: Phrases; readonly language: string; readonly channel: string },
): string {
  const all: Values = values;
  return phrases.say(`canned.${name}`, language, channel, all);
}
