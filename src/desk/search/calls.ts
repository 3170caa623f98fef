// The lists of work and the search, for the OpenAPI document.

import type { Call } from '../calls.ts';
import { ListsAnswer, SearchAnswer, SearchFor } from './schema.ts';

export const searchCalls: readonly Call[] = [
  {
    path: '/lists/team',
    method: 'get',
    roles: ['agent'],
    summary: 'What the agent’s teams have: waiting, and with whom',
    answers: { '200': 'Handovers that have not ended' },
    answer: ListsAnswer,
  },
  {
    path: '/lists/all',
    method: 'get',
    roles: ['supervisor'],
    summary: 'All teams: waiting, with whom, and what ended within a day; restricted ones are for their own team alone',
    answers: { '200': 'Handovers', '403': 'not-a-manager' },
    answer: ListsAnswer,
  },
  {
    path: '/search',
    method: 'post',
    roles: ['agent'],
    noted: true,
    summary:
      'Conversations by a reference, a number, a tenancy, a name with its postcode, or words that were said. In the body: an address is kept in logs',
    body: SearchFor,
    answers: { '200': 'What the agent may read, at most 20' },
    answer: SearchAnswer,
  },
];
