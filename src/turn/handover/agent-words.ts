// An agent's words in the tenant's language, where there is a translator and the agent wrote in another: marked as a machine's, with the
// original beside it. Where it cannot be had the agent's own words go on, with a note, rather than nothing. Words on which much hangs are
// translated back: where that says something else, the tenant gets both, and a person is asked to look.

import { isExact } from '../../model/alike.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../act.ts';
import { checkedTranslation } from '../checked-translation.ts';
import { isByMachine, spokenFrom } from '../machine.ts';
import { namesOf } from '../names-of.ts';
import type { Values } from '../reply/ports.ts';
import { type Asked, isSameLanguage } from '../translator.ts';
import type { Outgoing } from '../turn.ts';
import type { World } from '../world.ts';
import { cannedWords, inWords } from './canned.ts';

type Written = Extract<Act, { is: 'message' }>;

export type AgentWords = Pick<Outgoing, 'text' | 'language'> & {
  readonly data: Pick<Outgoing['data'], 'original' | 'originalLanguage' | 'doubts' | 'source'>;
};

/** Asked for before it is known whether the agent may write: who may not is told so all the same. */
export async function wordsFor(act: Written, conversation: Conversation, world: World): Promise<AgentWords> {
  const canned = act.canned && cannedWords(act.canned, conversation, world);
  return canned ?? ownWords(spelledOut(act, conversation, world), conversation, world);
}

/** A reply from the catalogue for who reads none of them: in the landlord's own language, to be translated like any other words. */
function spelledOut(act: Written, { address }: Conversation, { phrases, landlord }: World): Written {
  if (act.canned === undefined) return act;
  const [language = 'en'] = landlord.languages;
  return { ...act, language, text: inWords(act.canned, { phrases, language, channel: address.channel }) };
}

async function ownWords(act: Written, { state, address }: Conversation, world: World): Promise<AgentWords> {
  const theirs = state.language.tag;
  const { translator, landlord, housing } = world;
  if (translator === undefined) return { text: act.text, language: act.language ?? theirs, data: {} };
  const written = writtenIn(act, world);
  if (isSameLanguage(written, theirs)) return { text: act.text, language: written, data: {} };
  const keep = [act.agent.name, landlord.name, ...(await namesOf(state.person?.id, housing))];
  const asked = { from: written, to: theirs, keep };
  const checked = await (isGraveSaid(act.text, written, world)
    ? checkedTranslation(act.text, asked, translator)
    : translator
        .translate([act.text], asked)
        .then(([text]) => (text === undefined ? undefined : { text, doubts: [] })));
  const say = (phrase: string, values: Values) => world.phrases.say(phrase, theirs, address.channel, values);
  if (checked === undefined)
    return { text: say('handover.not_translated', { text: act.text }), language: written, data: {} };
  const { text, doubts } = checked;
  const data = { original: act.text, originalLanguage: written };
  const noted = (phrase: string, values: Values) => inTheirs(say(phrase, marked(values)), values, asked, world);
  if (doubts.length === 0) return { text: await noted('handover.by_machine', { text }), language: theirs, data };
  const both = await noted('handover.doubted', { text, original: act.text });
  return { text: both, language: theirs, data: { ...data, doubts } };
}

/** What stands for a value while the note around it is translated: no translation touches it, as it has a digit. */
const markOf = (at: number): string => `TXT${at}`;
const marked = (values: Values): Values =>
  Object.fromEntries(Object.keys(values).map((name, at) => [name, markOf(at)]));

/** The note around the words is one of ours: where no catalogue has it, the machine says that too. */
// biome-ignore lint/complexity/useMaxParams: reads as a sentence
async function inTheirs(note: string, values: Values, asked: Asked, { phrases, translator }: World): Promise<string> {
  const isOurs = !isByMachine(asked.to, phrases);
  const how = { from: spokenFrom, to: asked.to };
  const [theirs] = isOurs ? [] : ((await translator?.translate([note], how)) ?? []);
  return Object.values(values).reduce<string>(
    (text, value, at) => text.replace(markOf(at), () => String(value)),
    theirs ?? note,
  );
}

/** Law and danger in the words of an agent, who writes to most tenants in English. */
const gravely =
  /\b(?:complain|ombudsman|hazard|court|legal|law|notice|evict|right to|compensat|decision|deadline|gas|fire|danger|unsafe)/i;

/** A slip of the machine in it would change what somebody has to do, or may. */
function isGraveSaid(text: string, language: string, { danger }: World): boolean {
  return isExact(text, language) || gravely.test(text) || danger.find(text).length > 0;
}

/** In so many words, or as the words themselves show; else the landlord's own. A few words show nothing: they may be in any. */
function writtenIn(act: Written, { languages, landlord }: World): string {
  if (act.language !== undefined) return act.language;
  const guess = languages.guess(act.text);
  return guess.confident ? guess.language : (landlord.languages[0] ?? 'en');
}
