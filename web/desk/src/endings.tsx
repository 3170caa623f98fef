import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { api } from './api.ts';
import type { Colleague } from './colleagues.ts';
import { GiveBack } from './give-back.tsx';
import { t } from './words/t.ts';
import { WrapUp } from './wrap-up.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  apart: { flexGrow: 1 },
});

/** Marks in the list of teams that a value is a colleague. */
const toAgent = 'agent:';

function passOn(handover: string, chosen: string): Promise<unknown> {
  return chosen.startsWith(toAgent)
    ? api.passTo(handover, chosen.slice(toAgent.length), 'agent')
    : api.transfer(handover, chosen, 'agent');
}

interface EndingsProps {
  readonly handover: string;
  /** What the conversation is about. */
  readonly about: string;
  readonly team: string;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly colleagues: readonly Colleague[];
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** The ways out of a conversation: to another team, to the assistant, or to its end. */
export function Endings({ handover, about, team, teams, colleagues, changed, tell }: EndingsProps) {
  const styles = useStyles();
  const free = colleagues.filter((each) => each.free);
  const others = teams.filter(({ id }) => id !== team);
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const act = (done: Promise<unknown>) => {
    tell();
    void done.catch(tell).finally(changed);
  };

  return (
    <div className={styles.row}>
      {others.length + free.length > 0 && (
        <>
          <Select size="small" aria-label={t('Team')} value={chosen} onChange={(_event, { value }) => setChosen(value)}>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {free.map(({ id, name }) => (
              <option key={id} value={`${toAgent}${id}`}>
                {t('{name}, who is free', { name })}
              </option>
            ))}
          </Select>
          <Button size="small" disabled={chosen === ''} onClick={() => act(passOn(handover, chosen))}>
            {t('Pass on')}
          </Button>
        </>
      )}
      <GiveBack giveBack={(dialog) => act(api.giveBack(handover, dialog))} tell={tell} />
      <span className={styles.apart} />
      <WrapUp about={about} close={(how) => act(api.close(handover, how))} tell={tell} />
    </div>
  );
}
