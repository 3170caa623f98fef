// Support from others: found by what is needed, where, and in which language. The customer chooses; nothing is passed on without
// their consent.

import type { Offer } from '../../model/conversation.ts';
import type { SupportService } from '../../model/support.ts';
import { type ActionResult, action } from '../action.ts';
import { told } from './filing.ts';
import type { Answer } from './housing.ts';

export interface Directory {
  /** Services that are active. "away" when they cannot be asked for in time. */
  services(): Promise<Answer<readonly SupportService[]>>;
}

const mostOffered = 3;

/** Services for the slot `need`, in the home's area, those that speak the customer's language first. */
export const matchSupport = action(
  ['some', 'none', 'away'],
  ['services'],
  async (input): Promise<ActionResult<'some' | 'none' | 'away'>> => {
    const answer = await input.world.directory.services();
    if (answer.is === 'away') return { outcome: 'away' };
    const area = input.person?.tenancies[0]?.property.area;
    const fitting = answer.value.filter(
      (service) =>
        service.needs.includes(told(input, 'need') ?? '') &&
        (service.areas.length === 0 || area === undefined || service.areas.includes(area)),
    );
    const language = input.state.language.tag;
    const ranked = [...fitting].sort((one, other) => rank(one, language) - rank(other, language)).slice(0, mostOffered);
    if (ranked.length === 0) return { outcome: 'none' };
    const offers = ranked.map(
      ({ id, name }): Offer => ({ value: id, phrase: 'support.service', values: { service: name } }),
    );
    const none: Offer = { value: 'none', phrase: 'support.no_service', values: {} };
    return { outcome: 'some', slots: { services: [...offers, none] } };
  },
);

/** Local before national, and of those the ones that speak the language. */
function rank(service: SupportService, language: string): number {
  return (service.languages.includes(language) ? 0 : 2) + (service.areas.length > 0 ? 0 : 1);
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
    return { outcome: found.takesReferrals ? 'referable' : 'told', slots: slotsOf(found) };
  },
);

function slotsOf(service: SupportService): NonNullable<ActionResult['slots']> {
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
