import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ConversationView, Line } from '../api.ts';
import { type DirectoryView, personApi } from '../person/api.ts';
import type { Took } from '../reveals.tsx';
import { t } from '../words/t.ts';
import { enquiryName, timeOf } from '../words.ts';
import { casesApi, type Kinds, type Sent } from './api.ts';
import { askedBesides, domesticAbuse, referral } from './asked-besides.ts';
import { type Answers, type Asked, CaseForm, type Option } from './form.tsx';

const useStyles = makeStyles({ part: { marginTop: tokens.spacingVerticalS } });

interface NewCaseProps {
  readonly view: ConversationView;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** A case, a repair or a task for who is in the conversation. The tenant is told what the assistant would have told them. */
export function NewCase({ view, changed, tell }: NewCaseProps) {
  const styles = useStyles();
  const [kinds, setKinds] = useState<Kinds>();
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState('');
  useEffect(() => {
    if (isOpen && kinds === undefined) casesApi.kinds().then(setKinds, tell);
  }, [isOpen, kinds, tell]);
  const done = (reference: string | null) => {
    setOpened(reference === null ? t('Opened') : t('Opened: {reference}', { reference }));
    setOpen(false);
    changed();
  };
  return (
    <div className={styles.part}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('Open a case')}
      </Button>
      <Caption1 block role="status">
        {opened}
      </Caption1>
      {isOpen && kinds !== undefined && <Opening kinds={kinds} view={view} done={done} tell={tell} />}
    </div>
  );
}

interface OpeningProps {
  readonly kinds: Kinds;
  readonly view: ConversationView;
  readonly done: (reference: string | null) => void;
  readonly tell: (problem?: unknown) => void;
}

/** As many of the tenant's messages as one chooses from. */
const mostMessages = 15;

function Opening({ kinds, view, done, tell }: OpeningProps) {
  const messages = view.transcript
    .filter(({ author, text }) => author === 'customer' && text !== '')
    .slice(-mostMessages)
    .toReversed();
  const [latest] = messages;
  const [answers, setAnswers] = useState<Answers>({
    about: 'complaint.make',
    toldIn: latest === undefined ? '' : String(latest.sequence),
    words: latest === undefined ? '' : ownWords(latest),
  });
  // Sent again after an answer that was lost, it is the same.
  const request = useRef(crypto.randomUUID());
  const answer = (name: string, value: string) => {
    const message = name === 'toldIn' ? messages.find(({ sequence }) => String(sequence) === value) : undefined;
    setAnswers((before) => ({
      ...before,
      [name]: value,
      // A service of another need is none of those that are offered.
      ...(name === 'need' && { service: '' }),
      ...(message !== undefined && { words: ownWords(message) }),
    }));
  };
  const send = async ({ toldIn, ...sent }: Sent, took: Took) => {
    tell();
    const since = toldIn === undefined ? {} : { toldIn: Number(toldIn) };
    await casesApi.open(view.id, { requestId: request.current, ...sent, ...since }).then(
      ({ reference }) => done(reference),
      (refused) => took(refused) || tell(refused),
    );
  };
  const { about = '' } = answers;
  const directory = useDirectory(about === referral, answers.need, { view, tell });
  const besides = askedBesides(about, { answers, view, directory });
  return (
    <CaseForm
      asked={askedOf({ kinds, messages, besides })}
      answers={answers}
      answer={answer}
      button={about === domesticAbuse ? t('Open it') : t('Open it and tell the tenant')}
      send={send}
    />
  );
}

/** Who helps with a need, once somebody is to be referred. */
function useDirectory(
  isWanted: boolean,
  need: string | undefined,
  { view, tell }: Pick<OpeningProps, 'view' | 'tell'>,
): DirectoryView | undefined {
  const [found, setFound] = useState<DirectoryView>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else of the conversation changes makes no difference to it
  useEffect(() => {
    if (!isWanted) return;
    let isOld = false;
    const show = (each: DirectoryView) => {
      if (!isOld) setFound((before) => ({ ...each, needs: before?.needs.length ? before.needs : each.needs }));
    };
    personApi.directory(view, need ? { need } : {}).then(show, tell);
    return () => {
      isOld = true;
    };
  }, [isWanted, need, view.id, tell]);
  return found;
}

/** Where a machine translated it, what the tenant wrote stands beside it. */
function ownWords({ text, data }: Line): string {
  return data.original ?? text;
}

const longest = 60;

interface Offered {
  readonly kinds: Kinds;
  readonly messages: readonly Line[];
  readonly besides: readonly Asked[];
}

function askedOf({ kinds, messages, besides }: Offered): readonly Asked[] {
  const names = (list: readonly string[]) => list.map((each): Option => [each, enquiryName(each)]);
  const told = messages.map(
    ({ sequence, at, text }): Option => [
      String(sequence),
      `${timeOf(at, new Date())}: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`,
    ],
  );
  return [
    {
      name: 'about',
      label: t('What it is about'),
      is: 'choice',
      options: [...names(kinds.cases), ...names(kinds.tasks)],
    },
    {
      name: 'toldIn',
      label: t('First told in'),
      is: 'choice',
      hint: t('The law counts from it.'),
      options: [...told, ['', t('Said just now, not written')]],
    },
    {
      name: 'words',
      label: t('What they told us'),
      is: 'words',
      required: true,
      hint: t(
        'In their words. Leave out health and other private things unless they want them in: nothing else of this conversation goes into it.',
      ),
    },
    ...besides,
  ];
}
