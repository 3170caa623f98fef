// Something in another format: what is meant, whether it can be made here at once, and the request for it. None is refused and no proof
// is asked for.

import { type Case, isRestrictedKind } from '../../model/case.ts';
import type { Slots, Spoken } from '../../model/conversation.ts';
import type { Fact } from '../../model/delivery.ts';
import { formatNames, type PaperColour, paperColours } from '../../model/document.ts';
import type { FormatOrder, FormatWish, OrderAbout } from '../../model/format-order.ts';
import type { Need } from '../../model/person.ts';
import { plainWords } from '../../model/plain-words.ts';
import { languageNamed } from '../../model/said/language-name.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { provedCustomer } from '../customer.ts';
import { isFormat, isMadeHere, orderEffect } from '../format-order.ts';
import { formatEnquiry, formatTerms } from '../format-request.ts';
import { waysHeard } from '../format-ways.ts';
import { languageCalled, languagesApart } from '../languages-apart.ts';
import { profileChange } from './access.ts';
import { file, openDay, ownWords, referenceFor, told, workingDay } from './filing.ts';
import { withLetters } from './language.ts';
import { wordsBegun } from './words-found.ts';

/** What they began with may answer some of what would be asked, and "that" is what was said before it. */
export const hearFormat = action(
  ['heard'],
  ['format', 'wish', 'document', 'points', 'colour', 'way', 'that_said', 'that_before'],
  (input) => {
    const words = told(input, 'words') ?? '';
    const isRead = has(input, 'format_read_out', words);
    const isThat = input.received.sequence > 1 && (isRead || has(input, 'format_that', words));
    const found = [...new Set([...named(input, words), ...(isRead ? ['audio'] : [])])];
    const heard = { ...formatHeard(found, words), ...documentHeard(input, words, isThat), ...looksHeard(input, words) };
    // Whoever points at something wants it now: nothing more is asked.
    const now = isThat ? { points: 'size_18', way: 'here' } : {};
    const above = { that_said: JSON.stringify(input.state.said), that_before: input.received.sequence };
    return {
      outcome: 'heard',
      slots: { ...now, ...heard, ...above },
      ...lettersHeard(input, { words, found, isThat }),
    };
  },
);

/** "Letters in large print in Urdu, text me in Polish": all of it is told back in one sentence, and each is kept for what it is for. */
function lettersHeard(
  input: ActionInput,
  { words, found, isThat }: { readonly words: string; readonly found: readonly string[]; readonly isThat: boolean },
): Pick<ActionResult, 'state' | 'effects' | 'lines'> {
  const { reads, letters } = languagesApart(words, input.world);
  if (isThat || letters === undefined) return {};
  const { language, effects } = withLetters(input, { reads, letters });
  const to = { language: language.tag, channel: input.received.address.channel };
  const values = {
    letters_name: languageCalled(letters, input),
    formats: waysHeard({ formats: found }, input.world, to),
    formats_given: found.length > 0 ? 'yes' : '',
    language_name: languageCalled(language.tag, input),
  };
  return { state: { language }, effects, lines: [{ phrase: 'access.language.kinds', values, enquiry: formatEnquiry }] };
}

function formatHeard(found: readonly string[], words: string): Slots {
  if (found.length === 0) return {};
  const format = chosen(found);
  return { format, ...(format === 'other' && { wish: words }) };
}

function documentHeard(input: ActionInput, words: string, isThat: boolean): Slots {
  if (isThat) return { document: 'last_answer' };
  if (languagesApart(words, input.world).letters !== undefined) return { document: 'all_letters' };
  return has(input, 'format_conversation', words) ? { document: 'conversation' } : {};
}

function looksHeard(input: ActionInput, words: string): Slots {
  const points = /\b(18|24)\b/.exec(words)?.[1];
  const colour = colourIn(input, words);
  return { ...(points !== undefined && { points: `size_${points}` }), ...(colour !== undefined && { colour }) };
}

