// Replies of the catalogues, as an agent chooses among them: in their own language and in the tenant's.

import type { Router } from 'express';
import { customerOf } from '../turn/customer.ts';
import { cannedFor, needsOf } from '../turn/handover/canned.ts';
import { readOf } from './audit/note.ts';
import { openFor } from './opened.ts';
import type { Routes } from './router.ts';

export function cannedRoutes(router: Router, { signedIn, store, view, cannedIn, landlord, note }: Routes): void {
  router.get(
    '/conversations/:id/canned',
    signedIn(async (agent, request, response) => {
      const conversation = await openFor(agent, request, { store, view });
      const { id } = conversation;
      const [own = 'en'] = landlord.languages;
      const theirs = conversation.state.language.tag;
      // A language without a catalogue is the machine's: what it would make of it is not known before.
      const [ours, others] = [cannedIn(own), landlord.languages.includes(theirs) ? cannedIn(theirs) : {}];
      const replies = cannedFor(conversation).map((name) => {
        const needs = Object.entries(needsOf(name)).map(([value, kind]) => ({ name: value, kind }));
        const tenant = others[name];
        return { name, needs, agent: open(ours[name] ?? ''), ...(tenant !== undefined && { tenant: open(tenant) }) };
      });
      await note(agent, response, readOf(id, { part: 'canned', person: customerOf(conversation.state) }));
      response.json({ agentLanguage: own, tenantLanguage: theirs, replies, macros: macrosOf(landlord) });
    }),
  );
}

function macrosOf({ macros }: Routes['landlord']) {
  return Object.entries(macros).map(([name, macro]) => ({ name, ...macro }));
}

/** `{date, date, long}` → `{date}`: to be filled in. */
function open(text: string): string {
  return text.replaceAll(/\{(\w+)[^}]*\}/g, '{$1}');
}
