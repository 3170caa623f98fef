// Calls about the agreed route of a customer whose contact is unreasonably persistent or abusive.

import type { Call } from './calls.ts';
import * as schema from './schema.ts';

export const contactRouteCalls: readonly Call[] = [
  {
    path: '/routes',
    method: 'get',
    roles: ['supervisor'],
    noted: true,
    summary: 'Agreed routes that hold, for managers: those first that are to be reviewed first',
    answers: { '200': 'The routes', '403': 'not-a-manager' },
  },
  {
    path: '/people/{id}/route',
    method: 'get',
    roles: ['agent'],
    noted: true,
    summary:
      'The agreed route of a customer whose contact is unreasonably persistent or abusive; its history for managers',
    answers: { '200': 'The route that holds, or null' },
  },
  {
    path: '/people/{id}/route',
    method: 'put',
    roles: ['supervisor'],
    noted: true,
    summary: 'Set or change it, as a manager, with a reason and an end that is yet to come',
    body: schema.SetRoute,
    answers: { '200': 'Changed', '201': 'Set', '400': 'Not within the bounds', '403': 'not-a-manager' },
  },
  {
    path: '/people/{id}/route/end',
    method: 'post',
    roles: ['supervisor'],
    noted: true,
    summary: 'End it before its day, as a manager, with a reason',
    body: schema.EndRoute,
    answers: { '200': 'Ended', '403': 'not-a-manager', '404': 'None holds' },
  },
];
