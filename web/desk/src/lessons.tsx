import {
  Body1,
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { api } from './api.ts';
import type { ClosedComplaint, Lesson } from './learned.ts';
import { useLookedUp } from './looked-up.ts';
import { listSection, plainList } from './plain-list.ts';
import { known, t } from './words/t.ts';
import { dueOf, sentence, spoken } from './words.ts';

const useStyles = makeStyles({
  ...listSection,
  list: { ...plainList, gap: tokens.spacingVerticalM },
  about: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  other: { marginTop: tokens.spacingVerticalM },
  form: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
});

interface LessonListProps {
  readonly toldAt: number;
  readonly tell: (problem?: unknown) => void;
}

type Learn = (reference: string, lesson: Lesson) => Promise<void>;

/** Closed complaints of which nobody has said what was learned, and any other by its reference. */
export function LessonList({ toldAt, tell }: LessonListProps) {
  const styles = useStyles();
  const [other, setOther] = useState(false);
  const { found = { waiting: [], causes: [] }, change } = useLookedUp(api.closedComplaints, { toldAt, tell });
  const learn: Learn = (reference, lesson) => change(() => api.learn(reference, lesson));
  const learnOther: Learn = (reference, lesson) =>
    change(async () => {
      await api.learn(reference, lesson);
      setOther(false);
    });
  return (
    <section aria-label={t('Lessons from complaints')} className={styles.section}>
      <Subtitle2 as="h2" block>
        {t('Lessons from complaints')} <span aria-live="polite">({found.waiting.length})</span>
      </Subtitle2>
      {found.waiting.length === 0 && (
        <Body1 as="p" block className={styles.quiet}>
          {t('None waits.')}
        </Body1>
      )}
      <ul className={styles.list}>
        {found.waiting.map((each) => (
          <Closed key={each.reference} closed={each} causes={found.causes} learn={learn} />
        ))}
      </ul>
      <div className={styles.other}>
        <Button size="small" aria-expanded={other} onClick={() => setOther(!other)}>
          {t('Another complaint')}
        </Button>
        {other && <LessonForm causes={found.causes} learn={learnOther} />}
      </div>
    </section>
  );
}

interface ClosedProps {
  readonly closed: ClosedComplaint;
  readonly causes: readonly string[];
  readonly learn: Learn;
}

function Closed({ closed: { reference, outcome, receivedAt }, causes, learn }: ClosedProps) {
  const styles = useStyles();
  const [writes, setWrites] = useState(false);
  return (
    <li>
      <Body1 block>{reference}</Body1>
      <Caption1 block className={styles.about}>
        {t('From {day}', { day: dueOf(receivedAt.slice(0, 10), new Date()) })} ·{' '}
        {outcome === null ? t('closed') : spoken(outcome)}
      </Caption1>
      <Button
        size="small"
        aria-label={t('Write the lesson: {name}', { name: reference })}
        aria-expanded={writes}
        onClick={() => setWrites(!writes)}
      >
        {t('Write the lesson')}
      </Button>
      {writes && <LessonForm reference={reference} causes={causes} learn={learn} />}
    </li>
  );
}

interface LessonFormProps {
  /** Asked for where it is not given. */
  readonly reference?: string;
  readonly causes: readonly string[];
  readonly learn: Learn;
}

/** What it came from, and what is done differently because of it. Reports tell it, so no name belongs into it. */
function LessonForm({ reference, causes, learn }: LessonFormProps) {
  const styles = useStyles();
  const id = useId();
  const [named, setNamed] = useState('');
  const [chosen, setChosen] = useState('');
  const cause = chosen || (causes[0] ?? '');
  const [lesson, setLesson] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void learn(reference ?? named.trim().toUpperCase(), { cause, lesson });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      {reference === undefined && (
        <Field label={t('Reference')}>
          <Input
            id={`${id}-reference`}
            required
            value={named}
            onChange={(_event, { value }) => setNamed(value)}
            placeholder="CMP-1234567"
          />
        </Field>
      )}
      <Field label={t('What caused it')}>
        <Select id={`${id}-cause`} value={cause} onChange={(_event, { value }) => setChosen(value)}>
          {causes.map((each) => (
            <option key={each} value={each}>
              {sentence(known(each))}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('What we do differently')} hint={t('Reports tell it: write no names.')}>
        <Textarea
          id={`${id}-lesson`}
          required
          maxLength={2_000}
          value={lesson}
          onChange={(_event, { value }) => setLesson(value)}
        />
      </Field>
      <div>
        <Button type="submit" size="small" appearance="primary">
          {t('Keep the lesson')}
        </Button>
      </div>
    </form>
  );
}
