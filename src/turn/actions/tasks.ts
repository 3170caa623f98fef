// Work for a team: a call-back, or any matter that is theirs to finish.

import { teamOf } from '../../model/routes.ts';
import { action } from '../action.ts';
import { daysFor, fileTask, needsOf, openDay, ownWords, referenceFor, told, toldDetails } from './filing.ts';

export const requestCallback = action(['promised'], ['reference', 'by', 'team'], (input) => {
  const { landlord } = input.world;
  const reference = referenceFor(input, 'TSK', 'callback');
  const due = openDay(input, landlord.handover.callbackWorkingDays);
  const topic = told(input, 'topic') ?? input.enquiry;
  const staff = told(input, 'staff');
  const times = told(input, 'times');
  const details = {
    topic,
    bestTime: told(input, 'best_time') ?? 'any',
    ...(staff !== undefined && { staff }),
    ...(times !== undefined && { times }),
  };
  // By an agreed route one person rings.
  const owner = input.route?.contact;
  const words = ownWords(input);
  const filed = fileTask(input, {
    reference,
    kind: 'call-back',
    words,
    due,
    details,
    ...(owner !== undefined && { owner }),
  });
  return { outcome: 'promised', slots: { reference, by: due, team: owner ?? filed.team }, ...filed };
});

export const openTask = action(['opened'], ['reference', 'by', 'team'], (input) => {
  const topic = told(input, 'topic') ?? input.enquiry;
  const reference = referenceFor(input, 'TSK', `task:${topic}`);
  const due = openDay(input, daysFor(topic, input.world));
  const team = teamOf(topic, input.world.landlord);
  const words = ownWords(input, 'what', 'more');
  const needs = needsOf(input);
  const filed = fileTask(input, {
    reference,
    kind: topic,
    words,
    due,
    team,
    details: { ...toldDetails(input), name: told(input, 'name') ?? null, ...(needs.length > 0 && { needs }) },
  });
  return { outcome: 'opened', slots: { reference, by: due, team: filed.team }, ...filed };
});
