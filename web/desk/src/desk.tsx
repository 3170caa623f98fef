import {
  Badge,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Switch,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Agent, api } from './api.ts';
import { Conversation } from './conversation.tsx';
import { PersonPane } from './person.tsx';
import { QueueList } from './queue.tsx';
import { useDesk } from './use-desk.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateRows: 'auto auto 1fr', height: '100vh' },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  grow: { flexGrow: 1 },
  panes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(14rem, 20rem) minmax(0, 1fr) minmax(14rem, 20rem)',
    minHeight: 0,
    '@media (max-width: 60rem)': { gridTemplateColumns: '1fr', overflowY: 'auto' },
  },
  pane: {
    overflowY: 'auto',
    minHeight: 0,
    padding: tokens.spacingHorizontalL,
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
  },
});

interface DeskProps {
  readonly agent: Agent;
  readonly signedOut: () => void;
}

export function Desk({ agent, signedOut }: DeskProps) {
  const styles = useStyles();
  const { queue, connected, told, tell, accept, live, open, show, refresh } = useDesk(signedOut);

  return (
    <div className={styles.page}>
      <Bar agent={agent} connected={connected} tell={tell} signedOut={signedOut} />
      <div role="status">
        {told !== '' && (
          <MessageBar intent="warning">
            <MessageBarBody>{told}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles.panes}>
        <nav className={styles.pane} aria-label="Conversations">
          <QueueList title="Mine" lines={queue.mine} choose={(line) => void show(line.conversation)} open={open?.id} />
          <QueueList
            title="Waiting"
            lines={queue.waiting}
            choose={(line) => void show(line.conversation)}
            accept={accept}
            open={open?.id}
          />
        </nav>
        <main className={styles.pane} aria-label="Conversation">
          {open === undefined ? (
            <p>Choose a conversation. Those who wait longest stand first.</p>
          ) : (
            <Conversation
              key={open.id}
              view={open}
              agent={agent}
              changed={refresh}
              typing={() => live.current?.typing(open.id)}
            />
          )}
        </main>
        <aside className={styles.pane} aria-label="Person">
          {open !== undefined && <PersonPane view={open} />}
        </aside>
      </div>
    </div>
  );
}

interface BarProps extends DeskProps {
  readonly connected: boolean;
  readonly tell: (problem: unknown) => void;
}

function Bar({ agent, connected, tell, signedOut }: BarProps) {
  const styles = useStyles();
  const [available, setAvailable] = useState(true);

  useEffect(() => {
    api.presence(available ? 'available' : 'away').catch(tell);
  }, [available, tell]);

  return (
    <header className={styles.bar}>
      <Title3 as="h1">Desk</Title3>
      <span className={styles.grow}>{agent.name}</span>
      <Badge appearance="tint" color={connected ? 'success' : 'warning'}>
        {connected ? 'Live' : 'Connecting again…'}
      </Badge>
      <Switch
        label="I take conversations"
        checked={available}
        onChange={(_event, { checked }) => setAvailable(checked)}
      />
      <Button onClick={() => api.signOut().finally(signedOut)}>Sign out</Button>
    </header>
  );
}
