// Stopping the assistant on a channel, and letting it go on.

import type { Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { type ChannelName, channelNames } from '../../model/message.ts';
import { lineBy, noted } from '../audit/note.ts';
import { named, notThere, read, type SignedIn } from '../requests.ts';
import type { ChannelStops } from './ports.ts';
import * as schema from './schema.ts';

export interface ChannelOptions {
  readonly stops: ChannelStops;
  /** Every instance holds what it is to hold now, and answers what waits. */
  readonly stopsChanged: () => void;
  readonly clock: () => Date;
}

export function channelRoutes(
  router: Router,
  { signedIn, ...options }: ChannelOptions & { readonly signedIn: SignedIn },
): void {
  const { stops, stopsChanged, clock } = options;
  router.get(
    '/channels',
    signedIn(async (_agent, _request, response) => {
      response.json({ channels: await viewChannels(options) });
    }),
  );
  router.post(
    '/channels/:channel/stop',
    signedIn(async (agent, request, response) => {
      const channel = channelIn(named(request, 'channel'));
      const { why } = read(schema.StopChannel, request.body);
      const line = lineBy(agent, clock(), { did: 'channel-stopped', data: { channel } });
      if (!(await stops.stop({ channel, why }, line)))
        throw new Problem(409, 'already-stopped', { title: 'The assistant is stopped on this channel already.' });
      stopsChanged();
      noted(response);
      response.json({});
    }),
  );
  router.post(
    '/channels/:channel/start',
    signedIn(async (agent, request, response) => {
      const channel = channelIn(named(request, 'channel'));
      const line = lineBy(agent, clock(), { did: 'channel-started', data: { channel } });
      if (!(await stops.start(channel, line))) throw notThere();
      stopsChanged();
      noted(response);
      response.json({});
    }),
  );
}

/** How long the oldest has waited is counted by the service's clock. */
export async function viewChannels({ stops, clock }: Pick<ChannelOptions, 'stops' | 'clock'>) {
  const [open, waiting] = await Promise.all([stops.open(), stops.waiting()]);
  return channelNames.map((channel) => {
    const stop = open.find((each) => each.channel === channel);
    const unanswered = waiting.find((each) => each.channel === channel);
    const oldestSeconds =
      unanswered && Math.max(0, Math.floor((clock().getTime() - unanswered.oldest.getTime()) / 1_000));
    return {
      channel,
      stopped: stop === undefined ? null : { since: stop.at.toISOString(), by: stop.agent, why: stop.why },
      unanswered: unanswered?.count ?? 0,
      ...(oldestSeconds !== undefined && { oldestSeconds }),
    };
  });
}

function channelIn(name: string): ChannelName {
  const found = channelNames.find((each) => each === name);
  if (found === undefined) throw notThere();
  return found;
}
