// Whether a number can be texted with at all: it must take texts, want them, and be nobody else's. Which of the last two it is stays
// untold, since it would tell whoever types a neighbour's number something of the neighbour.

import { takesNoTexts } from '../../model/said/phone.ts';
import type { Course } from '../course.ts';
import type { Known } from '../facts.ts';

/** Only mobiles of this country: a code to a number of another kind can be made to cost. */
const mobile = /^\+447\d{9}$/;

/** `shared`: on record of others besides, so that only a code shows who has the phone. */
export async function refusalOf(
  number: string,
  { state }: Course,
  { world }: Pick<Known, 'world'>,
): Promise<'landline' | 'cannot' | 'shared' | undefined> {
  if (!mobile.test(number) || takesNoTexts(number)) return 'landline';
  if (await world.texts.isOut(number)) return 'cannot';
  const answer = await world.housing.peopleByPhone(number);
  // While nobody can look, the code shows that they have the phone.
  const holders = answer.is === 'known' ? answer.value : [];
  const who = state.person?.by === 'number' ? undefined : state.person?.id;
  if (who !== undefined && holders.length > 0 && holders.every(({ id }) => id !== who)) return 'cannot';
  return answer.is === 'known' && holders.length < 2 ? undefined : 'shared';
}
