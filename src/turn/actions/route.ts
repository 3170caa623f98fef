// What goes to the one person who deals with somebody's contact by an agreed route: a task in their name, with the day of their answer.

import { nextAnswer } from '../../model/contact-route.ts';
import { action } from '../action.ts';
import { daysFor, fileTask, openDay, ownWords, receivedOn, referenceFor, told } from './filing.ts';

export const passOn = action(['passed_on'], ['reference', 'by', 'contact'], (input) => {
  const { route } = input;
  const reference = referenceFor(input, 'TSK', 'agreed-route');
  const due =
    route?.weekday === undefined
      ? openDay(input, daysFor(input.enquiry, input.world))
      : nextAnswer(receivedOn(input), route.weekday);
  const owner = route?.contact;
  const filed = fileTask(input, {
    reference,
    kind: 'agreed-route',
    words: ownWords(input, 'what'),
    due,
    ...(owner !== undefined && { owner }),
    details: { topic: told(input, 'topic') ?? input.enquiry, route: route?.route ?? 'none' },
  });
  return { outcome: 'passed_on', slots: { reference, by: due, contact: owner ?? filed.team }, ...filed };
});
