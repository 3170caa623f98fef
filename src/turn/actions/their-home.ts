// Whom a tenancy names no more is told nothing of it, also of what they reported themselves while it was theirs: not what is broken
// there, nor when somebody comes. Their own complaints and requests stay theirs.

import type { Case, Task } from '../../model/case.ts';
import type { Person, Repair } from '../../model/person.ts';
import type { ActionInput } from '../action.ts';
import type { Answer } from './housing.ts';

async function recordOf({ person, world }: ActionInput, id: string): Promise<Answer<Person | null>> {
  return person?.id === id ? { is: 'known', value: person } : world.housing.person(id);
}

/** Repairs of somebody, in the homes that are theirs now. One that stands at no home is told. */
export async function repairsAtHome(input: ActionInput, person: string): Promise<Answer<readonly Repair[]>> {
  const [repairs, record] = await Promise.all([input.world.housing.repairsOf(person), recordOf(input, person)]);
  if (repairs.is === 'away' || record.is === 'away') return { is: 'away' };
  const homes = record.value?.tenancies.map(({ property }) => property.id) ?? [];
  return { is: 'known', value: repairs.value.filter(({ property }) => property === '' || homes.includes(property)) };
}

/** Kinds of cases that are about a home and not about the person. */
const ofTheHome = ['hazard', 'enquiry'];

/** Whether it belongs to a tenancy that names its person no more. */
export async function isOfFormerHome(input: ActionInput, found: Case | Task): Promise<boolean> {
  const tenancy = ofTheHome.includes(found.kind) && 'tenancy' in found ? found.tenancy : found.details?.tenancy;
  if (typeof tenancy !== 'string' || found.person === undefined) return false;
  const record = await recordOf(input, found.person);
  if (record.is === 'away') return true;
  return !record.value?.tenancies.some(({ reference }) => reference === tenancy);
}
