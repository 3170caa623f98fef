// A case told in another language is for staff who read English: after it is there, its words are translated by a machine, if the landlord
// has switched one on. The tenant's own words stay what they are. What is restricted is sent to nobody.

import { isRestrictedKind, type NewCase } from '../model/case.ts';
import type { CaseWords } from '../model/delivery.ts';
import { localTime } from '../model/london-time.ts';
import { closedDays } from '../model/opening-hours.ts';
import { addWorkingDays } from '../model/working-days.ts';
import type { Course } from './course.ts';
import { isSameLanguage } from './translator.ts';
import type { KeyedEffect } from './turn.ts';
import type { Moment, World } from './world.ts';

/** The effects of a turn; behind each case that needs it, in the same line, its words in English. */
export function withEnglish(
  { effects }: Pick<Course, 'effects'>,
  { world, moment }: { readonly world: World; readonly moment: Moment },
): readonly KeyedEffect[] {
  if (world.translator === undefined) return effects;
  return effects.flatMap((effect): readonly KeyedEffect[] =>
    effect.kind === 'housing.create-case' && isForeign(effect.payload)
      ? [effect, { kind: 'case.english', key: effect.key, payload: wordsOf(effect.payload, { world, moment }) }]
      : [effect],
  );
}

function isForeign({ kind, language, words, english }: NewCase): boolean {
  const hasWords = /\p{L}/u.test(words);
  return hasWords && english === undefined && !isSameLanguage(language, 'en') && !isRestrictedKind(kind);
}

function wordsOf(
  { reference, person, words, language, reportedBy, owner, team, conversation }: NewCase,
  { world, moment }: { readonly world: World; readonly moment: Moment },
): CaseWords {
  const today = localTime(moment.now, world.landlord.timeZone).date;
  return {
    reference,
    words,
    language,
    names: reportedBy.name === undefined ? [] : [reportedBy.name],
    ...(person !== undefined && { person }),
    look: {
      reference: world.references.make('TSK', `${reference}:english`),
      team,
      due: addWorkingDays(today, 1, closedDays(world)),
      conversation,
      ...(owner !== undefined && { owner }),
    },
  };
}
