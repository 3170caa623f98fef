import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ConversationView, Line } from './api.ts';
import { placeOf } from './help-sheet.tsx';
import type { Translation } from './use-translations.ts';
import { t } from './words/t.ts';
import { languageName, timeOf } from './words.ts';

const useStyles = makeStyles({
  log: {
    overflowY: 'auto',
    minHeight: '8rem',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  line: {
    maxWidth: 'min(80%, 38rem)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  who: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXXS },
  customer: {
    alignSelf: 'flex-start',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  service: { alignSelf: 'flex-end', border: `1px dashed ${tokens.colorNeutralStroke1}` },
  agent: { alignSelf: 'flex-end', backgroundColor: tokens.colorBrandBackground2 },
  note: {
    alignSelf: 'center',
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorPaletteYellowBorderActive,
  },
});

const who = { customer: 'Tenant', service: 'Assistant', agent: 'Agent' } as const;

type Note = ConversationView['notes'][number];
type Entry = { readonly at: string } & ({ readonly line: Line } | { readonly note: Note });

/** Messages by their number; each note after the last message that was there when it was written. */
function inOrder({ transcript, notes }: ConversationView): readonly Entry[] {
  const entries: Entry[] = [];
  const left = [...notes];
  for (const line of transcript.filter(({ kind }) => kind === 'message')) {
    while (left[0] !== undefined && left[0].at < line.at) entries.push(asNote(left.shift() as Note));
    entries.push({ at: line.at, line });
  }
  return [...entries, ...left.map(asNote)];
}

function asNote(note: Note): Entry {
  return { at: note.at, note };
}

interface TranscriptProps {
  readonly view: ConversationView;
  /** By the number of the message. */
  readonly translations: ReadonlyMap<number, Translation>;
  /** Up to which message the tenant has read. */
  readonly tenantRead: number;
}

export function Transcript({ view, translations, tenantRead }: TranscriptProps) {
  const styles = useStyles();
  const log = useRef<HTMLDivElement>(null);
  const entries = inOrder(view);
  const lastRead = view.transcript.findLast(({ author, sequence }) => author === 'agent' && sequence <= tenantRead);

  useEffect(() => {
    if (entries.length > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [entries.length]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard
    <div ref={log} className={styles.log} role="log" aria-label={t('Messages')} tabIndex={0} {...placeOf('messages')}>
      {entries.map((entry) =>
        'line' in entry ? (
          <TranscriptLine
            key={entry.line.id}
            line={entry.line}
            translation={translations.get(entry.line.sequence)}
            isRead={entry.line === lastRead}
          />
        ) : (
          <div key={`note-${entry.note.id}`} className={mergeClasses(styles.line, styles.note)}>
            <Caption1 block className={styles.who}>
              {noteHead(entry.note, view.agents)} · {timeOf(entry.at, new Date())}
            </Caption1>
            {entry.note.text}
          </div>
        ),
      )}
    </div>
  );
}

function noteHead({ asks, agent, mentions }: Note, agents: ConversationView['agents']): string {
  const named = (id: string) => agents[id] ?? t('a colleague');
  const about = { name: named(agent), others: mentions.map(named).join(', ') };
  if (mentions.length === 0)
    return t(asks ? 'Question by {name}, not shown to the tenant' : 'Note by {name}, not shown to the tenant', about);
  return t(
    asks
      ? 'Question by {name} for {others}, not shown to the tenant'
      : 'Note by {name} for {others}, not shown to the tenant',
    about,
  );
}

interface Reading {
  readonly text: string;
  readonly language: string;
  /** Where it is not what stands in the log: what does, and what is said of it. */
  readonly other?: { readonly says: string; readonly title: string; readonly text: string; readonly language: string };
}

/** What an agent reads first: their own language, with what was said, or sent, one click away. */
function readingOf({ text, language, data }: Line, translation: Translation | undefined): Reading {
  if (translation !== undefined) {
    const says = t('Translated by machine from {language}', { language: languageName(translation.from) });
    const other = { says, title: t('Original'), text, language: translation.from };
    return { text: translation.text, language: translation.to, other };
  }
  const { original, originalLanguage } = data;
  if (original === undefined || originalLanguage === undefined) return { text, language };
  const may =
    data.doubts === undefined
      ? ''
      : `; ${t('it may be wrong ({doubts}), and somebody is asked to look', { doubts: data.doubts.join(', ') })}`;
  const sent =
    data.source === 'catalogue'
      ? t('Sent in {language}, in the words of our own texts', { language: languageName(language) })
      : t('Sent in {language}, translated by machine', { language: languageName(language) });
  const says = `${sent}${may}`;
  return { text: original, language: originalLanguage, other: { says, title: t('As it was sent'), text, language } };
}

interface TranscriptLineProps {
  readonly line: Line;
  readonly translation: Translation | undefined;
  /** The last that the tenant has read. */
  readonly isRead: boolean;
}

function TranscriptLine({ line, translation, isRead }: TranscriptLineProps) {
  const styles = useStyles();
  const { agentName, options, attachments = [] } = line.data;
  const { text, language, other } = readingOf(line, translation);
  return (
    <article className={mergeClasses(styles.line, styles[line.author])}>
      <Caption1 block className={styles.who}>
        {agentName ?? t(who[line.author])} · <time dateTime={line.at}>{timeOf(line.at, new Date())}</time>
        {isRead && ` · ${t('Read by the tenant')}`}
      </Caption1>
      <span lang={language} dir="auto">
        {text}
      </span>
      {options !== undefined && (
        <Caption1 block className={styles.who}>
          {t('Choices: {labels}', { labels: options.map((each) => each.label).join(' · ') })}
        </Caption1>
      )}
      {attachments.map((each) => (
        <div key={each.id}>
          <a href={each.url} target="_blank" rel="noreferrer">
            {each.name}
          </a>
        </div>
      ))}
      {other !== undefined && (
        <>
          <Caption1 block className={styles.who}>
            {other.says}
          </Caption1>
          <details>
            <summary>{other.title}</summary>
            <span lang={other.language} dir="auto">
              {other.text}
            </span>
          </details>
        </>
      )}
    </article>
  );
}
