// What every phrase may name of the landlord and of the nation's helplines: {landlord}, {phone}, {hours}, {gasEmergency}…

import type { Landlord, NationRules } from '../../model/landlord.ts';
import { localTime } from '../../model/london-time.ts';
import { nextOpening, type Openings } from '../../model/opening-hours.ts';
import { sayHours } from './hours.ts';
import type { Phrases, Values } from './ports.ts';

interface Facts {
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly phrases: Phrases;
}

const fixed = new WeakMap<Landlord, Map<string, Values>>();

/** The values for a language at a moment. All but the next opening are the same all the time and made once. */
export function commonValues(facts: Facts, language: string, now: Date): Values {
  return Object.setPrototypeOf({ ...opening(facts, now) }, fixedValues(facts, language)) as Values;
}

function fixedValues(facts: Facts, language: string): Values {
  const byLanguage = fixed.get(facts.landlord) ?? new Map<string, Values>();
  fixed.set(facts.landlord, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const made = { ...landlordValues(facts.landlord), ...nationValues(facts.rules), hours: sayHours(facts, language) };
  byLanguage.set(language, made);
  return made;
}

function landlordValues(landlord: Landlord): Values {
  return {
    landlord: landlord.name,
    legalName: landlord.legalName,
    phone: printedPhone(landlord.phone),
    phoneCost: landlord.phoneCost ?? '',
    textNumber: printedPhone(landlord.textNumber),
    email: landlord.email,
    website: landlord.website,
    postalAddress: landlord.postalAddress,
    outOfHoursPhone: printedPhone(landlord.outOfHours.phone),
    outOfHoursFor: landlord.outOfHours.for,
  };
}

function nationValues({ ombudsman, helplines }: NationRules): Values {
  const values: Record<string, string> = {
    ombudsman: ombudsman.name,
    ombudsmanPhone: ombudsman.phone,
    ombudsmanWeb: ombudsman.web,
  };
  for (const [key, line] of Object.entries(helplines)) {
    values[key] = line.phone ?? line.text ?? line.web ?? '';
    values[`${key}Name`] = line.name;
    values[`${key}Text`] = line.text ?? '';
    values[`${key}Web`] = line.web ?? '';
  }
  return values;
}

const openingNext = new WeakMap<Landlord, { readonly minute: number; readonly values: Values }>();

/** Looked up once a minute: every phrase may name it. */
function opening(facts: Facts, now: Date): Values {
  const minute = Math.floor(now.getTime() / 60_000);
  const known = openingNext.get(facts.landlord);
  if (known?.minute === minute) return known.values;
  const next = nextOpening(now, openingsOf(facts));
  const values = { opensOn: next?.on ?? localTime(now).date, opensAt: next?.time ?? '' };
  openingNext.set(facts.landlord, { minute, values });
  return values;
}

function openingsOf({ landlord, rules }: Pick<Facts, 'landlord' | 'rules'>): Openings {
  const { hours, closedOn, timeZone } = landlord;
  return { hours, closedOn, timeZone, bankHolidays: rules.bankHolidays };
}

/** +441632960100 as people here dial it: 01632 960100. */
function printedPhone(number: string): string {
  if (!number.startsWith('+44')) return number;
  const national = `0${number.slice(3)}`;
  const [first, rest] = /^0[38]/.test(national) ? [4, 7] : [5, 11];
  const end = national.slice(rest);
  return [national.slice(0, first), national.slice(first, rest), end].filter((part) => part !== '').join(' ');
}

/** Names of the values above, for the content check. */
export function commonValueNames(rules: NationRules): readonly string[] {
  const fixedNames = [...Object.keys(nationValues(rules)), 'landlord', 'legalName', 'phone', 'phoneCost', 'textNumber'];
  return [
    ...fixedNames,
    'email',
    'website',
    'postalAddress',
    'outOfHoursPhone',
    'outOfHoursFor',
    'hours',
    'opensOn',
    'opensAt',
  ];
}
