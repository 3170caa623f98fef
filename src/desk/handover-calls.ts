// What an agent may ask of the desk's API about a handover, for its OpenAPI document.

import { WrapUpAnswer } from './answers.ts';
import type { Call } from './calls.ts';
import * as schema from './schema.ts';

const agents = ['agent'] as const;
const supervisors = ['supervisor'] as const;

/** Of every act on a conversation. */
export const act = {
  '200': 'Done and committed',
  '409': 'Refused: already-taken, not-yours, nothing-waiting or stale',
};

export const handoverCalls: readonly Call[] = [
  { path: '/handovers/{id}/accept', method: 'post', roles: agents, summary: 'Take a conversation over', answers: act },
  {
    path: '/handovers/{id}/decline',
    method: 'post',
    roles: agents,
    summary: 'Leave it to another agent',
    body: schema.Decline,
    answers: act,
  },
  {
    path: '/handovers/{id}/transfer',
    method: 'post',
    roles: agents,
    summary: 'Hand on to another team, or to a colleague who is there and free',
    body: schema.Transfer,
    answers: { ...act, '409': 'Refused: as others, or not-free' },
  },
  {
    path: '/handovers/{id}/hold',
    method: 'post',
    roles: agents,
    summary: 'Let it rest until a time, which the tenant is told; the reason is not. What the tenant writes ends it',
    body: schema.Hold,
    answers: act,
  },
  {
    path: '/handovers/{id}/merge',
    method: 'post',
    roles: agents,
    summary: 'End it because it goes on in another conversation of the same person; the tenant is told where',
    body: schema.Merge,
    answers: { ...act, '409': 'Refused: as others, or stale, not-one-person, kept-apart' },
  },
  {
    path: '/dialogs',
    method: 'get',
    roles: agents,
    summary: 'What a conversation can be given back for',
    answers: { '200': 'Names of dialogs' },
  },
  {
    path: '/handovers/{id}/return',
    method: 'post',
    roles: agents,
    summary: 'Give back to the assistant',
    body: schema.ReturnToBot,
    answers: act,
  },
  {
    path: '/wrap-up',
    method: 'get',
    roles: agents,
    summary: 'What a conversation can have been about, and the teams that something can be promised for',
    answers: { '200': 'Names of enquiries; teams by id and name' },
    answer: WrapUpAnswer,
  },
  {
    path: '/handovers/{id}/close',
    method: 'post',
    roles: agents,
    summary: 'End the conversation, with what it was about and what is still promised',
    body: schema.Close,
    answers: act,
  },
  {
    path: '/handovers/{id}/macro',
    method: 'post',
    roles: agents,
    summary: 'Do what a macro of the landlord pack says, step by step, as if it were done by hand',
    body: schema.RunMacro,
    answers: {
      '200': 'All steps are done',
      '400': 'no-such-macro, or as the step that was not done',
      '409':
        'Refused as the step that was not done: `step`, `of`, `does` and `why` tell which. Nothing after it is done; `from` goes on there',
    },
  },
  {
    path: '/handovers/{id}/take-over',
    method: 'post',
    roles: supervisors,
    summary: 'Have a conversation, whoever has it or is waited for; the tenant is told',
    answers: act,
  },
  {
    path: '/handovers/{id}/force-close',
    method: 'post',
    roles: supervisors,
    summary: 'End a conversation, whoever has it or is waited for',
    body: schema.Close,
    answers: act,
  },
];
