import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { api } from './api.ts';
import type { ListName, ListOf } from './lists.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection } from './plain-list.ts';
import { QueueList, type QueueListProps } from './queue.tsx';

const useStyles = makeStyles({ ...listSection });

const names: Readonly<Record<ListName, string>> = { team: 'My teams’', all: 'All teams’' };
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
    <section aria-label="Other lists" className={styles.section}>
      <Field label="Another list">
        <Select value={name} onChange={(_event, { value }) => setName(value as ListName | '')}>
          <option value="">None</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {names[each]}
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
  return <QueueList title={names[name]} nobody="Nothing." lines={found.lines} agents={found.agents} {...about} />;
}