/** As the choice has it; several at once, and what it does not list, are told in words. */
function chosen(found: readonly string[]): string {
  const [format = 'other', ...more] = found;
  return more.length > 0 || format === 'plain-text' ? 'other' : format.replaceAll('-', '_');
}

/** Whether it is made here at once; paper is for people, and so is what stands nowhere with us. */
export const planFormat = action(['here', 'people'], ['way'], async (input) => {
  const about = await aboutOf(input);
  if (about === undefined || !isHere(input, about)) return { outcome: 'people' };
  const onPaper = combinedIn(input).formats.some((each) => !['audio', 'plain-text'].includes(each));
  if (told(input, 'way') !== undefined) return { outcome: 'here' };
  if (!onPaper) return { outcome: 'here', slots: { way: 'here' } };
  return input.person?.contact?.prefer === 'post' ? { outcome: 'here', slots: { way: 'post' } } : { outcome: 'here' };
});

export const logFormat = action(['here', 'logged'], ['reference', 'by', 'owner', 'ways'], async (input) => {
  const format = formatTold(input);
  const terms = formatTerms(input.world.landlord, format);
  const { formats, language } = combinedIn(input);
  const combined = { formats, ...(language !== undefined && { language }) };
  const reference = referenceFor(input, 'FMT', 'format');
  const by = openDay(input, terms.workingDays);
  const about = told(input, 'way') === 'post' ? undefined : await aboutOf(input);
  const isMade = about !== undefined && isHere(input, about);
  const filed = file(input, {
    reference,
    kind: 'format',
    words: ownWords(input, 'wish', 'which'),
    owner: terms.owner,
    due: [{ what: 'send', by, basis: 'received', rule: 'landlord pack, formats' }],
    details: { format, ...combined, ...wishOf(input), ...documentTold(input), wish: told(input, 'wish') ?? null },
  });
  const order = { reference, by, owner: terms.owner, about };
  const effects = [
    ...filed.effects,
    ...(isMade ? [orderEffect(orderOf(input, { ...order, about }))] : []),
    ...(isMomentary(input) ? [] : needChange(input, combined)),
  ];
  const spoken = input.state.language.tag;
  const to = { language: spoken, channel: input.received.address.channel };
  const slots = { reference, by, owner: terms.owner, ways: waysHeard({ formats, language }, input.world, to) };
  const facts = isMomentary(input) ? [] : formats.map((each) => needed(each, language ?? spoken));
  return { outcome: isMade ? 'here' : 'logged', slots, ...filed, effects, facts };
});

const formatTold = (input: ActionInput): string => (told(input, 'format') ?? 'other').replaceAll('_', '-');

/** One answer read out is no need for ever after; a letter in large print is. */
function isMomentary(input: ActionInput): boolean {
  return ['last_answer', 'conversation'].includes(told(input, 'document') ?? '');
}

function needed(format: string, language: string): Fact {
  return { name: 'format.needed', enquiry: formatEnquiry, data: { format, language } };
}

function needChange(input: ActionInput, combined: Pick<Need, 'formats' | 'language'>) {
  const needs: readonly Need[] = [{ kind: 'format', ...combined, since: workingDay(input, 0), until: 'long-term' }];
  return profileChange(input, { needs: { add: needs } });
}

function documentTold(input: ActionInput): Readonly<Record<string, string | null>> {
  const about = told(input, 'reference');
  const which = told(input, 'which');
  return {
    document: which ?? told(input, 'document') ?? null,
    ...(told(input, 'document') === 'my_case' && about !== undefined && { about }),
    ...(told(input, 'way') !== undefined && { way: told(input, 'way') ?? null }),
  };
}

