import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { channelNames } from '../../../../src/model/message.ts';
import { type Agent, api } from '../api.ts';
import { t } from '../words/t.ts';
import { channelName, enquiryName, languageName } from '../words.ts';
import type { SavedView, ViewFilter } from './api.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ViewFormProps {
  /** As it is before: a new one has no name yet. */
  readonly view: SavedView;
  readonly teams: NonNullable<Agent['handoverTeams']>;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly save: (view: SavedView) => Promise<void>;
  readonly leave: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** What a view is called and chooses by. What nobody chose by is any. */
export function ViewForm({ view, teams, languages, save, leave, tell }: ViewFormProps) {
  const styles = useStyles();
  const [name, setName] = useState(view.name);
  const [filter, setFilter] = useState(view.filter);
  const topics = useTopics(tell);
  const title = view.name === '' ? t('New view') : t('Change the view {name}', { name: view.name });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ id: view.id, name: name.trim(), filter });
  };
  return (
    <form className={styles.form} aria-label={title} onSubmit={submit}>
      <Field label={t('Name of the view')} hint={t('No names, and nothing of any tenant.')} required>
        <Input value={name} maxLength={60} onChange={(_event, { value }) => setName(value)} />
      </Field>
      {choicesOf({ teams, languages, topics }).map((choice) => (
        <Choice key={choice.of} choice={choice} filter={filter} set={setFilter} />
      ))}
      {(['urgent', 'restricted'] as const).map((mark) => (
        <Checkbox
          key={mark}
          label={mark === 'urgent' ? t('Only what is urgent') : t('Only what is restricted')}
          checked={filter[mark] === true}
          onChange={(_event, { checked }) => setFilter(withOne(filter, mark, checked === true ? true : undefined))}
        />
      ))}
      <span className={styles.row}>
        <Button type="submit" appearance="primary" disabled={name.trim() === ''}>
          {t('Save the view')}
        </Button>
        <Button onClick={leave}>{t('Leave it as it was')}</Button>
      </span>
    </form>
  );
}

function useTopics(tell: ViewFormProps['tell']): readonly string[] {
  const [topics, setTopics] = useState<readonly string[]>([]);
  useEffect(() => {
    api.wrapUp().then((choices) => setTopics(choices.topics), tell);
  }, [tell]);
  return topics;
}

/** `undefined` is not asked about. */
function withOne(filter: ViewFilter, of: keyof ViewFilter, wanted: string | true | undefined): ViewFilter {
  const { [of]: _before, ...rest } = filter;
  return wanted === undefined ? rest : { ...rest, [of]: wanted };
}

interface AChoice {
  readonly of: Exclude<keyof ViewFilter, 'urgent' | 'restricted'>;
  readonly label: string;
  readonly options: readonly string[];
  readonly name: (option: string) => string;
}

type Offered = Pick<ViewFormProps, 'teams' | 'languages'> & { readonly topics: readonly string[] };

function choicesOf({ teams, languages, topics }: Offered): readonly AChoice[] {
  const states = { waiting: t('Waiting'), accepted: t('With somebody'), held: t('On hold'), ended: t('Ended') };
  const whose = { me: t('Me'), colleague: t('A colleague') };
  const teamNames = Object.fromEntries(teams.map(({ id, name }) => [id, name]));
  return [
    { of: 'state', label: t('State'), ...namedBy(states) },
    { of: 'team', label: t('Team'), ...namedBy(teamNames) },
    { of: 'with', label: t('With'), ...namedBy(whose) },
    { of: 'channel', label: t('Channel'), options: channelNames, name: channelName },
    { of: 'language', label: t('Language'), options: languages, name: languageName },
    { of: 'topic', label: t('Topic'), options: topics, name: enquiryName },
  ];
}

function namedBy(names: Readonly<Record<string, string>>): Pick<AChoice, 'options' | 'name'> {
  return { options: Object.keys(names), name: (option) => names[option] ?? option };
}

interface ChoiceProps {
  readonly choice: AChoice;
  readonly filter: ViewFilter;
  readonly set: (filter: ViewFilter) => void;
}

/** What is chosen stays, also where it is no longer offered. */
function Choice({ choice: { of, label, options, name }, filter, set }: ChoiceProps) {
  const chosen = filter[of];
  const all = chosen === undefined || options.includes(chosen) ? options : [chosen, ...options];
  return (
    <Field label={label}>
      <Select
        value={chosen ?? ''}
        onChange={(_event, { value }) => set(withOne(filter, of, value === '' ? undefined : value))}
      >
        <option value="">{t('Any')}</option>
        {all.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
