// What was learned from a complaint: its cause and its lesson, once it is closed.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Case } from '../model/case.ts';
import type { Agent } from './ports.ts';
import { answerOf, card, named, notThere, read } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';

export function learningRoutes(router: Router, options: Routes): void {
  const { view, landlord, conversations, signedIn, withoutLesson } = options;
  router.get(
    '/complaints',
    signedIn(async (agent, _request, response) => {
      const waiting = await withoutLesson();
      const hidden = await hiddenFrom(
        agent,
        waiting.map(({ conversation }) => conversation),
        options,
      );
      const shown = waiting.filter(({ conversation }) => !hidden.has(conversation));
      const { causes } = landlord.complaints;
      response.json({ causes, waiting: shown.map(({ conversation: _, ...told }) => told) });
    }),
  );
  router.post(
    '/complaints/:id/learning',
    signedIn(async (agent, request, response) => {
      const { cause, lesson } = read(schema.Learn, request.body);
      const { causes } = landlord.complaints;
      if (!causes.includes(cause))
        throw new Problem(400, 'bad-request', { title: `The cause is one of: ${causes.join(', ')}.` });
      const { reference, conversation } = await closedComplaint(named(request, 'id'), agent, options);
      const learned = { is: 'learned' as const, agent: card(agent), reference, cause, lesson };
      response.json(answerOf(await conversations.act(conversation, learned), view.linkTo));
    }),
  );
}

/** A complaint in whose conversation something restricted came up is there for that team alone. */
async function closedComplaint(reference: string, agent: Agent, options: Routes): Promise<Case> {
  const { view } = options;
  const answer = await view.people.case(reference);
  if (answer.is === 'away')
    throw new Problem(409, 'not-now', { title: 'The housing system cannot be asked now. Try again soon.' });
  const found = answer.value;
  if (found?.kind !== 'complaint' || found.conversation === '') throw notThere();
  if ((await hiddenFrom(agent, [found.conversation], options)).size > 0) throw notThere();
  if (found.status !== 'closed')
    throw new Problem(409, 'not-closed', { title: 'A complaint has a lesson once it is closed.' });
  return found;
}

async function hiddenFrom(
  agent: Agent,
  conversations: readonly string[],
  { store, view }: Routes,
): Promise<ReadonlySet<string>> {
  const restricted = await store.restrictedIn(conversations);
  const hidden = restricted.filter(({ enquiry }) => !agent.teams.includes(view.teamOf(enquiry)));
  return new Set(hidden.map(({ conversation }) => conversation));
}
