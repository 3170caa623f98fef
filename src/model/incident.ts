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
  return home !== undefined && places.some((place) => isIn(home, place));
}

function isIn({ address, postcode }: Property, place: string): boolean {
  const [, outward, whole, begun] = postcodeIn(place) ?? [];
  if (outward === undefined) return within(address, place);
  // AW21 is not the beginning of AW2 1LH.
  const own = packed(postcode);
  return own.slice(0, -3) === packed(outward) && own.slice(-3).startsWith((whole ?? begun ?? '').toUpperCase());
}

function isNamed(text: string, { places }: Incident): boolean {
  return places.some((place) => within(text, place) || (isWhole(place) && packed(text).includes(packed(place))));
}

/** Whole words of it: 1 Ash Road is not 11 Ash Road. */
function within(text: string, place: string): boolean {
  return ` ${plainWords(text)} `.includes(` ${plainWords(place)} `);
}

/** AW2, AW2 1 or AW2 1LH. */
const postcodeIn = (place: string) => /^([A-Z]{1,2}\d[A-Z\d]?)(?:\s*(\d[A-Z]{2})|\s+(\d))?$/i.exec(place.trim());

const isWhole = (place: string): boolean => postcodeIn(place)?.[2] !== undefined;

const packed = (text: string): string => text.replaceAll(/\s+/g, '').toUpperCase();
