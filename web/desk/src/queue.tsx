import { Badge, Body1, Button, Caption1, Card, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { QueueLine } from './api.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    padding: 0,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXL}`,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

const channels: Readonly<Record<string, string>> = { web: 'Web chat', sms: 'Text', 'bot-framework': 'Other chat' };

/** How long somebody has waited, in words; counts on by itself. */
function Waited({ since }: { readonly since: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  return <>{minutes < 1 ? 'less than a minute' : `${minutes} min`}</>;
}

export interface QueueListProps {
  readonly title: string;
  readonly lines: readonly QueueLine[];
  readonly open: string | undefined;
  readonly choose: (line: QueueLine) => void;
  readonly accept?: (line: QueueLine) => void;
}

export function QueueList({ title, lines, open, choose, accept }: QueueListProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <Subtitle2 as="h2">
        {title} ({lines.length})
      </Subtitle2>
      {lines.length === 0 && <Body1 as="p">Nobody.</Body1>}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <Card size="small" appearance={line.conversation === open ? 'filled-alternative' : 'outline'}>
              <Button appearance="transparent" onClick={() => choose(line)} aria-current={line.conversation === open}>
                {line.enquiry}
              </Button>
              <span className={styles.row}>
                {line.priority === 0 && <Badge color="danger">Danger</Badge>}
                {line.restricted && <Badge color="important">Restricted</Badge>}
                <Badge appearance="outline">{channels[line.channel] ?? line.channel}</Badge>
                <Badge appearance="outline">{line.language}</Badge>
                <Caption1>
                  <Waited since={line.requestedAt} />
                </Caption1>
              </span>
              {accept !== undefined && (
                <Button
                  appearance="primary"
                  onClick={() => accept(line)}
                  aria-label={`Accept ${line.enquiry}, ${channels[line.channel] ?? line.channel}`}
                >
                  Accept
                </Button>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