/** "Large print in Urdu" is one need, for one document: every format that was named, and the language to make it in. */
function combinedIn(input: ActionInput): {
  readonly formats: readonly string[];
  readonly language: string | undefined;
} {
  const words = ownWords(input, 'wish', 'which');
  const format = formatTold(input);
  const all = [...new Set([...(format === 'other' ? [] : [format]), ...named(input, words)])];
  const { letters } = languagesApart(told(input, 'words') ?? '', input.world);
  const language = letters ?? languageNamed(words) ?? languageOnFile(input);
  return { formats: all.length === 0 ? [format] : all, language };
}

/** What is made is a letter of a kind; a conversation stays in the language in which it was held. */
function languageOnFile({ person, slots }: ActionInput): string | undefined {
  const letters = slots.document === 'conversation' ? undefined : person?.contact?.letters;
  return letters ?? (person?.language === 'en' ? undefined : person?.language);
}

function named(input: ActionInput, words: string): readonly string[] {
  return formatNames.filter((each) => has(input, `format_${each.replaceAll('-', '_')}`, words));
}

const has = (input: ActionInput, list: string, words: string): boolean =>
  wordsBegun(input.world, list, words) !== undefined;

function colourIn({ world, state }: ActionInput, words: string): PaperColour | undefined {
  const plain = ` ${plainWords(words)} `;
  const said = (colour: string, language: string) =>
    plainWords(world.phrases.say(`access.format.colour.options.${colour}`, language, 'web', {}));
  return paperColours.find((colour) =>
    [state.language.tag, 'en'].some((language) => plain.includes(` ${said(colour, language)} `)),
  );
}

function wishOf(input: ActionInput): FormatWish {
  const points = told(input, 'points');
  const colour = paperColours.find((each) => each === told(input, 'colour'));
  return {
    ...(points !== undefined && { points: points === 'size_24' ? 24 : 18 }),
    ...(colour !== undefined && { colour }),
  };
}

/** Undefined for what stands nowhere with us: a letter of years ago, all that is still to come. */
async function aboutOf(input: ActionInput): Promise<OrderAbout | undefined> {
  const before = Number(input.slots.that_before ?? 0);
  switch (told(input, 'document')) {
    case 'last_answer':
      return { is: 'reply', before, said: JSON.parse(told(input, 'that_said') ?? '[]') as readonly Spoken[] };
    case 'conversation':
      return { is: 'conversation', before: input.received.sequence + 1 };
    case 'my_case':
      return caseTold(input);
    default:
      return undefined;
  }
}

async function caseTold(input: ActionInput): Promise<OrderAbout | undefined> {
  const reference = told(input, 'reference');
  const answer = reference === undefined ? undefined : await input.world.housing.case(reference);
  const found = answer?.is === 'known' ? answer.value : null;
  return found !== null && isTheirs(input, found) ? { is: 'case', reference: found.reference, said: [] } : undefined;
}

/** Opened in this conversation, or theirs who have shown who they are; a restricted one is for its own team to send. */
function isTheirs(input: ActionInput, { kind, person, conversation }: Case): boolean {
  if (isRestrictedKind(kind)) return false;
  return conversation === input.conversation.id || (person !== undefined && person === provedCustomer(input.state));
}

function isHere(input: ActionInput, about: OrderAbout): boolean {
  const { formats, language } = combinedIn(input);
  const spoken = input.state.language.tag;
  // What was only asked is in no list of phrases: it stands in the log, in the language that it was asked in.
  const isSayable = about.is !== 'reply' || about.said.length > 0 || (language ?? spoken) === spoken;
  return isSayable && isMadeHere({ formats, language: language ?? spoken, about: about.is, spoken }, input.world);
}

function orderOf(
  input: ActionInput,
  { reference, by, owner, about }: Pick<FormatOrder, 'reference' | 'by' | 'owner' | 'about'>,
): FormatOrder {
  const { formats, language = input.state.language.tag } = combinedIn(input);
  const wish = wishOf(input);
  const conversation = input.conversation.id;
  return { reference, conversation, formats: formats.filter(isFormat), language, wish, about, owner, by };
}
