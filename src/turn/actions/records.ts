// News of an earlier request that is neither a repair nor a complaint: by its reference, or for who has shown who they are.

import { type Case, isRestrictedKind, type Task } from '../../model/case.ts';
import type { Offer } from '../../model/conversation.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { provedCustomer } from '../customer.ts';
import { told } from './filing.ts';
import { promisedFor, promisedSlots } from './promised-for.ts';
import { isOfFormerHome } from './their-home.ts';
import { addressKey, isLocked } from './tries.ts';
import { isSomebodyElses } from './whose-case.ts';

type Finding = ActionResult<'found' | 'several' | 'none' | 'restricted' | 'needs_proof' | 'locked' | 'away'>;
type Known = Case | Task;

const mostOffered = 5;

export const findRecord = action(
  ['found', 'several', 'none', 'restricted', 'needs_proof', 'locked', 'away'],
  ['reference', 'state', ...promisedSlots, 'owner', 'records'],
  async (input): Promise<Finding> => {
    const reference = told(input, 'reference');
    if (reference !== undefined) return byReference(input, reference);
    const person = provedCustomer(input.state);
    if (person === undefined) return { outcome: 'needs_proof' };
    const [cases, tasks] = await Promise.all([
      input.world.housing.casesOf(person),
      input.world.housing.tasksOf(person),
    ]);
    if (cases.is === 'away' || tasks.is === 'away') return { outcome: 'away' };
    const all = [...cases.value, ...tasks.value].filter((each) => each.status !== 'closed' && !isQuiet(each));
    const former = await Promise.all(all.map((each) => isOfFormerHome(input, each)));
    const open = all.filter((_, at) => !former[at]);
    const [only, another] = open;
    if (only === undefined) return { outcome: 'none' };
    if (another === undefined) return { outcome: 'found', slots: await tellable(input, only) };
    return { outcome: 'several', slots: { records: open.slice(0, mostOffered).map(offerOf) } };
  },
);

/** Who has the reference is told where it stands, no more. Guessing is counted like any failed proof. */
async function byReference(input: ActionInput, reference: string): Promise<Finding> {
  if (await isLocked(input, [addressKey(input)])) return { outcome: 'locked' };
  const { housing } = input.world;
  const answer = /^TSK/.test(reference) ? await housing.task(reference) : await housing.case(reference);
  if (answer.is === 'away') return { outcome: 'away' };
  const found = answer.value;
  if (found === null || (await isSomebodyElses(input, found)))
    return { outcome: 'none', failedProofs: [addressKey(input)], clears: ['reference'] };
  if (isQuiet(found)) return { outcome: 'restricted' };
  if (input.state.person?.id === found.person && (await isOfFormerHome(input, found)))
    return { outcome: 'none', clears: ['reference'] };
  return { outcome: 'found', slots: await tellable(input, found) };
}

/** Of these nothing is told in a conversation that somebody else may read. */
function isQuiet({ kind }: Known): boolean {
  return isRestrictedKind(kind);
}

async function tellable(input: ActionInput, found: Known): Promise<NonNullable<Finding['slots']>> {
  const by = typeof found.due === 'string' ? found.due : (found.due[0]?.by.slice(0, 10) ?? '');
  const team = input.world.landlord.teams[found.team]?.name ?? found.team;
  return {
    reference: found.reference,
    state: ['closed', 'completed', 'done', 'cancelled'].includes(found.status) ? 'closed' : 'open',
    ...(await promisedFor(input, found.reference, by)),
    owner: found.owner ?? team,
  };
}

function offerOf({ reference }: Known): Offer {
  return { value: reference, phrase: 'contact.record', values: { reference } };
}
