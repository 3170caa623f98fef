// Promises at the desk: what is late or nearly, that one was kept, and that one is moved.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { Landlord } from '../model/landlord.ts';
import { addDays, localTime } from '../model/london-time.ts';
import type { Act, OpenPromise } from '../turn/act.ts';
import { isOfCase } from '../turn/promises/standing.ts';
import { isOfTeam, notYourTeam } from './cases/of-team.ts';
import type { Agent } from './ports.ts';
import { answerOf, card, named, notThere, read, sure } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';
import { maySeePromise } from './visible.ts';

type PromiseAct = Extract<Act, { readonly promise: OpenPromise }>;

/** Due within so many days is due soon. */
const soonDays = 2;

export function promiseRoutes(
  router: Router,
  { promises, landlord, view, conversations, clock, signedIn }: Routes,
): void {
  const holders = { view, landlord };
  const today = () => localTime(clock(), landlord.timeZone).date;
  router.get(
    '/promises',
    signedIn(async (agent, _request, response) => {
      const due = await promises.due(addDays(today(), soonDays));
      const shown = due
        .filter((each) => maySeePromise(agent, each, view.teamOf))
        .map((each) => ({ ...each, can: whatCan(agent, each, holders) }));
      const isOverdue = ({ by }: { readonly by: string }) =>
        by.length > 10 ? Date.parse(by) < clock().getTime() : by < today();
      response.json({ overdue: shown.filter(isOverdue), soon: shown.filter((each) => !isOverdue(each)) });
    }),
  );
  const onPromise = (name: string, make: (about: Pick<PromiseAct, 'agent' | 'promise'>, body: unknown) => PromiseAct) =>
    router.post(
      `/promises/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const id = named(request, 'id');
        const promise = isNumber(id) ? await promises.open(id) : undefined;
        if (promise === undefined || !maySeePromise(agent, promise, view.teamOf)) throw notThere();
        await refuseOtherTeam(agent, promise, holders);
        const done = await conversations.act(promise.conversation, make({ agent: card(agent), promise }, request.body));
        response.json(answerOf(done, view.linkTo));
      }),
    );
  onPromise('keep', (about) => ({ is: 'promise-kept', ...about }));
  onPromise('move', (about, body) => {
    const { to, why, reveals } = read(schema.MovePromise, body);
    if (to < today())
      throw new Problem(400, 'bad-request', { title: 'A promise is moved to a day that is yet to come.' });
    return { is: 'promise-moved', ...about, to, why, ...sure(reveals) };
  });
}

interface Holders {
  readonly view: Pick<Routes['view'], 'people' | 'teamOf'>;
  readonly landlord: Landlord;
}

/** What is promised of a case is done by who has a word on the case; a call-back or a task by whoever has done it. */
async function refuseOtherTeam(agent: Agent, promise: OpenPromise, holders: Holders): Promise<void> {
  if (isOfCase(promise) && !isOfTeam(agent, { team: await teamNow(promise, holders) }, holders.landlord))
    throw notYourTeam();
}

/** The housing system may have given the case to others since. What it cannot tell, our own record does. */
async function teamNow(promise: OpenPromise, { view }: Holders): Promise<string> {
  const answer = await view.people.case(promise.reference ?? '');
  return (answer.is === 'known' ? answer.value?.team : undefined) ?? teamOnRecord(promise, { view });
}

function teamOnRecord({ enquiry = 'default' }: OpenPromise, { view }: Pick<Holders, 'view'>): string {
  return view.teamOf(enquiry);
}

/** By our own record: a list that is read at all desks all day asks the housing system nothing. */
function whatCan(agent: Agent, promise: OpenPromise, holders: Holders): readonly schema.PromiseActName[] {
  const may = !isOfCase(promise) || isOfTeam(agent, { team: teamOnRecord(promise, holders) }, holders.landlord);
  return may ? schema.promiseActs : [];
}

/** As the database counts. */
function isNumber(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
