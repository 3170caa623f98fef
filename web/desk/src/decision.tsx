import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Decision } from './api.ts';
import { type Took, useReveals } from './reveals.tsx';
import type { Revealing } from './sent.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
});

const outcomes = { agreed: 'We do it', partly: 'We do a part', cannot: 'We cannot do it' } as const;

/** What the law has us weigh; only colleagues read it. */
const weighed = {
  effect: 'How well would it help?',
  practicality: 'Can we do it in practice?',
  cost: 'What does it cost, and have we the means?',
  disruption: 'What would it disturb?',
} as const;

/** What the tenant is told, by what is decided. */
const told = {
  adjustment: 'What we do from now on',
  why: 'Why not, or not all',
  alternatives: 'What we can do instead, one on each line',
} as const;
const wanted: Readonly<Record<Decision['outcome'], readonly (keyof typeof told)[]>> = {
  agreed: ['adjustment'],
  partly: ['adjustment', 'why', 'alternatives'],
  cannot: ['why', 'alternatives'],
};

type Words = Readonly<Record<string, string>>;

interface DecisionFormProps {
  readonly decide: (decision: Decision & Revealing, took: Took) => Promise<void>;
}

/** A decision with all that was weighed. The tenant reads the second half as it is written. */
export function DecisionForm({ decide }: DecisionFormProps) {
  const styles = useStyles();
  const id = useId();
  const [outcome, setOutcome] = useState<Decision['outcome']>('agreed');
  const [words, setWords] = useState<Words>({});
  const form = useRef<HTMLFormElement>(null);
  const reveals = useReveals(form);
  const write =
    (name: string) =>
    (_event: unknown, { value }: { readonly value: string }) => {
      reveals.over();
      setWords((before) => ({ ...before, [name]: value }));
    };
  const send = (revealing: Revealing = {}) => {
    reveals.over();
    const decision = { ...decisionOf(outcome, words), ...revealing };
    void decide(decision, (refused) => reveals.took(refused, () => send({ reveals: true })));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      {Object.entries(weighed).map(([name, label]) => (
        <Field key={name} label={t(label)}>
          <Textarea id={`${id}-${name}`} required value={words[name] ?? ''} onChange={write(name)} />
        </Field>
      ))}
      <Field label={t('Decision')}>
        <Select
          id={`${id}-outcome`}
          value={outcome}
          onChange={(_event, { value }) => setOutcome(value as Decision['outcome'])}
        >
          {Object.entries(outcomes).map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </Select>
      </Field>
      {wanted[outcome].map((name) => (
        <Field key={name} label={t(told[name])} hint={t('The tenant reads it as you write it.')}>
          <Textarea id={`${id}-${name}`} required maxLength={500} value={words[name] ?? ''} onChange={write(name)} />
        </Field>
      ))}
      {outcome !== 'cannot' && (
        <Field label={t('For those who come to the home')} hint={t('What to do. Never why, and nothing of health.')}>
          <Input
            id={`${id}-instruction`}
            maxLength={500}
            value={words.instruction ?? ''}
            onChange={write('instruction')}
          />
        </Field>
      )}
      {reveals.question}
      <div>
        <Button type="submit" size="small" appearance="primary">
          {t('Decide and tell the tenant')}
        </Button>
      </div>
    </form>
  );
}

function decisionOf(outcome: Decision['outcome'], words: Words): Decision {
  const said = (name: string) => (words[name] ?? '').trim();
  const given = (name: keyof typeof told) => (wanted[outcome].includes(name) ? said(name) : '');
  return {
    outcome,
    effect: said('effect'),
    practicality: said('practicality'),
    cost: said('cost'),
    disruption: said('disruption'),
    adjustment: given('adjustment') || null,
    instruction: (outcome === 'cannot' ? '' : said('instruction')) || null,
    why: given('why') || null,
    alternatives: given('alternatives')
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  };
}
