// What is known to be wrong for many comes before what somebody says of it: it is told when they write about it. Danger comes before that.

import type { ConversationState } from '../model/conversation.ts';
import type { NearIncident } from '../model/incident.ts';
import { withLinks } from './actions/linked.ts';
import { type Course, withFact } from './course.ts';

/** Tells of it and asks whether that is what they write about. */
export const incidentDialog = 'contact.incident';

const nothing = { told: [], shown: [], same: [] };

/** With its news: after these it is told anew. */
export const keyOf = ({ id, version }: NearIncident): string => `${id}:${version}`;

export function ofIncidents({ incidents }: ConversationState): NonNullable<ConversationState['incidents']> {
  return incidents ?? nothing;
}

/** The one that answers an enquiry and was not told yet. */
export function untoldOf(
  enquiry: string,
  state: ConversationState,
  near: readonly NearIncident[] = [],
): NearIncident | undefined {
  const { told } = ofIncidents(state);
  return near.find((each) => each.topics.includes(enquiry) && !told.includes(keyOf(each)));
}

export function withTold(state: ConversationState, incident: NearIncident): Pick<ConversationState, 'incidents'> {
  const before = ofIncidents(state);
  return { incidents: { ...before, told: [...before.told, keyOf(incident)] } };
}

export function withSame(state: ConversationState, id: string): Pick<ConversationState, 'incidents'> {
  const before = ofIncidents(state);
  return { incidents: { ...before, same: [...new Set([...before.same, id])] } };
}

/** What is reported all the same by whom it concerns names the incident: its reports are found by it, and counted. */
export function withReportsLinked(course: Course, near: readonly NearIncident[] = []): Course {
  const { same } = ofIncidents(course.state);
  let linked = course;
  for (const { id, topics } of near.filter((each) => same.includes(each.id)))
    for (const { reference, enquiry, kind, restricted } of course.cases) {
      if (!topics.includes(enquiry) || kind === 'task' || restricted) continue;
      const effects = withLinks(linked.effects, reference, id);
      linked = withFact({ ...linked, effects }, 'incident.reported', enquiry, { incident: id });
    }
  return linked;
}
