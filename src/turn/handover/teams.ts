// Which team a conversation is brought to: the route's, if people of it take conversations over; else the default team's.

import type { Landlord } from '../../model/landlord.ts';
import { teamOf } from '../../model/routes.ts';

/** @param wanted an enquiry, or a team's own key */
export function teamFor(wanted: string, landlord: Landlord): string {
  const team = wanted in landlord.teams ? wanted : teamOf(wanted, landlord);
  return landlord.teams[team]?.takesHandovers ? team : teamOf('default', landlord);
}
