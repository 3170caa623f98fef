// Why a conversation is not deleted now: something in it is still open. One SQL expression per reason, about the conversation `c`.

import { type RawBuilder, sql } from 'kysely';
import type { OpenedRecord, WholeKind } from '../../privacy/ports.ts';

export const openMatters = ['handover', 'unanswered', 'delivery', 'promise', 'hold'] as const;
export type OpenMatter = (typeof openMatters)[number];

/** Kinds of case that show later how something was dealt with. */
const evidence = ['complaint', 'hazard', 'adjustment', 'asb', 'data-request'];

/** @param but the request that asks for the deletion: its own case and promise keep nothing */
export function reasonOf(matter: OpenMatter, but: string): RawBuilder<boolean> {
  switch (matter) {
    case 'handover':
      return sql`(c.owner <> 'bot')`;
    case 'unanswered':
      return sql`(c.heard > c.taken)`;
    case 'delivery':
      // What the housing system has not got yet is nowhere else, also when it was refused and waits for a person. A question how it
      // went is not asked of who wants to be forgotten.
      return sql`exists (select from contact.outbox o where o.conversation = c.id and o.kind <> 'time.survey'
        and (o.state <> 'parked' or o.kind like 'housing.%'))`;
    case 'promise':
      return sql`exists (select from contact.promises p where p.conversation = c.id and p.ended_at is null
        and p.reference is distinct from ${but})`;
    case 'hold':
      return sql`exists (select from contact.legal_holds h where h.ended_at is null and (h.person = c.person
        or h.person = c.state #>> '{speaksFor,person}'
        or h.person in (select k.person from contact.cases k where k.conversation = c.id)))`;
  }
}

export function isOpen(but = ''): RawBuilder<boolean> {
  return sql`(${sql.join(
    openMatters.map((matter) => reasonOf(matter, but)),
    sql` or `,
  )})`;
}

/** By which record of the pack a conversation is kept. */
export function recordOf(but = ''): RawBuilder<WholeKind> {
  return sql`case
    when exists (select from contact.cases k where k.conversation = c.id and k.restricted)
      or exists (select from contact.handovers h where h.conversation = c.id and h.restricted) then 'restricted'
    when exists (select from contact.cases k where k.conversation = c.id and k.reference <> ${but}
      and k.kind in (${sql.join(evidence)})) then 'evidence'
    else 'conversations' end`;
}

/** What was opened in it, for who asks the housing system whether it is closed. */
export function openedIn(but = ''): RawBuilder<readonly OpenedRecord[]> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('reference', k.reference, 'kind', k.kind)) from contact.cases k
    where k.conversation = c.id and k.reference <> ${but}), '[]')`;
}
