// Deciding on adjustments: what waits, what a request says, and the decision, which is an Act like all that changes a conversation.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { AdjustmentAsked, Decided } from '../model/adjustment.ts';
import type { Case } from '../model/case.ts';
import type { Landlord } from '../model/landlord.ts';
import { addMonths, localTime } from '../model/london-time.ts';
import type { Audit } from '../privacy/ports.ts';
import type { Housing } from '../turn/actions/housing.ts';
import { noteWith } from './audit/note.ts';
import type { LinkTo } from './conversation-view.ts';
import { signedIn } from './gate.ts';
import type { AdjustmentStore, Conversations, WaitingAdjustment } from './ports.ts';
import { answerOf, card, named, notThere, read, sure } from './requests.ts';
import { DecideAdjustment } from './schema.ts';

export interface AdjustmentRoutes {
  readonly audit: Pick<Audit, 'write'>;
  readonly adjustments: AdjustmentStore;
  readonly cases: Pick<Housing, 'case'>;
  readonly conversations: Pick<Conversations, 'act'>;
  readonly landlord: Landlord;
  readonly linkTo: LinkTo;
  readonly clock: () => Date;
}

export function adjustmentRoutes(router: Router, options: AdjustmentRoutes): void {
  const { adjustments, conversations, landlord, audit, clock } = options;
  const note = noteWith(audit, clock);
  router.get(
    '/adjustments',
    signedIn(async (_agent, _request, response) => {
      const waiting = await adjustments.waiting();
      response.json({ waiting: waiting.map(({ reference, by }) => ({ reference, by })) });
    }),
  );
  router.get(
    '/adjustments/:reference',
    signedIn(async (agent, request, response) => {
      const found = await caseOf(named(request, 'reference'), options);
      await note(agent, response, {
        did: 'case-read',
        request: found.reference,
        conversation: found.conversation,
        ...(found.person !== undefined && { subject: found.person }),
        data: { kind: found.kind },
      });
      response.json(viewAdjustment(found));
    }),
  );
  router.post(
    '/adjustments/:reference/decide',
    signedIn(async (agent, request, response) => {
      const { reveals, ...decision } = read(DecideAdjustment, request.body);
      const reference = named(request, 'reference');
      const found = await caseOf(reference, options);
      if (isDecided(found)) throw decidedAlready();
      const asked = askedIn(found, { waiting: await adjustments.find(reference), landlord, now: options.clock() });
      const done = await conversations.act(found.conversation, {
        is: 'adjustment-decided',
        agent: card(agent),
        request: asked,
        decision: decision as Decided,
        ...sure(reveals),
      });
      if (done.is === 'repeat') throw decidedAlready();
      response.json(answerOf(done, options.linkTo));
    }),
  );
}

async function caseOf(reference: string, { cases }: AdjustmentRoutes): Promise<Case> {
  const answer = await cases.case(reference);
  if (answer.is === 'away')
    throw new Problem(503, 'housing-away', { title: 'The housing system cannot be reached now.' });
  if (answer.value?.kind !== 'adjustment') throw notThere();
  return answer.value;
}

function decidedAlready(): Problem {
  return new Problem(409, 'already-decided', { title: 'This request has its decision already.' });
}

function isDecided({ details, status }: Case): boolean {
  const { outcome } = (details.decision ?? {}) as { readonly outcome?: unknown };
  return status !== 'open' || typeof outcome === 'string';
}

/** With the fields that a decision fills; nothing of the account. */
function viewAdjustment({
  reference,
  status,
  words,
  language,
  person,
  reportedBy,
  receivedAt,
  due,
  owner,
  details,
}: Case) {
  return { reference, status, words, language, person: person ?? null, reportedBy, receivedAt, due, owner, details };
}

function askedIn(
  { reference, conversation, person, details }: Case,
  about: { readonly waiting: WaitingAdjustment | undefined; readonly landlord: Landlord; readonly now: Date },
): AdjustmentAsked {
  const today = localTime(about.now, about.landlord.timeZone).date;
  const text = (field: string) => (typeof details[field] === 'string' ? details[field] : undefined);
  const until = text('until');
  const review = text('review');
  return {
    reference,
    conversation,
    ...(about.waiting !== undefined && { promise: about.waiting.promise }),
    ...(person !== undefined && { person }),
    isPrivate: details.permission === 'to-be-asked',
    since: today,
    ...(until !== undefined && { until }),
    // One that was decided late is not due for a review on the same day.
    review: review !== undefined && review > today ? review : addMonths(today, about.landlord.adjustments.reviewMonths),
  };
}
