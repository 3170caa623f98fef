// The colours of paper, and how well black stands out on them.

import type { PaperColour } from '../../model/document.ts';

export const ink = '#000000';
export const white = '#ffffff';

/** Pastel, so that black is far above what is asked of contrast (7:1, WCAG 2.2 1.4.6), on a screen and from a printer. */
export const papers: Readonly<Record<PaperColour, string>> = {
  cream: '#fff4d6',
  yellow: '#fff2a8',
  blue: '#d9eafc',
  green: '#d8f0d3',
  pink: '#fbdfe8',
};
