// What every phrase may name of the landlord and of the nation's helplines: {landlord}, {phone}, {hours}, {gasEmergency}…

import { Landlord } from '../../model/landlord.ts';
import { localTime } from '../../model/london-time.ts';
import { inForceOn, type NationRules } from '../../model/nation-rules.ts';
import { nextOpening, openingsOf } from '../../model/opening-hours.ts';
import { printedPhone } from '../../model/said/printed-phone.ts';
import { sayHours } from './hours.ts';
import type { Phrases, Values } from './ports.ts';

interface Facts {
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly phrases: Phrases;
}

interface Made {
  readonly fixed: Values;
  readonly minute: number;
  readonly values: Values;
}

const made = new WeakMap<Landlord, Map<string, Made>>();

/** The values for a language at a moment: every phrase asks for them, and only the next opening changes, by the minute. */
export function commonValues(facts: Facts, language: string, now: Date): Values {
  const byLanguage = made.get(facts.landlord) ?? new Map<string, Made>();
  made.set(facts.landlord, byLanguage);
  const minute = Math.floor(now.getTime() / 60_000);
  const known = byLanguage.get(language);
  if (known?.minute === minute) return known.values;
  const fixed = known?.fixed ?? fixedValues(facts, language);
  const values = { ...fixed, ...ofTheMoment(facts, language, now) };
  byLanguage.set(language, { fixed, minute, values });
  return values;
}

function fixedValues(facts: Facts, language: string): Values {
  const { landlord, rules } = facts;
  return {
    ...landlordValues(landlord),
    ...costOf(landlord, language),
    ...helplineValues(rules),
    ...hoursOf(facts, language),
  };
}

function hoursOf({ landlord, phrases }: Facts, language: string): Values {
  const [office] = landlord.offices;
  return {
    hours: sayHours({ hours: landlord.hours, phrases }, language),
    officeHours: office === undefined ? '' : sayHours({ hours: office.hours, phrases }, language),
  };
}

function landlordValues(landlord: Landlord): Values {
  return {
    landlord: landlord.name,
    legalName: landlord.legalName,
    phone: printedPhone(landlord.phone),
    textNumber: printedPhone(landlord.textNumber),
    email: landlord.email,
    website: landlord.website,
    postalAddress: landlord.postalAddress,
    outOfHoursPhone: printedPhone(landlord.outOfHours.phone),
    outOfHoursFor: landlord.outOfHours.for,
    noticeWeeks: landlord.noticeWeeks,
    ...signposts(landlord),
    ...Object.fromEntries(Object.entries(landlord.links).map(([page, url]) => [`${page}Link`, url])),
  };
}

/** `none` where the landlord does not say. */
function costOf({ phoneCost = {}, languages: [first = 'en'] }: Landlord, language: string): Values {
  return { phoneCost: phoneCost[language] ?? phoneCost[first] ?? 'none' };
}

/** Ways to reach the landlord that it only points to. `none` where it has none, for a phrase to leave them out. */
function signposts({ offices: [office], social }: Landlord): Values {
  return {
    office: office?.address ?? 'none',
    social: social.length > 0 ? social.map(({ name, url }) => `${name} ${url}`).join(', ') : 'none',
  };
}

/** Who is independent of the landlord on that day: it goes with the law. */
function ombudsmanOn({ ombudsman }: NationRules, language: string, on: string): Values {
  const held = inForceOn(ombudsman, on);
  return {
    ombudsman: held?.nameIn[language] ?? held?.name ?? '',
    ombudsmanPhone: held?.phone ?? '',
    ombudsmanWeb: held?.web ?? '',
  };
}

function helplineValues({ helplines }: NationRules): Values {
  const values: Record<string, string> = {};
  for (const [key, line] of Object.entries(helplines)) {
    values[key] = line.phone ?? line.text ?? line.web ?? '';
    values[`${key}Name`] = line.name;
    values[`${key}Text`] = line.text ?? '';
    values[`${key}Web`] = line.web ?? '';
  }
  return values;
}

function ofTheMoment(facts: Facts, language: string, now: Date): Values {
  const next = nextOpening(now, openingsOf(facts));
  const today = localTime(now).date;
  return { opensOn: next?.on ?? today, opensAt: next?.time ?? '', ...ombudsmanOn(facts.rules, language, today) };
}

/** Pages of the landlord's site that a phrase may send to: {payLink}, {swapLink}… */
const pages = Object.keys(Landlord.shape.links.shape);

/** Names of the values above, for the content check. */
export function commonValueNames(rules: NationRules): readonly string[] {
  const fixedNames = [
    ...Object.keys(helplineValues(rules)),
    'ombudsman',
    'ombudsmanPhone',
    'ombudsmanWeb',
    'landlord',
    'legalName',
    'phone',
    'phoneCost',
    'textNumber',
  ];
  return [
    ...fixedNames,
    'email',
    'website',
    'postalAddress',
    'outOfHoursPhone',
    'outOfHoursFor',
    'noticeWeeks',
    'office',
    'officeHours',
    'social',
    ...pages.map((page) => `${page}Link`),
    'photoLink',
    'hours',
    'opensOn',
    'opensAt',
    'calls',
  ];
}
