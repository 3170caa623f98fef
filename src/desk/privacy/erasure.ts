// Erasing on request: first what would go and what stays, with the reason for each; then twice a confirmation, each of exactly that.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HeldConversation, KeptBecause } from '../../privacy/ports.ts';
import type { Agent } from '../ports.ts';
import type { Asked, PrivacyParts } from './subject.ts';

export interface Stays {
  readonly what: 'conversation' | 'opt-out' | 'route';
  readonly id?: string;
  readonly channel?: string;
  readonly because: readonly KeptBecause[];
  /** For who answers the tenant. */
  readonly reasons: readonly string[];
}

export interface Plan {
  readonly isHeld: boolean;
  readonly erases: readonly string[];
  readonly stays: readonly Stays[];
}

const reasons: Readonly<Record<KeptBecause, string>> = {
  handover: 'A person is being waited for, or is speaking with them.',
  unanswered: 'A message in it has no answer yet.',
  delivery: 'Something in it is on its way, or waits for a person because it was refused.',
  promise: 'Something that was promised in it is not done yet.',
  hold: 'A legal hold is on their data.',
  'case-open': 'A case, repair or task that was opened in it is not closed.',
  'not-known-now': 'The housing system cannot say now whether what was opened in it is closed. Try again later.',
  evidence:
    'It shows how a complaint, a hazard or a request was dealt with, and is kept for as long as the law may ask for it.',
  restricted: 'It is about somebody’s safety or a grave allegation, and is kept for as long as the law may ask for it.',
  'shared-number': 'It came from their number, but nobody said who they were: it may be somebody else’s.',
  'opt-out': 'That this number wants no texts is kept, so that none is sent to it.',
  route: 'An agreed route holds for them until its last day.',
};

export async function planOf({ subject }: Asked, parts: PrivacyParts, today: string): Promise<Plan> {
  const hold = subject.person === undefined ? undefined : await parts.data.holdOf(subject.person);
  const erases: string[] = [];
  const stays: Stays[] = [];
  const conversations = await parts.data.conversations(subject);
  const elsewhere = await parts.openElsewhere(
    conversations.map(({ opened }) => opened.filter(({ reference }) => reference !== subject.request)),
  );
  for (const [at, held] of conversations.entries()) {
    const because = whyKept(held, elsewhere[at], parts);
    const all = hold === undefined ? because : [...new Set<KeptBecause>(['hold', ...because])];
    if (all.length === 0) erases.push(held.id);
    else stays.push(stay('conversation', all, held));
  }
  const { consents, routes } = await parts.data.beside(subject, today);
  const lastWord = new Map(consents.map(({ number, consent }) => [number, consent]));
  if ([...lastWord.values()].includes('out')) stays.push(stay('opt-out', ['opt-out']));
  if (routes.some(({ holds }) => holds)) stays.push(stay('route', ['route']));
  return { isHeld: hold !== undefined, erases, stays };
}

function stay(what: Stays['what'], because: readonly KeptBecause[], held?: HeldConversation): Stays {
  const which = held === undefined ? {} : { id: held.id, channel: held.channel };
  return { what, ...which, because, reasons: because.map((each) => reasons[each]) };
}

function whyKept(
  held: HeldConversation,
  elsewhere: KeptBecause | undefined,
  { landlord: { retention } }: PrivacyParts,
): readonly KeptBecause[] {
  const isKept = retention[held.kind].onErasure === 'kept';
  return [
    ...held.openBecause,
    ...(elsewhere === undefined ? [] : [elsewhere]),
    ...(isKept && held.kind !== 'conversations' ? [held.kind] : []),
    ...(held.isTheirs ? [] : (['shared-number'] as const)),
  ];
}

type Step = 'first' | 'second';
const lastsMs = 15 * 60_000;

interface About {
  readonly agent: Agent;
  readonly request: string;
  readonly plan: Plan;
  readonly parts: PrivacyParts;
}

/** Good for this agent, this request and exactly this plan, for a quarter of an hour. The second comes only of the first. */
export function confirmation(step: Step, about: About): string {
  const until = about.parts.clock().getTime() + lastsMs;
  return `${until.toString(36)}.${signed(step, until, about)}`;
}

export function confirms(given: string, step: Step, about: About): boolean {
  const [time = '', mark = ''] = given.split('.');
  const until = Number.parseInt(time, 36);
  if (!(until > about.parts.clock().getTime())) return false;
  const [left, right] = [Buffer.from(mark), Buffer.from(signed(step, until, about))];
  return left.length === right.length && timingSafeEqual(left, right);
}

function signed(step: Step, until: number, { agent, request, plan, parts }: About): string {
  const what = JSON.stringify([step, agent.id, request, until, plan]);
  return createHmac('sha256', `erasure:${parts.signing}`).update(what).digest('base64url');
}
