// The two figures that a landlord is measured by, live: how many enquiries ended at first contact, and how much contact our own doing
// caused. What each counts is in docs/figures.md.

import { type Kysely, sql } from 'kysely';
import { daysBefore } from '../model/london-time.ts';
import type { Schema } from './schema.ts';

/** Over the last 30 days; first contact is told of those that are older than a week, when somebody would have come back. */
const lookBackDays = 30;
const repeatDays = 7;

export interface Topic {
  readonly enquiry: string;
  readonly channel: string;
  /** One of the causes; null for what was not avoidable. */
  readonly cause: string | null;
  readonly count: number;
}

export interface FirstContact {
  readonly enquiry: string;
  readonly channel: string;
  readonly counted: number;
  readonly solved: number;
}

/** An agent's word counts where nothing was evident before: one enquiry is avoidable once. */
export async function contactCaused(db: Kysely<Schema>, now: Date) {
  const since = daysBefore(now, lookBackDays);
  const { rows } = await sql<Topic>`
    with ended as (
      select at, conversation, enquiry, channel, data ->> 'outcome' as outcome, data ->> 'avoidable' as cause
      from contact.facts where name = 'enquiry.ended' and at >= ${since} and enquiry is not null
        and enquiry not like 'talk.%'
    ), told as (
      select at, conversation, enquiry, data ->> 'avoidable' as cause
      from contact.facts where name = 'handover.ended' and at >= ${since} and data ->> 'avoidable' is not null
    ), handed as (
      select e.*, row_number() over (partition by t.conversation, t.enquiry, t.at order by e.at desc) as nth, t.cause as said
      from told t join ended e on e.conversation = t.conversation and e.enquiry = t.enquiry
        and e.outcome = 'handover' and e.at <= t.at
    ), counted as (
      select e.enquiry, e.channel, coalesce(e.cause, h.said) as cause
      from ended e left join handed h on h.nth = 1 and h.conversation = e.conversation and h.enquiry = e.enquiry
        and h.at = e.at
    )
    select enquiry, channel, cause, count(*)::integer as count from counted
    group by 1, 2, 3 order by count desc, enquiry, channel, cause limit 2000`.execute(db);
  return { since: since.toISOString(), rows };
}

/** The same again, by the same person on any channel or in the same conversation, was not solved the first time. */
export async function endedAtFirstContact(db: Kysely<Schema>, now: Date) {
  const [since, until] = [daysBefore(now, lookBackDays + repeatDays), daysBefore(now, repeatDays)];
  const { rows } = await sql<FirstContact>`
    with ended as (
      select at, conversation, person, enquiry, channel, data ->> 'outcome' as outcome
      from contact.facts where name = 'enquiry.ended' and at >= ${since} and enquiry is not null
        and enquiry not like 'talk.%'
    ), closed as (
      select at, conversation, enquiry from contact.facts
      where name = 'handover.ended' and at >= ${since} and data ->> 'as' = 'closed'
    ), judged as (
      select e.enquiry, e.channel, (
        e.outcome in ('answered', 'done', 'case', 'task', 'signposted') or (e.outcome = 'handover' and exists (
          select from closed c where c.conversation = e.conversation and c.enquiry = e.enquiry and c.at >= e.at))
      ) and not exists (select from ended o where o.conversation = e.conversation and o.enquiry = e.enquiry
        and o.at > e.at and o.at <= e.at + make_interval(days => ${repeatDays}::integer))
      and not exists (select from ended o where o.person = e.person and o.enquiry = e.enquiry
        and o.at > e.at and o.at <= e.at + make_interval(days => ${repeatDays}::integer)) as is_solved
      from ended e where e.at < ${until}
    )
    select enquiry, channel, count(*)::integer as counted, count(*) filter (where is_solved)::integer as solved
    from judged group by 1, 2 order by counted desc, enquiry, channel limit 1000`.execute(db);
  return { since: since.toISOString(), until: until.toISOString(), rows };
}
