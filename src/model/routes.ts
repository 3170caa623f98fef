// Which team of the landlord an enquiry belongs to.

import type { Landlord } from './landlord.ts';

/** The pack's route for the enquiry, for its first half, or the default. */
export function teamOf(enquiry: string, landlord: Pick<Landlord, 'routes'>): string {
  const { routes } = landlord;
  return routes[enquiry] ?? routes[enquiry.split('.')[0] ?? ''] ?? routes.default ?? 'contact-centre';
}

/** The teams whose agents take conversations over: one can be passed on to them. */
export function takingTeams({
  teams,
}: Pick<Landlord, 'teams'>): readonly { readonly id: string; readonly name: string }[] {
  return Object.entries(teams).flatMap(([id, { name, takesHandovers }]) => (takesHandovers ? [{ id, name }] : []));
}
