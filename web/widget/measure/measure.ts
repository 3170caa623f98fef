// How somebody wants to see the chat: remembered for their next visit (localStorage), with nothing in it about who they are or what was said.

import { colourings, sizes, spacings } from '../../../src/model/measures.ts';

export { colourings, sizes, spacings };

export interface Measure {
  /** Per cent of the browser's own text size. */
  readonly size: (typeof sizes)[number];
  readonly spacing: (typeof spacings)[number];
  readonly colours: (typeof colourings)[number];
  /** One thing below the other, large, and nothing that is not needed. */
  readonly simple: boolean;
  /** New messages are read out, and each can be heard again. */
  readonly aloud: boolean;
}

export const usualMeasure: Measure = { size: 100, spacing: 'usual', colours: 'usual', simple: false, aloud: false };

const keyFor = (base: string): string => `doorstep-measure:${base}`;

const one = <T>(all: readonly T[], value: unknown, usual: T): T => all.find((each) => each === value) ?? usual;

/** What cannot be read, or is none of ours, is as usual. @param theme the page's colours, for who has chosen none */
export function readMeasure(base: string, theme: string | null): Measure {
  const isDark = theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches;
  const colours = isDark ? 'dark' : one(colourings, theme, 'usual');
  try {
    const found = JSON.parse(localStorage.getItem(keyFor(base)) ?? '{}') as Partial<Record<keyof Measure, unknown>>;
    return {
      size: one(sizes, found.size, 100),
      spacing: one(spacings, found.spacing, 'usual'),
      colours: one(colourings, found.colours, colours),
      simple: found.simple === true,
      aloud: found.aloud === true,
    };
  } catch {
    return { ...usualMeasure, colours };
  }
}

export function keepMeasure(base: string, measure: Measure): void {
  try {
    localStorage.setItem(keyFor(base), JSON.stringify(measure));
  } catch {
    // Blocked: it lasts as long as the page.
  }
}

export function forgetMeasure(base: string): void {
  try {
    localStorage.removeItem(keyFor(base));
  } catch {
    // Blocked: there is nothing.
  }
}
