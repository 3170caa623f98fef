import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { api } from './api.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
});

interface HoldProps {
  readonly handover: string;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

const inAnHour = (): string => {
  const at = new Date(Date.now() + 3_600_000);
  at.setMinutes(at.getMinutes() - at.getTimezoneOffset());
  return at.toISOString().slice(0, 16);
};

/** Lets a conversation rest until a time, which the tenant is told; why stays at the desk. */
export function Hold({ handover, changed, tell }: HoldProps) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(inAnHour);
  const isReady = reason.trim() !== '' && until !== '';
  const hold = (event: FormEvent) => {
    event.preventDefault();
    tell();
    void api
      .hold(handover, { reason, until: new Date(until).toISOString() })
      .catch(tell)
      .finally(changed);
  };
  return (
    <details>
      <summary>{t('Put on hold')}</summary>
      <form className={styles.form} onSubmit={hold}>
        <Field label={t('Why (not told to the tenant)')}>
          <Input value={reason} maxLength={200} onChange={(_event, { value }) => setReason(value)} />
        </Field>
        <Field label={t('Back at (told to the tenant)')}>
          <Input type="datetime-local" value={until} onChange={(_event, { value }) => setUntil(value)} />
        </Field>
        <Button type="submit" size="small" disabled={!isReady}>
          {t('Hold')}
        </Button>
      </form>
    </details>
  );
}
