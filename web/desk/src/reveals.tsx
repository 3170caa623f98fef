// What was to be sent names something that somebody else must not read there: it is shown, and asked once more. Nothing is lost by either answer.

import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Refused } from './call.ts';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  whole: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Asked {
  readonly why: string;
  readonly words: readonly string[];
  readonly sendAllTheSame: () => void;
  /** Where they were. */
  readonly from: Element | null;
}

/** Whether a refusal was of this kind, so that the agent is asked: nobody else need tell them. */
export type Took = (refused: unknown) => boolean;

/** `took`: whether a refusal was of this kind, so that the agent is asked; `again` sends the same with their word. */
export function useReveals(box: RefObject<HTMLElement | null>) {
  const [asked, ask] = useState<Asked>();
  const over = () => ask(undefined);
  return {
    over,
    took(refused: unknown, again: (() => void) | undefined): boolean {
      if (again === undefined || !(refused instanceof Refused) || refused.slug !== 'would-reveal') return false;
      ask({ why: refused.message, words: refused.words, sendAllTheSame: again, from: document.activeElement });
      return true;
    },
    question: asked && (
      <Reveals
        asked={asked}
        goOn={() => {
          over();
          backTo(box.current ?? asked.from);
        }}
      />
    ),
  };
}

/** Once the question has gone. Of a form it is where one writes. */
function backTo(element: Element | null): void {
  const field = element instanceof HTMLFormElement ? element.querySelector<HTMLElement>(written) : element;
  setTimeout(() => field instanceof HTMLElement && field.focus());
}

const written = 'textarea, input:not([type=date])';

function Reveals({ asked, goOn }: { readonly asked: Asked; readonly goOn: () => void }) {
  const styles = useStyles();
  const { why, words, sendAllTheSame } = asked;
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    goOn();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in for the name that the label gives
    <div ref={whole} role="group" className={styles.whole} onKeyDown={keys} aria-label={t('Before it is sent')}>
      <div role="alert">
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {why} {t('It is about: {words}', { words: words.map((each) => `“${each}”`).join(', ') })}
          </MessageBarBody>
        </MessageBar>
      </div>
      <div className={styles.row}>
        <Button onClick={goOn}>{t('Go on writing')}</Button>
        <Button onClick={sendAllTheSame}>{t('Send it all the same')}</Button>
      </div>
    </div>
  );
}
