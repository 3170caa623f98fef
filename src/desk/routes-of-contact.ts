// The agreed route of a customer whose contact is unreasonably persistent or abusive. A manager sets it with a reason and an end, and
// everybody at the desk sees that it holds; why, and what came before, is for managers.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import { addDays, localTime } from '../model/london-time.ts';
import type { Housing } from '../turn/actions/housing.ts';
import { type Note, noted } from './audit/note.ts';
import type { RouteChange, RouteStore } from './ports.ts';
import { named, read, type SignedIn } from './requests.ts';
import { rolesOf } from './roles.ts';
import { viewRoute } from './route-view.ts';
import * as schema from './schema.ts';

export interface ContactRouteOptions {
  readonly routes: RouteStore;
  readonly people: Pick<Housing, 'person'>;
  readonly landlord: Landlord;
  readonly clock: () => Date;
}

type Options = ContactRouteOptions & { readonly signedIn: SignedIn; readonly note: Note };

export function contactRouteRoutes(router: Router, options: Options): void {
  readingRoutes(router, options);
  router.put(
    '/people/:id/route',
    options.signedIn(async (agent, request, response) => {
      const person = named(request, 'id');
      const wanted = inBounds(read(schema.SetRoute, request.body), { ...options, today: today(options) });
      await mustBeThere(person, options);
      const isDone = (await options.routes.holding(person, today(options))) === undefined ? 'set' : 'changed';
      await options.routes.add({ ...wanted, person, isDone, agent: agent.id, at: options.clock() }, agent.role);
      noted(response);
      response.status(isDone === 'set' ? 201 : 200).json({ route: { ...shown(wanted), person } });
    }),
  );
  router.post(
    '/people/:id/route/end',
    options.signedIn(async (agent, request, response) => {
      const { why } = read(schema.EndRoute, request.body);
      const before = await options.routes.holding(named(request, 'id'), today(options));
      if (before === undefined) throw new Problem(404, 'not-found', { title: 'No agreed route holds for them.' });
      const { id: _before, ...rest } = before;
      await options.routes.add(
        { ...rest, isDone: 'ended', reason: why, agent: agent.id, at: options.clock() },
        agent.role,
      );
      noted(response);
      response.json({ route: null });
    }),
  );
}

function readingRoutes(router: Router, options: Options): void {
  const { routes, landlord, signedIn, note } = options;
  router.get(
    '/routes',
    signedIn(async (agent, _request, response) => {
      const held = await routes.allHolding(today(options));
      await note(agent, response, { did: 'routes-read', data: { count: held.length } });
      response.json({ routes: held.map(viewChange) });
    }),
  );
  router.get(
    '/people/:id/route',
    signedIn(async (agent, request, response) => {
      const person = named(request, 'id');
      const holds = await routes.holding(person, today(options));
      const seesAll = rolesOf(agent, landlord).includes('supervisor');
      const history = seesAll ? (await routes.historyOf(person)).map(viewChange) : [];
      await note(agent, response, { did: 'route-read', subject: person, data: {} });
      response.json({ route: holds === undefined ? null : viewRoute(holds), history });
    }),
  );
}

function today({ clock, landlord }: Options): string {
  return localTime(clock(), landlord.timeZone).date;
}

type Wanted = Pick<RouteChange, 'route' | 'contact' | 'reason' | 'until' | 'reviewOn'> &
  Pick<Partial<RouteChange>, 'weekday'>;
type Asked = ReturnType<typeof schema.SetRoute.parse>;

interface Bounds {
  readonly landlord: Landlord;
  /** ISO date. */
  readonly today: string;
}

/** Never into the past, nor for ever: it ends, and is looked at again before. */
function inBounds({ weekday, reviewOn, ...asked }: Asked, { landlord, today }: Bounds): Wanted {
  const { longestMonths, reviewMonths } = landlord.persistentContact;
  const refuse = (title: string) => new Problem(400, 'bad-request', { title });
  if (asked.until <= today) throw refuse('A route ends on a day that is yet to come.');
  if (asked.until > monthsAfter(today, longestMonths)) throw refuse(`A route lasts ${longestMonths} months at most.`);
  const latest = [asked.until, monthsAfter(today, reviewMonths)].sort()[0] ?? asked.until;
  const review = reviewOn ?? latest;
  if (review <= today || review > latest) throw refuse(`It is looked at again by ${latest} at the latest.`);
  return { ...asked, ...(weekday !== undefined && { weekday }), reviewOn: review };
}

function monthsAfter(date: string, months: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() + months);
  const first = day.toISOString().slice(0, 10);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first, Math.min(Number(date.slice(8)), last) - 1);
}

async function mustBeThere(person: string, { people }: ContactRouteOptions): Promise<void> {
  const found = await people.person(person);
  if (found.is === 'away')
    throw new Problem(503, 'housing-away', {
      title: 'The housing system cannot be reached now. Try again in a while.',
    });
  if (found.value === null) throw new Problem(404, 'not-found', { title: 'There is nobody with this id.' });
}

function shown({ route, contact, weekday, until, reviewOn, reason }: Wanted) {
  return { route, contact, ...(weekday !== undefined && { weekday }), until, reviewOn, reason };
}

function viewChange(change: RouteChange) {
  const { person, isDone, reason, agent, at } = change;
  return { person, isDone, ...viewRoute(change), reason, agent, at: at.toISOString() };
}
