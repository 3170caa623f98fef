import {
  Badge,
  Body1,
  Button,
  Caption1,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Select,
  Subtitle1,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Agent, api, type ConversationView, type Line, Refused } from './api.ts';
import { Needs } from './person.tsx';

const useStyles = makeStyles({
  whole: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr auto',
    height: '100%',
    minHeight: 0,
    gap: tokens.spacingVerticalM,
  },
  needs: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  log: { overflowY: 'auto', minHeight: '8rem', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    maxWidth: '80%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  customer: { alignSelf: 'flex-start', backgroundColor: tokens.colorNeutralBackground3 },
  service: { alignSelf: 'flex-end', border: `1px dashed ${tokens.colorNeutralStroke1}` },
  agent: { alignSelf: 'flex-end', backgroundColor: tokens.colorBrandBackground2 },
  note: {
    alignSelf: 'center',
    backgroundColor: tokens.colorPaletteYellowBackground1,
    color: tokens.colorNeutralForeground1,
  },
  form: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
});

const who = { customer: 'Tenant', service: 'Assistant', agent: 'Agent' } as const;

interface ConversationProps {
  readonly view: ConversationView;
  readonly agent: Agent;
  readonly changed: () => void;
  readonly typing: () => void;
}

export function Conversation({ view, agent, changed, typing }: ConversationProps) {
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const mine = view.owner.is === 'agent' && view.owner.agent === agent.id;
  const handover = view.handovers.find((each) => each.state !== 'ended');

  useEffect(() => {
    if (view.sequence > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [view.sequence]);

  return (
    <section className={styles.whole}>
      <header>
        <Subtitle1 as="h2">{handover?.enquiry ?? 'Conversation'}</Subtitle1>
        <div className={styles.needs}>
          <Needs view={view} />
        </div>
        {view.language !== 'en' && (
          <Badge color="important">
            The tenant writes in {new Intl.DisplayNames(['en'], { type: 'language' }).of(view.language)}
          </Badge>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log must be reachable by keyboard */}
      <div className={styles.log} role="log" aria-label="Messages" tabIndex={0}>
        {view.transcript
          .filter((line) => line.kind === 'message')
          .map((line) => (
            <TranscriptLine key={line.id} line={line} />
          ))}
        {view.notes.map((note) => (
          <div key={`${note.at}${note.text}`} className={mergeClasses(styles.line, styles.note)}>
            <Caption1 block>Note by {note.agent}, not shown to the tenant</Caption1>
            {note.text}
          </div>
        ))}
        <div ref={end} />
      </div>
      {mine && handover !== undefined ? (
        <Reply view={view} handover={handover.id} changed={changed} typing={typing} />
      ) : (
        <Body1 as="p">
          {view.owner.is === 'agent'
            ? `This conversation is with ${view.owner.agent}.`
            : 'Accept this conversation to answer.'}
        </Body1>
      )}
    </section>
  );
}

function TranscriptLine({ line }: { readonly line: Line }) {
  const styles = useStyles();
  return (
    <article className={mergeClasses(styles.line, styles[line.author])}>
      <Caption1 block>
        {line.data.agentName ?? who[line.author]} ·{' '}
        <time dateTime={line.at}>
          {new Date(line.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}
        </time>
      </Caption1>
      <span lang={line.language} dir="auto">
        {line.text}
      </span>
      {line.data.options !== undefined && (
        <Caption1 block>Choices: {line.data.options.map((each) => each.label).join(' · ')}</Caption1>
      )}
      {line.data.attachments?.map((each) => (
        <Caption1 key={each.id} block>
          File: {each.name}
        </Caption1>
      ))}
      {line.data.original !== undefined && (
        <details>
          <summary>Original</summary>
          <span lang={line.data.originalLanguage} dir="auto">
            {line.data.original}
          </span>
        </details>
      )}
    </article>
  );
}

interface ReplyProps {
  readonly view: ConversationView;
  readonly handover: string;
  readonly changed: () => void;
  readonly typing: () => void;
}

/** Words typed are kept until the service has them; the same words sent twice are one message. */
function Reply({ view, handover, changed, typing }: ReplyProps) {
  const styles = useStyles();
  const kept = `draft:${view.id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? '');
  const [problem, setProblem] = useState('');
  const [outcome, setOutcome] = useState('answered');
  const sending = useRef<string>(undefined);
  const box = useRef<HTMLTextAreaElement>(null);

  const write = (words: string) => {
    setText(words);
    sessionStorage.setItem(kept, words);
    sending.current = undefined;
    typing();
  };
  const done = () => {
    setText('');
    setProblem('');
    sessionStorage.removeItem(kept);
    sending.current = undefined;
    box.current?.focus();
    changed();
  };
  const failed = (refused: unknown) => {
    setProblem(
      refused instanceof Refused && refused.slug === 'stale'
        ? 'The tenant has just written. Read it, then send again.'
        : (refused as Error).message,
    );
    changed();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    sending.current ??= crypto.randomUUID();
    api.send(view.id, { text, clientMessageId: sending.current, seenSequence: view.sequence }).then(done, failed);
  };

  return (
    <form className={styles.form} onSubmit={send}>
      <div role="alert">
        {problem !== '' && (
          <MessageBar intent="error">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <Field label="Your reply" hint="Control and Enter sends.">
        <Textarea
          textarea={{ ref: box }}
          value={text}
          rows={3}
          onChange={(_event, { value }) => write(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') send(event);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabled={text.trim() === ''}>
          Send
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => api.note(view.id, text).then(done, failed)}>
          Keep as a note
        </Button>
        <Button onClick={() => api.giveBack(handover).then(changed, failed)}>Give back to the assistant</Button>
        <Field label="Outcome">
          <Select value={outcome} onChange={(_event, { value }) => setOutcome(value)}>
            {['answered', 'done', 'case', 'task', 'callback', 'signposted', 'left'].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        <Button onClick={() => api.close(handover, outcome).then(changed, failed)}>Close</Button>
      </div>
    </form>
  );
}
