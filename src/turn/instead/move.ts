// The move itself: the customer is reached by the number from this commit on, which also writes that its texts come here.

import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Understood } from '../heard.ts';
import type { Line } from '../line.ts';
import { isQuiet } from '../quiet.ts';
import { endingOf, leave, saying, standing } from './parts.ts';

/** Who else has the number in an open conversation is not cut off: that one is to be finished first. Told only who has shown it theirs. */
export async function moved(
  course: Course,
  number: string,
  { said, known }: { readonly said: Understood; readonly known: Known },
): Promise<Course> {
  const { conversation, received, world, moment } = known;
  // They may have stopped texts since they gave it.
  if (await world.texts.isOut(number)) return leave(course, said, known, 'locked');
  const found = await world.lines.at(number, moment.now);
  const isHere = found.openIn === conversation.id || found.thread === conversation.id;
  if (found.openIn !== undefined && !isHere) return leave(course, said, known, 'busy');
  const quiet = isQuiet(course.state, world);
  const user = received.address.channel === 'web' ? { user: received.address.user } : {};
  const { ours, account } = found.address;
  const here = withState(withoutState(course, 'instead'), {
    line: { number, ours, account, ...user, now: 'sms' },
    ...(quiet && { instead: { step: 'ready' as const } }),
  });
  const told = withLines(
    here,
    saying('moved', { ending: endingOf(number) }),
    ...firstText(here, { quiet, said, known }),
  );
  const known1 = withFact(told, 'channel.changed', undefined, { to: 'sms' });
  return { ...known1, moves: { address: found.address, ...(!isHere && { line: { number, nth: found.nth } }) } };
}

/** Nothing of a restricted matter stands in it: somebody else may see the phone first. */
function firstText(
  course: Course,
  { quiet, said, known }: { readonly quiet: boolean; readonly said: Understood; readonly known: Known },
): readonly Line[] {
  const [first, ...more] = quiet ? [saying('first_quiet')] : [saying('first'), ...standing(course, said, known)];
  return first === undefined ? [] : [{ ...first, moves: true }, ...more];
}
