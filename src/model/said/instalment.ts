// What somebody offers to pay bit by bit: "I can pay £20 a week", "zapłacę 80 funtów miesięcznie", "gallaf dalu £20 yr wythnos".

import { withPounds } from './money.ts';
import { folded, plain } from './plain.ts';

type Often = 'week' | 'fortnight' | 'month';

const every: Readonly<Record<Often, string>> = {
  fortnight: 'fortnight(?:ly)?|(?:2|two) weeks|pythefnos|bythefnos|(?:2|dwa) tygodnie',
  week: 'week(?:ly)?|wk|wythnos(?:ol)?|tydzien|tygodniowo',
  month: 'month(?:ly)?|mis(?:ol)?|miesiac|miesiecznie',
};
const anyOften = Object.values(every).join('|');
const joined = '(?:a|an|per|each|every|/|na|co|yr|y|bob|yn)';
const pays =
  '\\b(?:pay|(?:can|could) do|afford|offer|give|manage|spare|talu|dalu|fforddio|rhoi|placic|zaplacic|splacac|oddawac|dawac)\\b';
const price = '£? ?(?<pounds>\\d{1,4}(?:\\.\\d{2})?) ?(?:pounds?|quid|funt\\w*|punt|bunt|gbp)?';
const offer = new RegExp(`(?<before>.{0,12})${pays}.{0,20}?${price} ?${joined}? ?(?:${anyOften})\\b`);
const refused = /\b(?:not|cant|can't|cannot|dont|don't|nie|methu|ddim)\b/;
/** Longer words tell a story, in which "every month" may be about anything. */
const fewestLettersOfStory = 25;

/** The amount offered, as `£20`. What somebody says that they cannot pay is no offer. */
export function parseInstalment(text: string): string | undefined {
  const found = offerIn(text);
  return found?.groups?.pounds === undefined ? undefined : `£${found.groups.pounds}`;
}

export function parseOften(text: string): Often | undefined {
  const words = offerIn(text)?.[0] ?? said(text);
  if (words.length > fewestLettersOfStory && offerIn(text) === undefined) return undefined;
  return (Object.keys(every) as Often[]).find((each) => new RegExp(`\\b(?:${every[each]})\\b`).test(words));
}

function offerIn(text: string): RegExpExecArray | undefined {
  const found = offer.exec(said(text));
  return found === null || refused.test(found.groups?.before ?? '') ? undefined : found;
}

const said = (text: string): string => folded(withPounds(plain(text))).replace(/[’‘`´]/g, "'");
