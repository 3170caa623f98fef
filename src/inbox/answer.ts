// Answers a conversation's messages in order, each (or several quick ones together) with one turn and one commit.

import { setTimeout as pause } from 'node:timers/promises';
import { nameOf } from '../log.ts';
import type { Conversation } from '../model/conversation.ts';
import { OutsideError } from '../model/outside-error.ts';
import type { Received, Turn } from '../turn/turn.ts';
import { nextGroup, together } from './gather.ts';
import type { InboxParts, News } from './parts.ts';
import type { Commit, Committed } from './ports.ts';

/** What went wrong so far with the message at hand. */
interface Trouble {
  failures: number;
  /** How often a reference was taken. */
  references: number;
  /** The turn's own fault: it is not taken again, the customer is told. */
  broken: boolean;
}

/** Then it is left to the next sweep. About four seconds in all. */
const mostFailures = 10;

/**
 * @param wanted the last message that must be answered; earlier ones that wait are answered first
 * @throws what the last failure was, when there were too many
 */
export async function answerUpTo(
  parts: InboxParts,
  wanted: {
    readonly conversation: string;
    readonly sequence: number;
    readonly fresh: 'fresh' | undefined;
    readonly queuedAt: number;
  },
): Promise<void> {
  let trouble: Trouble = { failures: 0, references: 0, broken: false };
  let { fresh } = wanted;
  for (;;) {
    const loaded = await parts.conversations.load(wanted.conversation, fresh);
    const first = loaded?.untaken[0];
    if (loaded === undefined || first === undefined || first.sequence > wanted.sequence) return;
    const next = together(nextGroup(parts, loaded)) ?? first;
    fresh = undefined;
    const done = await answerOne(
      parts,
      { next, conversation: loaded.conversation, queuedAt: wanted.queuedAt },
      trouble,
    );
    if (done) {
      trouble = { failures: 0, references: 0, broken: false };
    } else {
      fresh = 'fresh';
      await pause(Math.random() * Math.min(1_000, 5 * 2 ** trouble.failures));
    }
  }
}

interface Asked {
  readonly next: Received;
  readonly conversation: Conversation;
  readonly queuedAt: number;
}

/** True when it is answered; false when it must be tried again. */
async function answerOne(parts: InboxParts, asked: Asked, trouble: Trouble): Promise<boolean> {
  const { next, conversation, queuedAt } = asked;
  const startedAt = performance.now();
  const turn = await take(parts, asked, trouble);
  const commit: Commit = {
    conversation: conversation.id,
    revision: conversation.revision,
    owner: conversation.owner,
    reached: conversation.address.channel,
    taken: next.sequence,
    turn,
    deliveries: parts.toDeliveries(turn, conversation, `m${next.sequence}`),
    at: parts.clock(),
  };
  const committed = await tryCommit(parts, commit, trouble);
  if (committed?.is !== 'committed') return false;
  tell(parts, commit, committed.messages);
  parts.measured?.(conversation.address.channel, (performance.now() - queuedAt) / 1_000);
  parts.log.info('Turn taken', {
    conversation: conversation.id,
    channel: conversation.address.channel,
    sequence: next.sequence,
    turnMs: round(performance.now() - startedAt),
    queueMs: round(startedAt - queuedAt),
    replies: turn.replies.length,
  });
  return true;
}

/** Announces what was committed and has it delivered. */
export function tell(parts: InboxParts, commit: Commit, messages: News['messages']): void {
  const { handover } = commit.turn;
  parts.announce({ conversation: commit.conversation, messages, ...(handover === undefined ? {} : { handover }) });
  if (commit.deliveries.length > 0) parts.wakeOutbox();
}

async function take(parts: InboxParts, { next, conversation }: Asked, trouble: Trouble): Promise<Turn> {
  if (!trouble.broken) {
    try {
      return await parts.takeTurn(next, conversation, trouble.references);
    } catch (error) {
      parts.log.error('A turn failed; the customer is told', {
        conversation: conversation.id,
        sequence: next.sequence,
        error: nameOf(error),
      });
      trouble.broken = true;
    }
  }
  const turn = await parts.sorry(next, conversation);
  return { ...turn, facts: [...turn.facts, { name: 'turn.failed', data: {} }] };
}

async function tryCommit(parts: InboxParts, commit: Commit, trouble: Trouble): Promise<Committed | undefined> {
  trouble.failures += 1;
  const last = trouble.failures >= mostFailures;
  try {
    const committed = await parts.conversations.commit(commit);
    if (committed.is === 'reference-taken') trouble.references += 1;
    if (committed.is !== 'committed' && last) throw raceLost();
    return committed;
  } catch (error) {
    if (last) throw error;
    if (error instanceof OutsideError) return undefined;
    // A turn that cannot be stored cannot be stored the next time either. Nor can an apology that cannot.
    if (trouble.broken) throw error;
    parts.log.error('A turn could not be stored; the customer is told', {
      conversation: commit.conversation,
      sequence: commit.taken,
      error: nameOf(error),
    });
    trouble.broken = true;
    return undefined;
  }
}

/** The same conversation was changed by others each time. */
export function raceLost(): OutsideError {
  return new OutsideError('The conversation kept changing', { system: 'database', code: 'refused', retryable: true });
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
