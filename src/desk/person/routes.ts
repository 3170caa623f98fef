// Who is served: their home and account after proof, changes of their record, and the directory of support.

import type { Router } from 'express';
import { Problem } from '../../http/problem.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../../turn/act.ts';
import { customerOf } from '../../turn/customer.ts';
import { lineBy, noted, readOf } from '../audit/note.ts';
import { openFor } from '../opened.ts';
import type { Agent } from '../ports.ts';
import { answerOf, card, named, notThere, read, refusal, withoutUndefined } from '../requests.ts';
import type { Routes } from '../router.ts';
import { accountIn } from './account.ts';
import { lookUpSupport, type SupportDirectory } from './directory.ts';
import type { PersonEdits } from './ports.ts';
import { ChangePerson, CheckIdentity, LookUpSupport } from './schema.ts';

export interface PersonOptions {
  readonly edits: PersonEdits;
  readonly support: SupportDirectory;
}

export function personRoutes(router: Router, routes: Routes): void {
  reading(router, routes);
  changing(router, routes);
}

function reading(router: Router, routes: Routes): void {
  const { signedIn, view, note, support, clock } = routes;
  router.get(
    '/conversations/:id/account',
    signedIn(async (agent, request, response) => {
      const conversation = await openFor(agent, request, routes);
      const found = await accountIn(conversation, view.people, clock());
      await note(agent, response, readOf(conversation.id, { part: 'account', person: found.person }));
      response.json(found);
    }),
  );
  router.get(
    '/conversations/:id/directory',
    signedIn(async (agent, request, response) => {
      const wanted = read(LookUpSupport, request.query);
      const { id, state, address } = await openFor(agent, request, routes);
      const language = state.language.tag;
      const found = await lookUpSupport(wanted, { language, channel: address.channel }, support);
      await note(agent, response, readOf(id, { part: 'directory', person: customerOf(state) }));
      response.json({ ...found, tenantLanguage: language });
    }),
  );
}

function changing(router: Router, routes: Routes): void {
  const { signedIn, conversations, view, edits } = routes;
  router.post(
    '/conversations/:id/identity',
    signedIn(async (agent, request, response) => {
      const { id, state } = await openFor(agent, request, routes);
      const details = read(CheckIdentity, request.body);
      answerOf(await conversations.act(id, { is: 'identity-checked', agent: card(agent), details }), view.linkTo);
      // Of the proof that was there before, if there was one, this says nothing.
      const proof = (await view.find(id))?.state.proof;
      response.json({ proved: proof !== undefined && proof.until !== state.proof?.until });
    }),
  );
  router.post(
    '/conversations/:id/person',
    signedIn(async (agent, request, response) => {
      const conversation = await openFor(agent, request, routes);
      const { requestId: id, instead, ...wanted } = read(ChangePerson, request.body);
      if (customerOf(conversation.state) !== wanted.person) throw refusal('other-person');
      await refuseWhileSaving(wanted.person, id, instead, edits);
      const act = { is: 'person-changed', agent: card(agent), id, ...wanted, changes: bare(wanted.changes) } as Act;
      answerOf(await conversations.act(conversation.id, act), view.linkTo);
      if (instead !== undefined) await drop(agent, { conversation, delivery: instead, as: 'made-anew' }, routes);
      response.status(201).json({ edit: id });
    }),
  );
  router.post(
    '/conversations/:id/person/:edit/drop',
    signedIn(async (agent, request, response) => {
      const conversation = await openFor(agent, request, routes);
      const delivery = named(request, 'edit');
      if (!(await drop(agent, { conversation, delivery, as: 'dropped' }, routes))) throw notThere();
      noted(response);
      response.json({});
    }),
  );
}

/** An edit of a record that is about to change by another would be in conflict with it a moment later. */
// biome-ignore lint/complexity/useMaxParams: reads as a sentence
async function refuseWhileSaving(person: string, id: string, instead: string | undefined, edits: PersonEdits) {
  const open = await edits.of(person);
  if (open.some(({ is, edit }) => is === 'saving' && edit.id !== id))
    throw new Problem(409, 'still-saving', {
      title: 'A change of this record is on its way to the housing system. Try again when it is there.',
    });
  const isKnown = open.some(({ is, delivery, edit }) => (is !== 'saving' && delivery === instead) || edit.id === id);
  if (instead !== undefined && !isKnown) throw notThere();
}

interface Dropping {
  readonly conversation: Conversation;
  readonly delivery: string;
  readonly as: 'dropped' | 'made-anew';
}

async function drop(
  agent: Agent,
  { conversation, delivery, as }: Dropping,
  { edits, clock }: Routes,
): Promise<boolean> {
  const person = customerOf(conversation.state);
  if (person === undefined) return false;
  const what = { did: 'person-change-dropped', subject: person, conversation: conversation.id, data: { as } } as const;
  return await edits.drop({ delivery, person }, lineBy(agent, clock(), what));
}

/** What zod leaves undefined is not there, at every depth. */
function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(withoutUndefined(value)).map(([name, each]) => [name, bare(each)])) as T;
}
