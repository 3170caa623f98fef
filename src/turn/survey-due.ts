// Who is asked how a contact went: nobody where the landlord does not ask, nobody after danger, a restricted matter or despair, and
// nobody more often than the landlord says, on whichever channel.

import type { Conversation, ConversationState } from '../model/conversation.ts';
import { daysBefore } from '../model/london-time.ts';
import type { Moment, World } from './world.ts';

/** The dialog that asks. It is talk, no matter of its own: it is in no log of contacts. */
export const surveyDialog = 'talk.survey';

interface Asked {
  readonly conversation: Conversation;
  /** As this turn has left it. */
  readonly state: ConversationState;
  readonly world: Pick<World, 'landlord' | 'texts' | 'surveys'>;
  readonly moment: Moment;
}

export async function isSurveyDue({ conversation, state, world, moment }: Asked): Promise<boolean> {
  const { survey } = world.landlord;
  if (survey === undefined || state.contactEnded === undefined) return false;
  const since = daysBefore(moment.now, survey.everyDays);
  if (isSpared(state, since)) return false;
  const { address, id } = conversation;
  if (address.channel === 'sms' && (await world.texts.isOut(address.number))) return false;
  const last = await world.surveys.lastAsked({ conversation: id, person: state.person?.id, since });
  return last === undefined || last < since;
}

function isSpared({ quiet, sparedAt, handover }: ConversationState, since: Date): boolean {
  if (handover?.restricted) return true;
  return sparedAt === undefined ? quiet === true : new Date(sparedAt) >= since;
}
