// What we say to a tenant whose language no catalogue has: the English of the catalogue, put into it by a machine before the commit, in time
// or not at all. What must not change (numbers, names, days, their own words) is masked; where any of it is lost, or there is no translation,
// the English goes with a note. Safety steps go in both.

import { isSameText } from '../../model/alike.ts';
import type { ConversationState } from '../../model/conversation.ts';
import { fitted } from '../../model/gsm7.ts';
import type { ChannelName, Option } from '../../model/message.ts';
import { wordCount } from '../../model/plain-words.ts';
import { type Line, shortened } from '../line.ts';
import { interpreterWord, isByMachine, isSane, namesHere, spokenFrom } from '../machine.ts';
import { dangerWords, notNowWords } from '../own-words.ts';
import type { Outgoing } from '../turn.ts';
import type { World } from '../world.ts';
import { datesIn } from './dates.ts';
import { ownFor } from './own-words.ts';

export interface Saying {
  readonly replies: readonly Outgoing[];
  /** Before they were put into words. */
  readonly lines: readonly Line[];
  readonly state: ConversationState;
  readonly channel: ChannelName;
  readonly world: World;
}

/** Who leaves a burning house waits for nobody; nor is a machine waited for that was late a moment ago. */
const hurriedMs = 1_000;

export async function sayByMachine(saying: Saying): Promise<Pick<Saying, 'replies' | 'state'>> {
  const { replies, state, world } = saying;
  const { tag } = state.language;
  if (!isByMachine(tag, world.phrases) || replies.length === 0) return { replies, state: withoutLabels(state) };
  const kept = await keptIn(saying);
  const units = replies.map((reply) => unitsOf(reply));
  const isHurried = state.byMachine?.late === true || replies.some(({ isSafety }) => isSafety);
  const found = await translateAll(units.flat(), { tag, kept, world, ...(isHurried && { limitMs: hurriedMs }) });
  const said = replies.map((reply) => spoken(reply, { found, saying }));
  const last = said.findLastIndex(({ data }) => data.source !== 'machine');
  const noted = said.map((reply, at) => {
    const safe = withWarning(reply, saying);
    return at === last ? withNote(safe, saying) : safe;
  });
  return { replies: noted, state: withLabels(state, replies, noted) };
}

/** Lines of a text, and options without their numbers: an option is the same words in the text and on its button. */
function unitsOf({ text, data: { options = [] } }: Outgoing): readonly string[] {
  const labels = options.map(({ label }) => label);
  return [...text.split('\n').map((line) => labelEnding(line, labels) ?? line), ...labels];
}

function labelEnding(line: string, labels: readonly string[]): string | undefined {
  return labels.find((label) => line.endsWith(label) && /^\d{1,2}[.)]? $/.test(line.slice(0, -label.length)));
}

/** English as it stands in the replies → what stands for it in theirs. */
async function keptIn({ replies, lines, state, world }: Saying): Promise<ReadonlyMap<string, string>> {
  const told = (state.byMachine?.told ?? []).map(({ english, own }) => ({
    english: shortened(english),
    own: shortened(own),
  }));
  const names = await namesHere(state, world);
  const values = lines.flatMap((line) => Object.values(line.values)).filter((each) => isWords(each));
  const shown = replies.flatMap(({ text, data }) => [text, ...(data.options ?? []).map(({ label }) => label)]);
  const dates = shown.flatMap((each) => [...datesIn(each, state.language.tag)]);
  return new Map([
    ...names.map((each) => [each, each] as const),
    ...values.flatMap((each) => each.split('\n')).map((each) => [each, ownFor(each, told)] as const),
    ...told.map(({ english, own }) => [english, own] as const),
    ...dates,
  ]);
}

/** A value that is read as it stands; `yes`, `many` and the like only choose between words of ours. */
function isWords(value: string | number): value is string {
  return typeof value === 'string' && !value.startsWith('\u0001') && /^\p{Lu}|\s/u.test(value);
}

