// A dialog that goes on without a message: as if one without words had come, with the same people, facts and actions.

import type { Conversation, ConversationState, Frame } from '../model/conversation.ts';
import { actions } from './actions/table.ts';
import { type Course, courseFrom, withState } from './course.ts';
import { goOnFrom } from './dialog/decide.ts';
import { bringPerson } from './handover/bring-person.ts';
import { hear } from './language/hear.ts';
import { meansOf, sceneOf } from './means.ts';
import { recognise } from './person/recognise.ts';
import type { Received } from './turn.ts';
import { understand } from './understanding/understand.ts';
import type { Moment, World } from './world.ts';

export interface Around {
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

export async function wentOnByItself(frame: Frame, why: string, around: Around): Promise<Course> {
  const { conversation, world, moment } = around;
  const received: Received = {
    conversation: conversation.id,
    address: conversation.address,
    channelMessageId: `${why}:${frame.id}`,
    kind: 'event',
    name: 'left',
    text: '',
    attachments: [],
    sequence: conversation.taken,
    receivedAt: moment.now,
  };
  // A proof of who it is has run out by now; what was begun under it is theirs all the same.
  const known = await recognise(received, conversation, {
    world,
    moment: { now: lastWrote(conversation.state, moment) },
  });
  const understood = understand(hear(received, known, world), world, moment.now);
  const start = courseFrom({ ...known.state, stack: [frame], waiting: [] }, conversation.owner);
  const scene = { conversation, received, world, moment, ...known };
  const course = await goOnFrom(start, {
    scene: sceneOf(understood, start, scene),
    means: meansOf(scene, { actions, bringPerson }),
  });
  return withState(course, { waiting: known.state.waiting });
}

function lastWrote({ lastAt }: ConversationState, { now }: Moment): Date {
  return lastAt === undefined ? now : new Date(lastAt);
}
