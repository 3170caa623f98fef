// Support from others: found by what is needed, where, for whom, and in which language. The customer chooses; nothing is passed on without
// their consent.

import type { Offer } from '../../model/conversation.ts';
import type { Fact } from '../../model/delivery.ts';
import type { SupportService } from '../../model/support.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { told } from './filing.ts';
import type { Answer } from './housing.ts';

export interface Directory {
  /** Services that are active. "away" when they cannot be asked for in time. */
  services(): Promise<Answer<readonly SupportService[]>>;
}

const mostOffered = 3;

/**
 * Services for the slot `need`, in the home's area and for the customer's age as far as they are known: those made for somebody like
 * them and those that speak their language first. What is not on the profile is not guessed: a service for others is offered last.
 */
export const matchSupport = action(
  ['some', 'none', 'away'],
  ['services'],
  async (input): Promise<ActionResult<'some' | 'none' | 'away'>> => {
    const answer = await input.world.directory.services();
    if (answer.is === 'away') return { outcome: 'away' };
    const need = told(input, 'need') ?? '';
    const wanted = wantedFor(input);
    const ranked = answer.value
      .filter((service) => service.needs.includes(need) && isFor(service, wanted))
      .sort((one, other) => rank(one, wanted) - rank(other, wanted))
      .slice(0, mostOffered);
    const facts = [offeredFact(input, need, ranked.length)];
    if (ranked.length === 0) return { outcome: 'none', facts };
    const offers = ranked.map(
      ({ id, name }): Offer => ({ value: id, phrase: 'support.service', values: { service: name } }),
    );
    const none: Offer = { value: 'none', phrase: 'support.no_service', values: {} };
    return { outcome: 'some', slots: { services: [...offers, none] }, facts };
  },
);

/** Counted by need alone: which service it was stands on the referral. */
function offeredFact({ enquiry }: ActionInput, need: string, services: number): Fact {
  return { name: 'support.offered', enquiry, data: { need, services } };
}

interface Wanted {
  readonly language: string;
  readonly area?: string | undefined;
  readonly age?: number | undefined;
  /** Kinds of need on the profile. */
  readonly kinds: readonly string[];
}

function wantedFor({ person, state, moment }: ActionInput): Wanted {
  return {
    language: state.language.tag,
    area: person?.tenancies[0]?.property.area,
    age: person?.born === undefined ? undefined : yearsBetween(person.born, moment.now.toISOString().slice(0, 10)),
    kinds: (person?.needs ?? []).map(({ kind }) => kind),
  };
}

function yearsBetween(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

function isFor({ areas, youngest = 0, oldest = Number.POSITIVE_INFINITY }: SupportService, wanted: Wanted): boolean {
  const { area, age } = wanted;
  const isNear = areas.length === 0 || area === undefined || areas.includes(area);
  return isNear && (age === undefined || (age >= youngest && age <= oldest));
}

/** Made for them before made for everybody, and that before made for others; then the language; then local before national. */
function rank({ madeFor, languages, areas }: SupportService, { kinds, language }: Wanted): number {
  const isTheirs = madeFor?.some((kind) => kinds.includes(kind));
  const made = isTheirs ? 0 : madeFor === undefined ? 4 : 8;
  return made + (languages.includes(language) ? 0 : 2) + (areas.length > 0 ? 0 : 1);
}

/** What is known of the service chosen in the slot `service`. */
export const tellSupport = action(
  ['referable', 'told', 'none', 'away'],
  ['service_name', 'about_service', 'service_phone', 'service_web', 'service_contact', 'assured_on', 'assured'],
  async (input): Promise<ActionResult<'referable' | 'told' | 'none' | 'away'>> => {
    const answer = await input.world.directory.services();
    if (answer.is === 'away') return { outcome: 'away' };
    const found = answer.value.find((service) => service.id === told(input, 'service'));
    if (found === undefined) return { outcome: 'none' };
    return { outcome: found.takesReferrals ? 'referable' : 'told', slots: serviceWords(found) };
  },
);

/** Of a service, what the phrases about it say. */
export function serviceWords(service: SupportService) {
  return {
    service_name: service.name,
    about_service: service.description,
    service_phone: service.phone ?? '',
    service_web: service.web ?? '',
    service_contact: [service.phone, service.web].filter((each) => each !== undefined).join(', '),
    // Without a day on which it was checked nothing is said about one; the date is then never read.
    assured: service.assuredOn === undefined ? 'no' : 'yes',
    assured_on: service.assuredOn ?? '',
  };
}
