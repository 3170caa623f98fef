// Complaints that were made: told by reference or to who has shown who they are, and taken to the next stage. None is ever refused here.

import type { Case } from '../../model/case.ts';
import type { Stage } from '../../model/nation-rules.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { stageIndex } from '../complaint-stages.ts';
import { provedCustomer } from '../customer.ts';
import { clockSlots, clocksTold, dueDates, stagesFor } from './complaint-law.ts';
import { ownWords, receivedAt, receivedOn, told } from './filing.ts';
import { asFirstTold } from './first-told.ts';
import { promisedFor, promisedSlots } from './promised-for.ts';
import { openTask } from './tasks.ts';
import { addressKey, isLocked } from './tries.ts';
import { isSomebodyElses } from './whose-case.ts';

export const findComplaint = action(
  ['found', 'none', 'needs_proof', 'locked', 'away'],
  ['reference', 'stage', 'is_last', ...promisedSlots, 'owner', 'state'],
  async (input) => {
    const reference = told(input, 'reference');
    if (reference !== undefined) return byReference(input, reference);
    const person = provedCustomer(input.state);
    if (person === undefined) return (await loggedHere(input)) ?? { outcome: 'needs_proof' };
    const answer = await input.world.housing.casesOf(person, 'complaint');
    if (answer.is === 'away') return { outcome: 'away' };
    const open = answer.value.filter((each) => `${each.status}` !== 'closed');
    const latest = [...(open.length > 0 ? open : answer.value)].sort((one, other) =>
      one.receivedAt < other.receivedAt ? 1 : -1,
    )[0];
    return latest === undefined ? { outcome: 'none' } : { outcome: 'found', slots: await tellable(input, latest) };
  },
);

type Finding = ActionResult<'found' | 'none' | 'needs_proof' | 'locked' | 'away'>;

/** The last one made in this conversation, where its reference stands: nobody is asked for what they have just been told. */
async function loggedHere(input: ActionInput): Promise<Finding | undefined> {
  const reference = input.state.logged?.findLast(({ kind }) => kind === 'complaint')?.reference;
  if (reference === undefined) return undefined;
  const answer = await input.world.housing.case(reference);
  if (answer.is === 'away' || answer.value === null) return undefined;
  return { outcome: 'found', slots: await tellable(input, answer.value) };
}

/** Who has the reference is told stage and date, no more. Guessing is counted like any failed proof. */
async function byReference(input: ActionInput, reference: string): Promise<Finding> {
  if (await isLocked(input, [addressKey(input)])) return { outcome: 'locked' };
  const answer = await input.world.housing.case(reference);
  if (answer.is === 'away') return { outcome: 'away' };
  const found = answer.value;
  const isTheirs = found?.kind === 'complaint' && !(await isSomebodyElses(input, found));
  if (isTheirs) return { outcome: 'found', slots: await tellable(input, found) };
  return { outcome: 'none', failedProofs: [addressKey(input)], clears: ['reference'] };
}

async function tellable(input: ActionInput, found: Case): Promise<NonNullable<Finding['slots']>> {
  const stages = stagesFor(input);
  const stage = stageIndex(found, stages);
  const next =
    found.due.find((due) => due.what === (found.acknowledgedAt === undefined ? 'acknowledge' : 'answer')) ??
    found.due[0];
  return {
    reference: found.reference,
    stage: String(stage + 1),
    is_last: stage + 1 >= stages.length ? 'yes' : 'no',
    ...(await promisedFor(input, found.reference, next?.by.slice(0, 10) ?? '')),
    owner: found.owner ?? found.team,
    state: `${found.status}`,
  };
}

/** The words, the day from which the law counts and what it gives, for whoever finds the complaint and takes it to the next stage. */
export const passOnEscalation = action(['opened'], openTask.gives, async (input) => {
  const asked = asFirstTold(input);
  const [last] = stagesFor(asked).slice(-1);
  const due = last === undefined ? {} : clocksTold(dueDates(asked, last), receivedOn(input));
  const { outcome: _, ...opened } = await openTask.run({
    ...input,
    slots: { ...input.slots, escalatedAt: receivedAt(asked), ...due },
  });
  return { outcome: 'opened', ...opened };
});

/**
 * The next stage of a complaint that was found before: no reason is asked for (Complaint Handling Code 2024, 6.12). `last`: there
 * is no further stage with us, so the Ombudsman is told.
 */
export const escalateComplaint = action(
  ['escalated', 'last'],
  ['stage', 'owner', ...clockSlots],
  (heard): ActionResult<'escalated' | 'last'> => {
    const input = asFirstTold(heard);
    const stages = stagesFor(input);
    const stage = Number(told(input, 'stage') ?? '1');
    const next = stages[stage];
    const reference = told(input, 'reference');
    if (next === undefined || reference === undefined) return { outcome: 'last' };
    const due = dueDates(input, next).map((each) =>
      each.basis === 'received' ? { ...each, basis: 'escalation received' } : each,
    );
    const details = { escalatedAt: receivedAt(input), unhappyWith: ownWords(input, 'what') };
    const owner = ownerAt(next, input);
    const isPassedOn = owner !== told(input, 'owner');
    const changes = { stage: next.name, status: 'open', due, ...(isPassedOn && { owner }), details };
    const payload = { reference, changes };
    return {
      outcome: 'escalated',
      slots: { stage: String(stage + 1), owner, ...clocksTold(due, receivedOn(heard)) },
      effects: [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }],
      promises: due.map(({ what, by }) => ({ what, by, reference, owner })),
    };
  },
);

/** Whoever has the complaint keeps it, unless the stage has somebody of its own; one of high risk is the director's at every stage. */
function ownerAt(stage: Stage, input: ActionInput): string {
  const { owner, highRiskOwner } = input.world.landlord.complaints;
  const before = told(input, 'owner') ?? owner;
  return before === highRiskOwner ? before : (stage.owner ?? before);
}
