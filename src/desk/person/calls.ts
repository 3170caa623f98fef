// Who is served: their home and account, changes of their record, and whom else they can be sent to.

import type { Call } from '../calls.ts';
import { AccountAnswer, ChangePerson, CheckIdentity, DirectoryAnswer, LookUpSupport } from './schema.ts';

export const personCalls: readonly Call[] = [
  {
    path: '/conversations/{id}/account',
    method: 'get',
    roles: ['agent'],
    noted: true,
    summary: 'Home, rent account, repairs and numbers of who is served, once they have shown who they are',
    answers: { '200': 'As on file', '403': 'not-proved', '503': 'housing-away' },
    answer: AccountAnswer,
  },
  {
    path: '/conversations/{id}/identity',
    method: 'post',
    roles: ['agent'],
    summary:
      'Whether three details that the tenant told the agent are of one person: then they have shown who they are',
    body: CheckIdentity,
    answers: {
      '200': '`proved`, and nothing about anybody',
      '409': 'Refused: not-yours, locked (after too many tries) or not-now',
    },
  },
  {
    path: '/conversations/{id}/directory',
    method: 'get',
    roles: ['agent'],
    noted: true,
    summary: 'Support from others by need and area, with the text about it in the tenant’s language',
    query: LookUpSupport,
    answers: { '200': 'Services' },
    answer: DirectoryAnswer,
  },
  {
    path: '/conversations/{id}/person',
    method: 'post',
    roles: ['agent'],
    summary:
      'Change the record of who is served, for the version that was read; the outbox brings it to the housing system',
    body: ChangePerson,
    answers: {
      '201': 'Committed. Whether it is there, or in conflict with another change, is in `edits` of the conversation',
      '409': 'Refused: still-saving, other-person or not-proved',
    },
  },
  {
    path: '/conversations/{id}/person/{edit}/drop',
    method: 'post',
    roles: ['agent'],
    noted: true,
    summary: 'Leave the record as it is, instead of an edit that is in conflict or was refused',
    answers: { '200': 'Dropped', '404': 'There is none' },
  },
];
