import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import { type Took, useReveals } from '../reveals.tsx';
import type { Sent } from './api.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    // A list is as wide as its longest line; the pane is not.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .fui-Select': { minWidth: 0 },
    '& select': { minWidth: 0 },
  },
});

export type Option = readonly [value: string, label: string];

export interface Asked {
  readonly name: string;
  readonly label: string;
  /** `lines`: several, one on each line. */
  readonly is: 'words' | 'lines' | 'line' | 'date' | 'choice' | 'tick';
  readonly hint?: string;
  readonly required?: true;
  readonly options?: readonly Option[];
  readonly most?: string;
}

export type Answers = Readonly<Record<string, string>>;

interface FormProps {
  readonly asked: readonly Asked[];
  readonly answers: Answers;
  readonly answer: (name: string, value: string) => void;
  readonly button: string;
  readonly send: (sent: Sent, took: Took) => Promise<void>;
}

/** A form of plain fields. What was written stays until it has been taken. */
export function CaseForm({ asked, answers, answer, button, send }: FormProps) {
  const styles = useStyles();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const reveals = useReveals(form);
  const post = (sent: Sent) => {
    reveals.over();
    setSending(true);
    const took = (refused: unknown) => reveals.took(refused, () => post({ ...sent, reveals: true }));
    void send(sent, took).finally(() => setSending(false));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    post(sentOf(asked, answers));
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      {asked.map((each) => (
        <One
          key={each.name}
          asked={each}
          value={answers[each.name] ?? ''}
          write={(value) => {
            reveals.over();
            answer(each.name, value);
          }}
        />
      ))}
      {reveals.question}
      <div>
        <Button type="submit" size="small" appearance="primary" disabled={isSending}>
          {button}
        </Button>
      </div>
    </form>
  );
}

function sentOf(asked: readonly Asked[], answers: Answers): Sent {
  const given = asked.flatMap(({ name, is }): readonly (readonly [string, unknown])[] => {
    const value = (answers[name] ?? '').trim();
    if (value === '') return [];
    if (is === 'tick') return [[name, value === 'yes']];
    if (is !== 'lines') return [[name, value]];
    return [[name, value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))]];
  });
  return Object.fromEntries(given);
}

interface OneProps {
  readonly asked: Asked;
  readonly value: string;
  readonly write: (value: string) => void;
}

function One({ asked, value, write }: OneProps) {
  const id = useId();
  const { is, label, hint, required, options = [], most } = asked;
  const change = (_event: unknown, data: { readonly value: string }) => write(data.value);
  if (is === 'tick')
    return (
      <Checkbox
        id={id}
        label={label}
        required={required === true}
        checked={value === 'yes'}
        onChange={(_e, { checked }) => write(checked === true ? 'yes' : '')}
      />
    );
  const about = { label, ...(hint !== undefined && { hint }), ...(required && { required }) };
  if (is === 'choice')
    return (
      <Field {...about}>
        <Select id={id} value={value} onChange={change}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    );
  if (is === 'words' || is === 'lines')
    return (
      <Field {...about}>
        <Textarea id={id} required={required === true} value={value} onChange={change} />
      </Field>
    );
  return (
    <Field {...about}>
      <Input
        id={id}
        type={is === 'date' ? 'date' : 'text'}
        required={required === true}
        value={value}
        onChange={change}
        {...(most !== undefined && { max: most })}
      />
    </Field>
  );
}
