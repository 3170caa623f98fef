// Committing: lays a batch of turns out as the rows of one statement, and tells each what became of it.

import type { Commit } from '../../inbox/ports.ts';
import type { Message } from '../../model/message.ts';
import type { Outgoing } from '../../turn/turn.ts';
import type { Run } from '../database.ts';
import { toJson } from '../json.ts';
import { commitAll, commitUsual, type Verdict } from './commit-statement.ts';
import { ownerColumns } from './rows.ts';

/** @param commits at most one per conversation */
export async function commitBatch(run: Run, commits: readonly Commit[]): Promise<readonly (Verdict | undefined)[]> {
  const usual = [
    toJson(commits.map(toItem)),
    toJson(commits.flatMap((commit) => commit.turn.replies.map((reply, i) => toLogRow(commit, reply, i + 1)))),
    toJson(
      commits.flatMap((commit) => commit.turn.facts.map((fact) => ({ conversation: commit.conversation, ...fact }))),
    ),
    toJson(
      commits.flatMap((commit) =>
        commit.deliveries.map((row, i) => ({ conversation: commit.conversation, i, ...row })),
      ),
    ),
  ];
  const rows = commits.some(hasSeldom)
    ? await run<Verdict>(commitAll, [...usual, ...seldomRows(commits).map(toJson)])
    : await run<Verdict>(commitUsual, usual);
  const verdicts = new Map(rows.map((row) => [row.n, row]));
  return commits.map((_, n) => verdicts.get(n));
}

/** The messages of a commit that won, as they were written. */
export function writtenMessages(commit: Commit, before: number): readonly Message[] {
  return commit.turn.replies.map((reply, i) => ({
    ...reply,
    conversation: commit.conversation,
    sequence: before + i + 1,
    at: commit.at,
  }));
}

function toItem(commit: Commit, n: number) {
  const { turn } = commit;
  const next = ownerColumns(turn.owner);
  return {
    n,
    conversation: commit.conversation,
    revision: commit.revision,
    ...ownerColumns(commit.owner),
    taken: commit.taken,
    new_owner: next.owner,
    new_handover: next.handover,
    new_agent: next.agent,
    state: turn.state,
    person: turn.state.person?.id,
    replies: turn.replies.length,
    at: commit.at,
    client: commit.clientMessageId,
    seen: commit.seenSequence,
    audit: commit.audit,
    reached: commit.reached,
    moves: turn.moves?.address,
    merges: turn.handover?.is === 'ended' ? turn.handover.into : undefined,
  };
}

function toLogRow(commit: Commit, reply: Outgoing, i: number) {
  const { author, kind, text, language, data, replyTo } = reply;
  return { conversation: commit.conversation, i, author, kind, text, language, data, reply_to: replyTo };
}

function hasSeldom({ turn, clientMessageId, audit }: Commit): boolean {
  const lists = turn.cases.length + turn.promises.length + turn.failedProofs.length + (turn.misread ?? []).length;
  const single =
    turn.handover ??
    turn.promiseEnded ??
    turn.othersEnded?.[0] ??
    turn.promiseTold ??
    turn.note ??
    turn.consent ??
    turn.forgetsMisread ??
    turn.moves?.line ??
    clientMessageId ??
    audit;
  return lists > 0 || single !== undefined;
}

function seldomRows(commits: readonly Commit[]): readonly (readonly unknown[])[] {
  const each = <Row>(rows: (turn: Commit['turn']) => readonly Row[]) =>
    commits.flatMap(({ conversation, turn }) => rows(turn).map((row) => ({ conversation, ...row })));
  const one = <Row>(row: Row | undefined): readonly Row[] => (row === undefined ? [] : [row]);
  return [
    each((turn) => turn.cases.map((opened) => ({ ...opened, received_at: opened.receivedAt }))),
    each((turn) => turn.promises),
    commits.flatMap(toHandoverRow),
    each((turn) => one(turn.note)),
    each((turn) => one(turn.consent).map(({ number, is, word }) => ({ number, consent: is, word }))),
    each((turn) => turn.failedProofs.map((key) => ({ key }))),
    each((turn) => turn.misread ?? []),
    each((turn) => (turn.forgetsMisread ? [{}] : [])),
    each((turn) => [
      ...one(turn.promiseEnded),
      ...(turn.othersEnded ?? []),
      ...one(turn.promiseTold).map(({ newsBy, ...each }) => ({ ...each, news_by: newsBy })),
    ]),
    each((turn) => one(turn.moves?.line)),
  ];
}

function toHandoverRow({ conversation, turn }: Commit): readonly unknown[] {
  const { handover } = turn;
  if (handover === undefined) return [];
  const c = conversation;
  if (handover.is === 'requested') {
    const { requestedAt, inFront, by, ...asked } = handover;
    return [{ ...asked, c, requested_at: requestedAt, in_front: inFront, by_agent: by }];
  }
  if (handover.is === 'accepted') return [{ ...handover, c, by_agent: handover.agent }];
  if (handover.is === 'requeued' || handover.is === 'resumed') return [{ ...handover, c }];
  if (handover.is === 'held') return [{ ...handover, c, held_because: handover.because }];
  const { into, ...over } = handover;
  return [{ ...over, c, ended_as: handover.as, merged_into: into }];
}
