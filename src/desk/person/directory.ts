// Support from others, as an agent looks it up: what they help with and where, with the words in which the tenant is told of it, where
// the catalogues have their language.

import type { SupportService } from '../../model/support.ts';
import type { Answer } from '../../turn/actions/housing.ts';

export interface SupportDirectory {
  services(): Promise<Answer<readonly SupportService[]>>;
  /** The text of the catalogue about it; undefined where the language has none. */
  tell(service: SupportService, to: { readonly language: string; readonly channel: string }): string | undefined;
}

export interface Wanted {
  readonly need?: string | undefined;
  readonly area?: string | undefined;
}

/** A directory may have thousands: who sees as many as these chooses a need or an area. */
const mostShown = 50;

export async function lookUpSupport(
  wanted: Wanted,
  to: { readonly language: string; readonly channel: string },
  directory: SupportDirectory,
) {
  const answer = await directory.services();
  if (answer.is === 'away') return { directory: 'away' as const, needs: [], areas: [], services: [] };
  const all = answer.value;
  const found = all.filter((service) => isOf(service, wanted)).slice(0, mostShown);
  return {
    directory: 'known' as const,
    needs: [...new Set(all.flatMap(({ needs }) => needs))].toSorted(),
    areas: [...new Set(all.flatMap(({ areas }) => areas))].toSorted(),
    services: found.map((service) => ({ ...service, text: directory.tell(service, to) ?? null })),
  };
}

/** What serves everywhere serves there, too. */
function isOf({ needs, areas }: SupportService, { need, area }: Wanted): boolean {
  return (
    (need === undefined || needs.includes(need)) && (area === undefined || areas.length === 0 || areas.includes(area))
  );
}
