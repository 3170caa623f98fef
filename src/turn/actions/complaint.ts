// Complaints: opened in the tenant's own words with the nation's clocks running from the moment the message came in;
// told by reference or to who has shown who they are. None is ever refused here.

import type { Case, Due } from '../../model/case.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { file, isYes, needsOf, ownWords, receivedAt, referenceFor, told, workingDay } from './filing.ts';
import { addressKey, isLocked } from './tries.ts';

export const logComplaint = action(['logged'], ['reference', 'acknowledge_by', 'answer_days', 'owner'], (input) => {
  const { landlord, rules } = input.world;
  const [stage] = rules.complaints.stages;
  if (stage === undefined) throw new Error('The rules of the nation have no complaint stage.');
  const risks = riskReasons(input);
  const owner = risks.length > 0 ? landlord.complaints.highRiskOwner : landlord.complaints.owner;
  const reference = referenceFor(input, 'CMP', 'complaint');
  const acknowledgeBy = workingDay(input, stage.acknowledgeWorkingDays);
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
    due: dueDates(input, acknowledgeBy),
    details: {
      way: told(input, 'way') ?? 'here',
      needsSaid: told(input, 'needs') ?? null,
      ...(outside !== undefined && { mayBeOutside: outside }),
    },
  });
  const slots = { reference, acknowledge_by: acknowledgeBy, answer_days: stage.answerWorkingDays, owner };
  return { outcome: 'logged', slots, ...filed };
});

/** The clock of the answer starts when we acknowledge: at once only where the landlord's receipt counts as that. */
function dueDates(input: ActionInput, acknowledgeBy: string): readonly Due[] {
  const { landlord, rules } = input.world;
  const [stage] = rules.complaints.stages;
  if (stage === undefined) return [];
  const isAcknowledged = landlord.complaints.acknowledgeAtOnce;
  const from = isAcknowledged || stage.answerFrom === 'received' ? workingDay(input, 0) : acknowledgeBy;
  const answer: Due = {
    what: 'answer',
    by: addWorkingDays(from, stage.answerWorkingDays, rules.bankHolidays),
    basis: isAcknowledged ? 'acknowledged' : `${stage.answerFrom}, at the latest day for it`,
    rule: stage.rule,
  };
  if (isAcknowledged) return [answer];
  return [{ what: 'acknowledge', by: acknowledgeBy, basis: 'received', rule: stage.rule }, answer];
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
  const { stages } = input.world.rules.complaints;
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
  ['stage', 'owner', 'acknowledge_by', 'answer_days'],
  (input): ActionResult<'escalated' | 'last'> => {
    const { stages } = input.world.rules.complaints;
    const stage = Number(told(input, 'stage') ?? '1');
    const next = stages[stage];
    const reference = told(input, 'reference');
    if (next === undefined || reference === undefined) return { outcome: 'last' };
    const acknowledgeBy = workingDay(input, next.acknowledgeWorkingDays);
    const answerBy = addWorkingDays(acknowledgeBy, next.answerWorkingDays, input.world.rules.bankHolidays);
    const due: readonly Due[] = [
      { what: 'acknowledge', by: acknowledgeBy, basis: 'escalation received', rule: next.rule },
      { what: 'answer', by: answerBy, basis: `${next.answerFrom}, at the latest day for it`, rule: next.rule },
    ];
    const details = { escalatedAt: receivedAt(input), unhappyWith: ownWords(input, 'what') };
    const payload = { reference, changes: { stage: next.name, status: 'open', due, details } };
    // Whoever has the complaint keeps it: one of high risk is the director's at every stage.
    const owner = told(input, 'owner') ?? input.world.landlord.complaints.owner;
    return {
      outcome: 'escalated',
      slots: {
        stage: String(stage + 1),
        owner,
        acknowledge_by: acknowledgeBy,
        answer_days: next.answerWorkingDays,
      },
      effects: [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }],
      promises: due.map(({ what, by }) => ({ what, by, reference, owner })),
    };
  },
);
