import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ConversationView } from './api.ts';
import { CasesPart } from './cases/cases.tsx';
import { Account } from './person/account.tsx';
import { Card } from './person/card.tsx';
import { ChangePerson } from './person/change-form.tsx';
import { Check } from './person/check.tsx';
import { Directory } from './person/directory.tsx';
import { Edits } from './person/edits.tsx';
import { needLine } from './person/need-line.ts';
import { plainList } from './plain-list.ts';
import { named, t } from './words/t.ts';
import { channelName, enquiryName, languageName, sentence, spoken } from './words.ts';

const useStyles = makeStyles({
  needs: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorStatusWarningBorderActive,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  needList: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXXL,
  },
  none: { color: tokens.colorNeutralForeground2, margin: 0 },
  list: { ...plainList, gap: tokens.spacingVerticalM },
  part: { marginTop: tokens.spacingVerticalXXL },
  words: { overflowWrap: 'anywhere' },
});

/** What we have from nobody but the tenant, in this conversation. */
const unchecked = () => t('Said, not checked');

/** What somebody must know before writing a word to this person. Stands at the top of the conversation. */
export function Needs({ view }: { readonly view: ConversationView }) {
  const styles = useStyles();
  const said = view.told.needs.map((need) => `${unchecked()}: ${need}`);
  const lines = [...view.needs.map((need) => needLine(need, view.today)), ...contactLines(view), ...said];
  if (lines.length === 0) {
    return (
      <Body1 as="p" block className={styles.none}>
        {t('No needs on record. Ask if you see a sign of one.')}
      </Body1>
    );
  }
  return (
    <div className={styles.needs}>
      <ul aria-label={t('Needs and how to be in touch')} className={styles.needList}>
        {lines.map((line) => (
          <li key={line}>
            <strong>{line}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function strikeLines(strikes: readonly string[]): string[] {
  return strikes.length === 0
    ? []
    : [t('Insults that still count: {days}', { days: strikes.map((at) => at.slice(0, 10)).join(', ') })];
}

/** In their own words it may say so already. */
const saysNot = /^(?:not|never|please|do not|don.t)\b/i;

const callNotes = {
  'no-message': 'Leave no message and no voicemail',
  'only-me': 'Speak to them alone, and leave no message',
} as const;

function voiceLines(person: ConversationView['person']): string[] {
  const { calls, speaks, letters } = person?.contact ?? {};
  return [
    ...(calls === undefined ? [] : [named(callNotes, calls) ?? calls]),
    ...(speaks === undefined ? [] : [t('Speaks {language}', { language: languageName(speaks) })]),
    ...(letters === undefined ? [] : [t('Letters in {language}', { language: languageName(letters) })]),
  ];
}

function timeLines(person: ConversationView['person']): string[] {
  const { avoid = [], best } = person?.contact ?? {};
  const bad = avoid.map((when) => (saysNot.test(when) ? sentence(when) : t('Not {when}', { when })));
  return best === undefined ? bad : [...bad, t('Best: {when}', { when: best })];
}

function contactLines({ person, optedOut, strikes }: ConversationView): string[] {
  const { prefer, never = [], visitBy, visitHours, calledAs } = person?.contact ?? {};
  const language = person?.language;
  return [
    ...(optedOut ? [t('Has stopped texts: what you write will not be sent by text')] : []),
    ...strikeLines(strikes),
    ...never.map((way) => t('Never by {way}', { way: spoken(way) })),
    ...timeLines(person),
    ...(prefer === undefined ? [] : [t('Prefers {way}', { way: spoken(prefer === 'sms' ? 'texts' : prefer) })]),
    ...(visitBy === undefined ? [] : [t('Visits by a {who}', { who: spoken(visitBy) })]),
    ...(visitHours === undefined ? [] : [t('Visits {when}', { when: spoken(visitHours) })]),
    ...voiceLines(person),
    ...(calledAs === undefined ? [] : [t('Wants to be called {name}', { name: calledAs })]),
    ...(language && language !== 'en' ? [t('Language on file: {language}', { language: languageName(language) })] : []),
  ];
}

export interface PersonPaneProps {
  readonly view: ConversationView;
  readonly show: (conversation: string) => void;
  /** Puts words into the reply; undefined while this agent writes none. */
  readonly toReply: ((text: string) => void) | undefined;
  /** Id of the agent. */
  readonly me: string;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

export function PersonPane({ view, me, show, toReply, changed, tell }: PersonPaneProps) {
  const { person } = view;
  if (person === null) {
    return (
      <>
        <Body1 as="p" block>
          {view.housing === 'away'
            ? t('The housing system cannot be reached now. What the tenant wrote is all here.')
            : t('We do not know yet who this is.')}
        </Body1>
        {view.housing === 'known' && toReply !== undefined && <Check view={view} changed={changed} tell={tell} />}
        <Said told={view.told} />
        <CasesPart view={view} me={me} changed={changed} tell={tell} />
        <Directory view={view} toReply={toReply} tell={tell} />
      </>
    );
  }
  const about = { view, person, changed, tell };
  return (
    <>
      <Card view={view} person={person} />
      <Edits {...about} />
      <ChangePerson key={`change ${view.id} ${person.id}`} {...about} />
      <Account key={`account ${view.id} ${person.id}`} {...about} isMine={toReply !== undefined} />
      <Said told={view.told} />
      <CasesPart view={view} me={me} changed={changed} tell={tell} />
      <Contacts view={view} show={show} />
      <Directory key={view.id} view={view} toReply={toReply} tell={tell} />
    </>
  );
}

function Said({ told }: Pick<ConversationView, 'told'>) {
  const styles = useStyles();
  const { name, phone, onBehalfOf, needs } = told;
  const lines = [
    ...(name === undefined ? [] : [[t('Name'), name]]),
    ...(phone === undefined ? [] : [[t('Phone'), phone]]),
    ...(onBehalfOf === undefined ? [] : [[t('Writes for'), onBehalfOf]]),
    ...needs.map((need) => [t('Needs'), need]),
  ] as const;
  if (lines.length === 0) return null;
  return (
    <section aria-label={unchecked()} className={styles.part}>
      <Subtitle2 as="h3" block>
        {unchecked()}
      </Subtitle2>
      <ul className={styles.list}>
        {lines.map(([what, words]) => (
          <li key={`${what} ${words}`}>
            <Caption1 block className={styles.none}>
              {what}
            </Caption1>
            <Body1 block className={styles.words}>
              {words}
            </Body1>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On all channels, by the landlord's own log of contacts. */
function Contacts({ view: { id, contacts }, show }: Pick<PersonPaneProps, 'view' | 'show'>) {
  const styles = useStyles();
  return (
    <section aria-label={t('Past contacts')} className={styles.part}>
      <Subtitle2 as="h3" block>
        {t('Past contacts')}
      </Subtitle2>
      {contacts.length === 0 && <Body1 className={styles.none}>{t('None.')}</Body1>}
      <ul className={styles.list}>
        {contacts.map(({ at, topic, channel, outcome, conversation = '' }) => (
          <li key={`${at}${topic}`}>
            <Body1 block>{enquiryName(topic)}</Body1>
            <Caption1 block className={styles.none}>
              {at.slice(0, 10)} · {channelName(channel)} · {spoken(outcome)}
            </Caption1>
            {conversation !== '' && conversation !== id && (
              <Button
                size="small"
                aria-label={t('Read what was said: {name}, {day}', { name: enquiryName(topic), day: at.slice(0, 10) })}
                onClick={() => show(conversation)}
              >
                {t('Read what was said')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
