import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { api, type ConversationView } from './api.ts';
import { t } from './words/t.ts';
import { channelName, enquiryName, timeOf } from './words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

type Other = ConversationView['threads']['open'][number];

interface ThreadsProps {
  readonly view: ConversationView;
  readonly me: string;
  readonly show: (conversation: string) => void;
  readonly tell: (problem?: unknown) => void;
}

/** Where else who writes has written: what is open there, and what was merged with this one. */
export function Threads({ view, me, show, tell }: ThreadsProps) {
  const styles = useStyles();
  const { open, mergedFrom, mergedInto } = view.threads;
  const isMine = view.owner.is === 'agent' && view.owner.agent === me;
  const handover = isMine ? view.handovers.find(({ state }) => state === 'accepted') : undefined;
  const goOn = (into: string) => {
    tell();
    if (handover === undefined) return;
    void api
      .merge(handover.id, { into, seenSequence: view.sequence })
      .then(() => show(into))
      .catch(tell);
  };
  if (open.length + mergedFrom.length + mergedInto.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('Other conversations of this person')}>
      {open.map((other) => (
        <li key={other.conversation} className={styles.line}>
          <Caption1>{t('Writes here as well: {what}', { what: whatOf(other, view, me) })}</Caption1>
          <OpenButton conversation={other.conversation} show={show} />
          {handover !== undefined && other.agent === me && (
            <Button size="small" onClick={() => goOn(other.conversation)}>
              {t('End this one and go on there')}
            </Button>
          )}
        </li>
      ))}
      {mergedFrom.map(({ conversation, channel, at }) => (
        <li key={conversation} className={styles.line}>
          <Caption1>
            {t('Goes on from: {channel}, until {time}', {
              channel: channelName(channel),
              time: timeOf(at, new Date()),
            })}
          </Caption1>
          <OpenButton conversation={conversation} show={show} />
        </li>
      ))}
      {mergedInto.map(({ conversation, at }) => (
        <li key={`${conversation} ${at}`} className={styles.line}>
          <Caption1>{t('Went on in another conversation, {time}', { time: timeOf(at, new Date()) })}</Caption1>
          <OpenButton conversation={conversation} show={show} />
        </li>
      ))}
    </ul>
  );
}

function OpenButton({ conversation, show }: { readonly conversation: string; readonly show: ThreadsProps['show'] }) {
  return (
    <Button size="small" onClick={() => show(conversation)}>
      {t('Open')}
    </Button>
  );
}

function whatOf({ channel, enquiry, about, agent }: Other, { agents }: ConversationView, me: string): string {
  const whose = agent === undefined ? t('waits') : agent === me ? t('with you') : (agents[agent] ?? t('a colleague'));
  return `${channelName(channel)}, ${enquiryName(about ?? enquiry)}, ${whose}`;
}
