// Whether texts keep the accents of a language (ŵ, ą, ș): each person's own wish, from what they said here or from their record, else as
// the landlord pack has it. A text with accents may cost twice the parts; one without is read on the oldest phone.

import type { ConversationState } from '../model/conversation.ts';
import { type Accents, accentedLanguages } from '../model/gsm7.ts';
import type { Landlord } from '../model/landlord.ts';
import type { ChannelName } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import { type Course, withEffects, withState } from './course.ts';
import { onOwnRecord } from './on-record.ts';

export type AccentWish = Exclude<Accents, 'fit'>;

/** By then it stands on the record, and whoever changes it there has the last word. */
const toldForMs = 24 * 3_600_000;

export function accentsIn(language: string, wish: Accents | undefined, { texts }: Pick<Landlord, 'texts'>): Accents {
  return wish ?? (texts.keepAccents.includes(language) ? 'keep' : 'fit');
}

export function accentsOf(person: Person | undefined): Accents | undefined {
  return readAccents(person?.contact?.accents);
}

export function readAccents(wish: string | null | undefined): Accents | undefined {
  return wish === 'keep' || wish === 'fit' || wish === 'leave-out' ? wish : undefined;
}

/** What was told here holds until the record can have it; of who is not on file, for as long as the conversation. */
export function withAccents(state: ConversationState, person: Person | undefined, now: Date): ConversationState {
  const { accents, ...rest } = state;
  const isFresh = accents?.toldAt !== undefined && now.getTime() - Date.parse(accents.toldAt) < toldForMs;
  if (person === undefined || isFresh) return state;
  const is = accentsOf(person);
  return is === undefined ? rest : { ...rest, accents: { is } };
}

/** Said in so many words: it holds from this answer on, and goes on the record of who writes. */
export function withAccentWish(course: Course, is: Accents, now: Date): Course {
  const told = withState(course, { accents: { is, toldAt: now.toISOString() }, accentsAsked: true });
  return withEffects(told, ...onOwnRecord(course.state, { contact: { accents: is } }));
}

const chosen = ['language.chosen', 'access.language.switched'];

/** Who chooses such a language by text is told once how to have it otherwise. It asks nothing: what is under way goes on. */
export function accentsOffered(course: Course, channel: ChannelName, { texts }: Pick<Landlord, 'texts'>): Course {
  const { tag } = course.state.language;
  const at = course.lines.findIndex(({ phrase }) => chosen.includes(phrase));
  const isDue = at >= 0 && channel === 'sms' && accentedLanguages.includes(tag);
  if (!isDue || course.state.accentsAsked || course.state.accents !== undefined) return course;
  const kept = texts.keepAccents.includes(tag) ? 'yes' : 'no';
  const line = { phrase: 'language.accents.offered', values: { kept }, enquiry: 'access.language' };
  const lines = [...course.lines.slice(0, at + 1), line, ...course.lines.slice(at + 1)];
  return withState({ ...course, lines }, { accentsAsked: true });
}