interface Asking {
  readonly tag: string;
  readonly kept: ReadonlyMap<string, string>;
  readonly world: World;
  readonly limitMs?: number;
}

/** By its English. */
async function translateAll(
  units: readonly string[],
  { tag, kept, world, limitMs }: Asking,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(units)];
  const asked = { from: spokenFrom, to: tag, keep: [...kept.keys()], ...(limitMs !== undefined && { limitMs }) };
  const texts = (await world.translator?.translate(wanted, asked)) ?? [];
  const longestFirst = [...kept].sort(([one], [other]) => other.length - one.length);
  return new Map(
    wanted.flatMap((unit, at): [string, string][] => {
      const text = texts[at];
      if (!isSane(unit, text)) return [];
      return [[unit, longestFirst.reduce((so, [english, own]) => so.replaceAll(english, () => own), text)]];
    }),
  );
}

interface Spoken {
  readonly found: ReadonlyMap<string, string>;
  readonly saying: Saying;
}

function spoken(reply: Outgoing, { found, saying }: Spoken): Outgoing {
  if (unitsOf(reply).some((unit) => !found.has(unit))) return reply;
  const { options = [], ...data } = reply.data;
  const labels = options.map(({ label }) => label);
  const text = reply.text
    .split('\n')
    .map((line) => {
      const label = labelEnding(line, labels);
      return label === undefined
        ? (found.get(line) ?? line)
        : `${line.slice(0, -label.length)}${found.get(label) ?? label}`;
    })
    .join('\n');
  // A service that hands back what it was given has not translated.
  if (wordCount(reply.text) > 2 && isSameText(reply.text, text)) return reply;
  const both = reply.isSafety ? `${text}\n\n${reply.text}` : text;
  return {
    ...reply,
    text: saying.channel === 'sms' ? fitted(both) : both,
    language: saying.state.language.tag,
    data: {
      ...data,
      ...(options.length > 0 && { options: options.map((option) => theirs(option, found)) }),
      source: 'machine',
      original: reply.text,
      originalLanguage: reply.language,
    },
  };
}

function theirs({ value, label }: Option, found: ReadonlyMap<string, string>): Option {
  return { value, label: found.get(label) ?? label };
}

/** Where the machine is late, words that people wrote stand in for it: that in danger 999 is rung. */
function withWarning(reply: Outgoing, { state, channel }: Saying): Outgoing {
  const warning = dangerWords(state.language.tag);
  if (!reply.isSafety || reply.data.source === 'machine' || warning === undefined) return reply;
  return { ...reply, text: joined([warning, reply.text], channel) };
}

/** And how an interpreter is asked for. */
function withNote(reply: Outgoing, { state, channel, world }: Saying): Outgoing {
  const { tag } = state.language;
  const words = { own: notNowWords(tag, interpreterWord), interpreter: interpreterWord };
  const note = world.phrases.say('language.not_translated', spokenFrom, channel, words).replaceAll(/ {2,}/g, ' ');
  return { ...reply, text: joined([reply.text, note], channel) };
}

function joined(texts: readonly string[], channel: ChannelName): string {
  return channel === 'sms' ? fitted(texts.join('\n')) : texts.join('\n\n');
}

function withLabels(
  state: ConversationState,
  before: readonly Outgoing[],
  said: readonly Outgoing[],
): ConversationState {
  const at = said.findLastIndex(({ data }) => data.options !== undefined);
  const english = before[at]?.data.options ?? [];
  const labels = (said[at]?.data.options ?? []).map(({ value, label }, index) => ({
    value,
    label,
    english: english[index]?.label ?? label,
  }));
  const { tag } = state.language;
  const told = state.byMachine?.told ?? [];
  return { ...state, byMachine: { tag, told, labels } };
}

/** In a language of ours they are read as they are. What was told before stays: a case may come of it yet. */
function withoutLabels(state: ConversationState): ConversationState {
  const { byMachine } = state;
  return byMachine === undefined || byMachine.labels.length === 0
    ? state
    : { ...state, byMachine: { ...byMachine, labels: [] } };
}
