// Cases at the desk, for the OpenAPI document.

import type { Call } from '../calls.ts';
import type { CaseActName } from './schema.ts';
import * as schema from './schema.ts';

const path = '/conversations/{id}/cases';

type About = Pick<Call, 'summary' | 'body'> & { readonly refused: string; readonly ofTeam?: true };

/** Of whatever tells the tenant what the agent wrote. */
const revealing = 'would-reveal with the `words` that somebody else must not read: sent with `reveals` it goes';

const act = (name: CaseActName, { refused, ofTeam, ...about }: About): Call => ({
  path: `${path}/{reference}/${name}`,
  method: 'post',
  roles: ['agent'],
  ...about,
  answers: {
    '200': 'Done and committed',
    ...(ofTeam && { '403': 'not-your-team: the team that has the case does this' }),
    '409': `changed-meanwhile: it is another version by now; ${refused}`,
  },
});

export const caseCalls: readonly Call[] = [
  {
    path: '/cases/kinds',
    method: 'get',
    roles: ['agent'],
    summary: 'What I can open a case about',
    answers: { '200': 'Enquiries' },
    answer: schema.KindsAnswer,
  },
  {
    path,
    method: 'post',
    roles: ['agent'],
    summary: 'Open a case, a repair or a task for who I speak with, by the rules of the assistant; they are told',
    body: schema.OpenCase,
    answers: {
      '201': 'Opened. The reference is null where nothing was said to the tenant, who may not be alone',
      '403': 'not-your-team: its own team opens this',
      '409': `not-yours, nothing-waiting: the conversation is not with me; not-opened: the service takes no referrals, or nobody can be reached; not-now; ${revealing}`,
    },
  },
  {
    path: `${path}/{reference}`,
    method: 'get',
    roles: ['agent'],
    noted: true,
    summary: 'A case of the person in the conversation, with its clocks and what I may do about it',
    answers: { '200': 'The case', '503': 'The housing system is away' },
    answer: schema.CaseAnswer,
  },
  act('change', {
    summary: 'Change its priority, who has it, who investigates it, or add a note',
    body: schema.ChangeCase,
    refused: 'high-risk, case-closed, not-a-complaint',
  }),
  act('link', {
    summary: 'Link it with another case of the person, or with this conversation',
    body: schema.LinkCase,
    refused: 'not-theirs',
  }),
  act('acknowledge', {
    summary: 'Tell the tenant how a complaint is understood; its answer is due from then',
    body: schema.AcknowledgeCase,
    refused: `already-acknowledged, case-closed, not-a-complaint, ${revealing}`,
    ofTeam: true,
  }),
  act('answer', {
    summary: 'Answer a complaint at its stage; the tenant is told, and how to have it looked at again',
    body: schema.AnswerCase,
    refused: `case-closed, not-a-complaint, ${revealing}`,
    ofTeam: true,
  }),
  act('extend', {
    summary: 'Put the answer to a complaint off; the tenant is told the day, the reason and the Ombudsman',
    body: schema.ExtendCase,
    refused: `not-later, too-long with the \`latest\` day, case-closed, not-a-complaint, ${revealing}`,
    ofTeam: true,
  }),
  act('escalate', {
    summary: 'Take a complaint to its next stage; after the last the tenant hears of the Ombudsman',
    body: schema.EscalateCase,
    refused: 'not-a-complaint',
  }),
  act('pass-up', {
    summary: 'Pass a complaint of high risk up at once, with the reason',
    body: schema.PassUpCase,
    refused: 'already-passed-up, case-closed, not-a-complaint',
  }),
];
