// The audit as an auditor searches it. It names agents, whose doing it is about; people and conversations stay hashes, that tell two apart
// and are found by who knows the id.

import type { Router } from 'express';
import type { AuditFound } from '../../privacy/ports.ts';
import { read } from '../requests.ts';
import type { Routes } from '../router.ts';
import { SearchAudit } from '../schema.ts';

type Wanted = ReturnType<typeof SearchAudit.parse>;

export function auditRoutes(router: Router, { signedIn, audit, note, store }: Routes): void {
  router.get(
    '/audit',
    signedIn(async (auditor, request, response) => {
      const wanted = read(SearchAudit, request.query);
      const found = await audit.search({ ...searchOf(wanted), limit: wanted.limit + 1 });
      const lines = found.slice(0, wanted.limit);
      await note(auditor, response, {
        did: 'audit-read',
        ...(wanted.person !== undefined && { subject: wanted.person }),
        ...(wanted.conversation !== undefined && { conversation: wanted.conversation }),
        data: { by: Object.keys(wanted).filter((each) => each !== 'limit'), count: lines.length },
      });
      const agents = await store.names([...new Set(lines.map(({ agent }) => agent))]);
      const last = lines.at(-1);
      const next = found.length > lines.length && last !== undefined ? `${last.at.toISOString()}_${last.id}` : null;
      response.json({ audit: lines.map(viewLine), agents, next });
    }),
  );
}

export function viewLine({ at, ...line }: AuditFound) {
  return { ...line, at: at.toISOString() };
}

function searchOf({ person, conversation, agent, did, since, until, before }: Wanted) {
  const [at = '', id = ''] = before?.split('_') ?? [];
  return {
    ...(person !== undefined && { person }),
    ...(conversation !== undefined && { conversation }),
    ...(agent !== undefined && { agent }),
    ...(did !== undefined && { did: [did] }),
    ...(since !== undefined && { since: new Date(since) }),
    ...(until !== undefined && { until: new Date(until) }),
    ...(before !== undefined && { before: { at: new Date(at), id } }),
  };
}
