import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { known, t } from '../words/t.ts';
import { type Asked, type Erasure, privacyApi } from './api.ts';

interface EraseProps {
  readonly asked: Asked;
  readonly tell: (problem?: unknown) => void;
}

/** First what goes and what stays, then two presses; each is good for exactly what was shown. */
export function ErasePart({ asked, tell }: EraseProps) {
  const [plan, setPlan] = useState<Erasure>();
  const next = (confirm?: string) => {
    tell();
    void privacyApi
      .erasure(asked, confirm)
      .then(setPlan)
      .catch((problem) => {
        setPlan(undefined);
        tell(problem);
      });
  };
  if (plan === undefined) return <Button onClick={() => next()}>{t('See what would be erased')}</Button>;
  const { step, erases, stays, confirm, task } = plan;
  if (step === 'done')
    return (
      <MessageBar intent="success">
        <MessageBarBody>
          {t('Erased. Conversations: {count}.', { count: erases })}{' '}
          {task != null && t('The housing system’s part is a task: {reference}.', { reference: task })}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <>
      <p role="status">
        {t('Conversations that go: {count}. What stays: {stays}.', { count: erases, stays: stays.length })}
      </p>
      <ul>
        {stays.map(({ id, what, reasons }) => (
          <li key={id ?? what}>
            {id ?? known(what)}: {reasons.map(known).join(' ')}
          </li>
        ))}
      </ul>
      {step === 'look' ? (
        <Button onClick={() => next(confirm)}>{t('Erase them')}</Button>
      ) : (
        <MessageBar intent="warning">
          <MessageBarBody>
            {t('It cannot be undone.')} <Button onClick={() => next(confirm)}>{t('Erase them for good')}</Button>{' '}
            <Button onClick={() => setPlan(undefined)}>{t('Leave it')}</Button>
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
