// Work for a team: a call-back, or any matter that is theirs to finish.

import { teamOf } from '../../model/routes.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { daysFor, fileTask, openDay, ownWords, referenceFor, told, toldDetails } from './filing.ts';

export const requestCallback = action(['promised'], ['reference', 'by', 'team'], (input) =>
  promised(input, {
    kind: 'call-back',
    details: { bestTime: told(input, 'best_time') ?? 'any', ...only(input, 'staff'), ...only(input, 'times') },
  }),
);

/** For who is not to be rung: the same promise, kept in writing. */
export const writeBack = action(['promised'], ['reference', 'by', 'team'], (input) =>
  promised(input, { kind: 'write-back', details: { noCalls: true, ...only(input, 'staff') } }),
);

function promised(
  input: ActionInput,
  { kind, details }: { readonly kind: string; readonly details: Readonly<Record<string, unknown>> },
): ActionResult<'promised'> {
  const { landlord } = input.world;
  const reference = referenceFor(input, 'TSK', 'callback');
  const due = openDay(input, landlord.handover.callbackWorkingDays);
  const topic = told(input, 'topic') ?? input.enquiry;
  // By an agreed route one person answers.
  const owner = input.route?.contact;
  const filed = fileTask(input, {
    reference,
    kind,
    words: ownWords(input),
    due,
    details: { topic, ...details },
    ...(owner !== undefined && { owner }),
  });
  return { outcome: 'promised', slots: { reference, by: due, team: owner ?? filed.team }, ...filed };
}

function only(input: ActionInput, slot: string): Readonly<Record<string, string>> {
  const value = told(input, slot);
  return value === undefined ? {} : { [slot]: value };
}

export const openTask = action(['opened'], ['reference', 'by', 'team'], (input) => {
  const topic = told(input, 'topic') ?? input.enquiry;
  const reference = referenceFor(input, 'TSK', `task:${topic}`);
  const due = openDay(input, daysFor(topic, input.world));
  const team = teamOf(topic, input.world.landlord);
  const words = ownWords(input, 'what', 'more');
  const filed = fileTask(input, {
    reference,
    kind: topic,
    words,
    due,
    team,
    details: { ...toldDetails(input), name: told(input, 'name') ?? null },
  });
  return { outcome: 'opened', slots: { reference, by: due, team: filed.team }, ...filed };
});
