// Large print: 18 or 24 points, one column, nothing beside anything else. On coloured paper for who needs both.

import type { FormatMaker } from './maker.ts';
import { draftOf, type Say } from './print/draft.ts';
import { isWritten } from './print/fonts.ts';
import { ink, papers, white } from './print/paper.ts';
import type { Press } from './print/press.ts';
import { formatStem } from './stem.ts';

export function createLargePrint({ press, say }: { readonly press: Press; readonly say: Say }): FormatMaker {
  return {
    format: 'large-print',
    canMake: isWritten,
    async make(document, { points = 18, colour }) {
      const paper = colour === undefined ? white : papers[colour];
      const bytes = await press.print(draftOf(document, { look: { points, paper, ink }, say }));
      return [{ bytes, kind: 'pdf', stem: formatStem(['large-print', points, colour], document.language) }];
    },
  };
}
