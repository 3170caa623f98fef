import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { api } from './api.ts';
import type { ListName, ListOf } from './lists.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection } from './plain-list.ts';
import { QueueList, type QueueListProps } from './queue.tsx';
import { t } from './words/t.ts';

const useStyles = makeStyles({ ...listSection });

const names = { team: 'My teams’', all: 'All teams’' } as const satisfies Readonly<Record<ListName, string>>;
const nothing: ListOf = { lines: [], agents: {} };

interface OtherListsProps extends Pick<QueueListProps, 'toldAt' | 'open' | 'choose'> {
  /** Sees what all teams have. */
  readonly isManager: boolean;
  readonly tell: (problem?: unknown) => void;
}

/** What the agent's colleagues have: one list at a time, by choice. */
export function OtherLists({ isManager, ...about }: OtherListsProps) {
  const styles = useStyles();
  const [name, setName] = useState<ListName | ''>('');
  const offered: readonly ListName[] = isManager ? ['team', 'all'] : ['team'];
  return (
    <section aria-label={t('Other lists')} className={styles.section}>
      <Field label={t('Another list')}>
        <Select value={name} onChange={(_event, { value }) => setName(value as ListName | '')}>
          <option value="">{t('None')}</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {t(names[each])}
            </option>
          ))}
        </Select>
      </Field>
      {name !== '' && <OneList key={name} name={name} {...about} />}
    </section>
  );
}

function OneList({ name, tell, ...about }: Omit<OtherListsProps, 'isManager'> & { readonly name: ListName }) {
  const look = useCallback(() => api.list(name), [name]);
  const { found = nothing } = useLookedUp(look, { toldAt: about.toldAt, tell });
  return (
    <QueueList title={t(names[name])} nobody={t('Nothing.')} lines={found.lines} agents={found.agents} {...about} />
  );
}
