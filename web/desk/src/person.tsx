import { Badge, Body1, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ConversationView, Need } from './api.ts';
import { CasesPart } from './cases/cases.tsx';
import { plainList } from './plain-list.ts';
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
  gap: { marginTop: tokens.spacingVerticalS },
});

/** What we have from nobody but the tenant, in this conversation. */
const unchecked = 'Said, not checked';

/** What somebody must know before writing a word to this person. Stands at the top of the conversation. */
export function Needs({ view }: { readonly view: ConversationView }) {
  const styles = useStyles();
  const said = view.told.needs.map((need) => `${unchecked}: ${need}`);
  const lines = [...view.needs.flatMap(needLines), ...contactLines(view), ...said];
  if (lines.length === 0) {
    return (
      <Body1 as="p" block className={styles.none}>
        No needs on record. Ask if you see a sign of one.
      </Body1>
    );
  }
  return (
    <div className={styles.needs}>
      <ul aria-label="Needs and how to be in touch" className={styles.needList}>
        {lines.map((line) => (
          <li key={line}>
            <strong>{line}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function needLines({ kind, formats = [], adjustments = [] }: Need): string[] {
  const what = [...formats.map(spoken), ...adjustments];
  const name = sentence(spoken(kind));
  return [what.length === 0 ? name : `${name}: ${what.join(', ')}`];
}

function strikeLines(strikes: readonly string[]): string[] {
  return strikes.length === 0 ? [] : [`Insults that still count: ${strikes.map((at) => at.slice(0, 10)).join(', ')}`];
}

/** In their own words it may say so already. */
const saysNot = /^(?:not|never|please|do not|don.t)\b/i;

const callNotes: Readonly<Record<string, string>> = {
  'no-message': 'Leave no message and no voicemail',
  'only-me': 'Speak to them alone, and leave no message',
};

function voiceLines(person: ConversationView['person']): string[] {
  const { calls, speaks, letters } = person?.contact ?? {};
  return [
    ...(calls === undefined ? [] : [callNotes[calls] ?? calls]),
    ...(speaks === undefined ? [] : [`Speaks ${languageName(speaks)}`]),
    ...(letters === undefined ? [] : [`Letters in ${languageName(letters)}`]),
  ];
}

function timeLines(person: ConversationView['person']): string[] {
  const { avoid = [], best } = person?.contact ?? {};
  const bad = avoid.map((when) => (saysNot.test(when) ? sentence(when) : `Not ${when}`));
  return best === undefined ? bad : [...bad, `Best: ${best}`];
}

function contactLines({ person, optedOut, strikes }: ConversationView): string[] {
  const { prefer, never = [], visitBy, visitHours, calledAs } = person?.contact ?? {};
  const language = person?.language;
  return [
    ...(optedOut ? ['Has stopped texts: what you write will not be sent by text'] : []),
    ...strikeLines(strikes),
    ...never.map((way) => `Never by ${spoken(way)}`),
    ...timeLines(person),
    ...(prefer === undefined ? [] : [`Prefers ${prefer === 'sms' ? 'texts' : spoken(prefer)}`]),
    ...(visitBy === undefined ? [] : [`Visits by a ${visitBy}`]),
    ...(visitHours === undefined ? [] : [`Visits ${spoken(visitHours)}`]),
    ...voiceLines(person),
    ...(calledAs === undefined ? [] : [`Wants to be called ${calledAs}`]),
    ...(language && language !== 'en' ? [`Language on file: ${languageName(language)}`] : []),
  ];
}

interface PersonProps {
  readonly view: ConversationView;
  /** Id of the agent. */
  readonly me: string;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

export function PersonPane({ view, ...acting }: PersonProps) {
  const styles = useStyles();
  const { person } = view;
  if (person === null) {
    return (
      <>
        <Body1 as="p" block>
          {view.housing === 'away'
            ? 'The housing system cannot be reached now. What the tenant wrote is all here.'
            : 'We do not know yet who this is.'}
        </Body1>
        <Said told={view.told} />
        <CasesPart view={view} {...acting} />
      </>
    );
  }
  return (
    <>
      <Subtitle2 as="h2" block>
        {[person.name.title, person.name.given, person.name.family].filter(Boolean).join(' ')}
      </Subtitle2>
      <div className={styles.gap}>
        <Badge appearance="tint" color={person.proved ? 'success' : 'warning'}>
          {person.proved ? 'Identity proved' : 'Identity not proved'}
        </Badge>
        {!person.proved && <Caption1 block>Tell no facts of the account.</Caption1>}
      </div>
      {view.speaker !== null && (
        <Body1 as="p" block className={styles.gap}>
          Written by {speakerName(view.speaker)}, who may speak for them: {spoken(view.speaker.kind)}.
        </Body1>
      )}
      {person.authority.length > 0 && (
        <Body1 as="p" block className={styles.gap}>
          May be spoken for by {person.authority.map((each) => each.person).join(', ')}.
        </Body1>
      )}
      <Said told={view.told} />
      <CasesPart view={view} {...acting} />
      <Contacts contacts={view.contacts} />
    </>
  );
}

function speakerName({ name, id }: NonNullable<ConversationView['speaker']>): string {
  return name === null ? id : `${name.given} ${name.family}`;
}

function Said({ told }: Pick<ConversationView, 'told'>) {
  const styles = useStyles();
  const { name, phone, onBehalfOf, needs } = told;
  const lines = [
    ...(name === undefined ? [] : [['Name', name]]),
    ...(phone === undefined ? [] : [['Phone', phone]]),
    ...(onBehalfOf === undefined ? [] : [['Writes for', onBehalfOf]]),
    ...needs.map((need) => ['Needs', need]),
  ] as const;
  if (lines.length === 0) return null;
  return (
    <section aria-label={unchecked} className={styles.part}>
      <Subtitle2 as="h3" block>
        {unchecked}
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

function Contacts({ contacts }: Pick<ConversationView, 'contacts'>) {
  const styles = useStyles();
  return (
    <section aria-label="Past contacts" className={styles.part}>
      <Subtitle2 as="h3" block>
        Past contacts
      </Subtitle2>
      {contacts.length === 0 && <Body1 className={styles.none}>None.</Body1>}
      <ul className={styles.list}>
        {contacts.map((each) => (
          <li key={`${each.at}${each.topic}`}>
            <Body1 block>{enquiryName(each.topic)}</Body1>
            <Caption1 block className={styles.none}>
              {each.at.slice(0, 10)} · {channelName(each.channel)} · {spoken(each.outcome)}
            </Caption1>
          </li>
        ))}
      </ul>
    </section>
  );
}
