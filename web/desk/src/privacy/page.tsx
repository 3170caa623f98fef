import { Button, Field, Input, makeStyles, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { t } from '../words/t.ts';
import type { Asked } from './api.ts';
import { CopyPart } from './copy.tsx';
import { ErasePart } from './erase.tsx';
import { HoldPart } from './hold.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  page: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
});

/** What the data protection team does about somebody's data: a copy, its erasure, a hold. Each is in the audit. */
export function PrivacyPage({ tell }: { readonly tell: (problem?: unknown) => void }) {
  const styles = useStyles();
  const [request, setRequest] = useState('');
  const [person, setPerson] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const open = (event: FormEvent) => {
    event.preventDefault();
    tell();
    setAsked({ request: request.trim(), ...(person.trim() !== '' && { person: person.trim() }) });
  };
  const key = JSON.stringify(asked);
  return (
    <section aria-label={t('Data protection')} className={styles.page}>
      <Subtitle1 as="h2">{t('Data protection')}</Subtitle1>
      <form className={styles.form} onSubmit={open}>
        <Field label={t('Reference of the data request')}>
          <Input value={request} required autoComplete="off" onChange={(_event, { value }) => setRequest(value)} />
        </Field>
        <Field label={t('Who it is (id), where the request does not tell')}>
          <Input value={person} autoComplete="off" onChange={(_event, { value }) => setPerson(value)} />
        </Field>
        <Button type="submit">{t('Open the request')}</Button>
      </form>
      {asked !== undefined && (
        <>
          <section aria-label={t('A copy of the data')}>
            <Subtitle2 as="h3" block>
              {t('A copy of the data')}
            </Subtitle2>
            <CopyPart key={key} asked={asked} tell={tell} />
          </section>
          <section aria-label={t('Erasure')}>
            <Subtitle2 as="h3" block>
              {t('Erasure')}
            </Subtitle2>
            <ErasePart key={key} asked={asked} tell={tell} />
          </section>
        </>
      )}
      <HoldPart tell={tell} />
    </section>
  );
}
