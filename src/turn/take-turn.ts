// The way of one message, in order; start reading here. Pure but for the reading ports in `world`: nothing is sent and
// nothing written. The commit that follows writes all of it at once.

import type { Conversation } from '../model/conversation.ts';
import { actions } from './actions/table.ts';
import { keepConsent } from './consent.ts';
import { type Course, courseFrom } from './course.ts';
import { begin, decide } from './dialog/decide.ts';
import { finish } from './finish.ts';
import { bringPerson } from './handover/bring-person.ts';
import { relay } from './handover/relay.ts';
import { hear } from './language/hear.ts';
import { spokenIn } from './language/spoken-in.ts';
import { meansOf, sceneOf } from './means.ts';
import { withMisread } from './misread.ts';
import { recognise } from './person/recognise.ts';
import { toldFirst } from './person/told-first.ts';
import { safetyOf } from './safety.ts';
import { alsoRung, asideOf } from './texting/aside.ts';
import { threadOf } from './texting/thread.ts';
import type { Received, Turn } from './turn.ts';
import { askElsewhere } from './understanding/ask-elsewhere.ts';
import { understand } from './understanding/understand.ts';
import type { Moment, World } from './world.ts';

/** Answers one message of a customer. */
// biome-ignore lint/complexity/useMaxParams: the four things that a turn is made of
export async function takeTurn(
  received: Received,
  conversation: Conversation,
  world: World,
  moment: Moment,
): Promise<Turn> {
  const around = { conversation, received, world, moment };
  if (received.keyword) return finish(keepConsent(received, conversation, world.phrases), around);

  const thread = threadOf(received, conversation, world.landlord);
  const known = await recognise(received, thread.conversation, { world, moment });
  const heard = hear(received, known, world);
  const own = understand(heard, world, received.receivedAt);
  const isAsked = world.interpreter !== undefined && conversation.owner.is === 'bot';
  const understood = isAsked ? await askElsewhere(own, known.state, world) : own;
  const spoken = spokenIn(heard, courseFrom(known.state, conversation.owner), world.phrases);
  const aside = asideOf(understood, { ...spoken, facts: [...thread.facts, ...spoken.facts] }, around);
  if (aside.isAll) return finish({ course: aside.course }, around);
  const start = toldFirst(known, alsoRung(aside.course, understood, around), received);

  const course =
    conversation.owner.is === 'bot'
      ? await answer(understood, start, { ...around, ...known })
      : await relay(start, understood, { ...around, ...known, safety: safetyOf(world.playbook, actions) });
  const learned = withMisread(course, understood, { before: known.state, playbook: world.playbook });
  return finish({ course: learned }, around);
}

function answer(
  understood: ReturnType<typeof understand>,
  start: Course,
  known: Parameters<typeof meansOf>[0],
): Promise<Course> {
  const scene = sceneOf(understood, start, known);
  const means = meansOf(known, { actions, bringPerson });
  if (known.received.kind === 'message') return decide(start, scene, means);
  const isNew = known.received.name === 'join' && !start.state.greeted;
  return isNew ? begin(start, 'talk.greeting', { scene, means }) : Promise.resolve(start);
}
