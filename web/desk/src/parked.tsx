import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { api } from './api.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import { named, t } from './words/t.ts';
import { spoken, timeOf } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalM },
  about: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
});

const kinds = {
  'sms.send': 'Text to a tenant',
  'bot-framework.send': 'Message on another chat',
  'housing.create-case': 'New case for the housing system',
  'housing.create-repair': 'New repair for the housing system',
  'housing.create-task': 'New task for the housing system',
  'housing.record-contact': 'Contact for the housing system',
  'housing.update-person': 'Change of a profile',
  'housing.change-repair': 'Change of a repair',
  'housing.change-case': 'Change of a case',
  'skill.send': 'Message to the desk elsewhere',
  'webhook.send': 'Event for your own systems',
} as const;

function kindName(kind: string): string {
  return named(kinds, kind) ?? spoken(kind);
}

/** The API tells of no more at once. */
const mostTold = 100;
interface ParkedListProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

/** What was given up after its last try, and waits for somebody to look. What it says to whom is not shown. */
export function ParkedList({ toldAt, tell }: ParkedListProps) {
  const styles = useStyles();
  const { found, change } = useLookedUp(api.parked, { toldAt, tell });
  const parked = found?.parked ?? [];
  // Gone from the list at once; back again, some seconds later, when it failed again.
  const retry = (id: string) => change(() => api.retryDelivery(id));
  return (
    <section aria-label={t('Not delivered')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('Not delivered')}{' '}
        <span aria-live="polite">
          ({parked.length < mostTold ? parked.length : t('{count} or more', { count: mostTold })})
        </span>
      </Subtitle2>
      {parked.length === 0 && (
        <Body1 as="p" block className={styles.quiet}>
          {t('Nothing has been given up.')}
        </Body1>
      )}
      <ul className={styles.list}>
        {parked.map(({ id, kind, code, createdAt }) => (
          <li key={id}>
            <Body1 block>{kindName(kind)}</Body1>
            <Caption1 block className={styles.about}>
              {t('Since {time}', { time: timeOf(createdAt, new Date()) })} · {spoken(code)}
            </Caption1>
            <Button
              size="small"
              onClick={() => void retry(id)}
              aria-label={t('Try again: {name}', { name: kindName(kind) })}
            >
              {t('Try again')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
