import { Body1, Button, Caption1, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConversationView } from '../api.ts';
import { locale } from '../words/language.ts';
import { t } from '../words/t.ts';
import { sentence, spoken } from '../words.ts';
import { type AccountView, type PersonCard, personApi } from './api.ts';
import { Check } from './check.tsx';
import { usePartStyles } from './look.ts';

interface AccountProps {
  readonly view: ConversationView;
  readonly person: PersonCard;
  /** Whether this agent has the conversation. */
  readonly isMine: boolean;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** Home, account and repairs: looked at when they are wanted, and not before somebody has shown who they are. */
export function Account({ view, person, isMine, changed, tell }: AccountProps) {
  const styles = usePartStyles();
  const [found, setFound] = useState<AccountView>();
  const shown = person.proved ? found : undefined;
  const open = () => (shown === undefined ? personApi.account(view).then(setFound, tell) : setFound(undefined));
  return (
    <section aria-label={t('Home and account')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Home and account')}
      </Subtitle2>
      {person.proved ? (
        <Button size="small" className={styles.gap} aria-expanded={shown !== undefined} onClick={() => void open()}>
          {shown === undefined ? t('Show home, account and repairs') : t('Hide them')}
        </Button>
      ) : (
        <>
          <Body1 as="p" block className={styles.quiet}>
            {t('Not shown: they have not shown who they are in this conversation.')}
          </Body1>
          {isMine && <Check view={view} changed={changed} tell={tell} />}
        </>
      )}
      {shown !== undefined && <Shown found={shown} />}
    </section>
  );
}

function pounds(amount: number): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: 'GBP' }).format(amount);
}

function balanceLine(account: NonNullable<AccountView['account']>): string {
  const { balance, asOf: day } = account;
  if (balance === 0) return t('Nothing owed on {day}', { day });
  const amount = pounds(Math.abs(balance));
  return balance > 0 ? t('{amount} owed on {day}', { amount, day }) : t('{amount} in credit on {day}', { amount, day });
}

interface Held {
  readonly role: string;
  readonly tenure: string;
  readonly since: string | undefined;
}

function tenancyLine({ role, tenure, since }: Held): string {
  const held = { role: sentence(spoken(role)), tenure: spoken(tenure) };
  return since === undefined
    ? `${held.role}, ${held.tenure}`
    : t('{role}, {tenure}, since {day}', { ...held, day: since });
}

function Shown({ found: { phones, email, tenancies, account, repairs } }: { readonly found: AccountView }) {
  const styles = usePartStyles();
  const [last] = account?.payments ?? [];
  return (
    <ul className={styles.list}>
      {tenancies.map(({ reference, role, tenure, address, postcode, since }) => (
        <li key={reference}>
          <Body1 block>
            <strong>{reference}</strong> · {address}, {postcode}
          </Body1>
          <Caption1 block className={styles.quiet}>
            {tenancyLine({ role, tenure, since })}
          </Caption1>
        </li>
      ))}
      {account !== null && (
        <li>
          <Body1 block>{balanceLine(account)}</Body1>
          {last !== undefined && (
            <Caption1 block className={styles.quiet}>
              {t('Last payment {day}: {amount}', { day: last.on, amount: pounds(last.amount) })}
            </Caption1>
          )}
        </li>
      )}
      <li>
        <Body1 block className={styles.words}>
          {[...phones, email].filter(Boolean).join(', ')}
        </Body1>
      </li>
      {repairs.map(({ reference, fault, status, appointment }) => (
        <li key={reference}>
          <Body1 block className={styles.words}>
            <strong>{reference}</strong> · {spoken(fault)}
          </Body1>
          <Caption1 block className={styles.quiet}>
            {sentence(spoken(status))}
            {appointment === undefined ? '' : `, ${appointment.date} ${spoken(appointment.slot)}`}
          </Caption1>
        </li>
      ))}
      {repairs.length === 0 && <li>{t('No repairs.')}</li>}
    </ul>
  );
}
