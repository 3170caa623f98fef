// Accept, decline, pass on, give back, close.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { takingTeams } from '../model/routes.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import { ending } from './ending.ts';
import type { Agent, Handover } from './ports.ts';
import { answerOf, card, named, notThere, read, withoutUndefined } from './requests.ts';
import type { Routes } from './router.ts';
import { capacityOf, isFree } from './routing/limits.ts';
import * as schema from './schema.ts';
import { isOffered, mayOpen, maySee } from './visible.ts';

type HandoverAct = Extract<Act, { readonly handover?: string }>;

type Make = (card: AgentCard, body: unknown, handover: Handover) => HandoverAct | Promise<HandoverAct>;

/** What belongs to an act besides the act itself. */
interface Around {
  readonly before?: (agent: Agent, handover: Handover) => Promise<void>;
  readonly committed?: (agent: Agent, handover: Handover) => Promise<void>;
}

/** What an agent does with a handover: each is an act on its conversation, answered when it is committed. */
export function handoverRoutes(router: Router, options: Routes): void {
  const { signedIn, store } = options;
  const onHandover = (name: string, make: Make, { before, committed }: Around = {}) =>
    router.post(
      `/handovers/:id/${name}`,
      signedIn(async (agent, request, response) => {
        const handover = await store.handover(named(request, 'id'));
        if (handover === undefined || !maySee(agent, handover)) throw notThere();
        await before?.(agent, handover);
        const done = await options.conversations.act(handover.conversation, {
          ...(await make(card(agent), request.body ?? {}, handover)),
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
  onHandover('transfer', (agent, body, handover) => transfer(agent, body, { handover, options }));
  onHandover('hold', (agent, body) => hold(agent, body, options));
  onHandover('return', (agent, body) => {
    const { dialog } = read(schema.ReturnToBot, body);
    if (dialog !== undefined && !options.dialogs.includes(dialog))
      throw new Problem(400, 'no-such-dialog', { title: 'The assistant has no dialog of that name to begin with.' });
    return withoutUndefined({ is: 'return', agent, dialog }) as HandoverAct;
  });
  router.get(
    '/dialogs',
    signedIn(async (_agent, _request, response) => void response.json({ dialogs: options.dialogs })),
  );
  onHandover('merge', (agent, body, { conversation }) => {
    const wanted = read(schema.Merge, body);
    if (wanted.into === conversation)
      throw new Problem(400, 'bad-request', { title: 'A conversation goes on in another one, not in itself.' });
    return { is: 'merge', agent, ...wanted };
  });
  onHandover('take-over', (agent) => ({ is: 'take-over', agent }));
  onHandover('force-close', (agent, body, handover) => ending('force-close', { agent, body, handover }, options));
  onHandover('close', (agent, body, handover) => ending('close', { agent, body, handover }, options));
  router.get(
    '/wrap-up',
    signedIn(async (_agent, _request, response) => {
      const teams = Object.entries(options.landlord.teams).map(([id, { name }]) => ({ id, name }));
      response.json({ topics: options.dialogs, teams });
    }),
  );
}

/** @throws Problem to a team that takes handovers, or to a colleague who is there */
export async function transfer(
  agent: AgentCard,
  body: unknown,
  { handover, options }: { readonly handover: Handover; readonly options: Routes },
): Promise<HandoverAct> {
  const { team, agent: to, reason } = read(schema.Transfer, body);
  if (to !== undefined)
    return { is: 'pass', agent, to: await freeColleague(to, { from: agent, handover, options }), reason };
  if (team === undefined || !takingTeams(options.landlord).some(({ id }) => id === team))
    throw new Problem(400, 'no-such-team', { title: 'That team does not take conversations over.' });
  return { is: 'transfer', agent, team, reason };
}

/** Nobody is handed a conversation who is not there to take it, has enough, or may not read it. */
async function freeColleague(
  id: string,
  { from, handover, options }: { from: AgentCard; handover: Handover; options: Routes },
): Promise<{ id: string; name: string }> {
  const { store, presence, landlord, limits } = options;
  const colleague = await store.agent(id);
  const handovers = await store.handoversOf(handover.conversation);
  if (colleague === undefined || id === from.id || !mayOpen(colleague, handovers))
    throw new Problem(400, 'no-such-colleague', { title: 'This conversation cannot be handed to that colleague.' });
  const [loads, present, set] = await Promise.all([store.loads(), presence.all(), limits.now()]);
  if (
    !isFree(present.get(id), capacityOf({ id, said: present.get(id) }, landlord, set), loads.get(id), handover.channel)
  )
    throw new Problem(409, 'not-free', { title: `${colleague.name} cannot take one more now.` });
  return { id, name: colleague.name };
}

const soonestHoldMs = 60_000;
const longestHoldMs = 31 * 24 * 3_600_000;

/** @throws Problem a time that is too near or too far */
export function hold(agent: AgentCard, body: unknown, { clock }: Routes): HandoverAct {
  const { reason, until } = read(schema.Hold, body);
  const inMs = Date.parse(until) - clock().getTime();
  if (inMs < soonestHoldMs || inMs > longestHoldMs)
    throw new Problem(400, 'bad-request', { title: 'It can rest from a minute to a month.' });
  return { is: 'hold', agent, reason, until: new Date(until).toISOString() };
}

async function refuseForAnother(agent: Agent, handover: Handover, { presence }: Routes): Promise<void> {
  if (isOffered(agent, handover, await presence.all())) return;
  throw new Problem(409, 'for-another', { title: 'The tenant asked for somebody who is here: leave it to them.' });
}
