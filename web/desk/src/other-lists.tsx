import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { type Agent, api } from './api.ts';
import type { ListName, ListOf } from './lists.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection } from './plain-list.ts';
import { QueueList, type QueueListProps } from './queue.tsx';
import { type Views, viewsApi } from './views/api.ts';
import { ViewButtons } from './views/buttons.tsx';
import { t } from './words/t.ts';

const useStyles = makeStyles({ ...listSection });

const names = { team: 'My teams’', all: 'All teams’' } as const satisfies Readonly<Record<ListName, string>>;
const isList = (name: string): name is ListName => Object.hasOwn(names, name);
const nothing: ListOf = { lines: [], agents: {} };
const noViews: Views = { views: [], languages: [] };

interface OtherListsProps extends Pick<QueueListProps, 'toldAt' | 'open' | 'choose'> {
  readonly agent: Agent;
  readonly tell: (problem?: unknown) => void;
}

/** What the agent's colleagues have, and the views that they keep themselves: one list at a time, by choice. */
export function OtherLists({ agent, ...about }: OtherListsProps) {
  const styles = useStyles();
  const { toldAt, tell } = about;
  const [name, setName] = useState('');
  const { found: { views, languages } = noViews, change } = useLookedUp(viewsApi.all, { toldAt, tell });
  const whole = useRef<HTMLElement>(null);
  const view = views.find(({ id }) => id === name);
  const offered: readonly ListName[] = agent.managesRoutes === true ? ['team', 'all'] : ['team'];
  const goTo = (list: string) => {
    setName(list);
    whole.current?.querySelector('select')?.focus();
  };
  return (
    <section ref={whole} aria-label={t('Other lists')} className={styles.section}>
      <Field label={t('Another list')}>
        <Select value={name} onChange={(_event, { value }) => setName(value)}>
          <option value="">{t('None')}</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {t(names[each])}
            </option>
          ))}
          {views.map((each) => (
            <option key={each.id} value={each.id}>
              {`${each.name} (${each.count})`}
            </option>
          ))}
        </Select>
      </Field>
      <ViewButtons view={view} {...{ agent, languages, change, goTo, tell }} />
      {isList(name) && <OneList key={name} title={t(names[name])} of={name} look={api.list} {...about} />}
      {view !== undefined && (
        <OneList key={JSON.stringify(view.filter)} title={view.name} of={view.id} look={viewsApi.list} {...about} />
      )}
    </section>
  );
}

interface OneListProps<Name extends string> extends Omit<OtherListsProps, 'agent'> {
  readonly title: string;
  readonly of: Name;
  readonly look: (name: Name) => Promise<ListOf>;
}

function OneList<Name extends string>({ title, of, look, tell, ...about }: OneListProps<Name>) {
  const lookAgain = useCallback(() => look(of), [look, of]);
  const { found = nothing } = useLookedUp(lookAgain, { toldAt: about.toldAt, tell });
  return <QueueList title={title} nobody={t('Nothing.')} lines={found.lines} agents={found.agents} {...about} />;
}
