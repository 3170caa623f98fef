// A decision on a request to do something differently: on the case with what was weighed, on the profile where it is agreed, as a task on
// the day when it is asked about again, and told to the tenant with the reason, what can be done instead, and the way to complain.

import type { AdjustmentAsked, Decided } from '../../model/adjustment.ts';
import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { teamOf } from '../../model/routes.ts';
import type { Act } from '../act.ts';
import { type Course, withEffects, withFact, withLines } from '../course.ts';
import type { Line } from '../line.ts';
import { onRecord } from '../on-record.ts';
import type { KeyedEffect } from '../turn.ts';
import { type Written, withWritten, writtenBesides } from '../written-besides.ts';
import { courseOf, type Desk } from './held.ts';

const enquiry = 'access.adjustment';

export function decidedAdjustment(
  act: Extract<Act, { is: 'adjustment-decided' }>,
  conversation: Conversation,
  { world, moment, person }: Desk,
): Course {
  const { request, decision, agent } = act;
  const { reference, promise } = request;
  const decidedOn = localTime(moment.now, world.landlord.timeZone).date;
  const details = { decision: { ...decision, decidedBy: agent.name, decidedOn } };
  const known = withFact(courseOf(conversation), 'adjustment.decided', enquiry, { outcome: decision.outcome });
  const line = decisionLine(request, decision);
  const said = [{ phrase: line.phrase, values: line.values }];
  const written = writtenBesides(
    { is: 'decision', about: reference, owner: world.landlord.adjustments.owner, said },
    { person, conversation, world, at: moment.now, language: conversation.state.language.tag },
  );
  const told = withDecision(known, { line, written, isPrivate: request.isPrivate });
  const team = teamOf(enquiry, world.landlord);
  const task = world.references.make('TSK', `${reference}:review`);
  return {
    ...told,
    effects: [
      ...told.effects,
      {
        kind: 'housing.change-case',
        key: `housing:${reference}`,
        payload: { reference, changes: { status: 'decided', details } },
      },
      ...agreed(request, decision),
      ...reviewed({ request, decision, task, team }, conversation),
    ],
    ...(promise !== undefined && { promiseEnded: { id: promise, as: 'kept', by: agent.id } }),
  };
}

interface ToTell {
  readonly line: Line;
  readonly written: Written | undefined;
  readonly isPrivate: boolean;
}

/** Who wrote for somebody who has not agreed hears nothing of how that person is written to. */
function withDecision(course: Course, { line, written, isPrivate }: ToTell): Course {
  const told = withLines(course, line);
  if (written === undefined || !isPrivate) return withWritten(told, written);
  // Nor is it made here: what is made comes to this conversation.
  const byPeople = written.effects.filter(({ kind }) => kind !== 'format.make');
  return withEffects(told, ...byPeople);
}

function decisionLine(request: AdjustmentAsked, { outcome, adjustment, why, alternatives }: Decided): Line {
  const { reference, review } = request;
  const values = {
    reference,
    adjustment: adjustment ?? '',
    why: why ?? '',
    alternatives: alternatives.join('; '),
    review,
  };
  const phrase = `access.adjustment.decided_${request.isPrivate ? 'private' : outcome}`;
  return { phrase, values, enquiry, reference };
}

/** On the profile, where every later contact reads it: what is done, never why. */
function agreed(
  { person, since, until, review }: AdjustmentAsked,
  { outcome, adjustment, instruction }: Decided,
): readonly KeyedEffect[] {
  if (adjustment === null || outcome === 'cannot') return [];
  const need = {
    kind: 'adjustment',
    adjustments: [adjustment],
    ...(instruction !== null && { instruction }),
    since,
    ...(until !== undefined && { until }),
    review,
  };
  return onRecord(person, { needs: { add: [need] } });
}

interface Review {
  readonly request: AdjustmentAsked;
  readonly decision: Decided;
  readonly task: string;
  readonly team: string;
}

/** Also who never writes to us again is asked whether it is still right. */
function reviewed({ request, decision, task, team }: Review, { id, state }: Conversation): readonly KeyedEffect[] {
  const { person, reference, review } = request;
  if (decision.outcome === 'cannot') return [];
  const payload = {
    reference: task,
    team,
    kind: 'adjustment-review',
    ...(person !== undefined && { person }),
    words: decision.adjustment ?? '',
    language: state.language.tag,
    due: review,
    conversation: id,
    details: { adjustment: reference },
  };
  return [{ kind: 'housing.create-task', key: `housing:${task}`, payload }];
}
