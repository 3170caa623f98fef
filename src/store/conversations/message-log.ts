// The conversation's log, read by doors and the desk: by number, never by clock.

import type { Log } from '../../channels/channel.ts';
import { homeOf } from '../../model/home-channel.ts';
import type { Run, Statement } from '../database.ts';
import { type ConversationRow, type MessageRow, toConversation, toMessage } from './rows.ts';

/** The start of the conversation rules out the partitions of all months before it. */
const after: Statement = {
  name: 'log-after-1',
  text: `
select conversation, sequence, author, kind, text, language, data, reply_to, at
from contact.messages
where conversation = $1 and sequence > $2
  and at >= (select started_at from contact.conversations where id = $1)
order by sequence limit $3`,
};

/**
 * For the web: while they are reached by text, up to the last that passed here, with no gap. Of a number's own thread only what was said since it
 * began anew: before that it may have been somebody else in the household who wrote.
 */
const shownOnWeb: Statement = {
  name: 'log-on-web-1',
  text: `
select m.conversation, m.sequence, m.author, m.kind, m.text, m.language, m.data, m.reply_to, m.at
from contact.conversations c join contact.messages m on m.conversation = c.id and m.at >= c.started_at
where c.id = $1 and m.sequence > $2
  and (c.channel <> 'sms' or m.sequence <= (select max(h.sequence) from contact.messages h
    where h.conversation = c.id and h.at >= c.started_at and coalesce(h.data ->> 'channel', $4) = 'web'))
  and ($4 <> 'sms' or m.sequence >= coalesce((c.state ->> 'threadFrom')::integer, 1))
order by m.sequence limit $3`,
};

const one: Statement = {
  name: 'conversation-1',
  text: `select id, address, revision, sequence, taken, owner, handover, agent, state, started_at
from contact.conversations where id = $1`,
};

/** The log as a web client may see it. */
export function createWebLog(run: Run): Log {
  const whole = createMessageLog(run);
  return {
    ...whole,
    read: async (conversation, from, limit = 1_000) => {
      const rows = await run<MessageRow>(shownOnWeb, [conversation, from, limit, homeOf(conversation) ?? 'web']);
      return rows.map(toMessage);
    },
  };
}

export function createMessageLog(run: Run): Log {
  return {
    read: async (conversation, from, limit = 1_000) => {
      const rows = await run<MessageRow>(after, [conversation, from, limit]);
      return rows.map(toMessage);
    },
    find: async (conversation) => {
      const [row] = await run<ConversationRow>(one, [conversation]);
      return row === undefined ? undefined : toConversation(row);
    },
  };
}
