// What the desk's routes have in common: who is signed in, reading a request, and answering with what an act did or why it was refused.

import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { Problem } from '../http/problem.ts';
import type { AgentCard, Revealing } from '../turn/act.ts';
import type { Refusal } from '../turn/refusal.ts';
import { type LinkTo, viewMessage } from './conversation-view.ts';
import type { Acted, Agent } from './ports.ts';
import * as schema from './schema.ts';

export type Handle = (agent: Agent, request: Request, response: Response) => Promise<void>;
/** Answers only who is signed in. */
export type SignedIn = (handle: Handle) => RequestHandler;

export const card = ({ id, name, teams, role }: Agent): AgentCard => ({
  id,
  name,
  teams,
  ...(role !== undefined && { role }),
});

const refusals = {
  'already-taken': 'Another agent has this conversation already.',
  'not-yours': 'This conversation is with somebody else now.',
  'nothing-waiting': 'This conversation waits for nobody any more.',
  'not-now': 'The housing system cannot be asked now. Nothing was changed: try again soon.',
  'too-long': 'The answer to a complaint cannot be put off so long.',
  'other-person': 'Somebody else is served in this conversation now. Read it again.',
  'not-proved': 'They have not shown who they are here: a number or an address is not changed before.',
  locked: 'Too many tries. They can try again later, or show who they are at an office.',
  'changed-meanwhile': 'Somebody has changed this case since you read it. Look at it as it is now, then do it again.',
  'not-a-complaint': 'This is done with complaints only.',
  'case-closed': 'This case is closed.',
  'already-acknowledged': 'This complaint has been acknowledged at this stage.',
  'already-passed-up': 'This complaint is with whoever has those of high risk already.',
  'high-risk': 'The priority and the owner follow the risk on record. What is graver is passed up, with the reason.',
  'not-later': 'The new day must be later than the one that was told.',
  'not-theirs': 'That case does not belong to this person, or is not linked with others.',
  'not-opened':
    'Nothing was opened. The service takes no referrals from us, or we do not know how to reach who it is for.',
  'would-reveal': 'Somebody else may read this there. It tells of something that must stay between us and the tenant.',
  'not-one-person': 'We do not know the two to be of one person. Ask who it is in both first.',
  'kept-apart': 'Something urgent or restricted came up in one of them: each is ended where it is.',
  stale: 'The tenant has written since. Read it, then send again.',
} as const;

export function answerOf(done: Acted, linkTo: LinkTo) {
  if (done.is === 'refused') throw refusal(done.because, done);
  if (done.is === 'stale')
    throw new Problem(409, 'stale', { title: refusals.stale, more: { sequence: done.sequence } });
  return { messages: done.messages.map((message) => viewMessage(message, linkTo)) };
}

export function refusal(
  because: keyof typeof refusals,
  { latest, words }: Pick<Refusal, 'latest' | 'words'> = {},
): Problem {
  return new Problem(409, because, {
    title: refusals[because],
    more: withoutUndefined({ latest, words }) as Problem['more'],
  });
}

export function read<T>(wanted: z.ZodType<T>, body: unknown): T {
  const parsed = wanted.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Problem(400, 'bad-request', { title: 'The request could not be read.', detail: wrong.join('; ') });
}

/** zod writes an absent optional field as `undefined`; our own types know absence only. */
export function withoutUndefined<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

/** What an agent sends who was asked whether somebody else may read it. */
export function sure(reveals: boolean | undefined): Revealing {
  return reveals ? { reveals } : {};
}

/** Ids are ours: what cannot be one names nothing. */
export function named(request: Request, parameter: string): string {
  const value = String(request.params[parameter]);
  if (!schema.Id.safeParse(value).success) throw notThere();
  return value;
}

export function notThere(): Problem {
  return new Problem(404, 'not-found', { title: 'There is no such thing here, or you may not see it.' });
}
