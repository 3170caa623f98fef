// What the housing system has of who is served: their needs, the card, and what is on its way to it.

import type { Conversation } from '../../model/conversation.ts';
import { withNeedsHeld } from '../../model/needs.ts';
import type { Person } from '../../model/person.ts';
import type { Answer, Housing } from '../../turn/actions/housing.ts';
import { provedAt } from '../../turn/customer.ts';
import { cardOf } from './card.ts';
import { type EditSources, viewEdits } from './view-edits.ts';

export interface OnFileSources extends EditSources {
  readonly people: Pick<Housing, 'person'>;
  readonly clock: () => Date;
  /** ISO date, where the landlord is. */
  readonly today: () => string;
}

export async function viewOnFile(answer: Answer<Person | null>, { state }: Conversation, from: OnFileSources) {
  if (answer.is === 'away' || answer.value === null) return { needs: [], person: null, edits: [] };
  const held = withNeedsHeld(answer.value);
  const proved = provedAt(state, from.clock()) === held.id;
  const how = { knownBy: state.person?.by ?? 'number', proved, today: from.today(), people: from.people };
  const [person, edits] = await Promise.all([cardOf(held, how), viewEdits(answer.value, from)]);
  return { needs: held.needs, person, edits };
}
