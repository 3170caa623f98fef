// Promises at the desk: what is late or nearly, that one was kept, and that one is moved.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { addDays, localTime } from '../model/london-time.ts';
import type { Act, OpenPromise } from '../turn/act.ts';
import { answerOf, card, named, notThere, read } from './requests.ts';
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
  const today = () => localTime(clock(), landlord.timeZone).date;
  router.get(
    '/promises',
    signedIn(async (agent, _request, response) => {
      const due = await promises.due(addDays(today(), soonDays));
      const shown = due.filter((each) => maySeePromise(agent, each, view.teamOf));
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
        const done = await conversations.act(promise.conversation, make({ agent: card(agent), promise }, request.body));
        response.json(answerOf(done, view.linkTo));
      }),
    );
  onPromise('keep', (about) => ({ is: 'promise-kept', ...about }));
  onPromise('move', (about, body) => {
    const { to, why } = read(schema.MovePromise, body);
    if (to < today())
      throw new Problem(400, 'bad-request', { title: 'A promise is moved to a day that is yet to come.' });
    return { is: 'promise-moved', ...about, to, why };
  });
}

/** As the database counts. */
function isNumber(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
