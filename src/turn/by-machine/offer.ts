// Whether a machine can be offered to who writes in a language that no catalogue has, or whose profile or device names one. It is tried
// before it is offered: the offer itself is said in that language by the machine, and where it cannot be there is none.

import type { ConversationState } from '../../model/conversation.ts';
import { languageOf } from '../../model/language-tag.ts';
import type { Person } from '../../model/person.ts';
import type { Heard } from '../heard.ts';
import { isSane, spokenFrom } from '../machine.ts';
import type { World } from '../world.ts';

interface From {
  readonly state: ConversationState;
  readonly person?: Person | undefined;
  readonly speaker?: Person | undefined;
}

/** Nobody waits long for an offer. */
const limitMs = 1_500;
/** The interpreter is the first, as it is without a machine. */
const number = 2;

export async function withOffer(heard: Heard, from: From, world: World): Promise<Heard> {
  const { phrases, translator } = world;
  const tag = heard.strange ?? hinted(heard, from, world);
  if (translator === undefined || tag === undefined || !mayAsk(tag, from.state, world)) return heard;
  // Nobody in danger waits for an offer.
  if (world.danger.find(heard.text).length > 0) return heard;
  const wish = phrases.say('language.machine_wish', spokenFrom, heard.received.address.channel, { number });
  if (await translator.spent()) return heard;
  const [says] = await translator.translate([wish], { from: spokenFrom, to: languageOf(tag), limitMs });
  return isSane(wish, says) ? { ...heard, strange: tag, machineSays: says } : heard;
}

function mayAsk(tag: string, { tonguesAsked, stack }: ConversationState, { phrases }: World): boolean {
  const isOurs = phrases.languages.some((each) => each.tag === languageOf(tag));
  return !isOurs && stack.every(({ dialog }) => dialog.startsWith('talk.')) && !tonguesAsked?.includes(tag);
}

/** Only while nothing is known of the language but what the profile or the device says. */
function hinted({ language, received }: Heard, { person, speaker }: From, { phrases }: World): string | undefined {
  if (language.from !== 'default') return undefined;
  return [(speaker ?? person)?.language, received.locale]
    .flatMap((each) => (each === undefined ? [] : [knownTag(each)]))
    .find((each) => each !== undefined && !phrases.languages.some(({ tag }) => tag === each));
}

/** A tag that no language has is no hint. */
function knownTag(tag: string): string | undefined {
  try {
    const base = new Intl.Locale(tag).language;
    return new Intl.DisplayNames([spokenFrom], { type: 'language', fallback: 'none' }).of(base) && base;
  } catch {
    return undefined;
  }
}
