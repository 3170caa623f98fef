import { Badge, Body1, Caption1, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { Agent, ConversationView } from './api.ts';
import { useColleagues } from './colleagues.ts';
import { Endings } from './endings.tsx';
import { Formats } from './formats.tsx';
import { Hold } from './hold.tsx';
import { NoteOnly } from './note.tsx';
import { Needs } from './person.tsx';
import { Reply } from './reply.tsx';
import { Threads } from './threads.tsx';
import { Transcript } from './transcript.tsx';
import type { Put } from './use-to-reply.ts';
import { useTranslations } from './use-translations.ts';
import { t } from './words/t.ts';
import { channelName, enquiryName, languageName } from './words.ts';

const useStyles = makeStyles({
  whole: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto auto',
    height: '100%',
    minHeight: 0,
    gap: tokens.spacingVerticalS,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  typing: { minHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  below: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface ConversationProps {
  readonly view: ConversationView;
  readonly agent: Agent;
  /** Names of colleagues. */
  readonly othersLook: readonly string[];
  readonly tenantTypes: boolean;
  /** Up to which message. */
  readonly tenantRead: number;
  readonly show: (conversation: string) => void;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
  readonly typing: () => void;
  /** The reply gives here how words are put into it. */
  readonly toReply: (put: Put | undefined) => void;
}

export function Conversation(props: ConversationProps) {
  const { view, agent, othersLook, tenantTypes, tenantRead, show, changed, tell, typing, toReply } = props;
  const styles = useStyles();
  const translations = useTranslations(view, agent.translates === true);
  const mine = view.owner.is === 'agent' && view.owner.agent === agent.id;
  const colleagues = useColleagues(tell);
  const handover = view.handovers.find((each) => each.state !== 'ended');

  return (
    <section className={styles.whole} aria-label={t('Conversation')}>
      <header>
        <div className={styles.title}>
          <Subtitle1 as="h2">{enquiryName(handover?.about ?? handover?.enquiry ?? 'conversation')}</Subtitle1>
          <Badge appearance="outline">{channelName(view.channel)}</Badge>
          {view.language !== 'en' && (
            <Badge color="important">{t('Writes in {language}', { language: languageName(view.language) })}</Badge>
          )}
        </div>
        <Caption1 as="p" block role="status">
          {othersLook.length > 0 && t('Open with {names}, too', { names: othersLook.join(', ') })}
        </Caption1>
        <Needs view={view} />
        <Threads view={view} me={agent.id} show={show} tell={tell} />
      </header>
      <Transcript view={view} translations={translations} tenantRead={tenantRead} />
      {/* Seen, not read out: a screen reader would say it over and over. */}
      <Caption1 aria-hidden="true" className={styles.typing}>
        {tenantTypes && t('The tenant is writing…')}
      </Caption1>
      {mine && handover !== undefined ? (
        <div className={styles.below}>
          <Reply
            view={view}
            colleagues={colleagues}
            translates={agent.translates === true}
            changed={changed}
            tell={tell}
            typing={typing}
            toReply={toReply}
          />
          <Formats view={view} changed={changed} tell={tell} />
          <Hold handover={handover.id} changed={changed} tell={tell} />
          <Endings
            handover={handover.id}
            about={handover.about ?? handover.enquiry}
            team={handover.team}
            teams={agent.handoverTeams ?? []}
            colleagues={colleagues}
            changed={changed}
            tell={tell}
          />
        </div>
      ) : (
        <div className={styles.below}>
          <Body1 as="p" block>
            {ownerLine(view)}
          </Body1>
          <NoteOnly view={view} colleagues={colleagues} changed={changed} tell={tell} />
        </div>
      )}
    </section>
  );
}

function ownerLine({ owner, agents }: ConversationView): string {
  if (owner.is === 'agent') {
    return t('This conversation is with {name}.', { name: agents[owner.agent ?? ''] ?? t('a colleague') });
  }
  return t(owner.is === 'queue' ? 'Accept this conversation to answer.' : 'This conversation is with the assistant.');
}
