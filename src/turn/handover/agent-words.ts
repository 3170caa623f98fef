// An agent's words in the tenant's language, where there is a translator and the agent wrote in another: marked as a machine's, with the
// original beside it. Where it cannot be had the agent's own words go on, with a note, rather than nothing.

import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../act.ts';
import { namesOf } from '../names-of.ts';
import { isSameLanguage } from '../translator.ts';
import type { Outgoing } from '../turn.ts';
import type { World } from '../world.ts';

type Written = Extract<Act, { is: 'message' }>;

export type AgentWords = Pick<Outgoing, 'text' | 'language'> & {
  readonly data: Pick<Outgoing['data'], 'original' | 'originalLanguage'>;
};

/** Asked for before it is known whether the agent may write: who may not is told so all the same. */
export async function wordsFor(act: Written, { state, address }: Conversation, world: World): Promise<AgentWords> {
  const theirs = state.language.tag;
  const { translator, landlord, housing } = world;
  if (translator === undefined) return { text: act.text, language: act.language ?? theirs, data: {} };
  const written = writtenIn(act, world);
  if (isSameLanguage(written, theirs)) return { text: act.text, language: written, data: {} };
  const keep = [act.agent.name, landlord.name, ...(await namesOf(state.person?.id, housing))];
  const [translated] = await translator.translate([act.text], { from: written, to: theirs, keep });
  const say = (phrase: string, text: string) => world.phrases.say(phrase, theirs, address.channel, { text });
  if (translated === undefined) return { text: say('handover.not_translated', act.text), language: written, data: {} };
  const data = { original: act.text, originalLanguage: written };
  return { text: say('handover.by_machine', translated), language: theirs, data };
}

/** In so many words, or as the words themselves show; else the landlord's own. A few words show nothing: they may be in any. */
function writtenIn(act: Written, { languages, landlord }: World): string {
  if (act.language !== undefined) return act.language;
  const guess = languages.guess(act.text);
  return guess.confident ? guess.language : (landlord.languages[0] ?? 'en');
}
