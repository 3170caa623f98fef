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
import { placeOf } from './help-sheet.tsx';
import { listSection, plainList } from './plain-list.ts';
import { t } from './words/t.ts';
import { channelName, enquiryName, languageName, skillName, timeOf } from './words.ts';

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
  heard: { position: 'absolute', clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden' },
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
  return <>{minutes < 1 ? t('less than a minute') : t('{count} min', { count: minutes })}</>;
}

export interface QueueListProps {
  readonly title: string;
  /** By which a key finds it. */
  readonly place?: 'waiting' | 'mine';
  readonly nobody: string;
  readonly lines: readonly QueueLine[];
  /** Of how many these are the first; of none but themselves unless told. */
  readonly total?: number;
  readonly toldAt: number;
  readonly open: string | undefined;
  readonly choose: (line: QueueLine) => void;
  readonly accept?: (line: QueueLine) => void;
  readonly decline?: (line: QueueLine) => void;
  /** The agent who reads. */
  readonly me?: string;
  /** Names of colleagues by id, where a list is of what they have. */
  readonly agents?: Readonly<Record<string, string>>;
}

export function QueueList({ title, place, nobody, lines, total = lines.length, ...about }: QueueListProps) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.section} {...(place && placeOf(place))}>
      <Subtitle2 as="h2" block>
        {title} <span aria-live="polite">({total})</span>
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
      {total > lines.length && (
        <Body1 as="p" block className={styles.quiet}>
          {t('The first {shown} are shown. The search finds the others.', { shown: lines.length })}
        </Body1>
      )}
    </section>
  );
}

type QueueCardProps = Omit<QueueListProps, 'title' | 'place' | 'nobody' | 'lines' | 'total'> & {
  readonly line: QueueLine;
};

function QueueCard({ line, open, choose, ...about }: QueueCardProps) {
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
        aria-label={t('Read {name}', { name: `${name}, ${channelName(line.channel)}` })}
      >
        {name}
      </Button>
      <Marks line={line} agents={about.agents} />
      {about.accept !== undefined && <Taking line={line} name={name} accept={about.accept} {...about} />}
    </Card>
  );
}

function whose({ state, agent }: QueueLine, agents: Readonly<Record<string, string>>): string {
  if (state === 'waiting') return t('Waits');
  const name = agents[agent ?? ''] ?? t('a colleague');
  return state === 'ended' ? t('Ended') : t('With {name}', { name });
}

interface MarksProps {
  readonly line: QueueLine;
  readonly agents: QueueListProps['agents'];
}

function Marks({ line, agents }: MarksProps) {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      {line.priority === 0 && <Badge color="danger">{t('Urgent')}</Badge>}
      {line.restricted && <Badge color="important">{t('Restricted')}</Badge>}
      <Badge appearance="outline">{channelName(line.channel)}</Badge>
      {line.language !== 'en' && <Badge appearance="outline">{languageName(line.language)}</Badge>}
      {line.skills.map((skill) => (
        <Badge key={skill} appearance="outline">
          {t('Asked for: {what}', { what: skillName(skill) })}
        </Badge>
      ))}
      {agents !== undefined && <Badge appearance="outline">{whose(line, agents)}</Badge>}
      {line.held !== undefined && (
        <Badge appearance="outline">
          {t('Until {time}', { time: timeOf(line.held.until, new Date()) })}: {line.held.because}
        </Badge>
      )}
      {line.held === undefined && line.resumedAt !== undefined && (
        <Badge color="important">{t('Back from hold')}</Badge>
      )}
      {line.reason === 'hold-over' && <Badge appearance="outline">{t('Was on hold')}</Badge>}
      {line.reason === 'agent-gone' && <Badge appearance="outline">{t('Lost its agent')}</Badge>}
    </span>
  );
}

type TakingProps = Pick<QueueListProps, 'decline' | 'me' | 'toldAt'> & {
  readonly line: QueueLine;
  readonly name: string;
  readonly accept: (line: QueueLine) => void;
};

/** Whose turn it is, and the way to take it. Anybody may: a conversation never waits because of an offer. */
function Taking({ line, name, toldAt, me, accept, decline }: TakingProps) {
  const styles = useStyles();
  const about = `${name}, ${channelName(line.channel)}`;
  const isMine = line.reserved !== undefined && line.reserved.agent === me;
  return (
    <>
      <Caption1>
        {t('Waiting')} <Waited seconds={line.waitedSeconds} toldAt={toldAt} />
      </Caption1>
      {isMine && (
        <Badge color="brand">
          {t('Your turn:')} <SecondsLeft of={line} toldAt={toldAt} />
        </Badge>
      )}
      {line.reserved !== undefined && !isMine && <Badge appearance="tint">{t('Offered to a colleague')}</Badge>}
      <span className={styles.row}>
        <Button
          appearance={isMine || line.reserved === undefined ? 'primary' : 'secondary'}
          onClick={() => accept(line)}
          aria-label={t('Accept {name}', { name: about })}
        >
          {t('Accept')}
        </Button>
        {isMine && decline !== undefined && (
          <Button onClick={() => decline(line)} aria-label={t('Decline {name}', { name: about })}>
            {t('Decline')}
          </Button>
        )}
      </span>
    </>
  );
}

function SecondsLeft({ of, toldAt }: { readonly of: QueueLine; readonly toldAt: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = (of.reserved?.secondsLeft ?? 0) - Math.max(0, now - toldAt) / 1_000;
  return <>{Math.max(0, Math.ceil(left))} s</>;
}

/** Told once to who listens; for who looks the list shows it for as long as it stands. */
export function YourTurn({ lines, me }: { readonly lines: readonly QueueLine[]; readonly me: string }) {
  const styles = useStyles();
  const mine = lines.find(({ reserved }) => reserved?.agent === me);
  if (mine === undefined) return null;
  const name = enquiryName(mine.about ?? mine.enquiry);
  return <span className={styles.heard}>{`${t('Your turn:')} ${name}, ${channelName(mine.channel)}`}</span>;
}
