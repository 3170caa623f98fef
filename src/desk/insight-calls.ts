// Calls about figures, and about what could not be delivered.

import type { Call } from './calls.ts';

export const insightCalls: readonly Call[] = [
  {
    path: '/deliveries/{id}/retry',
    method: 'post',
    roles: ['agent'],
    noted: true,
    summary: 'Make a parked delivery due again',
    answers: { '202': 'It is tried again' },
  },
  {
    path: '/insight/{name}',
    method: 'get',
    roles: ['agent'],
    summary:
      'Figures: avoidable, complaints, contacts, enquiries, first-contact, formats, involvement, misread, parked, satisfaction, support, texts',
    answers: { '200': 'The figures', '404': 'There are none of this name' },
  },
];
