import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { api } from './api.ts';
import { causeNames, spoken } from './words.ts';

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

const outcomes = ['answered', 'done', 'case', 'task', 'callback', 'signposted', 'left'] as const;

interface EndingsProps {
  readonly handover: string;
  readonly team: string;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** The ways out of a conversation: to another team, to the assistant, or to its end. */
export function Endings({ handover, team, teams, changed, tell }: EndingsProps) {
  const styles = useStyles();
  const others = teams.filter(({ id }) => id !== team);
  const [outcome, setOutcome] = useState<string>('answered');
  const [avoidable, setAvoidable] = useState('');
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const act = (done: Promise<unknown>) => {
    tell();
    void done.catch(tell).finally(changed);
  };

  return (
    <div className={styles.row}>
      {others.length > 0 && (
        <>
          <Select size="small" aria-label="Team" value={chosen} onChange={(_event, { value }) => setChosen(value)}>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button size="small" onClick={() => act(api.transfer(handover, chosen, 'agent'))}>
            Pass on
          </Button>
        </>
      )}
      <Button size="small" onClick={() => act(api.giveBack(handover))}>
        Give back to the assistant
      </Button>
      <span className={styles.apart} />
      <Select size="small" aria-label="Outcome" value={outcome} onChange={(_event, { value }) => setOutcome(value)}>
        {outcomes.map((each) => (
          <option key={each} value={each}>
            {spoken(each)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label="Could it have been avoided?"
        value={avoidable}
        onChange={(_event, { value }) => setAvoidable(value)}
      >
        <option value="">Could not have been avoided</option>
        {causeNames.map(([cause, name]) => (
          <option key={cause} value={cause}>
            {name}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        onClick={() => act(api.close(handover, { outcome, ...(avoidable !== '' && { avoidable }) }))}
      >
        Close
      </Button>
    </div>
  );
}
