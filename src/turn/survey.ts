// Asking how a contact went, of whoever has gone away without a word once it was over: a while after its end, if nothing has come since.

import type { ConversationState, Frame } from '../model/conversation.ts';
import type { Act } from './act.ts';
import { type Around, wentOnByItself } from './by-itself.ts';
import { type Course, withEffects } from './course.ts';
import { firstStep } from './dialog/advance.ts';
import { courseOf, type Done, refused } from './handover/held.ts';
import type { Refusal } from './refusal.ts';
import { isSurveyDue, surveyDialog } from './survey-due.ts';
import type { KeyedEffect } from './turn.ts';

/** When a turn has brought a contact to its end: when to ask. */
export function looksAtSurvey({ contactEnded }: ConversationState, around: Around): readonly KeyedEffect[] {
  const { conversation, world } = around;
  const isNew = contactEnded !== undefined && contactEnded.at !== conversation.state.contactEnded?.at;
  if (!isNew || world.landlord.survey === undefined) return [];
  return [lookAt(contactEnded.at, around.moment.now, around)];
}

export async function askSurvey(
  { ended }: Extract<Act, { is: 'survey-due' }>,
  around: Around,
): Promise<Done | Refusal> {
  const { conversation, world, moment } = around;
  const { state, owner } = conversation;
  const isOver = owner.is === 'bot' && state.stack.length === 0 && state.contactEnded?.at === ended;
  if (!isOver || !(await isSurveyDue({ conversation, state, world, moment }))) return refused('nothing-waiting');
  const later = new Date(state.lastAt ?? 0);
  if (later.getTime() + waitMs(around) > moment.now.getTime())
    return { course: withEffects(courseOf(conversation), lookAt(ended, later, around)) };
  const dialog = world.playbook.get(surveyDialog);
  if (dialog === undefined) return refused('nothing-waiting');
  const frame: Frame = {
    id: `${conversation.id}:r${conversation.revision}:survey`,
    dialog: surveyDialog,
    step: firstStep(dialog),
    slots: {},
    answered: [],
    asked: 0,
  };
  return { course: questionsOnly(await wentOnByItself(frame, 'survey', around)), notice: 'sent' };
}

/** Nobody is greeted, and nothing else is told, of our own accord. */
function questionsOnly(course: Course): Course {
  return { ...course, lines: course.lines.filter(({ expects }) => expects !== undefined) };
}

const waitMs = ({ world }: Around): number => (world.landlord.survey?.afterMinutes ?? 0) * 60_000;

function lookAt(ended: string, from: Date, around: Around): KeyedEffect {
  const { id } = around.conversation;
  const at = new Date(from.getTime() + waitMs(around)).toISOString();
  return { kind: 'time.survey', key: `survey:${id}:${ended}`, payload: { conversation: id, ended, at } };
}
