// An agent's words in the tenant's language, where there is a translator and the agent wrote in another: marked as a machine's, with the
// original beside it. Where it cannot be had the agent's own words go on, with a note, rather than nothing.

import type { Conversation } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import type { Act } from '../act.ts';
import { isSameLanguage } from '../translator.ts';
import type { Outgoing } from '../turn.ts';
import type { World } from '../world.ts';

type Written = Extract<Act, { is: 'message' }>;

export type AgentWords = Pick<Outgoing, 'text' | 'language'> & {
  readonly data: Pick<Outgoing['data'], 'original' | 'originalLanguage'>;
};

/** Asked for before it is known whether the agent may write: who may not is told so all the same. */
export async function wordsFor(act: Written, conversation: Conversation, world: World): Promise<AgentWords> {
  const { state, address } = conversation;
  const theirs = state.language.tag;
  const written = writtenIn(act, theirs, world);
  if (world.translator === undefined || isSameLanguage(written, theirs))
    return { text: act.text, language: world.translator === undefined ? (act.language ?? theirs) : written, data: {} };
  const keep = [act.agent.name, world.landlord.name, ...(await namesIn(conversation, world))];
  const [translated] = await world.translator.translate([act.text], { from: written, to: theirs, keep });
  const say = (phrase: string, text: string) => world.phrases.say(phrase, theirs, address.channel, { text });
  if (translated === undefined) return { text: say('handover.not_translated', act.text), language: written, data: {} };
  const data = { original: act.text, originalLanguage: written };
  return { text: say('handover.by_machine', translated), language: theirs, data };
}

/** In so many words, or as the words themselves show; else the landlord's own. A few words show nothing: they may be in any. */
function writtenIn(act: Written, theirs: string, { languages, landlord, translator }: World): string {
  if (act.language !== undefined) return act.language;
  const guess = languages.guess(act.text);
  if (guess.confident) return guess.language;
  return translator === undefined ? theirs : (landlord.languages[0] ?? 'en');
}

/** Names come through as they are. */
async function namesIn({ state }: Conversation, { housing }: World): Promise<readonly string[]> {
  if (state.person === undefined) return [];
  const found = await housing.person(state.person.id);
  return found.is === 'known' && found.value ? namesOf(found.value) : [];
}

/** As they are written, and the addresses of their homes. */
export function namesOf({ name, tenancies }: Person): readonly string[] {
  const homes = tenancies.flatMap(({ property: { address } }) => [address, ...address.split(',')]);
  return [`${name.given} ${name.family}`, name.given, name.family, ...homes];
}
