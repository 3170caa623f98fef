import { Button, Caption1, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { ConversationView } from '../api.ts';
import { t } from '../words/t.ts';
import { personApi } from './api.ts';
import { usePartStyles } from './look.ts';

interface CheckProps {
  readonly view: ConversationView;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

const nothing = { tenancy: '', born: '', postcode: '' };

/** What the tenant answers to the landlord's three questions. Whether they fit together is all that is told. */
export function Check({ view, changed, tell }: CheckProps) {
  const styles = usePartStyles();
  const [details, setDetails] = useState(nothing);
  const [told, setTold] = useState('');
  const check = (event: FormEvent) => {
    event.preventDefault();
    tell();
    personApi
      .check(view, details)
      .then(({ proved }) => {
        setTold(proved ? t('They have shown who they are.') : t('This does not fit together. Ask again.'));
        if (proved) setDetails(nothing);
      }, tell)
      .finally(changed);
  };
  const field = (name: keyof typeof details) => ({
    size: 'small' as const,
    required: true,
    value: details[name],
    onChange: (_event: unknown, { value }: { readonly value: string }) => setDetails({ ...details, [name]: value }),
  });
  return (
    <form className={styles.form} onSubmit={check} aria-label={t('Ask who they are')}>
      <Field label={t('Tenancy reference, as they say it')}>
        <Input {...field('tenancy')} maxLength={200} autoComplete="off" />
      </Field>
      <Field label={t('Date of birth, as they say it')}>
        <Input {...field('born')} type="date" />
      </Field>
      <Field label={t('Postcode, as they say it')}>
        <Input {...field('postcode')} maxLength={200} autoComplete="off" />
      </Field>
      <div>
        <Button type="submit" size="small">
          {t('Check it')}
        </Button>
      </div>
      <Caption1 role="status">{told}</Caption1>
    </form>
  );
}
