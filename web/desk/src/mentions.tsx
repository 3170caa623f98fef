import { Badge, Button, Caption1, Card, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { api } from './api.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import { t } from './words/t.ts';
import { channelName, enquiryName } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalS },
  name: { justifyContent: 'start', paddingInline: 0, minWidth: 0, textAlign: 'start' },
  said: { overflowWrap: 'anywhere' },
});

interface MentionListProps {
  readonly toldAt: number;
  readonly show: (conversation: string) => void;
  readonly tell: (problem?: unknown) => void;
}

/** Notes that name the agent and that they have not read, and questions that they have not answered. */
export function MentionList({ toldAt, show, tell }: MentionListProps) {
  const styles = useStyles();
  const { found, change } = useLookedUp(api.mentions, { toldAt, tell });
  if (found === undefined || found.mentions.length === 0) return null;
  const { mentions, agents } = found;
  return (
    <section aria-label={t('For you')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('For you')} <span aria-live="polite">({mentions.length})</span>
      </Subtitle2>
      <ul className={styles.list}>
        {mentions.map(({ id, agent, text, asks, conversation, enquiry, channel }) => (
          <li key={id}>
            <Card size="small" appearance="outline">
              <Button
                appearance="transparent"
                className={styles.name}
                aria-label={t('Read the note in {name}', { name: `${enquiryName(enquiry)}, ${channelName(channel)}` })}
                onClick={() => {
                  show(conversation);
                  void change(() => api.mentionsRead(conversation));
                }}
              >
                {enquiryName(enquiry)}
              </Button>
              {asks && <Badge appearance="outline">{t('Asks for your answer')}</Badge>}
              <Caption1 block className={styles.said}>
                {agents[agent] ?? t('A colleague')}: {text}
              </Caption1>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
