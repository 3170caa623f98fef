// The last step of a turn: lines become messages, in the customer's language, in the form that their channel can carry.

import { type Accents, fitted } from '../../model/gsm7.ts';
import type { Landlord } from '../../model/landlord.ts';
import { localTime } from '../../model/london-time.ts';
import type { ChannelName, MessageData, Option } from '../../model/message.ts';
import type { NationRules } from '../../model/nation-rules.ts';
import { accentsIn } from '../accents.ts';
import { isSafetyStep } from '../introduce.ts';
import { type Line, type OptionLine, phraseOf } from '../line.ts';
import type { Outgoing } from '../turn.ts';
import { cardOf } from './card.ts';
import { gistOf } from './gist.ts';
import type { Phrases, Values } from './ports.ts';
import { commonValues } from './values.ts';

export interface Audience {
  readonly phrases: Phrases;
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly language: string;
  readonly channel: ChannelName;
  readonly now: Date;
  /** They are not to be rung: what is said of calls is said of writing. */
  readonly noCalls?: boolean;
  /** Their wish for texts, where they have one. */
  readonly accents?: Accents | undefined;
  /** Of which enquiries a preview tells nothing; without it, of any. */
  readonly isDiscreet?: (enquiry: string) => boolean;
  readonly replyTo?: number;
  /** Made only where a phrase names it. */
  readonly linkForPhotos?: () => string;
}

/** Lines → messages. By text all goes in one, but safety steps have one to themselves; elsewhere a line and the question right after it are one message. */
export function compose(lines: readonly Line[], audience: Audience): readonly Outgoing[] {
  return grouped(lines, audience.channel).map((group) => outgoing(group, audience));
}

function grouped(lines: readonly Line[], channel: ChannelName): readonly (readonly Line[])[] {
  if (channel === 'sms') return textGroups(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && belongsTo(group.at(-1), line)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Safety steps are read in one look. */
function textGroups(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rest = lines.findIndex((line) => !line.urgent || line.expects !== undefined);
  const at = rest < 0 ? lines.length : rest;
  return [lines.slice(0, at), lines.slice(at)].filter((group) => group.length > 0);
}

/** A question stays with what leads to it, and so does a word in another language; safety steps stand alone. */
function belongsTo(before: Line | undefined, line: Line): boolean {
  if (before === undefined || before.expects !== undefined || before.outcome !== undefined || before.urgent)
    return false;
  if (line.joins) return true;
  if (line.language !== undefined) return true;
  return line.expects !== undefined && (before.enquiry === line.enquiry || before.enquiry === undefined);
}

function outgoing(lines: readonly Line[], audience: Audience): Outgoing {
  const question = lines.findLast((line) => line.expects !== undefined);
  const options = (question?.options ?? []).map((option) => labelled(option, audience));
  const words = lines.map((line) => sayLine(line, { ...audience, language: line.language ?? audience.language }));
  const isText = audience.channel === 'sms';
  const text = isText
    ? fitted(asText(words, options, audience), accentsIn(audience.language, audience.accents, audience.landlord))
    : words.join('\n\n');
  const { replyTo } = audience;
  return {
    author: 'service',
    kind: 'message',
    text,
    language: languageOf(lines) ?? audience.language,
    data: { ...dataOf(lines, question, options), ...(isText ? {} : cardIn(lines, audience)) },
    ...(lines.some(isSafetyStep) && { isSafety: true as const }),
    ...(isText && lines.every(mayBePage) && { page: pageOf(lines, audience) }),
    ...(isText && lines.some(({ urgent }) => urgent) && { urgent: true as const }),
    ...(replyTo !== undefined && { replyTo }),
  };
}

/** By text the words are all there is. */
function cardIn(lines: readonly Line[], audience: Audience): Pick<MessageData, 'card'> {
  const { landlord } = audience;
  const say = (key: string, values: Values) => sayKey(key, values, audience);
  const card = cardOf(lines, say, landlord.teams.repairs?.name ?? landlord.name);
  return card === undefined ? {} : { card };
}

/** Danger and questions are read where they arrive, however long they are. */
function mayBePage({ urgent, expects, phrase }: Line): boolean {
  return !urgent && expects === undefined && !/^(safety|emergency|consent|identity)\./.test(phrase);
}

/** What a link may stand for; undefined for danger and questions. */
export function pageFor(line: Line, audience: Audience): NonNullable<Outgoing['page']> | undefined {
  return mayBePage(line) ? pageOf([line], audience) : undefined;
}

function pageOf(
  lines: readonly Line[],
  { landlord, now, isDiscreet = () => true }: Audience,
): NonNullable<Outgoing['page']> {
  const gist = gistOf(lines, localTime(now, landlord.timeZone).date, isDiscreet);
  return gist === undefined ? {} : { gist };
}

/** Of a message all of which is in one language that is not the conversation's. */
function languageOf(lines: readonly Line[]): string | undefined {
  const [first] = lines;
  return lines.every(({ language }) => language === first?.language) ? first?.language : undefined;
}

function dataOf(lines: readonly Line[], question: Line | undefined, options: readonly Option[]): MessageData {
  const last = <Key extends keyof Line>(key: Key): Line[Key] | undefined =>
    lines.findLast((line) => line[key] !== undefined)?.[key];
  const attachments = lines.flatMap((line) => line.attachments ?? []);
  const [enquiry, outcome, reference] = [question?.enquiry ?? last('enquiry'), last('outcome'), last('reference')];
  return {
    ...(enquiry !== undefined && { enquiry }),
    ...(question?.asks !== undefined && { asks: question.asks }),
    // Clients know an amount as text: what it is read as is ours.
    ...(question?.expects !== undefined && { expects: question.expects === 'amount' ? 'text' : question.expects }),
    ...(options.length > 0 && { options }),
    ...(attachments.length > 0 && { attachments }),
    ...present({ outcome, reference, opens: last('opens'), handover: last('handover') }),
    source: 'catalogue',
  };
}

/** What is not told is not there. */
function present<T extends object>(told: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const there = Object.entries(told).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Key in keyof T]?: NonNullable<T[Key]> };
}

