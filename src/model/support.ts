// Support agencies as Open Referral UK publishes them (the UK profile of HSDS 3), and what of it we tell.

import { z } from 'zod';

/** What people ask for help with. A service says which it helps with by these names among its taxonomy terms. */
export const supportNeeds = ['money', 'mind', 'lonely', 'caring', 'addiction', 'work', 'online', 'tenancy'] as const;

/** An agency that helps: only what is told of it. */
export interface SupportService {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Of `supportNeeds`. */
  readonly needs: readonly string[];
  /** Areas that it serves, by their key in the landlord pack; none is everywhere. */
  readonly areas: readonly string[];
  /** BCP 47; none is not known. */
  readonly languages: readonly string[];
  readonly phone?: string;
  readonly web?: string;
  /** The day on which somebody last made sure that it is right; ISO date. */
  readonly assuredOn?: string;
  /** Whom it is there for above all, as needs on a profile are named (`hearing-impairment`); none is for everybody. */
  readonly madeFor?: readonly string[];
  readonly youngest?: number;
  readonly oldest?: number;
  /** Takes referrals from the landlord. */
  readonly takesReferrals: boolean;
}

const text = z.string().min(1);
const named = z.object({ name: text });
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.nullish();

/** Only the fields that are used; what else the publisher says is passed over. */
export const OpenReferralService = z.object({
  id: text,
  name: text,
  description: optional(z.string()),
  status: optional(z.string()).describe('`active`; whatever else is not shown'),
  url: optional(z.string()),
  minimum_age: optional(z.number()),
  maximum_age: optional(z.number()),
  assured_date: optional(z.string()),
  service_areas: optional(z.array(named)),
  languages: optional(z.array(z.object({ code: optional(text), name: optional(text) }))),
  contacts: optional(z.array(z.object({ phones: optional(z.array(z.object({ number: text }))) }))),
  attributes: optional(z.array(z.object({ taxonomy_term: optional(named) }))),
});
export type OpenReferralService = z.infer<typeof OpenReferralService>;

/** The taxonomy term of services that take referrals from the landlord. */
const referralTerm = 'takes-referrals';

/** Begins the terms that say whom a service is made for: `for-hearing-impairment`. */
const madeForTerm = 'for-';

/** The service as we tell of it; undefined for one that is closed or paused. */
export function supportService(from: OpenReferralService): SupportService | undefined {
  if (from.status !== undefined && from.status !== null && from.status !== 'active') return undefined;
  const terms = (from.attributes ?? []).flatMap((each) => each.taxonomy_term?.name.toLowerCase() ?? []);
  const phone = (from.contacts ?? []).flatMap((each) => each.phones ?? [])[0]?.number;
  return {
    id: from.id,
    name: from.name,
    description: from.description ?? '',
    needs: supportNeeds.filter((need) => terms.includes(need)),
    areas: (from.service_areas ?? []).map((area) => area.name.toLowerCase()),
    languages: (from.languages ?? []).flatMap((language) => language.code ?? []),
    ...(phone !== undefined && { phone }),
    ...(from.url && { web: from.url }),
    ...wantedBy(from, terms),
    ...(from.assured_date && { assuredOn: from.assured_date.slice(0, 10) }),
    takesReferrals: terms.includes(referralTerm),
  };
}

function wantedBy(
  { minimum_age: youngest, maximum_age: oldest }: OpenReferralService,
  terms: readonly string[],
): Pick<SupportService, 'madeFor' | 'youngest' | 'oldest'> {
  const madeFor = terms.filter((term) => term.startsWith(madeForTerm)).map((term) => term.slice(madeForTerm.length));
  return {
    ...(madeFor.length > 0 && { madeFor }),
    ...(typeof youngest === 'number' && { youngest }),
    ...(typeof oldest === 'number' && { oldest }),
  };
}
