// Something that is known to be wrong for many at once: the heating of a house, the telephones. Who writes about it is told so before
// they report it.

import type { Property } from './person.ts';
import { plainWords } from './plain-words.ts';

export interface Incident {
  /** As tenants are told it: `INC-1000001`. */
  readonly id: string;
  /** One up with each news. */
  readonly version: number;
  /** The enquiries that it answers. */
  readonly topics: readonly string[];
  /** Streets, blocks or postcodes, whole or their beginning; none: everywhere. */
  readonly places: readonly string[];
  /** A supervisor's own, by language; English is always there. */
  readonly words: Readonly<Record<string, string>>;
  readonly from: Date;
  readonly until: Date;
}

/** One that may be of somebody. `isTheirs`: their home lies in it, or they name the place; else nobody knows where they live. */
export interface NearIncident extends Incident {
  readonly isTheirs: boolean;
}

export function holdingAt(all: readonly Incident[], moment: Date): readonly Incident[] {
  return all.filter(({ from, until }) => from <= moment && moment < until);
}

/** Those that may be of who lives in `home` and writes `text`: theirs first. */
export function nearIncidents(
  all: readonly Incident[],
  { home, text }: { readonly home?: Property | undefined; readonly text: string },
): readonly NearIncident[] {
  const near = all.flatMap((incident): NearIncident[] => {
    const isTheirs = isEverywhere(incident) || lies(home, incident) || isNamed(text, incident);
    return isTheirs || home === undefined ? [{ ...incident, isTheirs }] : [];
  });
  return near.toSorted((one, other) => Number(other.isTheirs) - Number(one.isTheirs));
}

const isEverywhere = ({ places }: Incident): boolean => places.length === 0;

function lies(home: Property | undefined, { places }: Incident): boolean {
  if (home === undefined) return false;
  const postcode = packed(home.postcode);
  return places.some((place) => (isPostcode(place) ? postcode.startsWith(packed(place)) : within(home.address, place)));
}

function isNamed(text: string, { places }: Incident): boolean {
  return places.some((place) => within(text, place) || (isWhole(place) && packed(text).includes(packed(place))));
}

/** Whole words of it: 1 Ash Road is not 11 Ash Road. */
function within(text: string, place: string): boolean {
  return ` ${plainWords(text)} `.includes(` ${plainWords(place)} `);
}

/** AW2, or AW2 1LH. */
function isPostcode(place: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?\s*(?:\d(?:[A-Z]{2})?)?$/i.test(place.trim());
}

const isWhole = (place: string): boolean => isPostcode(place) && /[A-Z]{2}$/i.test(place.trim());

const packed = (text: string): string => text.replaceAll(/\s+/g, '').toUpperCase();
