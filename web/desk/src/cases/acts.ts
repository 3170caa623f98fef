// What can be done about a case, as agents read it and what they fill in.

import { dueOf } from '../words.ts';
import type { ActName, Case } from './api.ts';
import type { Answers, Asked, Option } from './form.tsx';

interface ActForm {
  readonly label: string;
  readonly button: string;
  readonly asked: readonly Asked[];
  readonly answers?: Answers;
}

const priorities: readonly Option[] = [
  ['', 'As it is'],
  ['normal', 'Normal'],
  ['high', 'High'],
  ['emergency', 'Emergency'],
];
const outcomes: readonly Option[] = [
  ['upheld', 'We did something wrong'],
  ['partly-upheld', 'We did something wrong in part'],
  ['not-upheld', 'We did nothing wrong'],
];
const toldAsWritten = 'The tenant reads it as you write it.';

type Making = (found: Case, others: readonly string[]) => ActForm;

const forms: Readonly<Record<ActName, Making>> = {
  change: ({ kind, owner }) => ({
    label: 'Change',
    button: 'Save the change',
    asked: [
      { name: 'owner', label: 'Who has it', is: 'line', hint: owner === undefined ? '' : `Now: ${owner}` },
      ...(kind === 'complaint'
        ? [
            {
              name: 'investigators',
              label: 'Who investigates it',
              is: 'lines',
              hint: 'One on each line: one for each service.',
            } as const,
          ]
        : [{ name: 'priority', label: 'Priority', is: 'choice', options: priorities } as const]),
      { name: 'note', label: 'Note', is: 'words', hint: 'For colleagues. The tenant is not told.' },
    ],
  }),
  link: (_found, others) => ({
    label: 'Link',
    button: 'Link them',
    asked: [
      {
        name: 'with',
        label: 'With',
        is: 'choice',
        options: [['conversation', 'This conversation'], ...others.map((each): Option => [each, each])],
      },
    ],
    answers: { with: 'conversation' },
  }),
  acknowledge: ({ outcomeSought = '' }) => ({
    label: 'Acknowledge',
    button: 'Acknowledge and tell the tenant',
    asked: [
      { name: 'understanding', label: 'How we understand it', is: 'words', required: true, hint: toldAsWritten },
      { name: 'sought', label: 'What they want', is: 'words', hint: toldAsWritten },
    ],
    answers: { sought: outcomeSought },
  }),
  answer: () => ({
    label: 'Answer',
    button: 'Answer and tell the tenant',
    asked: [
      { name: 'outcome', label: 'What we found', is: 'choice', options: outcomes },
      {
        name: 'answer',
        label: 'Our answer',
        is: 'words',
        required: true,
        hint: 'Each point with its reason, what puts it right, and what is still to be done. The tenant reads it as you write it.',
      },
    ],
    answers: { outcome: 'upheld' },
  }),
  extend: ({ latest }) => ({
    label: 'Put off',
    button: 'Put off and tell the tenant',
    asked: [
      {
        name: 'to',
        label: 'New day',
        is: 'date',
        required: true,
        ...(latest !== undefined && { most: latest, hint: `Not after ${dueOf(latest, new Date())}.` }),
      },
      {
        name: 'why',
        label: 'Good reason',
        is: 'words',
        required: true,
        hint: 'The tenant reads it as you write it, with the new day and how to reach the Ombudsman.',
      },
    ],
  }),
  escalate: () => ({
    label: 'Next stage',
    button: 'Take it to the next stage',
    asked: [
      { name: 'words', label: 'What they are not satisfied with', is: 'words', hint: 'They need give no reason.' },
    ],
  }),
  'pass-up': () => ({
    label: 'Pass up',
    button: 'Pass it up now',
    asked: [
      { name: 'why', label: 'Why it is of high risk', is: 'words', required: true, hint: 'It stands on the case.' },
    ],
  }),
};

/** @param others references of cases that it can be linked with */
export function formOf(name: ActName, found: Case, others: readonly string[]): ActForm {
  return forms[name](found, others);
}
