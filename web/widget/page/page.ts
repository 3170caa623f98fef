// Reading tools for the landlord's page, where the page asks for them (docs/embedding.md): text size, spacing, colours, reading aloud. A
// script of its own, for most pages have none of it; no Preact, for it is a handful of controls.

import { english } from 'doorstep:page-english';
import { colourings, sizes, spacings } from '../../../src/model/measures.ts';
import type { Begun } from '../panel.tsx';
import { stepAside } from '../step-aside.ts';
import { addStyles } from '../styles.ts';
import { say } from '../words/say.ts';
import { wordsOf } from './its-words.ts';
import { type Looks, readLooks, usualLooks, wear } from './looks.ts';
import css from './page.css?inline';
import { readPage } from './read-page.ts';

/** @returns what takes it all off the page */
export function start({ base, language, site, host: chat }: Begun): () => void {
  const host = document.createElement('doorstep-page-tools');
  const root = host.attachShadow({ mode: 'open' });
  // Without sheets made in script (Safari before 16.4) nothing here could be done to a page either.
  if (!addStyles(root, css)) return () => {};
  host.style.setProperty('--theme-accent', site.theme.accent);
  host.style.setProperty('--theme-accent-text', site.theme.accentText);
  wear(readLooks());
  let isOver = false;
  void wordsOf(base, language, english).then(({ words, language: spoken }) => {
    if (isOver) return;
    host.lang = spoken.tag;
    host.dir = spoken.direction;
    // Where the chat's button is not.
    const usual = spoken.direction === 'rtl' ? 'left' : 'right';
    host.setAttribute('side', (chat.getAttribute('position') ?? usual) === 'left' ? 'right' : 'left');
    root.append(draw((key) => say(words, key)));
    document.body.append(host);
  });
  const stopLooking = stepAside(host);
  return () => {
    isOver = true;
    stopLooking();
    host.remove();
    stop();
    wear({ ...usualLooks });
  };
}

const canSpeak = () => 'speechSynthesis' in globalThis;
const stop = () => canSpeak() && speechSynthesis.cancel();

type Say = (key: string) => string;

function draw(words: Say): HTMLElement {
  const place = make('section', { 'aria-label': words('tools'), class: 'tools' });
  const button = make('button', { type: 'button', 'aria-expanded': 'false', class: 'launcher' }, words('tools'));
  const panel = make('div', { class: 'panel', hidden: '' });
  const fill = () => panel.replaceChildren(...controls(words, again));
  // Drawn anew, the button that was pressed is another: focus stays with it.
  const again = () => {
    fill();
    (panel.lastElementChild as HTMLElement | null)?.focus();
  };
  const toggle = (open: boolean) => {
    // Closed, there is nothing in it.
    if (open) fill();
    else panel.replaceChildren();
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => toggle(panel.hidden !== false));
  place.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || panel.hidden) return;
    toggle(false);
    button.focus();
  });
  place.append(panel, button);
  return place;
}

function controls(words: Say, again: () => void): readonly HTMLElement[] {
  const now = readLooks();
  const change = (next: Partial<Looks>) => wear({ ...readLooks(), ...next });
  const reset = make('button', { type: 'button' }, words('tools-reset'));
  reset.addEventListener('click', () => {
    wear(usualLooks);
    again();
  });
  const spoken = (name: string) => (value: string) => words(`${name}-${value}`);
  return [
    choice(
      { name: 'size', label: words('text-size'), all: sizes, now: now.size, say: (value) => `${value} %` },
      (size) => change({ size }),
    ),
    choice(
      { name: 'spacing', label: words('spacing'), all: spacings, now: now.spacing, say: spoken('spacing') },
      (spacing) => change({ spacing }),
    ),
    choice(
      { name: 'colours', label: words('colours'), all: colourings, now: now.colours, say: spoken('colours') },
      (colours) => change({ colours }),
    ),
    ...(canSpeak() ? [reader(words)] : []),
    reset,
  ];
}

interface Choice<T> {
  readonly name: string;
  readonly label: string;
  readonly all: readonly T[];
  readonly now: T;
  say(value: NoInfer<T>): string;
}

function choice<T extends string | number>(about: Choice<T>, choose: (value: T) => void): HTMLElement {
  const field = make('fieldset');
  field.append(make('legend', {}, about.label));
  for (const value of about.all) {
    const input = make('input', { type: 'radio', name: about.name });
    (input as HTMLInputElement).checked = value === about.now;
    input.addEventListener('change', () => choose(value));
    const label = make('label');
    label.append(input, about.say(value));
    field.append(label);
  }
  return field;
}

function reader(words: Say): HTMLElement {
  const place = make('div');
  const button = make('button', { type: 'button' });
  const told = make('p', { role: 'status' });
  let isReading = false;
  const show = (is: boolean) => {
    isReading = is;
    button.textContent = words(is ? 'stop-reading' : 'tools-read');
  };
  button.addEventListener('click', () => {
    told.textContent = '';
    if (isReading) stop();
    const begins = !isReading && readPage(() => show(false));
    if (!isReading && !begins) told.textContent = words('no-voice');
    show(begins);
  });
  // It goes on while the tools are closed.
  show(speechSynthesis.speaking);
  place.append(button, told);
  return place;
}

function make(name: string, attributes: Readonly<Record<string, string>> = {}, text?: string): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
