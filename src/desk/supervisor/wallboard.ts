// What a supervisor sees in one look: numbers, and names of our own people alone.

import type { Router } from 'express';
import type { Landlord } from '../../model/landlord.ts';
import { addDays, localTime } from '../../model/london-time.ts';
import type { Audit } from '../../privacy/ports.ts';
import type { DeskStore, Handover, Orphans, PresentAgent, PromiseStore } from '../ports.ts';
import type { Presences } from '../presence.ts';
import type { SignedIn } from '../requests.ts';
import { capacityOf, mostOf } from '../routing/limits.ts';
import { maySee, queueLine } from '../visible.ts';
import { type ChannelOptions, viewChannels } from './channel-routes.ts';
import type { LimitOptions } from './limit-routes.ts';

/** As the outbox has them: without what they say, or to whom. */
export interface Deliveries {
  counts(): Promise<{ readonly waiting: number; readonly parked: number; readonly oldestAt: Date | undefined }>;
  parked(): Promise<
    readonly {
      readonly id: string;
      readonly kind: string;
      readonly code: string;
      readonly attempts: number;
      readonly createdAt: Date;
    }[]
  >;
}

export interface WallboardSources extends Pick<ChannelOptions, 'stops' | 'clock'> {
  readonly store: Pick<DeskStore, 'waiting' | 'accepted' | 'names'>;
  readonly presence: Pick<Presences, 'all'>;
  readonly promises: Pick<PromiseStore, 'due' | 'overdue'>;
  readonly audit: Pick<Audit, 'search'>;
  readonly landlord: Pick<Landlord, 'teams' | 'handover' | 'timeZone'>;
  readonly limits: Pick<LimitOptions['limits'], 'now'>;
  readonly orphans: Pick<Orphans, 'count'>;
  readonly deliveries: Deliveries;
}

const soonDays = 2;
const dayMs = 24 * 3_600_000;
/** Tries beyond these are long over. */
const mostRetries = 200;

export function wallboardRoutes(router: Router, sources: WallboardSources & { readonly signedIn: SignedIn }): void {
  const { store, clock, signedIn } = sources;
  router.get(
    '/wallboard',
    signedIn(async (_agent, _request, response) => {
      response.json(await viewWallboard(sources));
    }),
  );
  router.get(
    '/live',
    signedIn(async (agent, _request, response) => {
      const [waiting, accepted] = await Promise.all([store.waiting(), store.accepted()]);
      const shown = [...waiting, ...accepted].filter((each) => maySee(agent, each));
      const names = await store.names(idsIn(shown));
      const line = (each: Handover) => ({
        ...queueLine(each, clock()),
        ...(each.agent !== undefined && { agentName: names[each.agent] ?? each.agent }),
      });
      response.json({
        live: shown.toSorted((one, other) => one.requestedAt.getTime() - other.requestedAt.getTime()).map(line),
      });
    }),
  );
}

async function viewWallboard(sources: WallboardSources) {
  const { store, presence, clock } = sources;
  const now = clock();
  const [waiting, accepted, present, promises, deliveries, channels, orphans] = await Promise.all([
    store.waiting(),
    store.accepted(),
    presence.all(),
    promisesOf(sources),
    deliveriesOf(sources),
    viewChannels(sources),
    sources.orphans.count(new Date(now.getTime() - dayMs)),
  ]);
  const agents = await agentsOf(sources, { present, accepted });
  const queue = waitingOf(waiting, sources);
  return { waiting: queue, agents, promises, deliveries, channels, orphans, at: now.toISOString() };
}

/** Of what only one team may see there is a number, too, and nothing else. */
function waitingOf(waiting: readonly Handover[], { landlord, clock }: WallboardSources) {
  const longest = (of: readonly Handover[]) =>
    of.reduce(
      (most, { requestedAt }) => Math.max(most, Math.floor((clock().getTime() - requestedAt.getTime()) / 1_000)),
      0,
    );
  const teams = [...Map.groupBy(waiting, ({ team }) => team)].map(([team, of]) => ({
    team: landlord.teams[team]?.name ?? team,
    count: of.length,
    longestSeconds: longest(of),
  }));
  return { count: waiting.length, longestSeconds: longest(waiting), teams };
}

interface AtWork {
  readonly present: ReadonlyMap<string, PresentAgent>;
  readonly accepted: readonly Handover[];
}

/** Also who has conversations and is not there: these are about to be taken back. */
async function agentsOf({ store, landlord, limits }: WallboardSources, { present, accepted }: AtWork) {
  const ids = [...new Set([...present.keys(), ...idsIn(accepted)])];
  const [names, set] = await Promise.all([store.names(ids), limits.now()]);
  return ids
    .map((id) => {
      const there = present.get(id);
      const { state = 'offline', reason } = there ?? {};
      const mine = accepted.filter(({ agent }) => agent === id);
      const room = capacityOf({ id, said: there }, landlord, set);
      const capacity = there === undefined ? 0 : mostOf(there, room);
      const channels = Object.entries(room).map(([channel, most]) => ({
        channel,
        load: mine.filter((each) => each.channel === channel).length,
        capacity: most,
      }));
      const told = { state, ...(reason !== undefined && { reason }), load: mine.length, capacity, channels };
      return { id, name: names[id] ?? id, ...told };
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

async function promisesOf({ promises, landlord, clock }: WallboardSources) {
  const today = localTime(clock(), landlord.timeZone).date;
  const [due, overdue] = await Promise.all([promises.due(addDays(today, soonDays)), promises.overdue(today)]);
  return { overdue, soon: due.length - overdue };
}

/** Who tried what again last stands in the audit. */
async function deliveriesOf({ deliveries, audit, store, clock }: WallboardSources) {
  const [{ waiting, parked: count, oldestAt }, parked, lines] = await Promise.all([
    deliveries.counts(),
    deliveries.parked(),
    audit.search({ did: ['delivery-retried'], limit: mostRetries }),
  ]);
  const names = await store.names([...new Set(lines.map(({ agent }) => agent))]);
  const shown = parked.map(({ id, kind, code, attempts, createdAt }) => {
    const last = lines.find(({ data }) => data.delivery === id);
    const retried = last && { by: names[last.agent] ?? last.agent, at: last.at.toISOString() };
    return { id, kind, code, attempts, createdAt: createdAt.toISOString(), ...(retried !== undefined && { retried }) };
  });
  const oldestSeconds = oldestAt && Math.max(0, Math.floor((clock().getTime() - oldestAt.getTime()) / 1_000));
  return { waiting, ...(oldestSeconds !== undefined && { oldestSeconds }), parked: count, givenUp: shown };
}

function idsIn(handovers: readonly Handover[]): readonly string[] {
  return [...new Set(handovers.flatMap(({ agent }) => (agent === undefined ? [] : [agent])))];
}
