// Notes for colleagues, who is named in them, and drafts.

import type { Router } from 'express';
import { Problem } from '../../http/problem.ts';
import type { Act, AgentCard } from '../../turn/act.ts';
import { handoversFor } from '../opened.ts';
import type { Handover } from '../ports.ts';
import { answerOf, card, read, withoutUndefined } from '../requests.ts';
import type { Routes } from '../router.ts';
import { capacityOf, isFree } from '../routing/limits.ts';
import { mayOpen } from '../visible.ts';
import type { Mention } from './ports.ts';
import { KeepDraft, WriteNote } from './schema.ts';
import { viewNote } from './view-note.ts';

export function colleagueRoutes(router: Router, routes: Routes): void {
  listed(router, routes);
  noted(router, routes);
  drafted(router, routes);
}

function listed(router: Router, { signedIn, store, presence, limits, landlord }: Routes): void {
  router.get(
    '/colleagues',
    signedIn(async (agent, _request, response) => {
      const [all, present, loads, set] = await Promise.all([
        store.agents(),
        presence.all(),
        store.loads(),
        limits.now(),
      ]);
      const colleagues = all.filter(({ id }) => id !== agent.id);
      response.json({
        colleagues: colleagues.map(({ id, name, teams }) => {
          const there = present.get(id);
          const free = isFree(there, capacityOf({ id, said: there }, landlord, set), loads.get(id));
          return { id, name, teams, state: there?.state ?? 'offline', free };
        }),
      });
    }),
  );
}

function noted(router: Router, routes: Routes): void {
  const { signedIn, store, conversations, view, note, mentioned } = routes;
  router.get(
    '/mentions',
    signedIn(async (agent, _request, response) => {
      const open: (Mention & { readonly handover: Handover })[] = [];
      for (const each of await store.unreadMentions(agent.id)) {
        const handovers = await store.handoversOf(each.conversation);
        const handover = handovers.at(-1);
        if (handover !== undefined && mayOpen(agent, handovers)) open.push({ ...each, handover });
      }
      await note(agent, response, { did: 'mentions-read', data: { count: open.length } });
      const agents = await store.names([...new Set(open.map((each) => each.agent))]);
      response.json({ mentions: open.map(viewMention), agents });
    }),
  );
  router.post(
    '/conversations/:id/mentions/read',
    signedIn(async (agent, request, response) => {
      const { id } = await handoversFor(agent, request, routes);
      await store.mentionsRead(id, agent.id);
      response.json({});
    }),
  );
  router.post(
    '/conversations/:id/notes',
    signedIn(async (agent, request, response) => {
      const { id, handovers } = await handoversFor(agent, request, routes);
      const { text, mentions, asks } = read(WriteNote, request.body);
      const others = [...new Set(mentions)].filter((each) => each !== agent.id);
      await refuseWhoMayNotRead(others, handovers, routes);
      const act: Act = { is: 'note', agent: card(agent) as AgentCard, text, mentions: others, asks };
      const done = await conversations.act(id, act);
      const answer = answerOf(done, view.linkTo);
      await store.mentionsAnswered(id, agent.id);
      if (others.length > 0) mentioned();
      response.status(201).json(answer);
    }),
  );
}

/** Whom a note is for can open what it is about, or it would tell them of what is not theirs to know. */
async function refuseWhoMayNotRead(
  ids: readonly string[],
  handovers: readonly Handover[],
  { store }: Pick<Routes, 'store'>,
): Promise<void> {
  for (const id of ids) {
    const colleague = await store.agent(id);
    if (colleague === undefined || !mayOpen(colleague, handovers))
      throw new Problem(400, 'no-such-colleague', {
        title: 'A colleague who is named may not read this conversation.',
      });
  }
}

function drafted(router: Router, routes: Routes): void {
  const { signedIn, store, clock } = routes;
  router.put(
    '/conversations/:id/draft',
    signedIn(async (agent, request, response) => {
      const { id } = await handoversFor(agent, request, routes);
      const draft = withoutUndefined(read(KeepDraft, request.body)) as { text: string; sendingAs?: string };
      await store.keepDraft({ conversation: id, agent: agent.id }, { ...draft, at: clock() });
      response.json({});
    }),
  );
}

function viewMention({ handover, conversation, ...note }: Mention & { readonly handover: Handover }) {
  const { enquiry, about = enquiry, channel } = handover;
  return { ...viewNote(note), conversation, enquiry: about, channel };
}
