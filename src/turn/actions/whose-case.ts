// Whose a case is. Its reference is told to whom it concerns; who is known to us as somebody else, and may not speak for them, hears
// no more of it than of a reference that does not exist.

import type { Case, Task } from '../../model/case.ts';
import type { Person } from '../../model/person.ts';
import type { ActionInput } from '../action.ts';
import { receivedOn } from './filing.ts';

type Record = Pick<Case | Task, 'person' | 'conversation'> & Partial<Pick<Case, 'reportedBy'>>;

export async function isSomebodyElses(
  input: ActionInput,
  { person, reportedBy, conversation }: Record,
): Promise<boolean> {
  const speaks = input.state.person?.id;
  if (speaks === undefined || person === undefined || conversation === input.conversation.id) return false;
  if ([person, reportedBy?.person].includes(speaks)) return false;
  const owner = await input.world.housing.person(person);
  return owner.is === 'away' || !maySpeak(owner.value, speaks, receivedOn(input));
}

function maySpeak(owner: Person | null, speaks: string, on: string): boolean {
  return (owner?.authority ?? []).some(({ person, until }) => person === speaks && (until === null || until >= on));
}
