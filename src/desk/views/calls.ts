// Saved views, for the OpenAPI document.

import type { Call } from '../calls.ts';
import { ListsAnswer } from '../search/schema.ts';
import { KeepView, ViewsAnswer } from './schema.ts';

const notTheirs = 'not-found: the agent has no such view';

export const viewCalls: readonly Call[] = [
  {
    path: '/views',
    method: 'get',
    roles: ['agent'],
    summary: 'The views that the agent keeps, by name',
    answers: { '200': 'Each with how many conversations it shows now' },
    answer: ViewsAnswer,
  },
  {
    path: '/views/{id}',
    method: 'put',
    roles: ['agent'],
    summary: 'Keep a view, or change it. Its id is a UUID that the client makes; an agent has 20 at most',
    body: KeepView,
    answers: {
      '200': 'As kept',
      '400': 'no-such-team, no-such-topic, or what of it cannot be read',
      '404': notTheirs,
      '409': 'name-taken, or too-many-views',
    },
  },
  {
    path: '/views/{id}',
    method: 'delete',
    roles: ['agent'],
    summary: 'Delete a view',
    answers: { '204': 'Deleted', '404': notTheirs },
  },
  {
    path: '/views/{id}/list',
    method: 'get',
    roles: ['agent'],
    summary:
      'What a view shows: of what waits, what the agent’s teams have and had within a day, and what is their own; for supervisors of what all teams have and had',
    answers: { '200': 'Handovers', '404': notTheirs },
    answer: ListsAnswer,
  },
];
