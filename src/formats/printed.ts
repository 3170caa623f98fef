// All formats that are printed, on one press.

import { createColouredPaper } from './coloured-paper.ts';
import { createEasyRead, type EasyReadOptions } from './easy-read.ts';
import { createLargePrint } from './large-print.ts';
import type { FormatMaker } from './maker.ts';
import { readOwnFonts } from './print/fonts.ts';
import { createPress } from './print/press.ts';

export interface PrintedFormats {
  readonly makers: readonly FormatMaker[];
  /** Ends the process that prints. */
  close(): void;
}

export interface PrintedOptions extends Omit<EasyReadOptions, 'press'> {
  /** The landlord's own fonts, where it has any. */
  readonly fontsFolder?: string | undefined;
}

/** @throws Error when the landlord's fonts cannot be used, or a picture of easy read is missing, for whoever starts the service */
export function createPrintedFormats({
  fontsFolder,
  say,
  letters,
  landlord,
  languages,
}: PrintedOptions): PrintedFormats {
  const press = createPress({ fonts: fontsFolder === undefined ? [] : readOwnFonts(fontsFolder) });
  return {
    makers: [
      createLargePrint({ press, say }),
      createColouredPaper({ press, say }),
      createEasyRead({ press, say, letters, landlord, languages }),
    ],
    close: press.close,
  };
}
