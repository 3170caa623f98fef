// What the data protection team does at the desk: the record of processing, a copy of somebody's data, its erasure, legal holds, and who
// did any of it. Every deed is in the audit before its answer goes out.

import type { Router } from 'express';
import { Problem } from '../../http/problem.ts';
import { privacyDeeds } from '../../model/audit.ts';
import { addDays, localTime } from '../../model/london-time.ts';
import { processingRecords } from '../../model/retention.ts';
import { teamOf } from '../../model/routes.ts';
import { lineBy, noted, noteWith } from '../audit/note.ts';
import { viewLine } from '../audit/routes.ts';
import { signedIn } from '../gate.ts';
import type { Agent } from '../ports.ts';
import { named, notThere, read } from '../requests.ts';
import * as schema from '../schema.ts';
import { confirmation, confirms, type Plan, planOf } from './erasure.ts';
import { copyOf } from './export.ts';
import { readable } from './readable.ts';
import { type Asked, known, type PrivacyParts, subjectOf } from './subject.ts';

const auditShown = 500;

export function privacyRoutes(router: Router, parts: PrivacyParts): void {
  readingRoutes(router, parts);
  copyRoute(router, parts);
  erasureRoute(router, parts);
  holdRoutes(router, parts);
}

function readingRoutes(router: Router, parts: PrivacyParts): void {
  router.get(
    '/privacy/records',
    signedIn(async (_agent, _request, response) => {
      response.json({ landlord: parts.landlord.legalName, records: processingRecords(parts.landlord.retention) });
    }),
  );
  router.get(
    '/privacy/audit',
    signedIn(async (agent, _request, response) => {
      const lines = await parts.audit.search({ limit: auditShown, did: privacyDeeds });
      await noteWith(parts.audit, parts.clock)(agent, response, { did: 'audit-read', data: { of: 'privacy' } });
      response.json({ audit: lines.map(viewLine) });
    }),
  );
}

function copyRoute(router: Router, parts: PrivacyParts): void {
  router.post(
    '/privacy/requests/:id/export',
    signedIn(async (agent, request, response) => {
      const { person, as, release } = read(schema.ExportData, request.body ?? {});
      const asked = await subjectOf(named(request, 'id'), person, parts);
      const copy = await copyOf(asked, agent, { parts, release });
      const body = as === 'json' ? `${JSON.stringify(copy, null, 2)}\n` : readable(copy);
      const left = copy.leftOutForReview.length;
      const data = { as, conversations: copy.conversations.length, leftOut: left, released: release.length };
      await noteWith(parts.audit, parts.clock)(agent, response, { did: 'exported', ...lineOf(asked), data });
      response
        .type(as === 'json' ? 'application/json' : 'text/html; charset=utf-8')
        .set('Content-Disposition', `attachment; filename="${asked.subject.request}.${as}"`)
        .set('X-Content-Type-Options', 'nosniff')
        .send(body);
    }),
  );
}

const lineOf = ({ subject: { request, person, conversation } }: Asked) => ({
  request,
  subject: person ?? conversation,
});

function erasureRoute(router: Router, parts: PrivacyParts): void {
  router.post(
    '/privacy/requests/:id/erasure',
    signedIn(async (agent, request, response) => {
      const { person, confirm } = read(schema.EraseData, request.body ?? {});
      const asked = await subjectOf(named(request, 'id'), person, parts);
      const plan = await planOf(asked, parts, todayOf(parts));
      const about = { agent, request: asked.subject.request, plan, parts };
      const step = confirm === undefined ? 'look' : stepOf(confirm, about);
      const taken = await take(step, asked, about);
      if (step === 'done') noted(response);
      else
        await noteWith(parts.audit, parts.clock)(agent, response, {
          did: 'erasure-looked-at',
          ...lineOf(asked),
          data: { step },
        });
      response.json({ erases: plan.erases.length, stays: plan.stays, ...taken });
    }),
  );
}

type About = Parameters<typeof confirms>[2];

