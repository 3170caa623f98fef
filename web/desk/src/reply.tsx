import {
  Button,
  Caption1,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countSegments, fitted, foldForSms } from '../../../src/model/gsm7.ts';
import { api, type ConversationView } from './api.ts';
import type { Colleague } from './colleagues.ts';
import { placeOf } from './help-sheet.tsx';
import { ForWhom, forNobody, noteOf } from './note.tsx';
import { PlainHint } from './plain-hint.tsx';
import { useCannedReply } from './use-canned-reply.tsx';
import { type Put, useTakesWords } from './use-to-reply.ts';
import { useWriting } from './use-writing.ts';
import { t } from './words/t.ts';
import { languageName } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface ReplyProps {
  readonly view: ConversationView;
  readonly colleagues: readonly Colleague[];
  /** Whether what is not in the tenant's language is translated. */
  readonly translates: boolean;
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
  readonly typing: () => void;
  readonly toReply: (put: Put | undefined) => void;
}

function translatedHint(tag: string): string {
  const language = languageName(tag);
  return t(
    'What you write in English is translated into {language} by machine. What you write in {language} goes as it is.',
    { language },
  );
}

/** Words typed are kept until the service has them; the same words sent twice are one message. */
export function Reply({ view, colleagues, translates, changed, tell, typing, toReply }: ReplyProps) {
  const styles = useStyles();
  const [forWhom, choose] = useState(forNobody);
  const box = useRef<HTMLTextAreaElement>(null);
  const { draft, write, send, done, failed, problem, question } = useWriting({ view, box, changed, tell, typing });
  const isEmpty = draft.text.trim() === '';

  useEffect(() => box.current?.focus(), []);
  useTakesWords(toReply, { typed: draft.text, write, box });
  const unchosen = () => choose(forNobody);
  const note = () =>
    api
      .note(view.id, noteOf(draft.text, forWhom))
      .then(unchosen)
      .then(done, (refused) => failed(refused));
  const canned = useCannedReply(view, { typed: draft.text, box, done, failed });
  const hint = translates && view.language !== 'en' && { hint: translatedHint(view.language) };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Problem says={problem} />
      {question}
      {canned.chosen ?? (
        <>
          <Field label={t('Your reply')} {...hint}>
            <Textarea
              textarea={{ ref: box, ...placeOf('reply') }}
              value={draft.text}
              rows={3}
              onChange={(_event, { value }) => write(value)}
              onKeyDown={(event) => {
                if (canned.takes(event)) event.preventDefault();
                else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) send();
              }}
            />
          </Field>
          {canned.list}
          {view.channel === 'sms' && !isEmpty && <TextLength text={draft.text} />}
          {(translates || view.language === 'en') && <PlainHint text={draft.text} />}
          <Buttons isEmpty={isEmpty || canned.isLooking} note={note}>
            <ForWhom colleagues={colleagues} chosen={forWhom} choose={choose} />
          </Buttons>
        </>
      )}
    </form>
  );
}

/** What it is billed as. Looked at when wanted, so no screen reader says it at each letter. */
function TextLength({ text }: { readonly text: string }) {
  const styles = useStyles();
  const { segments, characters, encoding } = countSegments(foldForSms(fitted(text.trim())));
  const count =
    segments === 1
      ? t('{characters} characters: 1 text', { characters })
      : t('{characters} characters: {segments} texts', { characters, segments });
  return (
    <Caption1 className={styles.hint}>
      {encoding === 'GSM-7'
        ? count
        : `${count}. ${t('A letter that is not in the alphabet of texts makes each shorter.')}`}
    </Caption1>
  );
}

function Problem({ says }: { readonly says: string }) {
  return (
    <div role="alert">
      {says !== '' && (
        <MessageBar intent="error">
          <MessageBarBody>{says}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface ButtonsProps {
  readonly isEmpty: boolean;
  readonly note: () => void;
  readonly children: ReactNode;
}

function Buttons({ isEmpty, note, children }: ButtonsProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button type="submit" appearance="primary" disabled={isEmpty}>
        {t('Send')}
      </Button>
      <Button disabled={isEmpty} onClick={note}>
        {t('Keep as a note')}
      </Button>
      {children}
      <Caption1 className={styles.hint}>{t('Control and Enter sends. “/” finds a ready reply.')}</Caption1>
    </div>
  );
}
