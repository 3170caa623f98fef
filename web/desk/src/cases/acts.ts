// What can be done about a case, as agents read it and what they fill in.

import { t } from '../words/t.ts';
import { dueOf } from '../words.ts';
import type { ActName, Case } from './api.ts';
import type { Answers, Asked, Option } from './form.tsx';

interface ActForm {
  readonly label: string;
  readonly button: string;
  readonly asked: readonly Asked[];
  readonly answers?: Answers;
}

const priorities = (): readonly Option[] => [
  ['', t('As it is')],
  ['normal', t('Normal')],
  ['high', t('High')],
  ['emergency', t('Emergency')],
];
const outcomes = (): readonly Option[] => [
  ['upheld', t('We did something wrong')],
  ['partly-upheld', t('We did something wrong in part')],
  ['not-upheld', t('We did nothing wrong')],
];
const toldAsWritten = () => t('The tenant reads it as you write it.');

type Making = (found: Case, others: readonly string[]) => ActForm;

const forms: Readonly<Record<ActName, Making>> = {
  change: ({ kind, owner }) => ({
    label: t('Change'),
    button: t('Save the change'),
    asked: [
      {
        name: 'owner',
        label: t('Who has it'),
        is: 'line',
        hint: owner === undefined ? '' : t('Now: {value}', { value: owner }),
      },
      ...(kind === 'complaint'
        ? [
            {
              name: 'investigators',
              label: t('Who investigates it'),
              is: 'lines',
              hint: t('One on each line: one for each service.'),
            } as const,
          ]
        : [{ name: 'priority', label: t('Priority'), is: 'choice', options: priorities() } as const]),
      { name: 'note', label: t('Note'), is: 'words', hint: t('For colleagues. The tenant is not told.') },
    ],
  }),
  link: (_found, others) => ({
    label: t('Link'),
    button: t('Link them'),
    asked: [
      {
        name: 'with',
        label: t('With'),
        is: 'choice',
        options: [['conversation', t('This conversation')], ...others.map((each): Option => [each, each])],
      },
    ],
    answers: { with: 'conversation' },
  }),
  acknowledge: ({ outcomeSought = '' }) => ({
    label: t('Acknowledge'),
    button: t('Acknowledge and tell the tenant'),
    asked: [
      { name: 'understanding', label: t('How we understand it'), is: 'words', required: true, hint: toldAsWritten() },
      { name: 'sought', label: t('What they want'), is: 'words', hint: toldAsWritten() },
    ],
    answers: { sought: outcomeSought },
  }),
  answer: () => ({
    label: t('Answer'),
    button: t('Answer and tell the tenant'),
    asked: [
      { name: 'outcome', label: t('What we found'), is: 'choice', options: outcomes() },
      {
        name: 'answer',
        label: t('Our answer'),
        is: 'words',
        required: true,
        hint: t(
          'Each point with its reason, what puts it right, and what is still to be done. The tenant reads it as you write it.',
        ),
      },
    ],
    answers: { outcome: 'upheld' },
  }),
  extend: ({ latest }) => ({
    label: t('Put off'),
    button: t('Put off and tell the tenant'),
    asked: [
      {
        name: 'to',
        label: t('New day'),
        is: 'date',
        required: true,
        ...(latest !== undefined && { most: latest, hint: t('Not after {day}.', { day: dueOf(latest, new Date()) }) }),
      },
      {
        name: 'why',
        label: t('Good reason'),
        is: 'words',
        required: true,
        hint: t('The tenant reads it as you write it, with the new day and how to reach the Ombudsman.'),
      },
    ],
  }),
  escalate: () => ({
    label: t('Next stage'),
    button: t('Take it to the next stage'),
    asked: [
      {
        name: 'words',
        label: t('What they are not satisfied with'),
        is: 'words',
        hint: t('They need give no reason.'),
      },
    ],
  }),
  'pass-up': () => ({
    label: t('Pass up'),
    button: t('Pass it up now'),
    asked: [
      {
        name: 'why',
        label: t('Why it is of high risk'),
        is: 'words',
        required: true,
        hint: t('It stands on the case.'),
      },
    ],
  }),
};

/** @param others references of cases that it can be linked with */
export function formOf(name: ActName, found: Case, others: readonly string[]): ActForm {
  return forms[name](found, others);
}
