// The words of a case in English, beside the tenant's own. They are translated and translated back: where that does not say the same any
// more, or there is no translation, a person is asked to look, with both and with what is doubted.

import type { Doubt } from '../model/alike.ts';
import type { NewTask } from '../model/case.ts';
import type { CaseChange, CaseWords } from '../model/delivery.ts';
import type { Housing } from '../turn/actions/housing.ts';
import { checkedTranslation } from '../turn/checked-translation.ts';
import { namesOf } from '../turn/names-of.ts';
import type { Translator } from '../turn/translator.ts';
import { engineError } from './engine.ts';

/** How the housing system is written to, as far as this needs it. A repeat changes nothing. */
export interface CaseWriter {
  readonly 'housing.change-case': (row: { readonly id: string; readonly payload: CaseChange }) => Promise<void>;
  readonly 'housing.create-task': (row: { readonly id: string; readonly payload: NewTask }) => Promise<void>;
}

interface Parts {
  /** None after it was switched off again. */
  readonly translator: Translator | undefined;
  readonly deliver: CaseWriter;
  readonly housing: Pick<Housing, 'person'>;
  readonly landlord: string;
}

interface Row {
  readonly id: string;
  readonly attempts: number;
  readonly payload: CaseWords;
}

/** With the outbox's pauses about a minute. What comes after it for the same case waits behind it, so it is not longer. */
const triesBeforeAPerson = 8;

export function caseEnglishDelivery(parts: Parts): { readonly 'case.english': (row: Row) => Promise<void> } {
  return {
    'case.english': async ({ id, attempts, payload }) => {
      const { reference, words, language, person, names } = payload;
      const keep = [parts.landlord, ...names, ...(await namesOf(person, parts.housing))];
      const asked = { from: language, to: 'en', keep };
      const checked = parts.translator && (await checkedTranslation(words, asked, parts.translator));
      if (checked === undefined && parts.translator !== undefined && attempts < triesBeforeAPerson)
        throw engineError('unreachable');
      const english = checked?.text;
      const doubts = checked?.doubts ?? (['none'] as const);
      // The task first: nobody reads a doubtful translation that no one is asked to look at.
      if (doubts.length > 0) {
        await parts.deliver['housing.create-task']({ id: `${id}:look`, payload: lookAt(payload, { english, doubts }) });
      }
      const isOne = english !== undefined && !doubts.some((each) => each === 'untranslated');
      if (!isOne) return;
      await parts.deliver['housing.change-case']({
        id,
        payload: { reference, changes: { english, details: { englishBy: 'machine', englishDoubts: doubts } } },
      });
    },
  };
}

function lookAt(
  { reference, person, words, language, look }: CaseWords,
  { english, doubts }: { readonly english: string | undefined; readonly doubts: readonly (Doubt | 'none')[] },
): NewTask {
  return {
    ...look,
    kind: 'check-translation',
    ...(person !== undefined && { person }),
    words,
    language,
    details: { about: reference, doubts, ...(english !== undefined && { english }) },
  };
}
