import {
  Badge,
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import { api, type Moved, type PromiseMade } from './api.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import { type Took, useReveals } from './reveals.tsx';
import type { Revealing } from './sent.ts';
import { t } from './words/t.ts';
import { dueOf, promiseName } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalM },
  about: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
});

interface PromiseListProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

/** What was promised to tenants: what is late stands first, then what is due within two days. */
export function PromiseList({ toldAt, tell }: PromiseListProps) {
  const styles = useStyles();
  const { found = { overdue: [], soon: [] }, change } = useLookedUp(api.promises, { toldAt, tell });
  const late = found.overdue.length;
  return (
    <section aria-label={t('Promises')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('Promises')}{' '}
        <span aria-live="polite">({late === 1 ? t('1 is late') : t('{count} are late', { count: late })})</span>
      </Subtitle2>
      {late + found.soon.length === 0 && (
        <Body1 as="p" block className={styles.quiet}>
          {t('Nothing is due within two days.')}
        </Body1>
      )}
      <ul className={styles.list}>
        {[...found.overdue, ...found.soon].map((promise, at) => (
          <Promised key={promise.id} promise={promise} isLate={at < late} change={change} />
        ))}
      </ul>
    </section>
  );
}

interface PromisedProps {
  readonly promise: PromiseMade;
  readonly isLate: boolean;
  readonly change: (act: () => Promise<unknown>, took?: Took) => Promise<void>;
}

function Promised({ promise, isLate, change }: PromisedProps) {
  const styles = useStyles();
  const [moves, setMoves] = useState(false);
  const { id, what, by, owner, reference, newsBy, can } = promise;
  const name = `${promiseName(what)}${reference === undefined ? '' : ` ${reference}`}`;
  return (
    <li>
      <Body1 block>{name}</Body1>
      <Caption1 block className={styles.about}>
        {isLate && <Badge color="danger">{t('Late')}</Badge>} {t('By {day}', { day: dueOf(by, new Date()) })} · {owner}
        {newsBy !== undefined && ` · ${newsOf(promise, newsBy)}`}
      </Caption1>
      {can.length === 0 && <Caption1 block>{t('This is done by the team that has the case.')}</Caption1>}
      <div className={styles.buttons}>
        {can.includes('keep') && (
          <Button
            size="small"
            aria-label={t('Kept: {name}', { name })}
            onClick={() => void change(() => api.keepPromise(id))}
          >
            {t('Kept')}
          </Button>
        )}
        {can.includes('move') && (
          <Button
            size="small"
            aria-label={t('Move: {name}', { name })}
            aria-expanded={moves}
            onClick={() => setMoves(!moves)}
          >
            {t('Move')}
          </Button>
        )}
      </div>
      {moves && <MoveForm promise={promise} move={(moved, took) => change(() => api.movePromise(id, moved), took)} />}
    </li>
  );
}

/** Of a restricted case nobody has told the tenant anything. */
function newsOf({ restricted }: PromiseMade, newsBy: string): string {
  const day = dueOf(newsBy, new Date());
  return restricted ? t('to be looked at by {day}', { day }) : t('the tenant knows, and hears again by {day}', { day });
}

interface MoveFormProps {
  readonly promise: PromiseMade;
  readonly move: (moved: Moved & Revealing, took: Took) => Promise<void>;
}

/** The new day and the reason, which goes to the tenant as it is written; to nobody where the case is restricted. */
function MoveForm({ promise, move }: MoveFormProps) {
  const styles = useStyles();
  const id = useId();
  const [to, setTo] = useState('');
  const [why, setWhy] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const reveals = useReveals(form);
  const send = (revealing: Revealing = {}) => {
    reveals.over();
    void move({ to, why, ...revealing }, (refused) => reveals.took(refused, () => send({ reveals: true })));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const write = (_event: unknown, { value }: { readonly value: string }) => {
    reveals.over();
    setWhy(value);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <Field label={t('New day')}>
        <Input id={`${id}-to`} type="date" required value={to} onChange={(_event, { value }) => setTo(value)} />
      </Field>
      <Field
        label={t('Reason')}
        hint={t(promise.restricted ? 'The tenant is not written to.' : 'The tenant reads it as you write it.')}
      >
        <Input id={`${id}-why`} required maxLength={500} value={why} onChange={write} />
      </Field>
      {reveals.question}
      <div>
        <Button type="submit" size="small" appearance="primary">
          {t(promise.restricted ? 'Move it' : 'Move it and tell the tenant')}
        </Button>
      </div>
    </form>
  );
}
