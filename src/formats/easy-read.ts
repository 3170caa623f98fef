// Easy read: short sentences, each beside a picture. People wrote them, for the letters that are sent often; nothing else is made easy
// by a machine, because one that leaves something out, or says it differently, is worse than a letter that somebody explains.

import type { StandardLetter, WrittenDocument } from '../model/document.ts';
import type { EasyRead } from '../model/easy-read.ts';
import { printedPhone } from '../model/said/printed-phone.ts';
import type { FormatMaker } from './maker.ts';
import { readPictures } from './pictures.ts';
import { type DraftPart, draftOf, type Say } from './print/draft.ts';
import { isWritten } from './print/fonts.ts';
import { ink, papers, white } from './print/paper.ts';
import type { Press } from './print/press.ts';
import { formatStem } from './stem.ts';

export interface EasyReadOptions {
  readonly press: Press;
  readonly say: Say;
  readonly letters: EasyRead;
  /** Whom to reach: every letter says how. In E.164. */
  readonly landlord: { readonly phone: string; readonly textNumber: string };
  /** Languages that the sentences are written in. */
  readonly languages: readonly string[];
}

/** @throws Error when a letter names a picture that there is not */
export function createEasyRead({ press, say, letters, landlord, languages }: EasyReadOptions): FormatMaker {
  const pictures = readPictures(Object.values(letters).flatMap((each) => each.map(({ picture }) => picture)));
  return {
    format: 'easy-read',
    canMake: (language) => languages.includes(language) && isWritten(language),
    suits: ({ letter }) => letter !== undefined,
    async make(document, { points = 18, colour }) {
      const { letter, language } = document;
      if (letter === undefined) throw new Error('This document is no standard letter: people make it easy to read.');
      const parts = [...sentencesOf(document, letter), source()];
      const paper = colour === undefined ? white : papers[colour];
      const bytes = await press.print(draftOf(document, { look: { points, paper, ink }, say, parts }));
      return [
        { bytes, kind: 'pdf', stem: formatStem(['easy-read', points === 18 ? undefined : points, colour], language) },
      ];

      function source(): DraftPart {
        return { is: 'small', text: { text: say('easy-read.pictures', language, {}), language } };
      }
    },
  };

  function sentencesOf({ language, reference, from }: WrittenDocument, letter: StandardLetter): readonly DraftPart[] {
    const { is, ...told } = letter;
    const reach = { phone: printedPhone(landlord.phone), textNumber: printedPhone(landlord.textNumber) };
    const values = { ...told, ...reach, landlord: from, reference: reference ?? '' };
    return letters[is]
      .filter(({ say: key }) => key !== 'reference' || reference !== undefined)
      .map(({ say: key, picture }) => ({
        is: 'pictured',
        text: { text: say(`easy-read.${key}`, language, values), language },
        picture: pictures.get(picture) ?? '',
      }));
  }
}
