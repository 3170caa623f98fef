// What the data protection team may ask of the desk's API, for its OpenAPI document.

import type { Call } from '../calls.ts';
import * as schema from '../schema.ts';

const officers = ['privacy-officer'] as const;

export const privacyCalls: readonly Call[] = [
  {
    path: '/privacy/records',
    method: 'get',
    roles: officers,
    summary: 'What is kept of people, for what, on which lawful basis and how long; for the data protection team',
    answers: { '200': 'The record of processing', '403': 'not-an-officer' },
  },
  {
    path: '/privacy/audit',
    method: 'get',
    roles: officers,
    noted: true,
    summary: 'Who exported, erased or held data, and what was deleted on schedule, the latest first',
    answers: { '200': 'The lines', '403': 'not-an-officer' },
  },
  {
    path: '/privacy/requests/{id}/export',
    method: 'post',
    roles: officers,
    noted: true,
    summary:
      'A copy of all that is held about who made a data request, as a file; what needs review is left out and listed',
    body: schema.ExportData,
    answers: {
      '200': 'The file',
      '403': 'not-an-officer; not-your-team',
      '404': 'No such request',
      '503': 'housing-away',
    },
  },
  {
    path: '/privacy/requests/{id}/erasure',
    method: 'post',
    roles: officers,
    noted: true,
    summary: 'Erase it: first what goes and what stays and why, then two confirmations',
    body: schema.EraseData,
    answers: {
      '200': 'Looked at, sure, or done',
      '403': 'not-an-officer',
      '409': 'held: a legal hold; look-again: it has changed',
    },
  },
  {
    path: '/privacy/people/{id}/hold',
    method: 'get',
    roles: officers,
    noted: true,
    summary: 'The legal hold on somebody’s data',
    answers: { '200': 'The hold, or null', '403': 'not-an-officer' },
  },
  {
    path: '/privacy/people/{id}/hold',
    method: 'put',
    roles: officers,
    noted: true,
    summary: 'Delete nothing of somebody until it is ended',
    body: schema.HoldData,
    answers: { '201': 'Holds', '403': 'not-an-officer', '409': 'held-already' },
  },
  {
    path: '/privacy/people/{id}/hold/end',
    method: 'post',
    roles: officers,
    noted: true,
    summary: 'End the hold',
    answers: { '200': 'Ended', '403': 'not-an-officer', '404': 'None holds' },
  },
];
