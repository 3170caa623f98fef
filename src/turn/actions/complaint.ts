// Complaints: opened in the tenant's own words with the nation's clocks running from the moment the message came in;
// told by reference or to who has shown who they are. None is ever refused here.

import type { Case, Due } from '../../model/case.ts';
import type { Stage } from '../../model/nation-rules.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { stagesFor } from './complaint-law.ts';
import { file, isYes, needsOf, ownWords, receivedAt, referenceFor, told, workingDay } from './filing.ts';
import { addressKey, isLocked } from './tries.ts';

/** Named for tenants: whether we write before the answer, until when, and when the answer is due at the latest. */
const clockSlots = ['acknowledges', 'acknowledge_by', 'answer_by'] as const;

export const logComplaint = action(['logged'], ['reference', ...clockSlots, 'owner'], (input) => {
  const { landlord } = input.world;
  const [stage] = stagesFor(input);
  if (stage === undefined) throw new Error('Neither the law nor the pack has a complaint stage.');
  const risks = riskReasons(input);
  const owner = risks.length > 0 ? landlord.complaints.highRiskOwner : landlord.complaints.owner;
  const reference = referenceFor(input, 'CMP', 'complaint');
  const due = dueDates(input, stage, landlord.complaints.acknowledgeAtOnce);
  const outside = told(input, 'outside');
  const filed = file(input, {
    reference,
    kind: 'complaint',
    stage: stage.name,
    words: ownWords(input, 'what', 'more'),
    outcomeSought: told(input, 'sought'),
    priority: risks.length > 0 ? 'high' : 'normal',
    riskReasons: risks,
    owner,
    acknowledgedAt: landlord.complaints.acknowledgeAtOnce ? receivedAt(input) : undefined,
    due,
    details: {
      way: told(input, 'way') ?? 'here',
      needsSaid: told(input, 'needs') ?? null,
      ...(outside !== undefined && { mayBeOutside: outside }),
    },
  });
  return { outcome: 'logged', slots: { reference, owner, ...clocksTold(due) }, ...filed };
});

/**
 * The clock of the answer starts when we acknowledge: at once only where our receipt counts as that, else at the latest on the last
 * day for it.
 */
function dueDates(input: ActionInput, stage: Stage, isAcknowledged = false): readonly Due[] {
  const { answerFrom, answerWorkingDays, acknowledgeWorkingDays, rule } = stage;
  const acknowledgeBy =
    isAcknowledged || acknowledgeWorkingDays === undefined ? undefined : workingDay(input, acknowledgeWorkingDays);
  const waits = answerFrom === 'acknowledged' && acknowledgeBy !== undefined;
  const answer: Due = {
    what: 'answer',
    by: addWorkingDays(waits ? acknowledgeBy : workingDay(input, 0), answerWorkingDays, input.world.rules.bankHolidays),
    basis: waits ? 'acknowledged, at the latest day for it' : isAcknowledged ? 'acknowledged' : 'received',
    rule,
  };
  if (acknowledgeBy === undefined) return [answer];
  return [{ what: 'acknowledge', by: acknowledgeBy, basis: 'received', rule }, answer];
}

function clocksTold(due: readonly Due[]) {
  const by = (what: string) => due.find((each) => each.what === what)?.by;
  const acknowledgeBy = by('acknowledge');
  return {
    acknowledges: acknowledgeBy === undefined ? 'no' : 'yes',
    acknowledge_by: acknowledgeBy ?? '',
    answer_by: by('answer') ?? '',
  };
}

/** High risk goes straight to the director, with the reason shown. Only what was said or is on file: nothing is guessed. */
function riskReasons(input: ActionInput): readonly string[] {
  const household = input.person?.household ?? {};
  const isUnsafe = isYes(input, 'hazard');
  return [
    ...(isUnsafe ? ['told us that something in the home may be unsafe'] : []),
    ...(isUnsafe && (isYes(input, 'vulnerable') || needsOf(input).length > 0)
      ? ['a particular need is on the profile or was told']
      : []),
    ...(isUnsafe && (household.childrenUnder5 ?? 0) > 0 ? ['a child under five lives there'] : []),
  ];
}

