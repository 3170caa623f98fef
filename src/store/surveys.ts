// Who was asked how a contact went, and what they answered: folded from the facts that turns left.

import { type Kysely, sql } from 'kysely';
import { daysBefore } from '../model/london-time.ts';
import type { SurveysAsked } from '../turn/world.ts';
import type { Schema } from './schema.ts';

const lookBackDays = 365;

export function createSurveys(db: Kysely<Schema>): SurveysAsked {
  return {
    lastAsked: async ({ conversation, person, since }) => {
      const { rows } = await sql<{ at: Date | string | null }>`
        select max(at) as at from contact.facts where name = 'survey.asked' and at >= ${since}::timestamptz
          and (conversation = ${conversation} or person = ${person ?? null}::text)`.execute(db);
      const at = rows[0]?.at ?? null;
      return at === null ? undefined : new Date(at);
    },
  };
}

/** Of one contact; null where a question was skipped. */
export interface SurveyAnswers {
  readonly survey: string;
  readonly person: string | null;
  readonly at: string;
  readonly channel: string;
  readonly agent: boolean;
  readonly ease: number | null;
  readonly satisfied: number | null;
}

/** The last twelve months. An answer that was put right counts as it was put right. */
export async function surveysAnswered(db: Kysely<Schema>, now: Date) {
  const since = daysBefore(now, lookBackDays);
  const [asked, { rows: answers }] = await Promise.all([askedSince(db, since), answersSince(db, since)]);
  return { since: since.toISOString(), asked, answers };
}

async function askedSince(db: Kysely<Schema>, since: Date) {
  const { rows } = await sql<{ channel: string; asked: number }>`
    select channel, count(*)::integer as asked from contact.facts
    where name = 'survey.asked' and at >= ${since}::timestamptz group by 1 order by 1`.execute(db);
  return rows;
}

/** Of how a complaint was dealt with the complaints' own figures tell. */
function answersSince(db: Kysely<Schema>, since: Date) {
  return sql<SurveyAnswers>`
    with last as (
      select distinct on (data ->> 'survey', data ->> 'question') data ->> 'survey' as survey, person, at, channel,
        data ->> 'question' as question, (data ->> 'score')::integer as score, (data ->> 'agent')::boolean as agent
      from contact.facts where name = 'survey.answered' and at >= ${since}::timestamptz and data ->> 'about' = 'contact'
      order by data ->> 'survey', data ->> 'question', at desc, sequence desc
    )
    select survey, max(person) as person, to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      max(channel) as channel, bool_or(agent) as agent, max(score) filter (where question = 'ease') as ease,
      max(score) filter (where question = 'satisfied') as satisfied
    from last group by survey order by survey`.execute(db);
}
