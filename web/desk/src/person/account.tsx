import { Body1, Button, Caption1, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConversationView } from '../api.ts';
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
    <section aria-label="Home and account" className={styles.part}>
      <Subtitle2 as="h3" block>
        Home and account
      </Subtitle2>
      {person.proved ? (
        <Button size="small" className={styles.gap} aria-expanded={shown !== undefined} onClick={() => void open()}>
          {shown === undefined ? 'Show home, account and repairs' : 'Hide them'}
        </Button>
      ) : (
        <>
          <Body1 as="p" block className={styles.quiet}>
            Not shown: they have not shown who they are in this conversation.
          </Body1>
          {isMine && <Check view={view} changed={changed} tell={tell} />}
        </>
      )}
      {shown !== undefined && <Shown found={shown} />}
    </section>
  );
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

function balanceLine(account: NonNullable<AccountView['account']>): string {
  const { balance, asOf } = account;
  if (balance === 0) return `Nothing owed on ${asOf}`;
  return `${pounds.format(Math.abs(balance))} ${balance > 0 ? 'owed' : 'in credit'} on ${asOf}`;
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
            {sentence(spoken(role))}, {spoken(tenure)}
            {since === undefined ? '' : `, since ${since}`}
          </Caption1>
        </li>
      ))}
      {account !== null && (
        <li>
          <Body1 block>{balanceLine(account)}</Body1>
          {last !== undefined && (
            <Caption1 block className={styles.quiet}>
              Last payment {last.on}: {pounds.format(last.amount)}
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
            {appointment === undefined ? '' : `, ${appointment.date} ${appointment.slot}`}
          </Caption1>
        </li>
      ))}
      {repairs.length === 0 && <li>No repairs.</li>}
    </ul>
  );
}
