import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Agent } from '../api.ts';
import { t } from '../words/t.ts';
import { type SavedView, type Views, viewsApi } from './api.ts';
import { ViewForm } from './form.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBlock: tokens.spacingVerticalS },
});

interface ViewButtonsProps extends Pick<Views, 'languages'> {
  readonly agent: Agent;
  /** The one that is looked at. */
  readonly view: SavedView | undefined;
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
  /** Looks at a list, and puts the focus where one is chosen. */
  readonly goTo: (list: string) => void;
  readonly tell: (problem?: unknown) => void;
}

/** A new view, and what is done with the one that is looked at. */
export function ViewButtons({ view, agent, languages, change, goTo, tell }: ViewButtonsProps) {
  const styles = useStyles();
  /** One that has no name yet is new. */
  const [form, setForm] = useState<SavedView>();
  const close = (list: string) => {
    setForm(undefined);
    goTo(list);
  };
  /** What was refused is told, and what was filled in stays. */
  const closeOnce = async (act: () => Promise<unknown>, list: string) => {
    let isDone = false;
    await change(async () => {
      await act();
      isDone = true;
    });
    if (isDone) close(list);
  };
  return (
    <>
      <div className={styles.row}>
        <Button
          size="small"
          aria-expanded={form?.name === ''}
          onClick={() => setForm({ id: crypto.randomUUID(), name: '', filter: {} })}
        >
          {t('New view')}
        </Button>
        {view !== undefined && (
          <Existing
            view={view}
            change={() => setForm(view)}
            remove={() => void closeOnce(() => viewsApi.delete(view.id), '')}
          />
        )}
      </div>
      {form !== undefined && (
        <ViewForm
          key={form.id}
          view={form}
          teams={agent.handoverTeams ?? []}
          languages={languages}
          save={(saved) => closeOnce(() => viewsApi.keep(saved), saved.id)}
          leave={() => close(view?.id ?? '')}
          tell={tell}
        />
      )}
    </>
  );
}

interface ExistingProps {
  readonly view: SavedView;
  readonly change: () => void;
  readonly remove: () => void;
}

function Existing({ view: { name }, change, remove }: ExistingProps) {
  return (
    <>
      <Button size="small" aria-label={t('Change the view {name}', { name })} onClick={change}>
        {t('Change')}
      </Button>
      <Button size="small" aria-label={t('Delete the view {name}', { name })} onClick={remove}>
        {t('Delete')}
      </Button>
    </>
  );
}
