// An incident that many write about: it is told, those whom it concerns are counted, for whom it is harder a team is told, and what turns
// out to be something else is served as ever.

import type { NearIncident } from '../../model/incident.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { isMoreAtRisk } from '../facts.ts';
import { incidentLine } from '../incident-words.ts';
import { withSame, withTold } from '../incidents.ts';
import { daysFor, fileTask, openDay, ownWords, referenceFor, told } from './filing.ts';
import { aboutThem } from './whose.ts';

function incidentIn(input: ActionInput): NearIncident | undefined {
  const id = told(input, 'incident');
  return input.incidents?.find((each) => each.id === id);
}

/** `over`: it was ended while its words were on their way. */
export const tellIncident = action(
  ['told', 'over'],
  ['incident'],
  async (input): Promise<ActionResult<'told' | 'over'>> => {
    const incident = incidentIn(input);
    if (incident === undefined) return { outcome: 'over' };
    const line = await incidentLine('contact.incident.told', incident, { ...input, tag: input.state.language.tag });
    return {
      outcome: 'told',
      lines: [{ ...line, enquiry: input.enquiry }],
      state: withTold(input.state, incident),
      facts: [{ name: 'incident.told', enquiry: input.enquiry, data: { incident: incident.id } }],
    };
  },
);

/** `ask`: a fault in homes, which may be harder for some of them than for others. */
export const joinIncident = action(['harder', 'ask', 'counted'], ['incident'], (input) => {
  const incident = told(input, 'incident') ?? '';
  const isFault = input.enquiry.startsWith('repair.');
  return {
    outcome: !isFault ? 'counted' : isMoreAtRisk(aboutThem(input).person) ? 'harder' : 'ask',
    state: withSame(input.state, incident),
    facts: [{ name: 'incident.same', enquiry: input.enquiry, data: { incident } }],
  };
});

export const passOnIncident = action(['passed_on'], ['reference', 'by', 'team'], (input) => {
  const incident = told(input, 'incident') ?? '';
  const reference = referenceFor(input, 'TSK', `incident:${incident}`);
  const due = openDay(input, daysFor(input.enquiry, input.world));
  const filed = fileTask(input, {
    reference,
    kind: 'incident',
    words: ownWords(input),
    due,
    details: { topic: input.enquiry, incident, harder: 'yes' },
  });
  return {
    outcome: 'passed_on',
    slots: { reference, by: due, team: filed.team },
    facts: [{ name: 'incident.harder', enquiry: input.enquiry, data: { incident } }],
    ...filed,
  };
});

/** What was told here is the report: nobody says it twice. The talk of the incident itself is no contact of its own. */
export const leaveIncident = action(['opened'], [], (input) => ({
  outcome: 'opened',
  slots: { enquiry: 'talk.incident', _counted: 'yes' },
  opens: input.enquiry,
  opensWith: told(input, 'words') ?? '',
}));
