import { Button, Field, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { t } from '../words/t.ts';
import { timeOf } from '../words.ts';
import { type Hold, privacyApi } from './api.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

/** A legal hold: nothing of somebody is deleted, by schedule or on request, until it is ended. */
export function HoldPart({ tell }: { readonly tell: (problem?: unknown) => void }) {
  const styles = useStyles();
  const [person, setPerson] = useState('');
  const [seen, setSeen] = useState<{ readonly person: string; readonly hold: Hold | null }>();
  const [why, setWhy] = useState('');
  const show = (of: string, asked: Promise<{ readonly hold: Hold | null }>) => {
    tell();
    void asked.then(({ hold }) => setSeen({ person: of, hold })).catch(tell);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    show(person.trim(), privacyApi.hold(person.trim()));
  };
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (seen !== undefined) show(seen.person, privacyApi.setHold(seen.person, why));
    setWhy('');
  };
  return (
    <section aria-label={t('Legal hold')}>
      <Subtitle2 as="h3" block>
        {t('Legal hold')}
      </Subtitle2>
      <form className={styles.form} onSubmit={look}>
        <Field label={t('Whose data is held (id)')}>
          <Input value={person} required autoComplete="off" onChange={(_event, { value }) => setPerson(value)} />
        </Field>
        <Button type="submit">{t('Look')}</Button>
      </form>
      {seen?.hold != null && (
        <p role="status">
          {t('Held since {time}: {why}', { time: timeOf(seen.hold.at, new Date()), why: seen.hold.why })}{' '}
          <Button onClick={() => show(seen.person, privacyApi.endHold(seen.person))}>{t('End the hold')}</Button>
        </p>
      )}
      {seen?.hold === null && (
        <form className={styles.form} onSubmit={set}>
          <p role="status">{t('No hold is on the data of {person}.', { person: seen.person })}</p>
          <Field label={t('Why nothing is to be deleted')}>
            <Input value={why} required maxLength={500} onChange={(_event, { value }) => setWhy(value)} />
          </Field>
          <Button type="submit">{t('Hold it')}</Button>
        </form>
      )}
    </section>
  );
}
