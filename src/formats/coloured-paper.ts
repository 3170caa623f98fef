// Coloured paper: the letter on a tint, in a size that reads well, or in large print for who needs both. It can be read on a screen as it
// is; who prints it on coloured paper of their own gets the same.

import type { FormatMaker } from './maker.ts';
import { draftOf, type Say } from './print/draft.ts';
import { isWritten } from './print/fonts.ts';
import { ink, papers } from './print/paper.ts';
import type { Press } from './print/press.ts';
import { formatStem } from './stem.ts';

/** Clear print as the RNIB has it: 14 points. */
const clearPrint = 14;

export function createColouredPaper({ press, say }: { readonly press: Press; readonly say: Say }): FormatMaker {
  return {
    format: 'coloured-paper',
    canMake: isWritten,
    async make(document, { points, colour = 'cream' }) {
      const look = { points: points ?? clearPrint, paper: papers[colour], ink };
      const bytes = await press.print(draftOf(document, { look, say }));
      return [{ bytes, kind: 'pdf', stem: formatStem(['coloured-paper', points, colour], document.language) }];
    },
  };
}
