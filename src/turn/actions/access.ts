// How we deal with somebody: the ways to be contacted. None is refused and no proof is asked for.

import type { ContactChange, ContactPreference } from '../../model/person.ts';
import { readAccents } from '../accents.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { customerOf, provedCustomer } from '../customer.ts';
import { onRecord, type ProfileChanges } from '../on-record.ts';
import { neverLabels, neverWays, offered, timesTold } from './contact-told.ts';
import { fileTask, openDay, ownWords, receivedAt, referenceFor, teamName, told } from './filing.ts';

/** Written to the profile only when we know whose it is by more than a word. */
export function profileChange(input: ActionInput, changes: ProfileChanges): NonNullable<ActionResult['effects']> {
  return onRecord(customerOf(input.state), { ...changes, ...listsRead(input, changes) });
}

/** What a list was changed from: it reaches the record later, and somebody else may have added to it by then. */
function listsRead({ person }: ActionInput, { contact }: ProfileChanges): Pick<ProfileChanges, 'contactSeen'> {
  if (person === undefined || (contact?.never === undefined && contact?.avoid === undefined)) return {};
  const { never = [], avoid = [] } = person.contact ?? {};
  return { contactSeen: { never, avoid } };
}

export const preferContact = action(['saved', 'logged'], ['reference', 'by'], (input) => {
  const contact = preferenceOf(input);
  const heard = callsHeard(contact);
  const accents = readAccents(contact.accents);
  const state = { ...heard.state, ...(accents && { accents: { is: accents, toldAt: receivedAt(input) } }) };
  // Who is known by no more than a word has it put there by a person, under a reference.
  const change = profileChange(input, { contact });
  if (change.length > 0) return { outcome: 'saved', effects: change, ...heard, state };
  const kind = 'contact-preference';
  const reference = referenceFor(input, 'TSK', kind);
  const due = openDay(input, input.world.landlord.handover.callbackWorkingDays);
  const whose = { name: told(input, 'name') ?? null, tenancy: told(input, 'tenancy') ?? null };
  const details = { ...contact, ...whose };
  const filed = fileTask(input, { reference, kind, words: ownWords(input, 'avoid'), due, details });
  return {
    outcome: 'logged',
    slots: { reference, by: due, team: teamName(input, filed.team) },
    ...filed,
    ...heard,
    state,
  };
});

const read = [
  'prefer',
  'ways_left',
  'never',
  'more_never',
  'calls',
  'avoid',
  'best',
  'best_given',
  'visit_by',
  'also',
  'called_as',
  'accents',
] as const;

/** As it stands on record, in the answers in which it is told. */
export const readContact = action(['found', 'nothing', 'away'], read, async (input) => {
  const id = customerOf(input.state);
  const answer = id === undefined ? undefined : await input.world.housing.person(id);
  if (answer?.is === 'away') return { outcome: 'away' };
  const contact = answer?.value?.contact ?? {};
  const [never, ...more] = contact.never ?? [];
  const slots = {
    prefer: contact.prefer,
    never,
    more_never: neverLabels(more, input),
    calls: contact.calls?.replaceAll('-', '_'),
    avoid: contact.avoid?.join('; '),
    best: contact.best,
    best_given: contact.best === undefined ? undefined : 'yes',
    visit_by: contact.visitBy,
    also: alsoOf(contact),
    called_as: contact.calledAs,
    accents: contact.accents?.replaceAll('-', '_'),
  };
  const way = contact.prefer === undefined ? undefined : offered(contact.prefer);
  const known = Object.entries(slots).filter((slot): slot is [string, string] => (slot[1] ?? '') !== '');
  if (known.length === 0) return { outcome: 'nothing' };
  const isNamed = way !== undefined && input.world.phrases.has(way.phrase);
  return { outcome: 'found', slots: { more_never: '', ways_left: isNamed ? [way] : [], ...Object.fromEntries(known) } };
});

function alsoOf({ visitHours, calledAs }: ContactPreference): string | undefined {
  if (visitHours !== undefined) return calledAs === undefined ? 'visit_hours' : 'both';
  return calledAs === undefined ? undefined : 'called_as';
}

/** How to be reached alone: what they are called, who comes to the home and the accents of texts are other matters. */
export const forgetContact = action(['forgotten', 'nothing'], [], (input) => {
  const effects = profileChange(input, {
    contact: { prefer: null, never: null, avoid: null, best: null, calls: null },
  });
  if (effects.length === 0) return { outcome: 'nothing', forgets: 'noCalls' };
  return { outcome: 'forgotten', effects, forgets: 'noCalls' };
});

/** Each taken back by itself: "you can ring me again". */
export const allowContact = action(['allowed', 'nothing'], ['back', 'left', 'left_given'], (input) => {
  const again = (told(input, 'again') ?? '').split(' ');
  const forgets = again.includes('telephone') ? { forgets: 'noCalls' as const } : {};
  const before = input.person?.contact?.never ?? [];
  const left = before.filter((way) => !again.includes(way));
  const back = before.filter((way) => again.includes(way));
  const effects = back.length === 0 ? [] : profileChange(input, { contact: { never: left } });
  if (effects.length === 0) return { outcome: 'nothing', ...forgets };
  const isProved = provedCustomer(input.state) !== undefined;
  const slots = {
    back: neverLabels(back, input).slice(2),
    left: isProved ? neverLabels(left, input).slice(2) : '',
    left_given: isProved && left.length > 0 ? 'yes' : '',
  };
  return { outcome: 'allowed', slots, effects, ...forgets };
});

/** Whoever it is: what was asked for here holds here from now on. */
function callsHeard({ prefer, never }: ContactChange): Pick<ActionResult, 'state' | 'forgets'> {
  if (never?.includes('telephone')) return { state: { noCalls: 'told' } };
  return never !== undefined || prefer === 'telephone' ? { forgets: 'noCalls' } : {};
}

function voiceAndTexts(input: ActionInput): Pick<ContactChange, 'calls' | 'accents'> {
  const [calls, accents] = ['calls', 'accents'].map((slot) => told(input, slot)?.replaceAll('_', '-'));
  return {
    ...(calls !== undefined && { calls: calls === 'message' ? null : calls }),
    ...(accents !== undefined && { accents }),
  };
}

/** What was skipped changes nothing. */
function preferenceOf(input: ActionInput): ContactChange {
  const [prefer, never] = ['prefer', 'never'].map((slot) => told(input, slot));
  const { best, avoid } = timesTold(input);
  const [visitBy, calledAs] = [told(input, 'visit_by'), told(input, 'called_as')];
  const isOutside = ['visit_hours', 'both'].includes(told(input, 'also') ?? '');
  return {
    ...(prefer !== undefined && { prefer }),
    ...(avoid !== undefined && { avoid: [avoid] }),
    ...(best !== undefined && { best }),
    ...(never !== undefined && { never: neverWays(input, true) }),
    ...(visitBy !== undefined && visitBy !== 'either' && { visitBy }),
    ...voiceAndTexts(input),
    ...(isOutside && { visitHours: 'outside-office-hours' }),
    ...(calledAs !== undefined && { calledAs }),
  };
}
