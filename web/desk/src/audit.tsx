// The auditor's page: who did or read what with whose data, looked for by person, agent, act and time. Nothing else of the desk is here.

import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { deeds } from '../../../src/model/audit.ts';
import { type Agent, api } from './api.ts';
import { isSignedOut } from './call.ts';
import type { AuditPage, AuditSearch } from './came-in.ts';
import { LanguageChoice } from './language-choice.tsx';
import { SignOut } from './sign-out.tsx';

import { locale } from './words/language.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL, padding: tokens.spacingVerticalL },
  grow: { flexGrow: 1 },
  main: { padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}` },
  search: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(11rem, 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'end',
    marginBottom: tokens.spacingVerticalL,
  },
  more: { marginTop: tokens.spacingVerticalL },
});

interface Props {
  readonly agent: Agent;
  readonly signedOut: () => void;
  readonly over: () => void;
}

export function AuditDesk({ agent, signedOut, over }: Props) {
  const styles = useStyles();
  const { pages, problem, search, more } = useAudit(over);
  const lines = pages.flatMap(({ audit }) => audit);
  const names = Object.assign({}, ...pages.map(({ agents }) => agents)) as Readonly<Record<string, string>>;
  return (
    <>
      <header className={styles.bar}>
        <Title3 as="h1">{t('Audit')}</Title3>
        <span className={styles.grow}>{agent.name}</span>
        <LanguageChoice />
        <SignOut signedOut={signedOut} />
      </header>
      <main className={styles.main}>
        <SearchForm search={search} />
        <div role="status">
          {problem !== '' && (
            <MessageBar intent="error">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          {problem === '' && pages.length > 0 && lines.length === 0 && t('Nothing of that is in the audit.')}
        </div>
        <Lines lines={lines} names={names} />
        {pages.at(-1)?.next && (
          <Button className={styles.more} onClick={more}>
            {t('Older ones')}
          </Button>
        )}
      </main>
    </>
  );
}

function useAudit(over: () => void) {
  const [wanted, setWanted] = useState<AuditSearch>({});
  const [pages, setPages] = useState<readonly AuditPage[]>([]);
  const [problem, setProblem] = useState('');
  const ask = useCallback(
    (asked: AuditSearch, take: (page: AuditPage) => void) => {
      api.audit(asked).then(
        (page) => {
          setProblem('');
          take(page);
        },
        (refused: Error) => (isSignedOut(refused) ? over() : setProblem(refused.message)),
      );
    },
    [over],
  );
  useEffect(() => ask(wanted, (page) => setPages([page])), [ask, wanted]);
  const more = () => {
    const before = pages.at(-1)?.next;
    if (before) ask({ ...wanted, before }, (page) => setPages((seen) => [...seen, page]));
  };
  return { pages, problem, search: setWanted, more };
}

/** Days are those of the auditor's own clock. */
function asked(form: FormData): AuditSearch {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const start = (name: string, daysOn: number) => {
    if (text(name) === '') return '';
    const day = new Date(`${text(name)}T00:00`);
    day.setDate(day.getDate() + daysOn);
    return day.toISOString();
  };
  const all = {
    person: text('person'),
    agent: text('agent'),
    did: text('did'),
    since: start('since', 0),
    until: start('until', 1),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function SearchForm({ search }: { readonly search: (wanted: AuditSearch) => void }) {
  const styles = useStyles();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    search(asked(new FormData(event.currentTarget)));
  };
  return (
    <form className={styles.search} onSubmit={submit}>
      <Field label={t('Person (id)')}>
        <Input name="person" autoComplete="off" />
      </Field>
      <Field label={t('Agent (id)')}>
        <Input name="agent" autoComplete="off" />
      </Field>
      <Field label={t('What was done')}>
        <Select name="did">
          <option value="">{t('Anything')}</option>
          {deeds.map((deed) => (
            <option key={deed}>{deed}</option>
          ))}
        </Select>
      </Field>
      <Field label={t('From')}>
        <Input name="since" type="date" />
      </Field>
      <Field label={t('To')}>
        <Input name="until" type="date" />
      </Field>
      <Button type="submit" appearance="primary">
        {t('Search')}
      </Button>
    </form>
  );
}

const columns = ['When', 'Agent', 'Role', 'What', 'Person', 'Conversation', 'Reference', 'Details'] as const;

interface LinesProps {
  readonly lines: AuditPage['audit'];
  readonly names: Readonly<Record<string, string>>;
}

function Lines({ lines, names }: LinesProps) {
  return (
    <Table aria-label={t('Audit')} size="small">
      <TableHeader>
        <TableRow>
          {columns.map((column) => (
            <TableHeaderCell key={column}>{t(column)}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell>{new Date(line.at).toLocaleString(locale())}</TableCell>
            <TableCell title={line.agent}>{names[line.agent] ?? line.agent}</TableCell>
            <TableCell>{line.role}</TableCell>
            <TableCell>{line.did}</TableCell>
            <TableCell>{line.subject}</TableCell>
            <TableCell>{line.conversation}</TableCell>
            <TableCell>{line.request}</TableCell>
            <TableCell>{Object.keys(line.data).length > 0 && JSON.stringify(line.data)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
