// The end of a conversation: what it was about, what came of it, why it need not have been, and what is still promised. Nothing of it has
// to be filled in.

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { agentOutcomes } from '../../../src/model/agent-outcomes.ts';
import { api } from './api.ts';
import type { Ending, WrapUpChoices } from './ending.ts';
import { t } from './words/t.ts';
import { causeName, causes, enquiryName, spoken } from './words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  promise: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, width: '100%' },
});

interface WrapUpProps {
  /** What it was handed over for. */
  readonly about: string;
  readonly close: (how: Ending) => void;
  readonly tell: (problem?: unknown) => void;
}

export function WrapUp({ about, close, tell }: WrapUpProps) {
  const styles = useStyles();
  const choices = useChoices(tell);
  const [topic, setTopic] = useState(about);
  const [outcome, setOutcome] = useState<string>('answered');
  const [avoidable, setAvoidable] = useState('');
  const [promise, setPromise] = useState<Promised>();
  const isWhole = promise === undefined || (promise.what.trim() !== '' && promise.by !== '');
  const topics = choices.topics.includes(about) ? choices.topics : [about, ...choices.topics];
  const end = () =>
    close({
      outcome,
      ...(topic !== about && { topic }),
      ...(avoidable !== '' && { avoidable }),
      ...(promise !== undefined && { promise: asSent(promise) }),
    });
  return (
    <div className={styles.row}>
      <Choice label={t('Topic')} value={topic} set={setTopic} options={topics} name={enquiryName} />
      <Choice label={t('Outcome')} value={outcome} set={setOutcome} options={agentOutcomes} name={spoken} />
      <Choice
        label={t('Could it have been avoided?')}
        value={avoidable}
        set={setAvoidable}
        options={['', ...causes]}
        name={(cause) => (cause === '' ? t('Could not have been avoided') : causeName(cause))}
      />
      <Button
        size="small"
        aria-expanded={promise !== undefined}
        onClick={() => setPromise(promise === undefined ? nothingYet : undefined)}
      >
        {t('Promise something')}
      </Button>
      {promise !== undefined && <PromiseFields promise={promise} set={setPromise} teams={choices.teams} />}
      <Button size="small" disabled={!isWhole} onClick={end}>
        {t('Close')}
      </Button>
    </div>
  );
}

function useChoices(tell: WrapUpProps['tell']): WrapUpChoices {
  const [choices, setChoices] = useState<WrapUpChoices>({ topics: [], teams: [] });
  useEffect(() => {
    api.wrapUp().then(setChoices, tell);
  }, [tell]);
  return choices;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly options: readonly string[];
  readonly name: (option: string) => string;
}

function Choice({ label, value, set, options, name }: ChoiceProps) {
  return (
    <Select size="small" aria-label={label} value={value} onChange={(_event, chosen) => set(chosen.value)}>
      {options.map((each) => (
        <option key={each} value={each}>
          {name(each)}
        </option>
      ))}
    </Select>
  );
}

interface Promised {
  readonly what: string;
  readonly by: string;
  /** Empty: the agent keeps it. */
  readonly team: string;
}

const nothingYet: Promised = { what: '', by: '', team: '' };

function asSent({ what, by, team }: Promised): NonNullable<Ending['promise']> {
  return { what: what.trim(), by, ...(team !== '' && { team }) };
}

interface PromiseFieldsProps {
  readonly promise: Promised;
  readonly set: (promise: Promised) => void;
  readonly teams: WrapUpChoices['teams'];
}

function PromiseFields({ promise, set, teams }: PromiseFieldsProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the row
    <div role="group" aria-label={t('Promise')} className={styles.promise}>
      <Field label={t('What is promised (not told to the tenant)')} required>
        <Input
          value={promise.what}
          maxLength={200}
          onChange={(_event, { value }) => set({ ...promise, what: value })}
        />
      </Field>
      <Field label={t('By (told to the tenant)')} required>
        <Input type="date" value={promise.by} onChange={(_event, { value }) => set({ ...promise, by: value })} />
      </Field>
      <Field label={t('Who keeps it')}>
        <Select value={promise.team} onChange={(_event, { value }) => set({ ...promise, team: value })}>
          <option value="">{t('I do')}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
