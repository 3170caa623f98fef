// A machine's translation of what an agent wrote that may be wrong is for a person to look at: a task with both, and with what is doubted.

import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { closedDays } from '../../model/opening-hours.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { Course } from '../course.ts';
import type { Written } from './acts.ts';
import { courseOf, type Desk, teamIn } from './held.ts';

export function withLook(act: Written, conversation: Conversation, desk: Desk): Course {
  const { doubts, original, originalLanguage } = act.words.data;
  const course = courseOf(conversation);
  if (doubts === undefined) return course;
  const { world, moment } = desk;
  const { person, handover } = conversation.state;
  const reference = world.references.make('TSK', `${conversation.id}:${act.clientMessageId}:translation`);
  const today = localTime(moment.now, world.landlord.timeZone).date;
  // What is restricted is told to nobody outside the conversation, which only its own team opens.
  const isQuiet = handover?.restricted === true;
  const payload = {
    reference,
    team: teamIn(conversation, desk),
    kind: 'check-translation',
    ...(person !== undefined && !isQuiet && { person: person.id }),
    words: isQuiet ? '' : (original ?? ''),
    language: originalLanguage ?? 'en',
    due: addWorkingDays(today, 1, closedDays(world)),
    owner: act.agent.name,
    conversation: isQuiet ? '' : conversation.id,
    details: { doubts, to: act.words.language, ...(!isQuiet && { sent: act.words.text }) },
  };
  return { ...course, effects: [{ kind: 'housing.create-task', key: `housing:${reference}`, payload }] };
}