export const findComplaint = action(
  ['found', 'none', 'needs_proof', 'locked', 'away'],
  ['reference', 'stage', 'is_last', 'by', 'dated', 'owner', 'state'],
  async (input) => {
    const reference = told(input, 'reference');
    if (reference !== undefined) return byReference(input, reference);
    const proof = input.state.proof;
    if (proof === undefined) return { outcome: 'needs_proof' };
    const answer = await input.world.housing.casesOf(proof.person, 'complaint');
    if (answer.is === 'away') return { outcome: 'away' };
    const open = answer.value.filter((each) => `${each.status}` !== 'closed');
    const latest = [...(open.length > 0 ? open : answer.value)].sort((one, other) =>
      one.receivedAt < other.receivedAt ? 1 : -1,
    )[0];
    return latest === undefined ? { outcome: 'none' } : { outcome: 'found', slots: tellable(input, latest) };
  },
);

type Finding = ActionResult<'found' | 'none' | 'needs_proof' | 'locked' | 'away'>;

/** Who has the reference is told stage and date, no more. Guessing is counted like any failed proof. */
async function byReference(input: ActionInput, reference: string): Promise<Finding> {
  if (await isLocked(input, [addressKey(input)])) return { outcome: 'locked' };
  const answer = await input.world.housing.case(reference);
  if (answer.is === 'away') return { outcome: 'away' };
  const found = answer.value;
  if (found?.kind === 'complaint') return { outcome: 'found', slots: tellable(input, found) };
  return { outcome: 'none', failedProofs: [addressKey(input)], clears: ['reference'] };
}

function tellable(input: ActionInput, found: Case): NonNullable<Finding['slots']> {
  const stages = stagesFor(input);
  const stage = Math.max(
    stages.findIndex((each) => each.name === found.stage),
    /2/.test(found.stage ?? '') ? 1 : 0,
  );
  const next =
    found.due.find((due) => due.what === (found.acknowledgedAt === undefined ? 'acknowledge' : 'answer')) ??
    found.due[0];
  return {
    reference: found.reference,
    stage: String(stage + 1),
    is_last: stage + 1 >= stages.length ? 'yes' : 'no',
    by: next?.by.slice(0, 10) ?? '',
    dated: next === undefined ? 'no' : 'yes',
    owner: found.owner ?? found.team,
    state: `${found.status}`,
  };
}

/**
 * The next stage of a complaint that was found before: no reason is asked for (Complaint Handling Code 2024, 6.12). `last`: there
 * is no further stage with us, so the Ombudsman is told.
 */
export const escalateComplaint = action(
  ['escalated', 'last'],
  ['stage', 'owner', ...clockSlots],
  (input): ActionResult<'escalated' | 'last'> => {
    const stages = stagesFor(input);
    const stage = Number(told(input, 'stage') ?? '1');
    const next = stages[stage];
    const reference = told(input, 'reference');
    if (next === undefined || reference === undefined) return { outcome: 'last' };
    const due = dueDates(input, next).map((each) =>
      each.basis === 'received' ? { ...each, basis: 'escalation received' } : each,
    );
    const details = { escalatedAt: receivedAt(input), unhappyWith: ownWords(input, 'what') };
    const payload = { reference, changes: { stage: next.name, status: 'open', due, details } };
    // Whoever has the complaint keeps it: one of high risk is the director's at every stage.
    const owner = told(input, 'owner') ?? input.world.landlord.complaints.owner;
    return {
      outcome: 'escalated',
      slots: { stage: String(stage + 1), owner, ...clocksTold(due) },
      effects: [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }],
      promises: due.map(({ what, by }) => ({ what, by, reference, owner })),
    };
  },
);
