// What an agent or time does to a conversation: taken on the fresh state, committed under the same checks as a turn.

import { setTimeout as pause } from 'node:timers/promises';
import type { Conversation } from '../model/conversation.ts';
import type { Act } from '../turn/act.ts';
import type { CaseAct } from '../turn/cases/act.ts';
import type { Turn } from '../turn/turn.ts';
import { raceLost, tell } from './answer.ts';
import type { Acted, InboxParts } from './parts.ts';
import type { Commit } from './ports.ts';

const mostAttempts = 10;

/** @throws OutsideError (retryable) when the database is away or the race was lost too often */
export async function act(parts: InboxParts, id: string, wanted: Act): Promise<Acted> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const acted = await tryAct(parts, id, wanted);
    if (acted !== undefined) return acted;
    await pause(Math.random() * Math.min(500, 5 * 2 ** attempt));
  }
  throw raceLost();
}

/** Undefined when somebody else committed first. */
async function tryAct(parts: InboxParts, id: string, wanted: Act): Promise<Acted | undefined> {
  const loaded = await parts.conversations.load(id, 'fresh');
  if (loaded === undefined) return { is: 'refused', because: 'nothing-waiting' };
  const { conversation } = loaded;
  const turn = await parts.takeAct(wanted, conversation);
  if ('is' in turn) return turn;
  const audit = parts.auditOf?.(wanted, conversation);
  const commit: Commit = {
    conversation: id,
    revision: conversation.revision,
    owner: conversation.owner,
    reached: conversation.address.channel,
    taken: conversation.taken,
    turn,
    deliveries: parts.toDeliveries(turn, conversation, originOf(wanted, conversation)),
    at: parts.clock(),
    ...once(wanted, turn),
    ...(audit !== undefined && { audit }),
  };
  const committed = await parts.conversations.commit(commit);
  if (committed.is === 'lost' || committed.is === 'reference-taken') return undefined;
  if (committed.is === 'committed') {
    tell(parts, commit, committed.messages);
    parts.log.info('Act done', { conversation: id, kind: wanted.is, replies: turn.replies.length });
  }
  return committed;
}

/** Who waits for the answer to a message that is held has what is said of it; its own turn comes later, with ids of its own. */
function originOf(wanted: Act, { revision }: Conversation): string {
  return wanted.is === 'held' ? `m${wanted.received.sequence}:held` : `r${revision}`;
}

/** What is written once, however often it is sent: an agent's message, a decision, and what is told of a promise or of a case that was refused. */
function once(wanted: Act, { promiseEnded, promiseTold }: Turn): Pick<Commit, 'clientMessageId' | 'seenSequence'> {
  if (wanted.is === 'message') {
    const { clientMessageId, seenSequence } = wanted;
    return { clientMessageId, ...(seenSequence !== undefined && { seenSequence }) };
  }
  if (wanted.is === 'merge') return { seenSequence: wanted.seenSequence };
  const own = 'seen' in wanted || wanted.is === 'case-opened' ? onceOfCase(wanted) : onceOf(wanted);
  if (own !== undefined) return { clientMessageId: own };
  if (promiseEnded !== undefined) return { clientMessageId: `promise:${promiseEnded.id}` };
  if (promiseTold !== undefined) {
    const { id, as, newsBy = '' } = promiseTold;
    return { clientMessageId: `promise:${id}:${as}:${newsBy}` };
  }
  return {};
}

/** One act for each version of a case: who saw the same as somebody faster hears so. */
function onceOfCase(wanted: CaseAct): string {
  if (wanted.is === 'case-opened') return `case-opened:${wanted.request}`;
  return `case:${wanted.seen.reference}:${wanted.seen.version}`;
}

function onceOf(wanted: Act): string | undefined {
  switch (wanted.is) {
    case 'not-taken':
      return `not-taken:${wanted.delivery}`;
    case 'not-texted':
      return `not-texted:${wanted.delivery}`;
    case 'format-made':
    case 'format-not-made':
      return `format:${wanted.delivery}`;
    case 'format-ordered':
      return `format-ordered:${wanted.id}`;
    case 'not-passed-on':
      return `not-passed-on:${wanted.delivery}`;
    case 'other-desk':
      return `other-desk:${wanted.activity}`;
    case 'person-changed':
      return `person:${wanted.id}`;
    case 'adjustment-decided':
      return `decided:${wanted.request.reference}`;
    default:
      return undefined;
  }
}
