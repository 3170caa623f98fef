// The keys of the desk, and the sheet that tells them. A single letter only moves to a place: it does nothing that cannot be undone, is
// none while something is written or chosen, and all of them can be switched off (WCAG 2.2, 2.1.4).

import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { t } from './words/t.ts';

const useStyles = makeStyles({
  dialog: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow64,
    maxWidth: '32rem',
  },
  keys: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: tokens.spacingHorizontalL },
  what: { margin: 0 },
});

/** Where each leads: to the first thing in it that takes the focus. */
const places = { w: 'waiting', m: 'mine', l: 'messages', r: 'reply' } as const;

const keys = [
  ['w', 'Who waits'],
  ['m', 'Your conversations'],
  ['l', 'The messages'],
  ['r', 'Your reply'],
  ['?', 'This sheet'],
] as const;

const everywhere = [
  ['/', 'In a reply: ready replies and macros; arrows and Enter choose, Escape goes back'],
  ['Control + Enter', 'Send the reply'],
] as const;

const kept = 'doorstep-desk-keys';
const typesInto = 'input, textarea, select, [contenteditable], dialog, [role="dialog"]';

/** What a place is marked by, so that a key finds it. */
export const placeOf = (name: (typeof places)[keyof typeof places]) => ({ 'data-place': name });

function goTo(place: string): void {
  const found = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const own = found?.matches('textarea, [tabindex]') ? found : found?.querySelector<HTMLElement>('button');
  own?.focus();
}

/** Undefined for what is typed, and for what the browser or a screen reader has for itself. */
function meantBy({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): string | undefined {
  const isTyped = target instanceof Element && target.closest(typesInto) !== null;
  if (isTyped || ctrlKey || altKey || metaKey) return undefined;
  if (key === '?') return 'sheet';
  return Object.hasOwn(places, key) ? places[key as keyof typeof places] : undefined;
}

function useKeys(isOn: boolean, sheet: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const meant = meantBy(event);
      if (meant === undefined) return;
      event.preventDefault();
      if (meant === 'sheet') sheet.current?.showModal();
      else goTo(meant);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn, sheet]);
}

export function HelpSheet() {
  const styles = useStyles();
  const sheet = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(() => localStorage.getItem(kept) !== 'off');
  useKeys(isOn, sheet);
  const turn = (on: boolean) => {
    localStorage.setItem(kept, on ? 'on' : 'off');
    setOn(on);
  };
  return (
    <>
      <Button onClick={() => sheet.current?.showModal()}>{t('Keys')}</Button>
      <dialog ref={sheet} className={styles.dialog} aria-label={t('Keys')}>
        <h2>{t('Keys')}</h2>
        <dl className={styles.keys}>
          {[...everywhere, ...(isOn ? keys : [])].map(([key, what]) => (
            <KeyLine key={key} name={key} does={t(what)} />
          ))}
        </dl>
        <Switch
          label={t('Single keys, while nothing is written')}
          checked={isOn}
          onChange={(_event, { checked }) => turn(checked)}
        />
        <div>
          <Button onClick={() => sheet.current?.close()}>{t('Close the sheet')}</Button>
        </div>
      </dialog>
    </>
  );
}

function KeyLine({ name, does }: { readonly name: string; readonly does: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd className={styles.what}>{does}</dd>
    </>
  );
}
