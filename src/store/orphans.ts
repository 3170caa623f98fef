// Conversations and handovers that do not agree on whose they are. A commit writes both at once, so there are none, unless somebody
// changed a row by hand or a fault of ours did.

import { type Kysely, sql } from 'kysely';
import type { Orphans } from '../desk/ports.ts';
import type { OrphanFound } from '../turn/act.ts';
import type { Schema } from './schema.ts';

/** At one look: what is left is found by the next. */
const mostFound = 100;

type Row = Omit<OrphanFound, 'handover' | 'isOpen'> & {
  readonly conversation: string;
  readonly handover: string | null;
  readonly is_open: boolean | null;
  readonly team: string | null;
  readonly priority: number | null;
  readonly enquiry: string | null;
  readonly restricted: boolean | null;
};

export function createOrphans(db: Kysely<Schema>): Orphans {
  return {
    find: async () => {
      const { rows } = await sql<Row>`${withoutHandover} union all ${withoutConversation} limit ${mostFound}`.execute(
        db,
      );
      return rows.map(({ conversation, revision, because, ...row }) => ({
        conversation,
        found: { revision, because, isOpen: row.is_open === true, ...handoverOf(row) },
      }));
    },
    count: async (since) => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from contact.facts
        where name = 'handover.orphan' and at >= ${since}::timestamptz`.execute(db);
      return rows[0]?.count ?? 0;
    },
  };
}

function handoverOf({
  handover,
  team,
  priority,
  enquiry,
  restricted,
}: Omit<Row, 'conversation' | 'revision' | 'because'>) {
  if (handover === null || team === null || enquiry === null) return {};
  return { handover: { id: handover, team, priority: priority ?? 5, enquiry, restricted: restricted === true } };
}

const about = sql`h.id as handover, h.state <> 'ended' as is_open, h.team, h.priority, h.enquiry, h.restricted`;

/** Somebody has it or waits, and the handover says otherwise: it is over, or not there, or waits where an agent has it. */
const withoutHandover = sql`
  select c.id as conversation, c.revision, case when h.id is null or h.state = 'ended' then 'over' else 'differs' end as because, ${about}
  from contact.conversations c left join contact.handovers h on h.id = c.handover and h.conversation = c.id
  where c.owner <> 'bot' and (h.id is null or h.state = 'ended' or (h.state = 'waiting') <> (c.owner = 'queue')
    or (c.owner = 'agent' and h.agent is distinct from c.agent))`;

/** Somebody waits in the queue of whom their conversation knows nothing: the assistant has it, or it is on another handover. */
const withoutConversation = sql`
  select c.id as conversation, c.revision, case when c.owner = 'bot' then 'forgotten' else 'twice' end as because, ${about}
  from contact.handovers h join contact.conversations c on c.id = h.conversation
  where h.state <> 'ended' and h.id is distinct from c.handover`;
