import {
  Badge,
  Body1,
  Button,
  Caption1,
  Card,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { QueueLine } from './api.ts';
import { listSection, plainList } from './plain-list.ts';
import { channelName, enquiryName, languageName, skillName } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalS },
  open: {
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  danger: {
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorStatusDangerBorderActive,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  name: { justifyContent: 'start', paddingInline: 0, minWidth: 0, textAlign: 'start' },
});

/** How long somebody has waited, in words; counts on by itself. */
function Waited({ seconds, toldAt }: { readonly seconds: number; readonly toldAt: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((seconds + Math.max(0, now - toldAt) / 1_000) / 60);
  return <>{minutes < 1 ? 'less than a minute' : `${minutes} min`}</>;
}

export interface QueueListProps {
  readonly title: string;
  readonly nobody: string;
  readonly lines: readonly QueueLine[];
  readonly toldAt: number;
  readonly open: string | undefined;
  readonly choose: (line: QueueLine) => void;
  readonly accept?: (line: QueueLine) => void;
}

export function QueueList({ title, nobody, lines, ...about }: QueueListProps) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.section}>
      <Subtitle2 as="h2" block>
        {title} <span aria-live="polite">({lines.length})</span>
      </Subtitle2>
      {lines.length === 0 && (
        <Body1 as="p" block className={styles.quiet}>
          {nobody}
        </Body1>
      )}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.id}>
            <QueueCard line={line} {...about} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type QueueCardProps = Omit<QueueListProps, 'title' | 'nobody' | 'lines'> & { readonly line: QueueLine };

function QueueCard({ line, toldAt, open, choose, accept }: QueueCardProps) {
  const styles = useStyles();
  const isOpen = line.conversation === open;
  const name = enquiryName(line.about ?? line.enquiry);
  return (
    <Card
      size="small"
      appearance={isOpen ? 'filled-alternative' : 'outline'}
      className={mergeClasses(line.priority === 0 && styles.danger, isOpen && styles.open)}
    >
      <Button
        appearance="transparent"
        className={styles.name}
        onClick={() => choose(line)}
        aria-current={isOpen}
        aria-label={`Read ${name}, ${channelName(line.channel)}`}
      >
        {name}
      </Button>
      <span className={styles.row}>
        {line.priority === 0 && <Badge color="danger">Urgent</Badge>}
        {line.restricted && <Badge color="important">Restricted</Badge>}
        <Badge appearance="outline">{channelName(line.channel)}</Badge>
        {line.language !== 'en' && <Badge appearance="outline">{languageName(line.language)}</Badge>}
        {line.skills.map((skill) => (
          <Badge key={skill} appearance="outline">
            Asked for: {skillName(skill)}
          </Badge>
        ))}
        {line.reason === 'agent-gone' && <Badge appearance="outline">Lost its agent</Badge>}
      </span>
      {accept !== undefined && (
        <>
          <Caption1>
            Waiting <Waited seconds={line.waitedSeconds} toldAt={toldAt} />
          </Caption1>
          <Button
            appearance="primary"
            onClick={() => accept(line)}
            aria-label={`Accept ${name}, ${channelName(line.channel)}`}
          >
            Accept
          </Button>
        </>
      )}
    </Card>
  );
}
