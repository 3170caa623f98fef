import {
  Badge,
  Body1,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { AdjustmentList } from './adjustments.tsx';
import { AgreedRoutePart } from './agreed-route.tsx';
import type { Agent, QueueLine } from './api.ts';
import { Conversation } from './conversation.tsx';
import { Figures } from './figures.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LessonList } from './lessons.tsx';
import { MentionList } from './mentions.tsx';
import { OtherLists } from './other-lists.tsx';
import { ParkedList } from './parked.tsx';
import { PersonPane, type PersonPaneProps } from './person.tsx';
import { PresencePart } from './presence.tsx';
import { PromiseList } from './promises.tsx';
import { QueueList, type QueueListProps, YourTurn } from './queue.tsx';
import { Search } from './search.tsx';
import { SignOut } from './sign-out.tsx';
import { ManagersButtons, ManagersPage, type ManagersPageName } from './supervisor/managers.tsx';
import { useDesk } from './use-desk.ts';
import { useToReply } from './use-to-reply.ts';
import { t } from './words/t.ts';

const narrow = '@media (max-width: 60rem)';
const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    height: '100vh',
    [narrow]: { height: 'auto', minHeight: '100vh' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1 },
  panes: {
    display: 'grid',
    gridTemplateColumns: '17rem minmax(0, 1fr) 17rem',
    minHeight: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pane: { overflowY: 'auto', minHeight: 0, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}` },
  middle: {
    borderInlineWidth: '1px',
    borderInlineStyle: 'solid',
    borderInlineColor: tokens.colorNeutralStroke2,
    [narrow]: { borderInlineWidth: '0', minHeight: '80vh' },
  },
  empty: { color: tokens.colorNeutralForeground3, textAlign: 'center', marginTop: '20vh' },
});

interface DeskProps {
  readonly agent: Agent;
  readonly signedOut: () => void;
  /** The session ran out: what is being done stays. */
  readonly over: () => void;
}

export function Desk({ agent, signedOut, over }: DeskProps) {
  const styles = useStyles();
  const desk = useDesk(over);
  const { queue, connected, told, tell, accept, decline, typingIn, receipts, live, open, show, refresh } = desk;
  const [page, setPage] = useState<ManagersPageName>();
  const toReply = useToReply();
  const openOne = (conversation: string) => {
    setPage(undefined);
    void show(conversation);
  };
  const list = {
    toldAt: queue.toldAt,
    open: open?.id,
    choose: (line: { conversation: string }) => openOne(line.conversation),
  };
  const decides = agent.decidesAdjustments === true;
  useTitle(queue.waitingTotal);

  return (
    <div className={styles.page}>
      <Bar agent={agent} connected={connected} tell={tell} signedOut={signedOut} />
      <Told told={told} tell={tell} lines={queue.waiting} me={agent.id} />
      <div className={styles.panes}>
        <div className={styles.pane}>
          <nav aria-label={t('Conversations')}>
            <MentionList toldAt={queue.toldAt} show={openOne} tell={tell} />
            <Mine lines={queue.mine} {...list} />
            <QueueList
              place="waiting"
              title={t('Waiting')}
              nobody={t('Nobody waits.')}
              lines={queue.waiting}
              total={queue.waitingTotal}
              me={agent.id}
              accept={(line) => {
                setPage(undefined);
                void accept(line);
              }}
              decline={(line) => void decline(line)}
              {...list}
            />
            <OtherLists agent={agent} tell={tell} {...list} />
            <Search show={openOne} tell={tell} />
            <ManagersButtons agent={agent} page={page} set={setPage} />
          </nav>
          {decides && <AdjustmentList toldAt={queue.toldAt} tell={tell} />}
          <PromiseList toldAt={queue.toldAt} tell={tell} />
          <LessonList toldAt={queue.toldAt} tell={tell} />
          <ParkedList toldAt={queue.toldAt} tell={tell} />
          <Figures toldAt={queue.toldAt} tell={tell} />
        </div>
        <main className={mergeClasses(styles.pane, styles.middle)}>
          {page !== undefined ? (
            <ManagersPage page={page} me={agent.id} toldAt={queue.toldAt} tell={tell} choose={list.choose} />
          ) : open === undefined ? (
            <Body1 as="p" block className={styles.empty}>
              {t('Choose a conversation. Who has waited longest stands first, after what is urgent.')}
            </Body1>
          ) : (
            <Conversation
              key={open.id}
              view={open}
              agent={agent}
              othersLook={desk.othersLook}
              tenantTypes={typingIn === open.id}
              tenantRead={receipts[open.id] ?? 0}
              show={openOne}
              changed={refresh}
              tell={tell}
              toReply={toReply.by}
              typing={() => live.current?.typing(open.id)}
            />
          )}
        </main>
        <aside className={styles.pane} aria-label={t('Person')}>
          {open !== undefined && (
            <AboutPerson view={open} agent={agent} show={openOne} toReply={toReply.put} changed={refresh} tell={tell} />
          )}
        </aside>
      </div>
    </div>
  );
}

type AboutProps = Omit<PersonPaneProps, 'me'> & { readonly agent: Agent };

function AboutPerson({ agent, ...pane }: AboutProps) {
  const { view, changed, tell } = pane;
  const isManager = agent.managesRoutes === true;
  return (
    <>
      <PersonPane key={`person ${view.id}`} {...pane} me={agent.id} />
      <AgreedRoutePart key={view.id} view={view} isManager={isManager} changed={changed} tell={tell} />
    </>
  );
}

interface ToldProps {
  readonly told: string;
  readonly tell: (problem?: unknown) => void;
  readonly lines: readonly QueueLine[];
  readonly me: string;
}

/** What a screen reader says by itself: whose turn it is, and what went wrong. */
function Told({ told, tell, lines, me }: ToldProps) {
  return (
    <div role="status">
      <YourTurn lines={lines} me={me} />
      {told !== '' && (
        <MessageBar intent="warning">
          <MessageBarBody>{told}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => tell()}>{t('Dismiss')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

/** What rests stands by itself: it needs nobody now. */
function Mine({ lines, ...list }: Omit<QueueListProps, 'title' | 'nobody'>) {
  const resting = lines.filter(({ held }) => held !== undefined);
  const awake = lines.filter(({ held }) => held === undefined);
  return (
    <>
      <QueueList place="mine" title={t('Mine')} nobody={t('You have no conversation.')} lines={awake} {...list} />
      {resting.length > 0 && <QueueList title={t('On hold')} nobody="" lines={resting} {...list} />}
    </>
  );
}

/** How many wait is told in the tab, too. */
function useTitle(waiting: number): void {
  const title = waiting === 0 ? `${t('Desk')} · Doorstep` : `(${waiting}) ${t('Desk')} · Doorstep`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

interface BarProps extends Omit<DeskProps, 'over'> {
  readonly connected: boolean;
  readonly tell: (problem?: unknown) => void;
}

function Bar({ agent, connected, tell, signedOut }: BarProps) {
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <Title3 as="h1">{t('Desk')}</Title3>
      <span className={styles.grow}>{agent.name}</span>
      <span role="status">
        <Badge appearance="tint" color={connected ? 'success' : 'warning'}>
          {t(connected ? 'Live' : 'Connecting again…')}
        </Badge>
      </span>
      <PresencePart agent={agent} tell={tell} />
      <HelpSheet />
      <LanguageChoice />
      <SignOut signedOut={signedOut} />
    </header>
  );
}
