// Before an agent's words go to where somebody else may read them: whether they name what must stay between us and the tenant. A text
// lies on a phone that others pick up; a screen is trusted once the tenant has said that it is safe to write there, while they are at it.

import type { Conversation } from '../../model/conversation.ts';
import { wordsBegun } from '../../model/said/words-held.ts';
import type { Act } from '../act.ts';
import { shortened } from '../line.ts';
import type { Refusal } from '../refusal.ts';
import { clausesOf, tellsOfRestricted } from '../restricted-words.ts';
import type { Moment, World } from '../world.ts';
import { inWords } from './canned.ts';
import { type Done, refused } from './held.ts';

interface AsTold {
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

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

/**
 * Lets nothing be done that tells the tenant, in words that the agent wrote, what somebody else must not read. What of the words stays
 * with us, as on a restricted case, is not looked at.
 */
export function unlessRevealing(act: Act, done: Done | Refusal, around: AsTold): Done | Refusal {
  const written = writtenIn(act);
  if ('is' in done || written.length === 0 || ('reveals' in act && act.reveals)) return done;
  if (isSafeHere(around.conversation, around) && !goesElsewhere(done)) return done;
  const told = toldBy(done, around);
  const isTold = (words: string) => told.some((text) => text.includes(lettersOf(words)));
  const words = written.filter(isTold).flatMap((each) => restrictedIn(each, around.world));
  return words.length === 0 ? done : { ...refused('would-reveal'), words: [...new Set(words)] };
}

/** What of an act the agent wrote and the tenant may be told; a message is looked at before it is translated. */
function writtenIn(act: Act): readonly string[] {
  switch (act.is) {
    case 'promise-moved':
    case 'case-extended':
      return [act.why];
    case 'case-acknowledged':
      return [act.understanding, ...(act.sought === undefined ? [] : [act.sought])];
    case 'case-answered':
      return [act.answer];
    case 'case-opened':
      return Object.values(act.slots).flatMap((value) => (typeof value === 'string' ? [shortened(value)] : []));
    case 'adjustment-decided': {
      const { adjustment, why, alternatives } = act.decision;
      return [adjustment ?? [], why ?? [], alternatives].flat();
    }
    default:
      return [];
  }
}

/** To a telephone, or as a letter. */
function goesElsewhere({ course }: Done): boolean {
  return course.effects.some(({ kind }) => kind === 'sms.send' || kind === 'format.make');
}

/** The lines as they are said, in the language of those who wrote. */
function toldBy({ course }: Done, { conversation, world }: AsTold): readonly string[] {
  const [language = 'en'] = world.landlord.languages;
  const { channel } = conversation.address;
  return course.lines.map(({ phrase, values }) => lettersOf(world.phrases.say(phrase, language, channel, values)));
}

/** Whatever stands between the words. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
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
