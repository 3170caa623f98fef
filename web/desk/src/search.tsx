import { Body1, Button, Caption1, Card, Field, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { api } from './api.ts';
import type { Found, SearchResult } from './lists.ts';
import { listSection, plainList } from './plain-list.ts';
import { t } from './words/t.ts';
import { channelName, enquiryName, timeOf } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalS },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  name: { justifyContent: 'start', paddingInline: 0, minWidth: 0, textAlign: 'start' },
  said: { overflowWrap: 'anywhere' },
});

interface SearchProps {
  readonly show: (conversation: string) => void;
  readonly tell: (problem?: unknown) => void;
}

/** Over people, words that were said, and references. Every search is in the audit, so nothing is searched while it is typed. */
export function Search({ show, tell }: SearchProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [result, setResult] = useState<SearchResult>();
  const isShort = text.trim().length < 2;
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (isShort) return;
    tell();
    api.search(text).then(setResult, tell);
  };

  return (
    <section aria-label={t('Search')} className={styles.section}>
      <search>
        <form className={styles.form} onSubmit={search}>
          <Field label={t('Search')} hint={t('Words, a reference, a number, or a name with its postcode')}>
            <Input value={text} maxLength={100} onChange={(_event, { value }) => setText(value)} />
          </Field>
          <Button type="submit" disabled={isShort}>
            {t('Find')}
          </Button>
        </form>
      </search>
      <span role="status">{result !== undefined && <Count result={result} />}</span>
      {result !== undefined && (
        <>
          <ul className={styles.list} aria-label={t('Found')}>
            {result.found.map((found) => (
              <li key={found.line.conversation}>
                <FoundCard found={found} show={show} />
              </li>
            ))}
          </ul>
          <Button
            size="small"
            onClick={() => {
              setResult(undefined);
              setText('');
            }}
          >
            {t('Clear the search')}
          </Button>
        </>
      )}
    </section>
  );
}

function Count({ result: { found, housing } }: { readonly result: SearchResult }) {
  const count =
    found.length === 0 ? t('Nothing found that you may read.') : t('{count} found.', { count: found.length });
  return (
    <Body1 as="p" block>
      {housing === 'away'
        ? `${count} ${t('The housing system cannot be asked now: people were not looked for.')}`
        : count}
    </Body1>
  );
}

function FoundCard({ found: { line, person, reference, said }, show }: { found: Found; show: SearchProps['show'] }) {
  const styles = useStyles();
  const name = enquiryName(line.about ?? line.enquiry);
  return (
    <Card size="small" appearance="outline">
      <Button
        appearance="transparent"
        className={styles.name}
        onClick={() => show(line.conversation)}
        aria-label={t('Open {name}', { name: `${name}, ${channelName(line.channel)}` })}
      >
        {name}
      </Button>
      {person !== undefined && (
        <Subtitle2>{[person.name.title, person.name.given, person.name.family].filter(Boolean).join(' ')}</Subtitle2>
      )}
      {reference !== undefined && <Caption1 block>{reference}</Caption1>}
      {said.map((each) => (
        <Caption1 block key={each.sequence} className={styles.said}>
          {t(each.author === 'customer' ? 'Tenant' : 'Colleague')}, {timeOf(each.at, new Date())}:{' '}
          <span lang={each.language} dir="auto">
            {each.text}
          </span>
        </Caption1>
      ))}
    </Card>
  );
}
