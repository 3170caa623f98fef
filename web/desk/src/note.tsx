import { Button, Checkbox, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { api, type ConversationView } from './api.ts';
import type { Colleague } from './colleagues.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Whom a note is for. */
export interface NoteFor {
  readonly colleague: string;
  readonly asks: boolean;
}

export const forNobody: NoteFor = { colleague: '', asks: false };

export function noteOf(text: string, { colleague, asks }: NoteFor) {
  return { text, mentions: colleague === '' ? [] : [colleague], asks: asks && colleague !== '' };
}

interface ForWhomProps {
  readonly colleagues: readonly Colleague[];
  readonly chosen: NoteFor;
  readonly choose: (chosen: NoteFor) => void;
}

export function ForWhom({ colleagues, chosen, choose }: ForWhomProps) {
  return (
    <>
      <Select
        size="small"
        aria-label={t('The note is for')}
        value={chosen.colleague}
        onChange={(_event, { value }) => choose({ ...chosen, colleague: value })}
      >
        <option value="">{t('For all who read here')}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {t('For {name}', { name })}
          </option>
        ))}
      </Select>
      {chosen.colleague !== '' && (
        <Checkbox
          label={t('Ask for an answer')}
          checked={chosen.asks}
          onChange={(_event, { checked }) => choose({ ...chosen, asks: checked === true })}
        />
      )}
    </>
  );
}

interface NoteOnlyProps {
  readonly view: ConversationView;
  readonly colleagues: readonly Colleague[];
  readonly changed: () => void;
  readonly tell: (problem?: unknown) => void;
}

/** Who does not have the conversation can still tell those who do. */
export function NoteOnly({ view, colleagues, changed, tell }: NoteOnlyProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [forWhom, choose] = useState(forNobody);
  const note = (event: FormEvent) => {
    event.preventDefault();
    tell();
    const written = () => {
      setText('');
      choose(forNobody);
      changed();
    };
    api.note(view.id, noteOf(text, forWhom)).then(written, tell);
  };
  return (
    <details>
      <summary>{t('Write a note')}</summary>
      <form className={styles.form} onSubmit={note}>
        <Field label={t('Note for colleagues')}>
          <Textarea value={text} rows={2} onChange={(_event, { value }) => setText(value)} />
        </Field>
        <div className={styles.row}>
          <Button type="submit" disabled={text.trim() === ''}>
            {t('Keep the note')}
          </Button>
          <ForWhom colleagues={colleagues} chosen={forWhom} choose={choose} />
        </div>
      </form>
    </details>
  );
}
