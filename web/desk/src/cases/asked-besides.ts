// What is asked of an agent besides the words, by what a case is about: what the assistant's own dialog would have asked the tenant.

import type { ConversationView } from '../api.ts';
import type { DirectoryView } from '../person/api.ts';
import { t } from '../words/t.ts';
import { sentence, spoken } from '../words.ts';
import type { Answers, Asked, Option } from './form.tsx';

const adjustment = 'access.adjustment';
export const referral = 'support.referral';
export const domesticAbuse = 'safety.domestic_abuse';

interface About {
  readonly answers: Answers;
  readonly view: Pick<ConversationView, 'person' | 'channel'>;
  /** Of the directory, by the need that was chosen; undefined while nobody asked for it, or it has not come. */
  readonly directory: DirectoryView | undefined;
}

type Asking = (about: About) => readonly Asked[];

export function askedBesides(enquiry: string, about: About): readonly Asked[] {
  // A request to do something differently says it itself.
  return [...(asking[enquiry]?.(about) ?? []), ...(enquiry === adjustment ? [] : [needs()])];
}

const needs = (): Asked => ({
  name: 'needs',
  label: t('What they need done differently'),
  is: 'line',
  hint: t('What to do, never why.'),
});

const danger = (): Asked => ({ name: 'danger', label: t('It may hurt somebody now'), is: 'tick' });
const vulnerable = (): Asked => ({ name: 'vulnerable', label: t('Somebody there may be at more risk'), is: 'tick' });
const choose = (): Option => ['', t('Choose…')];

const asking: Readonly<Record<string, Asking>> = {
  'complaint.make': () => [
    { name: 'sought', label: t('What they want'), is: 'words' },
    {
      name: 'unsafe',
      label: t('What may not be safe'),
      is: 'line',
      hint: t('It gets a case of its own, and the complaint goes up at once.'),
    },
    danger(),
  ],
  'repair.report': () => [danger(), vulnerable()],
  'repair.damp_mould': () => [danger(), vulnerable()],
  'neighbourhood.asb': () => [
    { name: 'afraid', label: t('They are afraid'), is: 'tick' },
    { name: 'hate', label: t('It is because of who they are'), is: 'tick' },
  ],
  'data.privacy': () => [
    {
      name: 'wish',
      label: t('What they ask for'),
      is: 'choice',
      options: [
        choose(),
        ['copy', t('A copy of their data')],
        ['correct', t('To have it put right')],
        ['erase', t('To have it deleted')],
        ['complain', t('To complain about it')],
        ['question', t('A question')],
      ],
    },
  ],
  [adjustment]: ({ answers, view }) => [
    {
      name: 'applies',
      label: t('What it is for'),
      is: 'choice',
      hint: t('Ask for no proof and no diagnosis.'),
      options: [
        ['', t('All contact with them')],
        ['visits', t('Visits and repairs')],
        ['this_matter', t('One matter only')],
        ['home', t('A change to their home')],
      ],
    },
    {
      name: 'howLong',
      label: t('How long'),
      is: 'choice',
      options: [
        ['', t('Always')],
        ['for_a_time', t('For a time')],
      ],
    },
    ...(answers.howLong === 'for_a_time'
      ? [{ name: 'until', label: t('Until when, about'), is: 'date', hint: t('Then they are asked again.') } as const]
      : []),
    ...whoAsks(answers),
    ...reachedAt(view, ['name', 'tenancy', 'phone']),
  ],
  [referral]: ({ answers, view, directory }) => [
    {
      name: 'need',
      label: t('Help with'),
      is: 'choice',
      required: true,
      options: [choose(), ...(directory?.needs ?? []).map((need): Option => [need, sentence(spoken(need))])],
    },
    ...(answers.need ? [serviceOf(directory)] : []),
    { name: 'agreed', label: t('They agreed that we pass it on'), is: 'tick', required: true },
    agreedTo(),
    ...reachedAt(view, ['name', 'phone']),
  ],
  [domesticAbuse]: ({ answers }) => [
    { name: 'safeHere', label: t('They said that it is safe to write to them here'), is: 'tick' },
    {
      name: 'how',
      label: t('How and when it is safe to be in touch'),
      is: 'line',
      hint: t('Without the tick nothing is written to them. By text nothing ever is.'),
    },
    ...(answers.safeHere === 'yes'
      ? [{ name: 'phone', label: t('A number that is safe to ring'), is: 'line' } as const]
      : []),
  ],
};

/** Somebody else may ask for it; nothing is done for who it is for before they have agreed. */
function whoAsks({ relation, agreed }: Answers): readonly Asked[] {
  const isForOther = relation !== undefined && relation !== '';
  return [
    {
      name: 'relation',
      label: t('Who asks for it'),
      is: 'choice',
      options: [
        ['', t('They do, for themselves')],
        ['family', t('Family of who it is for')],
        ['agency', t('A council or an agency')],
        ['colleague', t('A colleague of ours')],
        ['other', t('Somebody else')],
      ],
    },
    ...(isForOther
      ? ([
          { name: 'theirName', label: t('Who it is for'), is: 'line', hint: t('Their name and address.') },
          { name: 'agreed', label: t('Who it is for has agreed'), is: 'tick' },
        ] as const)
      : []),
    ...(isForOther && agreed === 'yes' ? [agreedTo()] : []),
  ];
}

const agreedTo = (): Asked => ({
  name: 'agreedTo',
  label: t('What they agreed to'),
  is: 'line',
  required: true,
  hint: t('As they said it: it stands on the case.'),
});

/** Only what takes people from us. */
function serviceOf(directory: DirectoryView | undefined): Asked {
  const services = (directory?.services ?? []).filter(({ takesReferrals }) => takesReferrals);
  const isAway = directory?.directory === 'away';
  return {
    name: 'service',
    label: t('The service that they chose'),
    is: 'choice',
    required: true,
    ...(isAway && { hint: t('The directory cannot be reached now.') }),
    options: [choose(), ...services.map(({ id, name }): Option => [id, name])],
  };
}

/** Who is not on file is reached at what they say. */
function reachedAt(
  { person, channel }: About['view'],
  names: readonly ('name' | 'tenancy' | 'phone')[],
): readonly Asked[] {
  if (person !== null) return [];
  const labels = { name: t('Their name'), tenancy: t('Their tenancy reference'), phone: t('Their number') };
  return names
    .filter((name) => name !== 'phone' || channel !== 'sms')
    .map((name) => ({ name, label: labels[name], is: 'line' }));
}
