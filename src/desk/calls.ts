// What may be asked of the desk's API, and by whom. The gate lets nothing through that is not here, and the OpenAPI document is made of it.

import type { z } from 'zod';
import { CannedAnswer, ConversationAnswer, PromisesAnswer, TranslationsAnswer } from './answers.ts';
import { auditCalls } from './audit/calls.ts';
import { caseCalls } from './cases/calls.ts';
import { colleagueCalls } from './colleagues/calls.ts';
import { contactRouteCalls } from './contact-route-calls.ts';
import { act, handoverCalls } from './handover-calls.ts';
import { insightCalls } from './insight-calls.ts';
import { personCalls } from './person/calls.ts';
import { privacyCalls } from './privacy/calls.ts';
import type { Role } from './roles.ts';
import * as schema from './schema.ts';
import { searchCalls } from './search/calls.ts';
import { signInCalls } from './sign-in/calls.ts';
import { supervisorCalls } from './supervisor/calls.ts';
import { viewCalls } from './views/calls.ts';

/** `anyone`: also who is not signed in. */
type Admits = 'anyone' | readonly [Role, ...Role[]];

export interface Call {
  readonly path: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly summary: string;
  /** Who is let call it: the one place where that is said. */
  readonly roles: Admits;
  /** Whether its answer waits for a line in the audit that its handler writes. Acts on a conversation have theirs in their commit. */
  readonly noted?: true;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answers: Readonly<Record<string, string>>;
  /** The body of a 200. */
  readonly answer?: z.ZodType;
}

const agents = ['agent'] as const;
const supervisors = ['supervisor'] as const;
const caseLeads = ['case-lead'] as const;
const everyone = ['agent', 'auditor'] as const;

const revealing = {
  '409': 'Refused: as others, or would-reveal: `words` must not be read by somebody else; sent with `reveals` it goes',
};
const ofCase = { '403': 'not-your-team: what is promised of a case is done by the team that has it' };

export const calls: readonly Call[] = [
  ...signInCalls,
  {
    path: '/me',
    method: 'get',
    roles: everyone,
    summary: 'Who I am',
    answers: { '200': 'The agent and their presence' },
  },
  {
    path: '/me/presence',
    method: 'put',
    roles: agents,
    summary: 'Say whether I take conversations',
    body: schema.SetPresence,
    answers: { '200': 'As set' },
  },
  {
    path: '/queue',
    method: 'get',
    roles: agents,
    summary: 'Waiting handovers, longest waiting first within priority',
    answers: { '200': 'The queue and mine' },
  },
  ...handoverCalls,
  {
    path: '/promises',
    method: 'get',
    roles: agents,
    summary: 'Promises that nobody has said were kept: overdue, and due within two days',
    answers: { '200': 'The promises, the oldest day first' },
    answer: PromisesAnswer,
  },
  {
    path: '/promises/{id}/keep',
    method: 'post',
    roles: agents,
    summary: 'A promise was kept',
    answers: { ...act, ...ofCase },
  },
  {
    path: '/promises/{id}/move',
    method: 'post',
    roles: agents,
    summary: 'Move a promise to another day; the tenant is told, with the reason',
    body: schema.MovePromise,
    answers: { ...act, ...ofCase, ...revealing },
  },
  {
    path: '/adjustments',
    method: 'get',
    roles: caseLeads,
    summary: 'Requests to do something differently that wait for a decision',
    answers: { '200': 'References with the day promised, the nearest first', '403': 'Another team decides' },
  },
  {
    path: '/adjustments/{reference}',
    method: 'get',
    roles: caseLeads,
    noted: true,
    summary: 'A request in the tenant’s words, with the fields of its decision',
    answers: { '200': 'The request', '503': 'The housing system is away' },
  },
  {
    path: '/adjustments/{reference}/decide',
    method: 'post',
    roles: caseLeads,
    summary: 'Decide; the tenant is told, with the reason and what can be done instead',
    body: schema.DecideAdjustment,
    answers: { '200': 'Done and committed', '409': 'Decided already; would-reveal, as of messages' },
  },
  {
    path: '/complaints',
    method: 'get',
    roles: agents,
    summary: 'Closed complaints without a lesson, those first that came in first, and the causes to choose from',
    answers: { '200': 'Those that the agent may see' },
  },
  {
    path: '/misread',
    method: 'get',
    roles: supervisors,
    summary: 'What was misread, for managers: words without what tells whose they are, and the kinds of enquiry',
    answers: { '200': 'The newest first', '403': 'not-a-manager' },
  },
  {
    path: '/misread/{id}',
    method: 'post',
    roles: supervisors,
    noted: true,
    summary: 'Set aside what was misread, or have an example made of it',
    body: schema.MarkMisread,
    answers: { '200': 'Marked', '403': 'not-a-manager' },
  },
  {
    path: '/complaints/{id}/learning',
    method: 'post',
    roles: agents,
    summary: 'What a closed complaint came from, and what is done differently because of it',
    body: schema.Learn,
    answers: { '200': 'On the case', '409': 'not-closed: it is still open; not-now: it cannot be looked up' },
  },
  ...caseCalls,
  ...contactRouteCalls,
  ...supervisorCalls,
  ...privacyCalls,
  ...auditCalls,
  ...searchCalls,
  ...viewCalls,
  ...colleagueCalls,
  ...personCalls,
  {
    path: '/conversations/{id}',
    method: 'get',
    roles: agents,
    noted: true,
    summary: 'Person, needs, what was told and opened here, transcript, cases, contacts',
    answers: { '200': 'The conversation' },
    answer: ConversationAnswer,
  },
  {
    path: '/conversations/{id}/translations',
    method: 'get',
    roles: agents,
    noted: true,
    summary:
      'What was said in languages that the agent does not read, by machine; lines that could not be had are not in it',
    answers: { '200': 'Lines by their sequence' },
    answer: TranslationsAnswer,
  },
  {
    path: '/conversations/{id}/canned',
    method: 'get',
    roles: agents,
    noted: true,
    summary: 'Replies of the catalogues: what the agent reads, what the tenant would get, and what has to be filled in',
    answers: { '200': 'Replies' },
    answer: CannedAnswer,
  },
  {
    path: '/conversations/{id}/messages',
    method: 'post',
    roles: agents,
    summary: 'Write to the tenant: `text`, or by its name one of the replies of the catalogues',
    body: schema.SendMessage,
    answers: {
      '201': 'Sent',
      ...revealing,
    },
  },
  {
    path: '/conversations/{id}/formats',
    method: 'post',
    roles: agents,
    summary: 'Have the last answer or the whole conversation made in another format, for the tenant',
    body: schema.OrderFormat,
    answers: { '201': 'Ordered; the request for it names who asked', '404': 'No such conversation' },
  },
  {
    path: '/stream',
    method: 'get',
    roles: agents,
    summary: 'WebSocket: queue, messages, presence, typing',
    answers: { '101': 'Switched to WebSocket' },
  },
  ...insightCalls,
];
