// Replies that the catalogues have in the tenant's language: “/” and a part of the name lists them, arrows and Enter choose, Escape goes
// back to writing. What is sent is shown in both languages before.

import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { api } from './api.ts';
import { macroLabel } from './macros.tsx';
import type { CannedReplies, CannedReply, DeskMacro } from './sent.ts';
import { t } from './words/t.ts';
import { languageName } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    maxHeight: '40vh',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
  },
  item: { listStyleType: 'none' },
  choice: { justifyContent: 'flex-start', textAlign: 'start', width: '100%', display: 'block', fontWeight: 'normal' },
  chosen: { display: 'grid', gap: tokens.spacingVerticalS },
  words: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asked for when an agent first wants one; undefined until they are there. */
export function useCanned(conversation: string, isWanted: boolean): CannedReplies | undefined {
  const [replies, setReplies] = useState<CannedReplies>();
  useEffect(() => {
    if (isWanted) api.canned(conversation).then(setReplies, () => undefined);
  }, [conversation, isWanted]);
  return replies;
}

/** A ready reply, or a macro. */
export type Choice = { readonly name: string } & (
  | { readonly is: 'reply'; readonly reply: CannedReply }
  | { readonly is: 'macro'; readonly macro: DeskMacro }
);

/** `/book` finds `booked`; a word of the reply finds it as well. */
export function fitting(found: CannedReplies | undefined, typed: string): readonly Choice[] {
  const part = typed.replace(/^\//, '').trim().toLowerCase();
  const all: readonly Choice[] = [
    ...(found?.replies ?? []).map((reply) => ({ is: 'reply' as const, name: reply.name, reply })),
    ...(found?.macros ?? []).map((macro) => ({ is: 'macro' as const, name: macro.name, macro })),
  ];
  const byName = all.filter(({ name }) => name.replaceAll('_', ' ').startsWith(part) || name.startsWith(part));
  return byName.length > 0 ? byName : all.filter((each) => saysOf(each).toLowerCase().includes(part));
}

function saysOf(choice: Choice): string {
  return choice.is === 'reply' ? choice.reply.agent : macroLabel(choice.macro);
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Escape: Number.NEGATIVE_INFINITY };

interface CannedListProps {
  readonly agentLanguage: string;
  readonly choices: readonly Choice[];
  readonly choose: (choice: Choice) => void;
  readonly back: () => void;
  readonly list: RefObject<HTMLUListElement | null>;
}

export function CannedList({ agentLanguage, choices, choose, back, list }: CannedListProps) {
  const styles = useStyles();
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
    if (next < 0) back();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  };
  return (
    <>
      <Caption1 role="status">{howMany(choices.length)}</Caption1>
      <ul ref={list} className={styles.list} aria-label={t('Ready replies')} onKeyDown={move}>
        {choices.map((choice) => (
          <li key={choice.name} className={styles.item}>
            <Button appearance="subtle" className={styles.choice} onClick={() => choose(choice)}>
              <strong>/{choice.name}</strong>{' '}
              {choice.is === 'reply' ? (
                <span lang={agentLanguage}>{choice.reply.agent}</span>
              ) : (
                macroLabel(choice.macro)
              )}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function howMany(count: number): string {
  if (count === 0) return t('No ready reply has this name.');
  return count === 1
    ? t('1 ready reply. Arrow down goes to it.')
    : t('{count} ready replies. Arrow down goes to them.', { count });
}

interface ChosenProps {
  readonly replies: CannedReplies;
  readonly reply: CannedReply;
  readonly send: (values: Readonly<Record<string, string>>) => void;
  readonly back: () => void;
}

export function Chosen({ replies, reply, send, back }: ChosenProps) {
  const styles = useStyles();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const whole = useRef<HTMLDivElement>(null);
  const isWhole = reply.needs.every(({ name }) => (values[name] ?? '').trim() !== '');
  // What is to be filled in, or else what sends it.
  useEffect(() => whole.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const keys = (event: KeyboardEvent) => {
    const isFilledIn = event.key === 'Enter' && event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !isFilledIn) return;
    event.preventDefault();
    if (event.key === 'Escape') back();
    else if (isWhole) send(values);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in for the name that the heading gives
    <div
      ref={whole}
      role="group"
      className={styles.chosen}
      onKeyDown={keys}
      aria-label={t('Ready reply {name}', { name: reply.name })}
    >
      <BothWords replies={replies} reply={reply} />
      {reply.needs.map(({ name, kind }) => (
        <Field key={name} label={t(name === 'date' ? 'Day' : 'Team')} required>
          <Input
            type={kind === 'date' ? 'date' : 'text'}
            value={values[name] ?? ''}
            onChange={(_event, { value }) => setValues({ ...values, [name]: value })}
          />
        </Field>
      ))}
      <div className={styles.row}>
        <Button appearance="primary" disabled={!isWhole} onClick={() => send(values)}>
          {t('Send this reply')}
        </Button>
        <Button onClick={back}>{t('Write my own')}</Button>
      </div>
    </div>
  );
}

function BothWords({ replies: { agentLanguage, tenantLanguage }, reply }: Pick<ChosenProps, 'replies' | 'reply'>) {
  const styles = useStyles();
  const language = languageName(tenantLanguage);
  const own = (
    <p className={styles.words} lang={agentLanguage} dir="auto">
      {reply.agent}
    </p>
  );
  if (agentLanguage === tenantLanguage) return own;
  if (reply.tenant === undefined)
    return (
      <>
        {own}
        <Caption1>
          {t('We have no texts in {language}: a machine translates it where there is one.', { language })}
        </Caption1>
      </>
    );
  return (
    <>
      {own}
      <Caption1>{t('The tenant gets, in {language}:', { language })}</Caption1>
      <p className={styles.words} lang={tenantLanguage} dir="auto">
        {reply.tenant}
      </p>
    </>
  );
}
