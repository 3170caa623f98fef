// Which conversation a number texts with: the one that went on by text on it, for as long as that is open, else the number's own thread.

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { TextSettings } from '../model/texts.ts';
import type { TextLines } from '../turn/world.ts';
import type { Run, Statement } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * The last that went on by the number, if it is not over: by the same times after which a thread begins anew, so that whoever else has
 * the phone by then comes to nobody's conversation. A text to the number's own thread since then is where the number is now.
 */
const joined: Statement = {
  name: 'text-line-1',
  text: `
select last.nth, last.conversation, c.id is not null and own.id is null and (c.owner <> 'bot'
    or (c.heard_at > $3::timestamptz - make_interval(days => $4) and (jsonb_array_length(coalesce(c.state -> 'stack', '[]')) > 0
      or jsonb_array_length(coalesce(c.state -> 'waiting', '[]')) > 0 or c.state ? 'offered'
      or (not c.state ? 'endedAt' and c.heard_at > $3::timestamptz - make_interval(hours => $5))))
    or (c.state #>> '{notice,at}')::timestamptz > $3::timestamptz - make_interval(days => $6)) as open
from (select nth, conversation, at from contact.text_lines where number = $1 order by nth desc limit 1) last
left join contact.conversations c on c.id = last.conversation
left join contact.conversations own on own.id = $2 and own.heard_at > last.at`,
};

/** Something is asked or a person speaks in the number's own thread. */
const busy: Statement = {
  name: 'text-line-busy-1',
  text: `
select c.owner <> 'bot' or (c.heard_at > $2::timestamptz - make_interval(days => $3)
  and (jsonb_array_length(coalesce(c.state -> 'stack', '[]')) > 0 or c.state ? 'offered')) as busy
from contact.conversations c where c.id = $1`,
};

export interface TextLinesOptions {
  /** By which number we text, and the account that sends. */
  readonly ours: string;
  readonly account: string;
  /** The number's own conversation. */
  readonly threadOf: (number: string, ours: string) => string;
  readonly thread: TextSettings['thread'];
}

interface Line {
  readonly nth: number;
  readonly conversation: string;
  readonly open: boolean | null;
}

export type LineStore = TextLines & {
  /** The conversation to which a text belongs that came just now. */
  conversationOf(number: string, to: string, at: Date): Promise<string>;
};

export function createTextLines(run: Run, { ours, account, thread, threadOf }: TextLinesOptions): LineStore {
  const { newAfterDays, newAfterEndHours, noticeDays } = thread;
  const lastOf = async (number: string, to: string, at: Date): Promise<Line | undefined> => {
    const own = threadOf(number, to);
    return (await run<Line>(joined, [number, own, at, newAfterDays, newAfterEndHours, noticeDays]))[0];
  };
  return {
    conversationOf: async (number, to, at) => {
      const last = await lastOf(number, to, at);
      return last?.open ? last.conversation : threadOf(number, to);
    },
    at: async (number, at) => {
      const last = await lastOf(number, ours, at);
      const thread = threadOf(number, ours);
      const [own] = await run<{ busy: boolean }>(busy, [thread, at, newAfterDays]);
      const address = { channel: 'sms', number, ours, account } as const;
      const next = { address, thread, nth: (last?.nth ?? 0) + 1 };
      if (last?.open) return { ...next, openIn: last.conversation };
      return own?.busy ? { ...next, openIn: thread } : next;
    },
  };
}

/** Notes that a link was used; true for the first who does. @param link its token: only a mark of it is kept */
export function createChatLinkUses(db: Kysely<Schema>) {
  return async (link: string, conversation: string, at: Date): Promise<boolean> => {
    const id = createHash('sha256').update(link).digest('base64url');
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('contact.chat_links')
      .values({ id, conversation, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  };
}
