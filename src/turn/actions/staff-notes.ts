// What staff and those who come to the home must know of a person before they write, ring or knock: how, when and by whom. What is wrong
// with anybody is never among it, and a contractor is told no more than a visit needs.

import type { ContactPreference } from '../../model/person.ts';
import type { ActionInput } from '../action.ts';
import { isNeverRung } from '../no-calls.ts';
import { aboutThem } from './whose.ts';
import { wordsBegun } from './words-found.ts';

/** For every case and task, in English: staff read it, whatever language the customer writes. */
export function contactNotes(input: ActionInput): readonly string[] {
  const { person } = aboutThem(input);
  if (person === undefined) return [];
  const { prefer, never = [], ...contact } = person.contact ?? {};
  const { language } = person;
  return [
    ...(language === undefined || language === 'en' ? [] : [`language: ${language}`]),
    ...(contact.speaks === undefined ? [] : [`speaks: ${contact.speaks}`]),
    ...(contact.letters === undefined ? [] : [`letters: ${contact.letters}`]),
    ...(prefer === undefined ? [] : [`prefers ${prefer}`]),
    ...never.map((way) => `never ${way}`),
    ...visitContact(contact),
  ];
}

const callNotes: Readonly<Record<string, string>> = {
  'no-message': 'leave no message and no voicemail',
  'only-me': 'speak to them alone, and leave no message',
};

/** In their own words it may say so already. */
const saysNot = /^(?:not|never|please|do not|don.t)\b/i;

function visitContact({
  avoid = [],
  best,
  visitBy,
  visitHours,
  calledAs,
  calls,
}: ContactPreference): readonly string[] {
  return [
    ...avoid.map((when) => (saysNot.test(when) ? when : `not ${when}`)),
    ...(best === undefined ? [] : [`best ${best}`]),
    ...(visitBy === undefined ? [] : [`visits by a ${visitBy}`]),
    ...(visitHours === undefined ? [] : [`visits ${visitHours.replaceAll('-', ' ')}`]),
    ...(calls === undefined ? [] : [callNotes[calls] ?? calls]),
    ...(calledAs === undefined ? [] : [`is called ${calledAs}`]),
  ];
}

/** For who does the job: what to do at the door, and nothing else of the person. */
export function visitNotes({ person, world }: Pick<ActionInput, 'person' | 'world'>): readonly string[] {
  if (person === undefined) return [];
  const isOfVisits = (words: string) => wordsBegun(world, 'visit_words', words) !== undefined;
  const agreed = person.needs.flatMap(({ instruction, adjustments = [] }) =>
    instruction === undefined ? adjustments.filter(isOfVisits) : [instruction],
  );
  const contact = visitContact(person.contact ?? {});
  return [...new Set([...agreed, ...contact, ...(isNeverRung(person, world) ? ['do not ring: send a text'] : [])])];
}
