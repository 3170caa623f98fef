// How a conversation ends at the desk: what it was about, what came of it, and what is still promised.

import { Problem } from '../http/problem.ts';
import { localTime } from '../model/london-time.ts';
import type { Act, AgentCard, PromisedAtEnd } from '../turn/act.ts';
import type { Handover } from './ports.ts';
import { read, withoutUndefined } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';

type Ends = Extract<Act, { is: 'close' | 'force-close' }>;

interface Asked {
  readonly agent: AgentCard;
  readonly body: unknown;
  readonly handover: Handover;
}

/** @throws Problem what is named must be there, and a day must be yet to come */
export function ending(is: Ends['is'], { agent, body, handover }: Asked, options: Routes): Ends {
  const { promise, ...asked } = read(schema.Close, body);
  refuseUnknownTopic(asked.topic, options.dialogs);
  const kept = promise && (withoutUndefined(promise) as PromisedAtEnd);
  if (kept !== undefined) refuseWrongPromise(kept, handover, options);
  return withoutUndefined({ is, agent, ...asked, leaves: kept }) as Ends;
}

/** @throws Problem what a conversation is about is an enquiry, where it is told at all */
export function refuseUnknownTopic(topic: string | undefined, enquiries: readonly string[]): void {
  if (topic === undefined || enquiries.includes(topic)) return;
  throw new Problem(400, 'no-such-topic', { title: 'A conversation is about one of the enquiries of the assistant.' });
}

function refuseWrongPromise({ by, team }: PromisedAtEnd, handover: Handover, { landlord, clock }: Routes): void {
  if (by < localTime(clock(), landlord.timeZone).date)
    throw new Problem(400, 'bad-request', { title: 'What is promised is for a day that is yet to come.' });
  if (team === undefined) return;
  if (!Object.hasOwn(landlord.teams, team))
    throw new Problem(400, 'no-such-team', { title: 'There is no team of that name to promise something for.' });
  if (handover.restricted && team !== handover.team)
    throw new Problem(400, 'restricted', { title: 'What is promised of a restricted matter stays with its team.' });
}
