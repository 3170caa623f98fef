// The way of one message, in order; start reading here. Pure but for the reading ports in `world`: nothing is sent and nothing written.
// The commit that follows writes all of it at once.

import type { Conversation } from '../model/conversation.ts';
import { actions } from './actions/table.ts';
import { answer } from './answer.ts';
import { begunAnew } from './begun-anew.ts';
import { hearThrough } from './by-machine/hear-through.ts';
import { keepConsent } from './consent.ts';
import { courseFrom, withLines } from './course.ts';
import { finish } from './finish.ts';
import { relay } from './handover/relay.ts';
import { insteadOf } from './instead/instead.ts';
import { spokenIn } from './language/spoken-in.ts';
import { withMisread } from './misread.ts';
import { recognise } from './person/recognise.ts';
import { toldFirst } from './person/told-first.ts';
import { withSafeHere } from './safe-here.ts';
import { safetyOf } from './safety.ts';
import { withSpared } from './spared.ts';
import { asideOf } from './texting/aside.ts';
import { threadOf } from './texting/thread.ts';
import type { Received, Turn } from './turn.ts';
import { askElsewhere } from './understanding/ask-elsewhere.ts';
import { understand } from './understanding/understand.ts';
import type { Moment, World } from './world.ts';

/** Answers one message of a customer. */
// biome-ignore lint/complexity/useMaxParams: the four things that a turn is made of
export async function takeTurn(received: Received, before: Conversation, world: World, moment: Moment): Promise<Turn> {
  const conversation = begunAnew(before, received);
  const arrived = { conversation, received, world, moment };
  if (received.keyword) return finish(keepConsent(received, conversation, world.phrases), arrived);

  const thread = threadOf(received, conversation, world.landlord);
  const recognised = await recognise(received, thread.conversation, { world, moment });
  const { heard, state, lines } = await hearThrough(received, recognised, world);
  const known = { ...recognised, state };
  const around = { ...arrived, received: heard.received };
  const own = understand(heard, world, heard.received.receivedAt);
  const isAsked = world.interpreter !== undefined && conversation.owner.is === 'bot' && state.instead === undefined;
  const understood = isAsked ? await askElsewhere(own, known.state, world) : own;
  const begun = { ...withLines(courseFrom(state, conversation.owner), ...lines), facts: thread.facts };
  const aside = asideOf(understood, spokenIn(heard, begun, world.phrases), around);
  if (aside.isAll) return finish({ course: aside.course }, arrived);
  const instead = await insteadOf(aside.course, understood, { ...around, ...known });
  if (instead.isAll) return finish({ course: instead.course }, arrived);
  const start = toldFirst(known, instead.course, heard.received);

  const course =
    conversation.owner.is === 'bot'
      ? await answer(understood, start, { ...around, ...known })
      : await relay(start, understood, { ...around, ...known, safety: safetyOf(world.playbook, actions) });
  const careful = withSafeHere(course, known.state, heard.received);
  const spared = withSpared(careful, understood, world.playbook);
  const learned = withMisread(spared, understood, { before: known.state, playbook: world.playbook });
  return finish({ course: learned }, arrived);
}
