// Colleagues, notes for them, and drafts, for the OpenAPI document.

import type { Call } from '../calls.ts';
import { ColleaguesAnswer, KeepDraft, MentionsAnswer, WriteNote } from './schema.ts';

export const colleagueCalls: readonly Call[] = [
  {
    path: '/colleagues',
    method: 'get',
    roles: ['agent'],
    summary: 'Who works at the desk, and who is there',
    answers: { '200': 'By name' },
    answer: ColleaguesAnswer,
  },
  {
    path: '/mentions',
    method: 'get',
    roles: ['agent'],
    noted: true,
    summary: 'Notes that name me and that I have not read, and questions that I have not answered',
    answers: { '200': 'The oldest first' },
    answer: MentionsAnswer,
  },
  {
    path: '/conversations/{id}/mentions/read',
    method: 'post',
    roles: ['agent'],
    summary: 'I have read what names me here; a question stays until I answer it with a note',
    answers: { '200': 'Read' },
  },
  {
    path: '/conversations/{id}/notes',
    method: 'post',
    roles: ['agent'],
    summary: 'Note for colleagues; no tenant and no translator is given it',
    body: WriteNote,
    answers: { '201': 'Written', '400': 'no-such-colleague: one of them may not read this conversation' },
  },
  {
    path: '/conversations/{id}/draft',
    method: 'put',
    roles: ['agent'],
    summary: 'Keep what I am writing, for another machine and for after the session',
    body: KeepDraft,
    answers: { '200': 'Kept' },
  },
];
