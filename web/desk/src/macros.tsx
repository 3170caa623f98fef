// A macro in the list of ready replies, and what it does before it is done: its steps in words.

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { DeskMacro } from './sent.ts';
import { language } from './words/language.ts';
import { t } from './words/t.ts';
import { enquiryName, spoken } from './words.ts';

const useStyles = makeStyles({
  chosen: { display: 'grid', gap: tokens.spacingVerticalS },
  steps: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function macroLabel({ name, label }: DeskMacro): string {
  return label[language()] ?? label.en ?? name;
}

function stepLine({ reply, note, hold, transfer, wrapUp }: DeskMacro['steps'][number]): string {
  if (reply !== undefined) return t('Reply: {name}', { name: `/${reply}` });
  if (note !== undefined) return t('Note: {words}', { words: note });
  if (hold !== undefined) return t('Hold for {minutes} minutes: {why}', { minutes: hold.minutes, why: hold.reason });
  if (transfer !== undefined) return t('Pass on to: {team}', { team: transfer.team });
  return [
    t('Close: {outcome}', { outcome: spoken(wrapUp?.outcome ?? 'answered') }),
    ...(wrapUp?.topic === undefined ? [] : [enquiryName(wrapUp.topic)]),
    ...(wrapUp?.promise === undefined ? [] : [t('promise: {what}', { what: wrapUp.promise.what })]),
  ].join(' · ');
}

interface MacroChosenProps {
  readonly macro: DeskMacro;
  readonly isRunning: boolean;
  readonly run: () => void;
  readonly back: () => void;
}

export function MacroChosen({ macro, isRunning, run, back }: MacroChosenProps) {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in for the name that the label gives
    <div ref={whole} role="group" className={styles.chosen} onKeyDown={keys} aria-label={macroLabel(macro)}>
      <strong>{macroLabel(macro)}</strong>
      <ol className={styles.steps}>
        {macro.steps.map((step) => (
          <li key={JSON.stringify(step)}>{stepLine(step)}</li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button appearance="primary" disabled={isRunning} onClick={run}>
          {t('Do all of it')}
        </Button>
        <Button onClick={back}>{t('Write my own')}</Button>
      </div>
    </div>
  );
}
