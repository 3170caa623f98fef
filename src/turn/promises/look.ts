// Time looks at a promise. It may have been kept, or moved, where the case is; its day may be near, and its team is reminded; its day
// may have passed, and then the tenant hears of it from us before they ask: that it is late, who looks at it now, and when they hear
// again. They hear so again and again until it has an end.

import { contactAt } from '../../model/contact-hours.ts';
import type { Conversation } from '../../model/conversation.ts';
import { localTime } from '../../model/london-time.ts';
import { closedDays } from '../../model/opening-hours.ts';
import { countedAs, promiseTerms, tellLateAt, warnAt } from '../../model/promise.ts';
import { isBetterSoon, isLeftInPeace } from '../../model/said/left-in-peace.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { OpenPromise } from '../act.ts';
import { type Course, withFact } from '../course.ts';
import { courseOf, type Done, refused } from '../handover/held.ts';
import type { Line } from '../line.ts';
import type { Refusal } from '../refusal.ts';
import type { PromiseEnded } from '../turn.ts';
import type { Moment, World } from '../world.ts';
import { keptLine, outcomeOf } from './outcome.ts';
import { standingOf, standingsOf } from './standing.ts';
import { lateTask, lateTeam, warnTask } from './tasks.ts';
import { type Looking, type News, personOf, tell, withTask } from './tell.ts';

const nothing = refused('nothing-waiting');
const housingSystem = 'housing system';

export async function lookAtPromise(
  id: string,
  conversation: Conversation,
  around: { readonly world: World; readonly moment: Moment },
): Promise<Done | Refusal> {
  const { world } = around;
  const promise = await world.promises.open(id);
  if (promise === undefined) return nothing;
  const standing = await standingOf(promise, world.housing);
  if (standing.is === 'away') return nothing;
  const looking = { promise, conversation, ...around };
  if (standing.is === 'replaced') return { course: ended(looking, { as: 'moved', why: 'another day was chosen' }) };
  if (standing.is === 'kept') {
    const line = standing.quietly ? undefined : keptLine(looking, standing.found);
    const document = outcomeOf(looking);
    return told(looking, { line, course: () => ended(looking, { as: 'kept' }), ...(document && { document }) });
  }
  if (standing.is === 'moved') return told(looking, moved(looking, standing.to));
  return isLate(looking) ? told(looking, late(looking)) : near(looking);
}

/**
 * Which of many have something to be done about now, by what they hang on and by the time: most have nothing, and their conversations
 * need not be read. Whoever is named here is looked at once more in the act itself.
 */
export async function withSomethingToDo(
  promises: readonly OpenPromise[],
  around: { readonly world: Pick<World, 'housing' | 'landlord' | 'rules'>; readonly moment: Moment },
): Promise<ReadonlySet<string>> {
  const standings = await standingsOf(promises, around.world.housing);
  const due = promises.filter((promise, at) => {
    const is = standings[at]?.is ?? 'away';
    if (is === 'open') return isLate({ promise, ...around }) || isNear({ promise, ...around });
    return is !== 'away';
  });
  return new Set(due.map(({ id }) => id));
}

function ended(
  { promise, conversation }: Looking,
  { as, why }: { readonly as: PromiseEnded['as']; readonly why?: string },
): Course {
  const data = { what: countedAs(promise.what), by: promise.by, from: housingSystem };
  const known = withFact(courseOf(conversation), `promise.${as}`, undefined, data);
  return { ...known, promiseEnded: { id: promise.id, as, by: housingSystem, ...(why !== undefined && { why }) } };
}

/** Not while a person speaks with them or they wait for one, not at night, and not at a time that they asked to be left in peace or that soon suits better. */
async function told(looking: Looking, news: News): Promise<Done | Refusal> {
  const { promise, conversation, world, moment } = looking;
  if (news.line === undefined || promise.restricted) return { course: news.course() };
  const { contactHours, timeZone } = world.landlord;
  if (conversation.owner.is !== 'bot' || contactAt(moment.now, contactHours, timeZone) > moment.now) return nothing;
  const person = await personOf(looking);
  if (person === 'away') return nothing;
  const { avoid = [], best } = person?.contact ?? {};
  if (isLeftInPeace(moment.now, avoid, timeZone)) return nothing;
  if (isBetterSoon(moment.now, { best, avoid, hours: contactHours }, timeZone)) return nothing;
  return tell(looking, news, person);
}

/** Moved by who deals with it, in the system where they do. */
function moved(looking: Looking, to: string): News {
  const { what, owner, reference } = looking.promise;
  const promise = { what, by: to, owner, ...(reference !== undefined && { reference }) };
  const course = () => ({ ...ended(looking, { as: 'moved' }), promises: [promise] });
  return { course, line: lineOf(looking, 'promise.moved', { by: to }) };
}

/** Not while the tenant, told so before, has a day by which they hear again. */
function isLate({ promise, world, moment }: AtAnHour): boolean {
  return tellLateAt(promise, promiseTerms(world)) <= moment.now;
}

function isNear({ promise, world, moment }: AtAnHour): boolean {
  const at = warnAt(promise, promiseTerms(world));
  return at !== undefined && at <= moment.now;
}

interface AtAnHour extends Pick<Looking, 'promise' | 'moment'> {
  readonly world: Pick<World, 'landlord' | 'rules'>;
}

function late(looking: Looking): News {
  const { promise, conversation, world, moment } = looking;
  const today = localTime(moment.now, world.landlord.timeZone).date;
  const newsBy = addWorkingDays(today, world.landlord.promises.newsWorkingDays, closedDays(world));
  const known = withFact(courseOf(conversation), 'promise.missed', undefined, {
    what: countedAs(promise.what),
    by: promise.by,
  });
  const course: Course = { ...known, promiseTold: { id: promise.id, as: 'missed', newsBy } };
  const team = lateTeam(looking);
  const line = lineOf(looking, 'promise.missed', { by: newsBy, team: world.landlord.teams[team]?.name ?? team });
  return { line, course: (ways) => withTask(course, lateTask(looking, newsBy, ways)), asTask: false };
}

function near(looking: Looking): Done | Refusal {
  if (!isNear(looking)) return nothing;
  const { promise, conversation } = looking;
  const course: Course = { ...courseOf(conversation), promiseTold: { id: promise.id, as: 'warned' } };
  return { course: withTask(course, warnTask(looking)) };
}

function lineOf({ promise }: Looking, phrase: string, values: Line['values']): Line {
  const { by, newsBy, reference, owner, kind, enquiry } = promise;
  const was = newsBy ?? by.slice(0, 10);
  const complaint = kind === 'complaint' ? 'yes' : 'no';
  return {
    phrase,
    values: { was, owner, reference: reference ?? 'none', complaint, ...values },
    ...(enquiry !== undefined && { enquiry }),
    ...(reference !== undefined && { reference }),
  };
}
