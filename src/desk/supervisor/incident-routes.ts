// Incidents: told, changed and ended by supervisors, seen by everybody at the desk.

import type { Router } from 'express';
import { Problem } from '../../http/problem.ts';
import type { Incident } from '../../model/incident.ts';
import { lineBy, noted } from '../audit/note.ts';
import type { Agent } from '../ports.ts';
import { named, notThere, read, type SignedIn } from '../requests.ts';
import type { IncidentCounts, IncidentStore, KeptIncident } from './ports.ts';
import * as schema from './schema.ts';

export interface IncidentOptions {
  readonly incidents: IncidentStore;
  /** Every instance tells what holds now. */
  readonly incidentsChanged: () => void;
  /** Enquiries that an incident may answer: never danger, nor what only one team may see. */
  readonly topics: readonly { readonly name: string; readonly label: string }[];
  readonly clock: () => Date;
}

type Options = IncidentOptions & { readonly signedIn: SignedIn };

export function incidentRoutes(router: Router, options: Options): void {
  const { incidents, incidentsChanged, signedIn, clock } = options;
  router.get(
    '/incidents',
    signedIn(async (_agent, _request, response) => {
      response.json({ incidents: await viewIncidents(options), topics: options.topics });
    }),
  );
  router.post(
    '/incidents',
    signedIn(async (agent, request, response) => {
      const { from, until, ...told } = read(schema.TellIncident, request.body);
      const now = clock();
      const wanted = { ...told, from: from === undefined ? now : new Date(from), until: new Date(until) };
      inBounds(wanted, { now, ...options });
      const data = { topics: wanted.topics, places: wanted.places.length, until };
      const id = await incidents.add(wanted, lineBy(agent, now, { did: 'incident-told', data }));
      incidentsChanged();
      noted(response);
      response.status(201).json({ id });
    }),
  );
  changingRoutes(router, options);
}

function changingRoutes(router: Router, { incidents, incidentsChanged, signedIn, clock }: Options): void {
  const changed = async (done: boolean, response: Parameters<typeof noted>[0]) => {
    if (!done) throw notThere();
    incidentsChanged();
    noted(response);
    response.json({});
  };
  const line = (agent: Agent, did: 'incident-changed' | 'incident-ended', request: string) =>
    lineBy(agent, clock(), { did, request, data: {} });
  router.put(
    '/incidents/:id',
    signedIn(async (agent, request, response) => {
      const id = named(request, 'id');
      const { words, until } = read(schema.ChangeIncident, request.body);
      if (new Date(until) <= clock()) throw overAlready();
      const news = { words, until: new Date(until) };
      await changed(await incidents.change(id, news, line(agent, 'incident-changed', id)), response);
    }),
  );
  router.post(
    '/incidents/:id/end',
    signedIn(async (agent, request, response) => {
      const id = named(request, 'id');
      await changed(await incidents.end(id, line(agent, 'incident-ended', id)), response);
    }),
  );
}

/** With nothing of any tenant: numbers only. */
async function viewIncidents({ incidents, clock }: Pick<IncidentOptions, 'incidents' | 'clock'>) {
  const now = clock();
  const all = await incidents.recent(now);
  const since = all.reduce((oldest, { at }) => (at < oldest ? at : oldest), now);
  const counts = all.length === 0 ? new Map<string, IncidentCounts>() : await incidents.counts(since);
  return all.map((each) => viewIncident(each, now, counts.get(each.id)));
}

function viewIncident(incident: KeptIncident, now: Date, counts: IncidentCounts | undefined) {
  const { id, version, topics, places, words, from, until, agent, endedAt } = incident;
  const isOver = endedAt !== null || until <= now;
  const state = isOver ? 'over' : from > now ? 'to-come' : 'holds';
  const times = { from: from.toISOString(), until: (endedAt ?? until).toISOString() };
  return {
    id,
    version,
    state,
    topics,
    places,
    words,
    ...times,
    agent,
    counts: counts ?? { told: 0, same: 0, reported: 0 },
  };
}

interface Bounds extends Pick<IncidentOptions, 'topics'> {
  readonly now: Date;
}

function inBounds(
  { topics: wanted, from, until }: Pick<Incident, 'topics' | 'from' | 'until'>,
  { topics, now }: Bounds,
): void {
  const unknown = wanted.find((each) => !topics.some(({ name }) => name === each));
  if (unknown !== undefined)
    throw new Problem(400, 'no-such-topic', {
      title: `No incident can be told of ${unknown}: it is danger, restricted, or no topic.`,
    });
  if (until <= now || until <= from) throw overAlready();
}

function overAlready(): Problem {
  return new Problem(400, 'bad-request', { title: 'An incident ends at a time that is yet to come.' });
}
