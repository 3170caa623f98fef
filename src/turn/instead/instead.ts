// "Text me instead", and back: one conversation whose customer is reached by another channel from here on. It may be asked for in the
// middle of a question, in the queue and while a person speaks; none of that is touched, so nothing is asked twice.

import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Known } from '../facts.ts';
import type { Understood } from '../heard.ts';
import type { Aside } from '../texting/aside.ts';
import { linkToChat } from './link.ts';
import { goesOn, leave } from './parts.ts';
import { begin, stepTaken } from './steps.ts';

/** The event by which a link in a text says that the chat was opened. */
export const chatOpened = 'chat-opened';

/** Danger goes its own way, whatever is asked here. */
export async function insteadOf(start: Course, said: Understood, known: Known): Promise<Aside> {
  const course = arrivedBy(start, known);
  const { received } = known;
  const { channel } = received.address;
  const isMessage = received.kind === 'message';
  if (said.danger.length > 0) return through(course);
  if (channel === 'web' && received.name === chatOpened) return whole(goesOn(course, said, known));
  if (!isMessage) return through(course);
  if (channel === 'sms') return byText(course, said, known);
  return channel === 'web' ? await onWeb(course, said, known) : through(course);
}

const whole = (course: Course): Aside => ({ course, isAll: true });
const through = (course: Course): Aside => ({ course, isAll: false });

async function onWeb(course: Course, said: Understood, known: Known): Promise<Aside> {
  const asked = isOld(course, known) ? withoutState(course, 'instead') : course;
  if (said.control?.is === 'text_me') return whole(begin(asked, known));
  if (asked.state.instead === undefined) return through(asked);
  const taken = await stepTaken(asked, said, known);
  return taken === undefined ? through(withoutState(asked, 'instead')) : whole(taken);
}

/** Nobody is held to a question of an hour ago. */
function isOld({ state }: Course, { received, world }: Known): boolean {
  const { lastAt } = state;
  const silent = lastAt === undefined ? 0 : received.receivedAt.getTime() - Date.parse(lastAt);
  return silent > world.landlord.silenceMinutes.web * 60_000;
}

function byText(course: Course, said: Understood, known: Known): Aside {
  const isAwaited = course.state.instead?.step === 'ready';
  const here = withoutState(course, 'instead');
  if (said.control?.is === 'on_web') return whole(linkToChat(here, known));
  // They have the phone in hand: what stands is asked now.
  if (isAwaited && said.control?.is === 'yes') return whole(goesOn(here, said, known));
  if (isAwaited && said.control?.is === 'no') return whole(leave(here, said, known));
  return through(here);
}

/** Who comes back to the chat is told so once; a person who speaks with them sees it. */
function arrivedBy(course: Course, { received }: Known): Course {
  const { line } = course.state;
  const { channel } = received.address;
  if (line === undefined || channel === 'bot-framework' || line.now === channel) return course;
  const here = withFact(withState(course, { line: { ...line, now: channel } }), 'channel.changed', undefined, {
    to: channel,
  });
  return channel === 'web' && course.owner.is === 'bot'
    ? withLines(here, { phrase: 'instead.back', values: {}, enquiry: 'access.contact_preference' })
    : here;
}
