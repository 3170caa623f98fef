// The conversations as the inbox sees them: save, load, commit, each turn of the hot path at the price of two shared
// transactions and no query.

import type { Commit, Committed, Conversations } from '../../inbox/ports.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Inbound } from '../../model/message.ts';
import type { Run, Statement } from '../database.ts';
import { brokenUnique } from '../failure.ts';
import { createBatcher } from './batcher.ts';
import { type ConversationCache, createConversationCache, type Entry } from './cache.ts';
import { commitBatch, writtenMessages } from './commit.ts';
import { committedBefore, type Verdict } from './commit-statement.ts';
import {
  type ConversationRow,
  type MessageRow,
  toConversation,
  toMessage,
  toReceived,
  type UntakenRow,
} from './rows.ts';
import { saveBatch } from './save.ts';

/** One statement, so that the conversation and what waits in it are of the same instant. */
const load: Statement = {
  name: 'load-1',
  text: `
select c.id, c.address, c.revision, c.sequence, c.taken, c.owner, c.handover, c.agent, c.state, c.started_at,
  case when c.heard > c.taken then (
    select jsonb_agg(jsonb_build_object('sequence', m.sequence, 'kind', m.kind, 'text', m.text, 'data', m.data,
      'inbound', m.inbound, 'at', m.at) order by m.sequence)
    from contact.messages m
    where m.conversation = c.id and m.sequence > c.taken and m.author = 'customer' and m.at >= c.started_at
  ) end as untaken
from contact.conversations c where c.id = $1`,
};

const unanswered: Statement = {
  name: 'unanswered-1',
  text: `select id from contact.conversations where heard > taken and heard_at <= $1 order by heard_at limit $2`,
};

/** What this process remembers of conversations, so that what was deleted is remembered nowhere. */
interface Remembered {
  forget(id: string): void;
  forgetAll(): void;
}

/** @param cached how many conversations are kept in the process */
export function createConversations(run: Run, cached = 4_000): Conversations & Remembered {
  const cache = createConversationCache(cached);
  const saving = createBatcher({ most: 200, run: (batch: readonly Inbound[]) => saveAll(run, cache, batch) });
  const committing = createBatcher({
    most: 100,
    apart: (commit: Commit) => commit.conversation,
    run: (batch: readonly Commit[]) => commitAll(run, cache, batch),
  });
  return {
    save: saving,
    load: async (id, fresh) => (fresh ? undefined : cache.find(id)) ?? (await read(run, cache, id)),
    commit: async (commit) => {
      try {
        return await committing(commit);
      } catch (error) {
        cache.forget(commit.conversation);
        if (brokenUnique(error) === 'cases_pkey') return { is: 'reference-taken' };
        // Another conversation went on by that number at the same moment.
        if (brokenUnique(error) === 'text_lines_pkey') return { is: 'lost' };
        throw error;
      }
    },
    forget: cache.forget,
    forgetAll: cache.forgetAll,
    unanswered: async (before, limit) => {
      const rows = await run<{ id: string }>(unanswered, [before, limit]);
      return rows.map((row) => row.id);
    },
  };
}

async function saveAll(run: Run, cache: ConversationCache, batch: readonly Inbound[]) {
  try {
    const saved = await saveSettled(run, batch);
    saved.forEach((each, n) => {
      if (each.is === 'saved') cache.saved(batch[n] as Inbound, each.sequence);
    });
    return saved;
  } catch (error) {
    // Whether the batch was stored may be unknown, when the connection broke at its end.
    for (const inbound of batch) cache.forget(inbound.conversation);
    throw error;
  }
}

/** Two instances may save one message at the same moment; who comes second then finds it. */
async function saveSettled(run: Run, batch: readonly Inbound[], tries = 3): ReturnType<typeof saveBatch> {
  try {
    return await saveBatch(run, batch);
  } catch (error) {
    if (tries <= 1 || brokenUnique(error) !== 'received_pkey') throw error;
    return await saveSettled(run, batch, tries - 1);
  }
}

async function commitAll(run: Run, cache: ConversationCache, batch: readonly Commit[]): Promise<readonly Committed[]> {
  const verdicts = await commitBatch(run, batch);
  return Promise.all(batch.map((commit, n) => tell(run, cache, { commit, verdict: verdicts[n] })));
}

async function tell(
  run: Run,
  cache: ConversationCache,
  judged: { readonly commit: Commit; readonly verdict: Verdict | undefined },
): Promise<Committed> {
  const { commit, verdict } = judged;
  if (verdict?.verdict === 'won') {
    const entry = entryAfter(commit, cache.find(commit.conversation), verdict.sequence);
    if (entry === undefined) cache.forget(commit.conversation);
    else cache.committed(entry, verdict.sequence, verdict.heard);
    return { is: 'committed', messages: writtenMessages(commit, verdict.sequence), revision: commit.revision + 1 };
  }
  cache.forget(commit.conversation);
  if (verdict?.verdict === 'stale') return { is: 'stale', sequence: verdict.heard };
  if (verdict?.verdict !== 'repeat') return { is: 'lost' };
  const rows = await run<MessageRow>(committedBefore, [commit.conversation, commit.clientMessageId]);
  return { is: 'repeat', messages: rows.map(toMessage) };
}

function entryAfter(commit: Commit, old: Entry | undefined, before: number): Entry | undefined {
  if (old === undefined) return undefined;
  const { turn } = commit;
  const conversation: Conversation = {
    ...old.conversation,
    revision: commit.revision + 1,
    taken: commit.taken,
    address: turn.moves?.address ?? old.conversation.address,
    owner: turn.owner,
    state: turn.state,
  };
  return { conversation, untaken: [], sequence: before + turn.replies.length };
}

async function read(run: Run, cache: ConversationCache, id: string): Promise<Entry | undefined> {
  const keep = cache.reading(id);
  let entry: Entry | undefined;
  try {
    const [row] = await run<ConversationRow & { readonly untaken: readonly UntakenRow[] | null }>(load, [id]);
    if (row === undefined) return undefined;
    const conversation = toConversation(row);
    const untaken = (row.untaken ?? []).map((each) => toReceived(each, conversation));
    entry = { conversation, untaken, sequence: row.sequence };
    return entry;
  } finally {
    keep(entry);
  }
}
