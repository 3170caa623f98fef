// What was misread, for managers to look through: each is set aside, or given on to be made an example of. Words stand here as they are
// kept, without what tells whose they are.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { MisreadStore } from './ports.ts';
import { named, notThere, read } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';

/** As many as somebody reads in one sitting. */
const mostShown = 200;

export interface MisreadOptions {
  readonly store: MisreadStore;
  /** Kinds of enquiry of which examples can be made. */
  readonly kinds: readonly string[];
}

export function misreadRoutes(router: Router, options: Routes): void {
  const { misread, clock, signedIn, note } = options;
  router.get(
    '/misread',
    signedIn(async (_agent, _request, response) => {
      const { store, kinds } = misread;
      response.json({ misread: await store.list({ limit: mostShown }), kinds });
    }),
  );
  router.post(
    '/misread/:id',
    signedIn(async (agent, request, response) => {
      const id = named(request, 'id');
      const { store, kinds } = misread;
      const wanted = read(schema.MarkMisread, request.body);
      if (wanted.as === 'example' && !kinds.includes(wanted.enquiry))
        throw new Problem(400, 'bad-request', { title: 'There is no such kind of enquiry.' });
      const found = await store.find(id);
      if (found === undefined || found.done_at !== null) throw notThere();
      if (wanted.as === 'done') await store.markDone(id, clock());
      else if (!(await store.wantExample(id, wanted.enquiry))) throw notThere();
      await note(agent, response, { did: 'misread-marked', data: { misread: id, as: wanted.as } });
      response.json({});
    }),
  );
}