function stepOf(confirm: string, about: About): 'sure' | 'done' {
  if (about.plan.isHeld)
    throw new Problem(409, 'held', { title: 'A legal hold is on their data: nothing is erased while it holds.' });
  if (confirms(confirm, 'first', about)) return 'sure';
  if (confirms(confirm, 'second', about)) return 'done';
  throw changed();
}

async function take(step: 'look' | 'sure' | 'done', asked: Asked, about: About) {
  if (step === 'look') return { step, confirm: confirmation('first', about) };
  if (step === 'sure') return { step, cannotBeUndone: true, confirm: confirmation('second', about) };
  return { step, ...(await erase(asked, about.agent, about)) };
}

function changed(): Problem {
  return new Problem(409, 'look-again', {
    title: 'What would be erased has changed, or you waited too long. Look at it again.',
  });
}

async function erase(
  asked: Asked,
  agent: Agent,
  { plan, parts }: { readonly plan: Plan; readonly parts: PrivacyParts },
) {
  const { subject, due } = asked;
  const at = parts.clock();
  const today = todayOf(parts);
  const task =
    subject.person === undefined
      ? undefined
      : taskOf(subject.person, { request: subject.request, due: due ?? addDays(today, 30), parts });
  const erased = await parts.data.erase(subject, {
    conversations: plan.erases,
    today,
    line: lineBy(agent, at, { did: 'erased', ...lineOf(asked), data: {} }),
    kept: [...new Set(plan.stays.flatMap(({ because }) => because))],
    ...(task !== undefined && { task }),
  });
  if (erased === 'changed') throw changed();
  for (const conversation of plan.erases) parts.forget(conversation);
  // They go within a day by themselves where this does not come to pass.
  await parts.forgetTranslations().catch(() => undefined);
  parts.wakeOutbox();
  return { erased, task: task?.reference ?? null };
}

/** What the housing system holds is erased by who keeps it: its API has no call for it. */
function taskOf(
  person: string,
  { request, due, parts }: { readonly request: string; readonly due: string; readonly parts: PrivacyParts },
) {
  return {
    reference: parts.taskReference(request),
    team: teamOf('data.privacy', parts.landlord),
    kind: 'erase-person',
    person,
    words: `Erase what the housing system holds about this person, but for what the law has you keep. Request ${request}.`,
    language: 'en',
    due: due.slice(0, 10),
    conversation: '',
    details: { request },
  };
}

function holdRoutes(router: Router, parts: PrivacyParts): void {
  const { data, audit, housing, clock } = parts;
  const note = noteWith(audit, clock);
  router.get(
    '/privacy/people/:id/hold',
    signedIn(async (agent, request, response) => {
      const person = named(request, 'id');
      const hold = await data.holdOf(person);
      await note(agent, response, { did: 'hold-read', subject: person, data: {} });
      response.json({ hold: hold === undefined ? null : { ...hold, at: hold.at.toISOString() } });
    }),
  );
  router.put(
    '/privacy/people/:id/hold',
    signedIn(async (agent, request, response) => {
      const person = named(request, 'id');
      const { why } = read(schema.HoldData, request.body);
      if (known(await housing.person(person)) === null) throw notThere();
      const at = clock();
      if (!(await data.hold({ person, why, agent: agent.id, at, role: agent.role })))
        throw new Problem(409, 'held-already', { title: 'A hold is on their data already.' });
      noted(response);
      response.status(201).json({ hold: { person, why, agent: agent.id, at: at.toISOString() } });
    }),
  );
  router.post(
    '/privacy/people/:id/hold/end',
    signedIn(async (agent, request, response) => {
      const person = named(request, 'id');
      const at = clock();
      if (!(await data.endHold(person, { agent: agent.id, at, role: agent.role }))) throw notThere();
      noted(response);
      response.json({ hold: null });
    }),
  );
}

function todayOf({ clock, landlord }: PrivacyParts): string {
  return localTime(clock(), landlord.timeZone).date;
}
