// What an agent puts right on a case, and what it belongs with. What the risk on record asks for is not taken back here.

import { type Case, isClosed, isRestrictedKind, type NewCase } from '../../model/case.ts';
import type { CaseChange } from '../../model/delivery.ts';
import { withOffset } from '../../model/london-time.ts';
import { investigatorsNamed } from '../actions/complaint-services.ts';
import { linkTo } from '../actions/linked.ts';
import { type Done, refused } from '../handover/held.ts';
import type { Refusal } from '../refusal.ts';
import type { CaseFields, ChangeCase } from './act.ts';
import { type At, changeOf, courseWith, passedOn, promisesOf, withPromises } from './told.ts';

type Changing = Extract<ChangeCase, { is: 'case-changed' }>;
type Linking = Extract<ChangeCase, { is: 'case-linked' }>;

export async function changedCase(act: Changing, at: At): Promise<Done | Refusal> {
  const { found } = at;
  const because = whyNot(act.changes, at);
  if (because !== undefined) return refused(because);
  const { priority, owner } = act.changes;
  const details = detailsOf(act, at);
  const changes: CaseChange['changes'] = {
    ...(priority !== undefined && { priority }),
    ...(owner !== undefined && { owner }),
    ...(Object.keys(details).length > 0 && { details }),
  };
  const course = courseWith(at, changeOf(found, changes));
  if (owner === undefined || owner === found.owner) return { course };
  return { course: withPromises(course, passedOn(await promisesOf(at), owner, act.agent)) };
}

const ranks: readonly NewCase['priority'][] = ['normal', 'high', 'emergency'];

function whyNot(wanted: CaseFields, at: At): Refusal['because'] | undefined {
  const { priority, owner, investigators } = wanted;
  if (isClosed(at.found) && (priority ?? owner ?? investigators) !== undefined) return 'case-closed';
  if (investigators !== undefined && at.found.kind !== 'complaint') return 'not-a-complaint';
  return isAgainstRisk(wanted, at) ? 'high-risk' : undefined;
}

/** The priority and the owner of a complaint follow its risk; of no case is what the risk on record asks for lowered. */
function isAgainstRisk({ priority, owner }: CaseFields, { found, world }: At): boolean {
  const isComplaint = found.kind === 'complaint';
  const isRisky = found.riskReasons.length > 0;
  const isLower = priority !== undefined && ranks.indexOf(priority) < ranks.indexOf(found.priority);
  const isTaken = owner !== undefined && isComplaint && owner !== world.landlord.complaints.highRiskOwner;
  return isRisky ? isTaken || isLower : isComplaint && priority !== undefined;
}

interface Note {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

function detailsOf({ agent, changes }: Changing, { found, world, moment }: At): Readonly<Record<string, unknown>> {
  const { investigators, note, owner = found.owner ?? found.team } = changes;
  const notes = (found.details.notes ?? []) as readonly Note[];
  const written = note && { at: withOffset(moment.now, world.landlord.timeZone), by: agent.name, text: note };
  return {
    ...(investigators !== undefined && { ...noInvestigator(found), ...investigatorsNamed(investigators, owner) }),
    ...(written !== undefined && { notes: [...notes, written] }),
  };
}

/** Those named before give way: one of them alone, or several and a coordinator. */
function noInvestigator({ details }: Case): Readonly<Record<string, null>> {
  const before = ['investigator', 'investigators', 'coordinator'].filter((name) => details[name] !== undefined);
  return Object.fromEntries(before.map((name) => [name, null]));
}

/** A case names the other, each way. */
export async function linkedCase({ to }: Linking, at: At): Promise<Done | Refusal> {
  const { found, world } = at;
  if ('conversation' in to) {
    const before = (found.details.conversations ?? []) as readonly string[];
    const conversations = [...new Set([...before, to.conversation])];
    return { course: courseWith(at, changeOf(found, { details: { conversations } })) };
  }
  const answer = await world.housing.case(to.case);
  if (answer.is === 'away') return refused('not-now');
  const other = answer.value;
  if (other === null || !belongTogether(found, other)) return refused('not-theirs');
  return { course: courseWith(at, linkTo(found.reference, other.reference), linkTo(other.reference, found.reference)) };
}

/** Of one person or one conversation. A restricted case is named on no other: that there is one tells something. */
function belongTogether(one: Case, other: Case): boolean {
  const isSame = one.person === undefined ? one.conversation === other.conversation : one.person === other.person;
  const isQuiet = isRestrictedKind(one.kind) !== isRestrictedKind(other.kind);
  return isSame && !isQuiet && one.reference !== other.reference;
}