/** Options by text are numbered, but for yes and no, which everybody can write. */
function asText(words: readonly string[], options: readonly Option[], audience: Audience): string {
  const isYesNo = options.length === 2 && options[0]?.value === 'yes';
  if (options.length === 0 || isYesNo) return words.join('\n');
  const numbered = options.map(({ label }, index) => sayKey('talk.sms_option', { number: index + 1, label }, audience));
  return [...words, ...numbered].join('\n');
}

function labelled(option: OptionLine, audience: Audience): Option {
  return { value: option.value, label: sayLine(option, audience) };
}

/** A line in words; values that are phrases are said first. */
export function sayLine(line: Pick<Line, 'phrase' | 'values'>, audience: Audience): string {
  return sayKey(line.phrase, line.values, audience);
}

/** The one phrase that carries the link. */
const photosOffered = 'photos.offer';

function sayKey(key: string, values: Values, audience: Audience): string {
  const { phrases, language, channel, now } = audience;
  const common = commonValues(audience, language, now);
  // On top of what is common, not copied with it: there are dozens of helplines, and a phrase names one.
  const all: Record<string, string | number> = Object.create(common);
  all.calls = callsFor(audience);
  if (key === photosOffered) all.photoLink = audience.linkForPhotos?.() ?? '';
  for (const [name, value] of Object.entries(values)) {
    // {phone} is always the landlord's, also in a dialog that asks for the tenant's.
    if (name in common) continue;
    const inner = phraseOf(value);
    all[name] = inner === undefined ? value : saidIfThere(inner, audience);
  }
  return phrases.say(key, language, channel, all);
}

/** `no` leaves room for no call in a phrase. */
function callsFor({ noCalls = false }: Audience): 'yes' | 'no' {
  return noCalls ? 'no' : 'yes';
}

function saidIfThere(key: string, audience: Audience): string {
  const { phrases, language, channel, now } = audience;
  const values = { ...commonValues(audience, language, now), calls: callsFor(audience) };
  return phrases.has(key) ? phrases.say(key, language, channel, values) : '';
}
