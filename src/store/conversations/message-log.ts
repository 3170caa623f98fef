// The conversation's log, read by doors and the desk: by number, never by clock.

import type { Log } from '../../channels/channel.ts';
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

const one: Statement = {
  name: 'conversation-1',
  text: `select id, address, revision, sequence, taken, owner, handover, agent, state, started_at
from contact.conversations where id = $1`,
};

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
