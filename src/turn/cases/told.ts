// What every change of a case by an agent has in common: whose promises it ends, how the tenant hears of it, and the line in the log of
// contacts.

import { type Case, isRestrictedKind } from '../../model/case.ts';
import type { CaseChange } from '../../model/delivery.ts';
import type { AgentCard, OpenPromise } from '../act.ts';
import type { Around } from '../by-itself.ts';
import { contactRecord } from '../contact-record.ts';
import { type Course, withEffects } from '../course.ts';
import { courseOf, type Done } from '../handover/held.ts';
import type { Line } from '../line.ts';
import { personOf, tell } from '../promises/tell.ts';
import type { KeyedEffect, PromiseEnded, PromiseMade } from '../turn.ts';
import type { Document } from '../written-besides.ts';

export interface At extends Around {
  readonly found: Case;
}

export const aboutComplaint = 'complaint.status';

export function changeOf({ reference }: Case, changes: CaseChange['changes']): KeyedEffect {
  return { kind: 'housing.change-case', key: `housing:${reference}`, payload: { reference, changes } };
}

export function courseWith({ conversation }: At, ...effects: readonly KeyedEffect[]): Course {
  return withEffects(courseOf(conversation), ...effects);
}

/** Those of the case that have no end yet and were made in this conversation: those of another end where they were made. */
export async function promisesOf({ found, conversation, world }: At): Promise<readonly OpenPromise[]> {
  const open = await world.promises.of(found.reference);
  return open.filter((each) => each.conversation === conversation.id);
}

export interface Promised {
  readonly ended: readonly PromiseEnded[];
  readonly made: readonly PromiseMade[];
}

export function withPromises(course: Course, { ended, made }: Promised): Course {
  const [first, ...others] = ended;
  return {
    ...course,
    promises: [...course.promises, ...made],
    ...(first !== undefined && { promiseEnded: first }),
    ...(others.length > 0 && { othersEnded: others }),
  };
}

/** Promised anew on the same days, by somebody else. */
export function passedOn(open: readonly OpenPromise[], owner: string, { id }: AgentCard): Promised {
  return {
    ended: open.map((each) => ({ id: each.id, as: 'moved', by: id })),
    made: open.map(({ what, by, reference }) => ({
      what,
      by,
      owner,
      ...(reference !== undefined && { reference }),
    })),
  };
}

interface News {
  readonly course: Course;
  readonly line: Line;
  readonly document?: Document | undefined;
  /** For the log of contacts, where it is not in it yet. */
  readonly outcome?: string;
}

/** In the conversation and in the way that they prefer, never where somebody else may read of a restricted matter. */
export async function told(
  at: At,
  open: readonly OpenPromise[],
  { course, line, document, outcome }: News,
): Promise<Done> {
  const { conversation, world, moment } = at;
  const promise = promiseFor(at, { open, what: line.phrase });
  const looking = { promise, conversation, world, moment };
  const person = await personOf(looking);
  const contact = { topic: promise.restricted ? 'restricted' : aboutComplaint, at: moment.now };
  const records =
    outcome === undefined ? [] : [contactRecord(conversation, conversation.state, { ...contact, outcome })];
  const recorded = withEffects(course, ...records);
  const news = { line, course: () => recorded, ...(document !== undefined && { document }) };
  return tell(looking, news, person === 'away' ? undefined : person);
}

/** As if it were promised: whose it is and who may hear of it. */
export function promiseFor(
  { found, conversation, moment }: At,
  { open, what, by = '' }: { readonly open: readonly OpenPromise[]; readonly what: string; readonly by?: string },
): OpenPromise {
  const { reference, kind, person, owner = found.team } = found;
  return {
    id: `${reference}:${what}`,
    conversation: conversation.id,
    what,
    by,
    owner,
    reference,
    madeAt: moment.now,
    enquiry: aboutComplaint,
    kind,
    ...(person !== undefined && { person }),
    restricted: isRestrictedKind(kind) || open.some(({ restricted }) => restricted),
  };
}
