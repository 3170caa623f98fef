// What an auditor may ask of the desk's API, for its OpenAPI document.

import type { Call } from '../calls.ts';
import { SearchAudit } from '../schema.ts';

export const auditCalls: readonly Call[] = [
  {
    path: '/audit',
    method: 'get',
    roles: ['auditor'],
    noted: true,
    summary: 'Who did or read what with whose data, the latest first; every search is in it, too',
    query: SearchAudit,
    answers: {
      '200': 'Lines, and `next` where there are more: the `before` of the next page',
      '403': 'not-an-auditor',
    },
  },
];
