// Telling the tenant of a promise in the way that they prefer, never where somebody else may read of a restricted matter.

import type { Conversation } from '../../model/conversation.ts';
import type { Person } from '../../model/person.ts';
import type { OpenPromise } from '../act.ts';
import { type Course, withEffects } from '../course.ts';
import type { Done } from '../handover/held.ts';
import type { Line } from '../line.ts';
import type { Moment, World } from '../world.ts';
import { type Document, withWritten, writtenBesides } from '../written-besides.ts';
import { type Ways, waysTo, withNews } from './reach.ts';
import { tellTask } from './tasks.ts';

export interface Looking {
  readonly promise: OpenPromise;
  readonly conversation: Conversation;
  readonly world: World;
  readonly moment: Moment;
}

export interface News {
  /** None where the tenant need not hear. */
  readonly line: Line | undefined;
  /** @param ways in which they hear; none where they do not */
  readonly course: (ways?: Ways) => Course;
  /** What a person is given to do who reaches them, where that is not in the course. */
  readonly asTask?: false;
  /** It is an answer that some people have on paper. */
  readonly document?: Document;
}

export async function tell(
  looking: Looking,
  { line, course, asTask, document }: News,
  person: Person | undefined,
): Promise<Done> {
  if (line === undefined || looking.promise.restricted) return { course: course() };
  const { conversation, world, moment } = looking;
  const ways = await waysTo(conversation, person, world);
  const told = withNews(course(ways), line, { ...looking, person, ways });
  const language = conversation.state.language.tag;
  const said = [{ phrase: line.phrase, values: line.values }];
  const around = { person, conversation, world, at: moment.now, language };
  const written = document && writtenBesides({ ...document, said }, around);
  // What is sent in writing is not given to somebody else to write.
  const isReached = asTask === false || (written !== undefined && ways.person !== 'telephone');
  const reached = isReached ? told : withTask(told, tellTask(looking, ways));
  return { course: withWritten(reached, written), notice: ways.here };
}

/** Whose case it is, else who is in the conversation. */
export async function personOf({ promise, conversation, world }: Looking): Promise<Person | undefined | 'away'> {
  const id = promise.person ?? conversation.state.person?.id;
  if (id === undefined) return undefined;
  const answer = await world.housing.person(id);
  return answer.is === 'away' ? 'away' : (answer.value ?? undefined);
}

export function withTask(course: Course, task: Course['effects'][number] | undefined): Course {
  return task === undefined ? course : withEffects(course, task);
}
