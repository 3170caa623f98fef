// Macros of the landlord pack: several things that an agent does often, by one name. Each step is the very act that the agent would do by
// hand; where one is refused the rest is not done, and the agent is told which.

import type { Router } from 'express';
import { Problem } from '../http/problem.ts';
import { localTime } from '../model/london-time.ts';
import { kindOf, type Macro, type MacroStep, type StepKind } from '../model/macro.ts';
import { closedDays } from '../model/opening-hours.ts';
import { addWorkingDays } from '../model/working-days.ts';
import type { Act, AgentCard } from '../turn/act.ts';
import type { CannedName } from '../turn/handover/canned.ts';
import { ending } from './ending.ts';
import { hold, transfer } from './handover-routes.ts';
import type { Handover } from './ports.ts';
import { answerOf, card, named, notThere, read, sure } from './requests.ts';
import type { Routes } from './router.ts';
import * as schema from './schema.ts';
import { maySee } from './visible.ts';

export function macroRoutes(router: Router, options: Routes): void {
  const { signedIn, store, landlord, clock } = options;
  router.post(
    '/handovers/:id/macro',
    signedIn(async (agent, request, response) => {
      const { name, ...asked } = read(schema.RunMacro, request.body);
      const handover = await store.handover(named(request, 'id'));
      if (handover === undefined || !maySee(agent, handover)) throw notThere();
      const macro = Object.hasOwn(landlord.macros, name) ? landlord.macros[name] : undefined;
      if (macro === undefined) throw new Problem(400, 'no-such-macro', { title: 'There is no macro of that name.' });
      if (asked.from > macro.steps.length)
        throw new Problem(400, 'bad-request', { title: 'This macro has no such step to go on from.' });
      const done = await runMacro(macro, { ...asked, agent: card(agent), handover, options });
      await store.keepDraft({ conversation: handover.conversation, agent: agent.id }, { text: '', at: clock() });
      response.json({ done });
    }),
  );
}

interface Run {
  readonly requestId: string;
  readonly seenSequence: number;
  readonly reveals?: boolean | undefined;
  /** The first step to do, counted from 1. */
  readonly from: number;
  readonly agent: AgentCard;
  readonly handover: Handover;
  readonly options: Routes;
}

/** Sent twice it does nothing twice: its first reply is known again. */
async function runMacro({ steps }: Macro, run: Run): Promise<readonly StepKind[]> {
  const done: StepKind[] = [];
  for (const [at, step] of steps.entries()) {
    if (at + 1 < run.from) continue;
    const kind = kindOf(step);
    try {
      const acted = await run.options.conversations.act(run.handover.conversation, await actOf(step, at, run));
      answerOf(acted, run.options.view.linkTo);
      done.push(kind);
      if (acted.is === 'repeat') return steps.slice(run.from - 1).map(kindOf);
    } catch (refused) {
      if (!(refused instanceof Problem)) throw refused;
      throw stopped(refused, { step: at + 1, of: steps.length, does: kind });
    }
  }
  return done;
}

function stopped(
  { status, type, message, more }: Problem,
  where: { readonly step: number; readonly of: number; readonly does: StepKind },
): Problem {
  const { step, of, does } = where;
  const title = `Step ${step} of ${of} (${does}) was not done, nor what comes after it: ${message}`;
  return new Problem(status, type, { title, more: { ...more, ...where, why: message } });
}

async function actOf(step: MacroStep, at: number, run: Run): Promise<Act> {
  const { agent, handover, options } = run;
  const meant = { handover: handover.id };
  const { reply, note, hold: rests, transfer: to, wrapUp } = step;
  if (reply !== undefined) return sends(reply as CannedName, at, run);
  if (note !== undefined) return { is: 'note', agent, text: note };
  if (rests !== undefined) {
    const until = new Date(options.clock().getTime() + rests.minutes * 60_000).toISOString();
    return { ...hold(agent, { reason: rests.reason, until }, options), ...meant };
  }
  if (to !== undefined) return { ...(await transfer(agent, to, { handover, options })), ...meant };
  return { ...ending('close', { agent, body: bodyOf(wrapUp, options), handover }, options), ...meant };
}

function sends(name: CannedName, at: number, { agent, requestId, seenSequence, reveals }: Run): Act {
  const clientMessageId = `${requestId}:${at}`;
  const canned = { name, values: {} };
  return { is: 'message', agent, text: '', canned, clientMessageId, seenSequence, ...sure(reveals) };
}

/** As the page sends it: its days are counted from today. */
function bodyOf(wrapUp: MacroStep['wrapUp'], { landlord, rules, clock }: Routes) {
  const { promise, ...ends } = wrapUp ?? { outcome: 'answered' as const };
  if (promise === undefined) return ends;
  const today = localTime(clock(), landlord.timeZone).date;
  const { workingDays, ...kept } = promise;
  return { ...ends, promise: { ...kept, by: addWorkingDays(today, workingDays, closedDays({ landlord, rules })) } };
}
