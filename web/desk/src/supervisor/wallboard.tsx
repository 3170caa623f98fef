import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../api.ts';
import { type Plain, t } from '../words/t.ts';
import { channelName, sentence, spoken, timeOf } from '../words.ts';
import type { Wallboard } from './api.ts';
import { lasted, Table } from './table.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXL,
    margin: `${tokens.spacingVerticalM} 0`,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  number: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, margin: 0 },
});

interface Props {
  readonly board: Wallboard;
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

/** Everything in one look; each number has its name beside it. */
export function WallboardPart({ board, change }: Props) {
  const { waiting, agents, deliveries } = board;
  return (
    <>
      <Figures board={board} />
      <Table
        title={t('Waiting, by team')}
        heads={['Team', 'Waiting', 'Longest wait']}
        nothing={t('Nobody waits.')}
        rows={waiting.teams.map(({ team, count, longestSeconds }) => ({
          key: team,
          cells: [team, count, lasted(longestSeconds)],
        }))}
      />
      <Table
        title={t('Agents')}
        heads={['Agent', 'State', 'Has', 'Takes at most', 'By channel']}
        nothing={t('Nobody is at the desk.')}
        rows={agents.map(({ id, name, state, reason, load, capacity, channels }) => ({
          key: id,
          cells: [
            name,
            reason === undefined ? sentence(spoken(state)) : `${sentence(spoken(state))}: ${reason}`,
            load,
            capacity,
            channels.map(ofChannel).join(', '),
          ],
        }))}
      />
      <Table
        title={t('Given up deliveries')}
        heads={['What', 'Since', 'Why', 'Tried again by', 'Try again']}
        nothing={t('Nothing has been given up.')}
        rows={deliveries.givenUp.map(({ id, kind, code, createdAt, retried }) => ({
          key: id,
          cells: [
            spoken(kind.replace('.', ': ')),
            timeOf(createdAt, new Date()),
            spoken(code),
            retried === undefined ? t('Nobody') : `${retried.by}, ${timeOf(retried.at, new Date())}`,
            <Button key={id} size="small" onClick={() => void change(() => api.retryDelivery(id))}>
              {t('Try again')}
            </Button>,
          ],
        }))}
      />
    </>
  );
}

/** “Web chat 1 of 3”. */
function ofChannel({ channel, load, capacity }: Wallboard['agents'][number]['channels'][number]): string {
  return t('{channel} {load} of {most}', { channel: channelName(channel), load, most: capacity });
}

function Figures({ board: { waiting, promises, deliveries, channels, orphans } }: Pick<Props, 'board'>) {
  const styles = useStyles();
  const unanswered = channels.reduce((sum, each) => sum + each.unanswered, 0);
  const figures: readonly (readonly [name: Plain, value: string | number])[] = [
    ['Waiting for a person', waiting.count],
    ['Longest wait', waiting.count === 0 ? '–' : lasted(waiting.longestSeconds)],
    ['Promises overdue', promises.overdue],
    ['Promises due in two days', promises.soon],
    ['Conversations not answered', unanswered],
    ['Deliveries waiting', deliveries.waiting],
    ['Deliveries given up', deliveries.parked],
    ['Put back from nobody, in a day', orphans],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt>
            <Body1>{t(name)}</Body1>
          </dt>
          <dd className={styles.number}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
