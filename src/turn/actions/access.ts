// How we deal with somebody: the ways to be contacted. None is refused and no proof is asked for.

import type { PersonChange } from '../../model/delivery.ts';
import type { ContactPreference } from '../../model/person.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { customerOf } from '../customer.ts';
import { asksForNoCalls } from '../no-calls.ts';
import { fileTask, openDay, ownWords, referenceFor, teamName, told } from './filing.ts';

/** Written to the profile only when we know whose it is by more than a word. */
export function profileChange(input: ActionInput, changes: ProfileChanges): NonNullable<ActionResult['effects']> {
  const person = customerOf(input.state);
  if (person === undefined) return [];
  return [{ kind: 'housing.update-person', key: `housing:person:${person}`, payload: { person, changes } }];
}

type ProfileChanges = PersonChange['changes'];

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
