// Cases at the desk: read, opened and changed. What changes one is an Act on the conversation that it came from, where its promises were
// made; on this one, where it came from elsewhere.

import type { Request, Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { type Case, isRestrictedKind } from '../../model/case.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Landlord } from '../../model/landlord.ts';
import type { NationRules } from '../../model/nation-rules.ts';
import type { Audit } from '../../privacy/ports.ts';
import { customerOf } from '../../turn/customer.ts';
import type { Playbook } from '../../turn/dialog/flow.ts';
import { noteWith } from '../audit/note.ts';
import type { ViewSources } from '../conversation-view.ts';
import { signedIn } from '../gate.ts';
import { openFor } from '../opened.ts';
import type { Agent, Conversations, DeskStore } from '../ports.ts';
import { answerOf, card, named, notThere, read } from '../requests.ts';
import { kindsIn, mayBegin } from './kinds.ts';
import { making } from './making.ts';
import { isOfTeam, notYourTeam } from './of-team.ts';
import { openingOf } from './opening.ts';
import * as schema from './schema.ts';
import { teamActs, viewCase } from './view.ts';

export interface CaseRoutes {
  readonly audit: Pick<Audit, 'write'>;
  readonly store: Pick<DeskStore, 'handoversOf' | 'openedIn' | 'restrictedIn'>;
  readonly view: Pick<ViewSources, 'find' | 'read' | 'people' | 'linkTo' | 'teamOf'>;
  readonly conversations: Pick<Conversations, 'act'>;
  readonly landlord: Landlord;
  readonly rules: NationRules;
  readonly playbook: Playbook;
  readonly clock: () => Date;
}

export function caseRoutes(router: Router, options: CaseRoutes): void {
  const { conversations, view, playbook, landlord, rules, clock } = options;
  const kinds = kindsIn(playbook);
  const isTheirsToOpen = (agent: Agent, about: string) => mayBegin(agent, about, { playbook, teamOf: view.teamOf });
  const note = noteWith(options.audit, clock);
  router.get(
    '/cases/kinds',
    signedIn(async (agent, _request, response) => {
      const cases = kinds.cases.filter((each) => isTheirsToOpen(agent, each));
      response.json({ ...kinds, cases });
    }),
  );
  router.post(
    '/conversations/:id/cases',
    signedIn(async (agent, request, response) => {
      const conversation = await openFor(agent, request, options);
      const opening = await openingOf(read(schema.OpenCase, request.body), conversation, { kinds, ...options });
      if (!isTheirsToOpen(agent, opening.about)) throw openedByItsTeam();
      const done = await conversations.act(conversation.id, { ...opening, agent: card(agent) });
      const { messages } = answerOf(done, view.linkTo);
      const reference = messages.find(({ data }) => data.reference !== undefined)?.data.reference ?? null;
      response.status(201).json({ messages, reference });
    }),
  );
  router.get(
    '/conversations/:id/cases/:reference',
    signedIn(async (agent, request, response) => {
      const { found, conversation } = await caseFor(agent, request, options);
      const { reference, kind, person } = found;
      const subject = person === undefined ? {} : { subject: person };
      await note(agent, response, {
        did: 'case-read',
        request: reference,
        conversation: conversation.id,
        ...subject,
        data: { kind },
      });
      response.json(viewCase(found, agent, { landlord, rules, now: clock() }));
    }),
  );
  for (const name of schema.caseActs)
    router.post(
      `/conversations/:id/cases/:reference/${name}`,
      signedIn(async (agent, request, response) => {
        const reached = await caseFor(agent, request, options);
        if (teamActs.includes(name) && !isOfTeam(agent, reached.found, landlord)) throw notYourTeam();
        const { version } = read(schema.Versioned, request.body);
        const by = { agent: card(agent), seen: { reference: reached.found.reference, version } };
        const sent = { body: request.body, conversation: reached.conversation.id, view, by };
        const act = await making[name](sent);
        const done = await conversations.act(await home(reached, options), act);
        // One act for each version: somebody was faster, or it was sent twice.
        if (done.is === 'repeat') throw changedMeanwhile();
        response.json(answerOf(done, view.linkTo));
      }),
    );
}

function openedByItsTeam(): Problem {
  return new Problem(403, 'not-your-team', {
    title: 'This is opened by its own team. Pass the conversation on to them.',
  });
}

function changedMeanwhile(): Problem {
  return new Problem(409, 'changed-meanwhile', {
    title: 'Somebody has changed this case since you read it. Look at it as it is now, then do it again.',
  });
}

interface Reached {
  readonly conversation: Conversation;
  readonly found: Case;
}

/** A case of whom the conversation is with, or that came from it; a restricted one, and what came with one, for its team alone. */
async function caseFor(agent: Agent, request: Request, options: CaseRoutes): Promise<Reached> {
  const { store, view } = options;
  const conversation = await openFor(agent, request, options);
  const answer = await view.people.case(named(request, 'reference'));
  if (answer.is === 'away')
    throw new Problem(503, 'housing-away', { title: 'The housing system cannot be reached now.' });
  const found = answer.value;
  if (found === null || !(await isTheirs(found, conversation, options))) throw notThere();
  if (isRestrictedKind(found.kind) && !agent.teams.includes(found.team)) throw notThere();
  const restricted = await store.restrictedIn([found.conversation]);
  const isHidden = restricted.some(({ enquiry }) => !agent.teams.includes(view.teamOf(enquiry)));
  if (isHidden) throw notThere();
  return { conversation, found };
}

async function isTheirs(
  { person, conversation: from, reference }: Case,
  { id, state }: Conversation,
  { store }: CaseRoutes,
): Promise<boolean> {
  if (from === id || (person !== undefined && person === customerOf(state))) return true;
  return (await store.openedIn(id)).some((each) => each.reference === reference);
}

/** Where its promises were made. */
async function home({ found, conversation }: Reached, { view }: CaseRoutes): Promise<string> {
  const own = found.conversation === '' ? undefined : await view.find(found.conversation);
  return own?.id ?? conversation.id;
}
