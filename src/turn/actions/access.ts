// How we deal with somebody: formats, languages, ways to be contacted. None is refused and no proof is asked for.

import type { PersonChange } from '../../model/delivery.ts';
import type { ContactPreference, Need } from '../../model/person.ts';
import { plainWords } from '../../model/plain-words.ts';
import { languageNamed } from '../../model/said/language-name.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { actsFor, customerOf } from '../customer.ts';
import { asksForNoCalls } from '../no-calls.ts';
import { formatTerms } from '../written-besides.ts';
import { file, fileTask, openDay, ownWords, referenceFor, teamName, told, workingDay } from './filing.ts';
import { wordsBegun } from './words-found.ts';

export const logFormat = action(['logged'], ['reference', 'by', 'owner'], (input) => {
  const format = (told(input, 'format') ?? 'other').replaceAll('_', '-');
  const terms = formatTerms(input.world.landlord, format);
  const combined = combinedIn(input, format);
  const reference = referenceFor(input, 'FMT', 'format');
  const by = openDay(input, terms.workingDays);
  const filed = file(input, {
    reference,
    kind: 'format',
    words: ownWords(input, 'wish', 'document'),
    owner: terms.owner,
    due: [{ what: 'send', by, basis: 'received', rule: 'landlord pack, formats' }],
    details: {
      format,
      ...combined,
      document: told(input, 'document') ?? null,
      wish: told(input, 'wish') ?? null,
    },
  });
  const needs: readonly Need[] = [{ kind: 'format', ...combined, since: workingDay(input, 0), until: 'long-term' }];
  const effects = [...filed.effects, ...profileChange(input, { needs: { add: needs } })];
  return { outcome: 'logged', slots: { reference, by, owner: terms.owner }, ...filed, effects };
});

const formatNames = ['large-print', 'audio', 'braille', 'easy-read', 'coloured-paper'] as const;

/** "Large print in Urdu" is one need, for one document: every format that was named, and the language to make it in. */
function combinedIn(input: ActionInput, chosen: string): Pick<Need, 'formats' | 'language'> {
  const words = ownWords(input, 'wish', 'document');
  const named = formatNames.filter(
    (each) => wordsBegun(input.world, `format_${each.replace('-', '_')}`, words) !== undefined,
  );
  const all = [...new Set([...(chosen === 'other' ? [] : [chosen]), ...named])];
  const language = languageNamed(words) ?? (input.person?.language === 'en' ? undefined : input.person?.language);
  return { formats: all.length === 0 ? [chosen] : all, ...(language !== undefined && { language }) };
}

/** Written to the profile only when we know whose it is by more than a word. */
export function profileChange(input: ActionInput, changes: ProfileChanges): NonNullable<ActionResult['effects']> {
  const person = customerOf(input.state);
  if (person === undefined) return [];
  return [{ kind: 'housing.update-person', key: `housing:person:${person}`, payload: { person, changes } }];
}

type ProfileChanges = PersonChange['changes'];

export const setLanguage = action(['set', 'same', 'not_spoken'], ['language_name'], (input) => {
  const said = told(input, 'language') ?? '';
  const wanted = plainWords(said);
  const { phrases } = input.world;
  const isNamed = (tag: string) =>
    tag === wanted || phrases.words('language', tag).some((name) => plainWords(name) === wanted);
  // In the word for it of whichever language they write in.
  const named = languageNamed(said);
  const found = phrases.languages.find(({ tag }) => isNamed(tag)) ?? phrases.languages.find(({ tag }) => tag === named);
  if (found === undefined) return { outcome: 'not_spoken' };
  const slots = { language_name: found.name };
  const before = input.state.language.tag;
  const language = { tag: found.tag, from: 'chosen' as const, ...(before !== found.tag && { before }) };
  // Of who speaks for somebody else it is their own language, not that of whose matters they are.
  const effects = actsFor(input.state) === undefined ? profileChange(input, { language: found.tag }) : [];
  return { outcome: before === found.tag ? 'same' : 'set', slots, state: { language }, effects };
});

export const preferContact = action(['saved', 'logged'], ['reference', 'by'], (input) => {
  const contact = preferenceOf(input);
  const heard = callsHeard(contact);
  // Who is known by no more than a word has it put there by a person, under a reference.
  const change = profileChange(input, { contact });
  if (change.length > 0) return { outcome: 'saved', effects: change, ...heard };
  const kind = 'contact-preference';
  const reference = referenceFor(input, 'TSK', kind);
  const due = openDay(input, input.world.landlord.handover.callbackWorkingDays);
  const whose = { name: told(input, 'name') ?? null, tenancy: told(input, 'tenancy') ?? null };
  const details = { ...contact, ...whose };
  const filed = fileTask(input, { reference, kind, words: ownWords(input, 'avoid'), due, details });
  return { outcome: 'logged', slots: { reference, by: due, team: teamName(input, filed.team) }, ...filed, ...heard };
});

/** Whether what they began with was that they are not to be rung: that answers one of the questions to come. */
export const hearCalls = action(['none', 'any'], ['never'], (input) =>
  asksForNoCalls(told(input, 'words') ?? '', inAnyLanguage(input.world))
    ? { outcome: 'none', slots: { never: 'telephone' } }
    : { outcome: 'any' },
);

/** Whoever it is: what was asked for here holds here from now on. */
function callsHeard({ prefer, never }: ContactPreference): Pick<ActionResult, 'state' | 'forgets'> {
  if (never?.includes('telephone')) return { state: { noCalls: 'told' } };
  return never !== undefined || prefer === 'telephone' ? { forgets: 'noCalls' } : {};
}

/** What was skipped changes nothing. */
function preferenceOf(input: ActionInput): ContactPreference {
  const [prefer, avoid, never] = ['prefer', 'avoid', 'never'].map((slot) => told(input, slot));
  const [visitBy, calledAs] = [told(input, 'visit_by'), told(input, 'called_as')];
  const isOutside = ['visit_hours', 'both'].includes(told(input, 'also') ?? '');
  return {
    ...(prefer !== undefined && { prefer }),
    ...(avoid !== undefined && { avoid: [avoid] }),
    ...(never !== undefined && { never: never === 'nothing' ? [] : [never] }),
    ...(visitBy !== undefined && visitBy !== 'either' && { visitBy }),
    ...(isOutside && { visitHours: 'outside-office-hours' }),
    ...(calledAs !== undefined && { calledAs }),
  };
}
