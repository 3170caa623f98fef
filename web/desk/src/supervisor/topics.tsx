import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { plainList } from '../plain-list.ts';
import { t } from '../words/t.ts';
import type { Incidents } from './api.ts';

const useStyles = makeStyles({
  chosen: { ...plainList, flexDirection: 'row', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly topics: Incidents['topics'];
  readonly chosen: readonly string[];
  readonly choose: (topics: readonly string[]) => void;
}

/** One thing that is broken is written about in several ways: no heating, no hot water, cold in the night. None is chosen for anybody. */
export function Topics({ topics, chosen, choose }: Props) {
  const styles = useStyles();
  const rest = topics.filter(({ name }) => !chosen.includes(name));
  return (
    <>
      <Field
        label={t('What it is about')}
        required={chosen.length === 0}
        hint={t('Choose all that tenants may write about.')}
      >
        <Select value="" onChange={(_event, { value }) => value !== '' && choose([...chosen, value])}>
          <option value="">{t('Choose…')}</option>
          {rest.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={t('What it is about')}>
          {topics
            .filter(({ name }) => chosen.includes(name))
            .map(({ name, label }) => (
              <li key={name}>
                <Button
                  size="small"
                  aria-label={t('Take away: {name}', { name: label })}
                  onClick={() => choose(chosen.filter((each) => each !== name))}
                >
                  {label} ×
                </Button>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
