// Before an agent's words go to where somebody else may read them: whether they name what must stay between us and the tenant. A text
// lies on a phone that others pick up; a screen is trusted once the tenant has said that it is safe to write there, while they are at it.

import type { Conversation } from '../../model/conversation.ts';
import { wordsBegun } from '../../model/said/words-held.ts';
import type { Act } from '../act.ts';
import { clausesOf, tellsOfRestricted } from '../restricted-words.ts';
import type { Moment, World } from '../world.ts';
import { inWords } from './canned.ts';

/** References that tell by their first letters what kind of case they are of. */
const tellingReference = /\b(?:SAF|DAB|HAT)-\w+/giu;

/** The words that would reveal something; none where nothing would be, or where nobody else reads along. */
export function revealed(
  act: Extract<Act, { is: 'message' }>,
  conversation: Conversation,
  { world, moment }: { readonly world: World; readonly moment: Moment },
): readonly string[] {
  if (isSafeHere(conversation, { world, moment })) return [];
  return restrictedIn(readByAgent(act, conversation, world), world);
}

/** Of a ready reply what is filled in is the agent’s. */
function readByAgent(
  { canned, text }: Parameters<typeof revealed>[0],
  { address }: Conversation,
  world: World,
): string {
  if (canned === undefined) return text;
  const [language = 'en'] = world.landlord.languages;
  return inWords(canned, { phrases: world.phrases, language, channel: address.channel });
}

function isSafeHere({ address, state }: Conversation, { world, moment }: { world: World; moment: Moment }): boolean {
  if (address.channel !== 'web' || state.safeHere === undefined || state.lastAt === undefined) return false;
  const silentMs = moment.now.getTime() - Date.parse(state.lastAt);
  return silentMs <= world.landlord.silenceMinutes.web * 60_000;
}

const ofOneself: Readonly<Record<string, string>> = { you: 'me', your: 'my', yours: 'mine', yourself: 'myself' };

/** "Your husband hit you", as they would write it: danger is known by the words of who is in it. */
function saidOfOneself(text: string): string {
  return text.replace(/\byou(?:rs|rself|r)?\b/giu, (word) => ofOneself[word.toLowerCase()] ?? word);
}

function restrictedIn(text: string, world: World): readonly string[] {
  const tells = (words: string) => [words, saidOfOneself(words)].some((each) => tellsOfRestricted(world, each));
  const telling = clausesOf(text).filter(tells);
  const told = telling.length === 0 && tells(text) ? [text] : telling;
  const named = world.phrases.languages
    .flatMap(({ tag }) => world.phrases.words('private_names', tag))
    .filter((name) => wordsBegun([name], text) !== undefined);
  const fresh = [...new Set([...named, ...(text.match(tellingReference) ?? [])])].filter(
    (name) => wordsBegun([name], told.join(' ')) === undefined,
  );
  return [...told, ...fresh].map((each) => each.replace(/[\s.,;!?]+$/u, ''));
}
