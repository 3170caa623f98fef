// How a visitor wants to see the landlord's page: remembered on that site, and put over the page by one sheet of ours and one property,
// so that taking it away leaves the page as it was.

import { colourings, sizes, spacings } from '../../../src/model/measures.ts';
import css from './looks.css?inline';

export interface Looks {
  readonly size: (typeof sizes)[number];
  readonly spacing: (typeof spacings)[number];
  readonly colours: (typeof colourings)[number];
}

export const usualLooks: Looks = { size: 100, spacing: 'usual', colours: 'usual' };

const key = 'doorstep-page';
const one = <T>(all: readonly T[], value: unknown, usual: T): T => all.find((each) => each === value) ?? usual;

export function readLooks(): Looks {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<keyof Looks, unknown>>;
    return {
      size: one(sizes, found.size, 100),
      spacing: one(spacings, found.spacing, 'usual'),
      colours: one(colourings, found.colours, 'usual'),
    };
  } catch {
    return usualLooks;
  }
}

function keepLooks(looks: Looks): void {
  try {
    if (isUsual(looks)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(looks));
  } catch {
    // Blocked: it lasts as long as the page.
  }
}

const isUsual = (looks: Looks): boolean => JSON.stringify(looks) === JSON.stringify(usualLooks);

let sheet: CSSStyleSheet | undefined;

export function wear(looks: Looks): void {
  keepLooks(looks);
  const { documentElement: root } = document;
  for (const name of ['spacing', 'colours'] as const) {
    const attribute = `data-doorstep-${name}`;
    if (looks[name] === 'usual') root.removeAttribute(attribute);
    else root.setAttribute(attribute, looks[name]);
  }
  resize(looks.size);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const others = document.adoptedStyleSheets.filter((each) => each !== sheet);
  document.adoptedStyleSheets = isUsual(looks) ? others : [...others, sheet];
}

/** The page's own units first: it was made to grow with them. A page in pixels does not, and is drawn larger as a whole. */
function resize(size: number): void {
  const { documentElement: root, body } = document;
  root.style.removeProperty('font-size');
  body.style.removeProperty('zoom');
  if (size === 100) return;
  const before = sizeOfText();
  root.style.setProperty('font-size', `${size}%`, 'important');
  if (sizeOfText() > before * 1.1) return;
  root.style.removeProperty('font-size');
  body.style.setProperty('zoom', String(size / 100));
}

function sizeOfText(): number {
  const text = document.querySelector('main p, article p, p, li') ?? document.body;
  return Number.parseFloat(getComputedStyle(text).fontSize);
}
