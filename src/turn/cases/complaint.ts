// A complaint as agents deal with it: it is understood and acknowledged, answered, put off, taken to the next stage or up to the director.
// The days and the limits are the law's and the pack's, as they are for the assistant.

import { type Case, type Due, isClosed } from '../../model/case.ts';
import { localTime, withOffset } from '../../model/london-time.ts';
import type { OpenPromise } from '../act.ts';
import { dueFrom } from '../actions/complaint-law.ts';
import { type StageNow, stageNow } from '../complaint-stages.ts';
import { withFact, withLines } from '../course.ts';
import { type Done, refused } from '../handover/held.ts';
import { movedPromise } from '../promises/by-agent.ts';
import { keptLine, outcomeOf } from '../promises/outcome.ts';
import type { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { ChangeCase } from './act.ts';
import { wentOnAtDesk } from './opened.ts';
import {
  type At,
  aboutComplaint,
  changeOf,
  courseWith,
  type Promised,
  passedOn,
  promiseFor,
  promisesOf,
  told,
  withPromises,
} from './told.ts';

type Doing<Is extends ChangeCase['is']> = Extract<ChangeCase, { is: Is }>;

const complaint = 'complaint.make';

function whyNot({ kind, ...found }: Case): Refusal | undefined {
  if (kind !== 'complaint') return refused('not-a-complaint');
  return isClosed(found) ? refused('case-closed') : undefined;
}

/** Whether we have said how we understand it, at the stage that it has come to. */
export function isAcknowledged(
  { acknowledgedAt }: Pick<Case, 'acknowledgedAt'>,
  { began }: Pick<StageNow, 'began'>,
): boolean {
  return acknowledgedAt !== undefined && Date.parse(acknowledgedAt) >= Date.parse(began);
}

export async function acknowledged(act: Doing<'case-acknowledged'>, at: At): Promise<Done | Refusal> {
  const { found, world, moment } = at;
  const { agent, understanding, sought = found.outcomeSought } = act;
  const now = stageNow(found, world);
  const refusal = whyNot(found) ?? (isAcknowledged(found, now) ? refused('already-acknowledged') : undefined);
  if (refusal !== undefined) return refusal;
  const { timeZone } = world.landlord;
  const due = dueOnceAcknowledged(found, now, at);
  const by = due.find(({ what }) => what === 'answer')?.by ?? '';
  const open = await promisesOf(at);
  const acknowledgedAt = withOffset(moment.now, timeZone);
  const acknowledgement = { stage: now.stage.name, understanding, sought: sought ?? null, by: agent.name };
  const known = withFact(
    courseWith(at, changeOf(found, { acknowledgedAt, due, details: { acknowledgement } })),
    'complaint.acknowledged',
    complaint,
  );
  const { reference, owner = found.team } = found;
  return told(at, open, {
    course: withPromises(known, promisedAnew(open, { by, owner, reference, agent: agent.id })),
    line: {
      phrase: 'complaint.desk.acknowledged',
      values: { reference, owner, by, understanding, sought: sought ?? 'none' },
      enquiry: aboutComplaint,
      reference,
    },
    document: { is: 'acknowledgement', about: reference, seed: `${reference}:${now.at}:understood`, owner },
    outcome: 'acknowledged',
  });
}

/** The answer is due sooner than was told where we acknowledge before the last day for it; what was put off stays so. */
function dueOnceAcknowledged({ due }: Case, { stage, beganOn }: StageNow, { world, moment }: At): readonly Due[] {
  const acknowledgedOn = localTime(moment.now, world.landlord.timeZone).date;
  const putOff = due.find(({ what, basis }) => what === 'answer' && basis === 'extended');
  const counted = dueFrom(beganOn, stage, { acknowledgedOn, holidays: world.rules.bankHolidays });
  const others = due.filter(({ what }) => what !== 'acknowledge' && what !== 'answer');
  return [...others, ...(putOff === undefined ? counted : [putOff])];
}

function promisedAnew(
  open: readonly OpenPromise[],
  { by, owner, reference, agent }: Record<'by' | 'owner' | 'reference' | 'agent', string>,
): Promised {
  const first = open
    .filter(({ what }) => what === 'acknowledge')
    .map(({ id }) => ({ id, as: 'kept' as const, by: agent }));
  const answers = open.filter(({ what }) => what === 'answer');
  const isSame = answers.some((each) => each.by.slice(0, 10) === by);
  if (isSame) return { ended: first, made: [] };
  return {
    ended: [...first, ...answers.map(({ id }) => ({ id, as: 'moved' as const, by: agent }))],
    made: [{ what: 'answer', by, reference, owner }],
  };
}

/** The whole answer stands in the conversation; what was found, and how to go on, is told in the way that they prefer. */
export async function answered(act: Doing<'case-answered'>, at: At): Promise<Done | Refusal> {
  const { found, world, moment } = at;
  const { agent, outcome, answer } = act;
  const refusal = whyNot(found);
  if (refusal !== undefined) return refusal;
  const open = await promisesOf(at);
  const answeredAt = withOffset(moment.now, world.landlord.timeZone);
  const details = { outcome, answer, answeredAt, answeredBy: agent.name };
  const { reference } = found;
  const known = withFact(
    courseWith(at, changeOf(found, { status: 'closed', details })),
    'complaint.answered',
    complaint,
    {
      outcome,
    },
  );
  const promise = promiseFor(at, { open, what: `answer:${stageNow(found, world).at}` });
  const line = { phrase: 'complaint.desk.answer', values: { reference, answer }, enquiry: aboutComplaint, reference };
  const said = promise.restricted ? known : withLines(known, line);
  return told(at, open, {
    course: withPromises(said, { ended: open.map(({ id }) => ({ id, as: 'kept', by: agent.id })), made: [] }),
    line: keptLine(
      { promise, conversation: at.conversation, world },
      { ...found, details: { ...found.details, outcome } },
    ),
    document: outcomeOf({ promise }),
    outcome: 'answered',
  });
}

/** By the rules of a promise that is moved: with a reason, no further than the stage lets, and the Ombudsman is told. */
export async function extended(act: Doing<'case-extended'>, at: At): Promise<Done | Refusal> {
  const { found, world, conversation, moment } = at;
  const { agent, to, why } = act;
  const refusal = whyNot(found);
  if (refusal !== undefined) return refusal;
  const open = await promisesOf(at);
  const own = open.find(({ what }) => what === 'answer');
  const by = own?.by ?? answerDay(found, at);
  if (to <= by) return refused('not-later');
  const promise = own ?? { ...promiseFor(at, { open, what: 'answer', by }), what: 'answer' };
  const moved = await movedPromise({ is: 'promise-moved', agent, promise, to, why }, { conversation, world, moment });
  if ('is' in moved || own !== undefined) return moved;
  const { promiseEnded: _, ...course } = moved.course;
  return { ...moved, course };
}

/** When the answer is due, by the case, else by the law. ISO date. */
export function answerDay(found: Case, { world }: { readonly world: Pick<World, 'landlord' | 'rules'> }): string {
  const isAnswer = ({ what }: Due) => what === 'answer';
  const { beganOn, stage } = stageNow(found, world);
  const counted = () => dueFrom(beganOn, stage, { holidays: world.rules.bankHolidays });
  return (found.due.find(isAnswer) ?? counted().find(isAnswer))?.by.slice(0, 10) ?? '';
}

/** No reason is asked for, and an answer is none that it waits for. After the last stage the tenant hears of the Ombudsman. */
export async function escalated(act: Doing<'case-escalated'>, at: At): Promise<Done | Refusal> {
  const { found, world, conversation } = at;
  if (found.kind !== 'complaint') return refused('not-a-complaint');
  const { reference, owner = found.team } = found;
  const now = stageNow(found, world);
  const slots = { reference, stage: String(now.at + 1), owner, words: '', what: act.words ?? '' };
  const frame = { id: `desk:${conversation.id}:${reference}:${now.at}`, dialog: 'complaint.escalate', slots };
  const went = await wentOnAtDesk(frame, act.toldAt, at);
  const [line] = went.lines;
  if (line === undefined) return { course: went };
  const open = await promisesOf(at);
  // The dialog has put the contact on record.
  const course = { ...went, lines: [] };
  return told(at, open, { course, line });
}

/** To whoever has complaints of high risk, at once, with the reason on the case. */
export async function passedUp(act: Doing<'case-passed-up'>, at: At): Promise<Done | Refusal> {
  const { found, world, moment } = at;
  const { agent, why } = act;
  const { highRiskOwner: owner } = world.landlord.complaints;
  const refusal = whyNot(found) ?? (isPassedUp(found, owner) ? refused('already-passed-up') : undefined);
  if (refusal !== undefined) return refusal;
  const open = await promisesOf(at);
  const { reference, riskReasons } = found;
  const coordinates = found.details.coordinator !== undefined;
  const details = {
    passedUp: { by: agent.name, at: withOffset(moment.now, world.landlord.timeZone), why },
    ...(coordinates && { coordinator: owner }),
  };
  const changes = { priority: 'high', riskReasons: [...riskReasons, why], owner, details } as const;
  const known = withFact(courseWith(at, changeOf(found, changes)), 'complaint.passed_up', complaint);
  return told(at, open, {
    course: withPromises(known, passedOn(open, owner, agent)),
    line: { phrase: 'complaint.desk.passed_up', values: { reference, owner }, enquiry: aboutComplaint, reference },
    outcome: 'passed-up',
  });
}

export function isPassedUp({ owner, riskReasons }: Case, highRiskOwner: string): boolean {
  return owner === highRiskOwner && riskReasons.length > 0;
}
