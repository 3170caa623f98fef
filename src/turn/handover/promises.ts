// A promise ends: it was kept, or it is moved to another day, which the tenant hears before the old one has passed in silence.

import type { Conversation } from '../../model/conversation.ts';
import type { Act } from '../act.ts';
import { type Course, withFact, withLines } from '../course.ts';
import { courseOf, enquiryIn } from './held.ts';

export function keptPromise(act: Extract<Act, { is: 'promise-kept' }>, conversation: Conversation): Course {
  const { promise, agent } = act;
  const known = withFact(courseOf(conversation), 'promise.kept', undefined, { what: promise.what, by: promise.by });
  return { ...known, promiseEnded: { id: promise.id, as: 'kept', by: agent.id } };
}

export function movedPromise(act: Extract<Act, { is: 'promise-moved' }>, conversation: Conversation): Course {
  const { promise, agent, to, why } = act;
  const { what, by, owner, reference } = promise;
  const known = withFact(courseOf(conversation), 'promise.moved', undefined, { what, by, to });
  const moved: Course = {
    ...known,
    promises: [{ what, by: to, owner, ...(reference !== undefined && { reference }) }],
    promiseEnded: { id: promise.id, as: 'moved', by: agent.id, why },
  };
  if (promise.restricted) return moved;
  return withLines(moved, {
    phrase: 'handover.promise_moved',
    values: { was: by.slice(0, 10), by: to, why, owner, reference: reference ?? 'none' },
    enquiry: enquiryIn(conversation),
    ...(reference !== undefined && { reference }),
  });
}
