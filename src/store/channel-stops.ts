// Channels that a supervisor has stopped, and let go on, each with its line in the audit.

import { type Kysely, sql } from 'kysely';
import type { ChannelStop, ChannelStops } from '../desk/supervisor/ports.ts';
import type { ChannelName } from '../model/message.ts';
import { writeLine } from './privacy/audit.ts';
import type { Schema } from './schema.ts';

export function createChannelStops(db: Kysely<Schema>, secret: string): ChannelStops {
  return {
    open: async () => {
      const { rows } = await sql<ChannelStop>`
        select id::text as id, channel, why, agent, at from contact.channel_stops where ended_at is null`.execute(db);
      return rows;
    },
    waiting: async () => {
      const { rows } = await sql<{ channel: ChannelName; count: number; oldest: Date }>`
        select channel, count(*)::integer as count, min(heard_at) as oldest from contact.conversations
        where heard > taken group by channel`.execute(db);
      return rows;
    },
    stop: ({ channel, why }, line) =>
      db.transaction().execute(async (inside) => {
        const { rows } = await sql`insert into contact.channel_stops (channel, why, agent, at)
          values (${channel}, ${why}, ${line.agent}, ${line.at})
          on conflict (channel) where ended_at is null do nothing returning id`.execute(inside);
        if (rows.length > 0) await writeLine(inside, line, secret);
        return rows.length > 0;
      }),
    start: (channel, line) =>
      db.transaction().execute(async (inside) => {
        const { rows } = await sql`update contact.channel_stops set ended_at = ${line.at}, ended_by = ${line.agent}
          where channel = ${channel} and ended_at is null returning id`.execute(inside);
        if (rows.length > 0) await writeLine(inside, line, secret);
        return rows.length > 0;
      }),
  };
}
