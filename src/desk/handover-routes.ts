// Accept, decline, pass on, give back, close.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { takingTeams } from '../model/routes.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import type { Agent, Handover } from './ports.ts';
import { answerOf, card, named, notThere, read, withoutUndefined } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';
import { isOffered, maySee } from './visible.ts';

type HandoverAct = Extract<Act, { readonly handover?: string }>;

/** What belongs to an act besides the act itself. */
interface Around {
  readonly before?: (agent: Agent, handover: Handover) => Promise<void>;
  readonly committed?: (agent: Agent, handover: Handover) => Promise<void>;
}

/** What an agent does with a handover: each is an act on its conversation, answered when it is committed. */
export function handoverRoutes(router: Router, options: Routes): void {
  const { signedIn, store } = options;
  const onHandover = (
    name: string,
    make: (card: AgentCard, body: unknown) => HandoverAct,
    { before, committed }: Around = {},
  ) =>
    router.post(
      `/handovers/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const handover = await store.handover(named(request, 'id'));
        if (handover === undefined || !maySee(agent, handover)) throw notThere();
        await before?.(agent, handover);
        const done = await options.conversations.act(handover.conversation, {
          ...make(card(agent), request.body ?? {}),
          handover: handover.id,
        });
        if (done.is === 'committed') await committed?.(agent, handover);
        response.json(answerOf(done, options.view.linkTo));
      }),
    );

  onHandover('accept', (agent) => ({ is: 'accept', agent }), {
    before: (agent, handover) => refuseForAnother(agent, handover, options),
  });
  onHandover(
    'decline',
    (agent, body) => withoutUndefined({ is: 'decline', agent, ...read(schema.Decline, body) }) as HandoverAct,
    { committed: (agent, handover) => options.declined(handover.id, agent.id) },
  );
  onHandover('transfer', (agent, body) => {
    const wanted = read(schema.Transfer, body);
    if (!takingTeams(options.landlord).some(({ id }) => id === wanted.team)) {
      throw new Problem(400, 'no-such-team', { title: 'That team does not take conversations over.' });
    }
    return { is: 'transfer', agent, ...wanted };
  });
  onHandover(
    'return',
    (agent, body) => withoutUndefined({ is: 'return', agent, ...read(schema.ReturnToBot, body) }) as HandoverAct,
  );
  onHandover('take-over', (agent) => ({ is: 'take-over', agent }));
  onHandover(
    'force-close',
    (agent, body) => withoutUndefined({ is: 'force-close', agent, ...read(schema.Close, body) }) as HandoverAct,
  );
  onHandover(
    'close',
    (agent, body) => withoutUndefined({ is: 'close', agent, ...read(schema.Close, body) }) as HandoverAct,
  );
}

async function refuseForAnother(agent: Agent, handover: Handover, { presence }: Routes): Promise<void> {
  if (isOffered(agent, handover, await presence.all())) return;
  throw new Problem(409, 'for-another', { title: 'The tenant asked for somebody who is here: leave it to them.' });
}
