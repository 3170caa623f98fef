// Whose a case is, who told of it, and with which permission. Of somebody for whom one writes without an authority on record it is not
// known whose it is: the words are passed on, and nothing of either record is mixed into them.

import type { NewCase } from '../../model/case.ts';
import type { ActionInput } from '../action.ts';
import { actsFor, customerOf } from '../customer.ts';
import { tenancyOf } from '../facts.ts';

/** Whose it is; of somebody for whom one writes without an authority on record, that is not known. */
export function personOf(input: ActionInput): { readonly person?: string } {
  const person = customerOf(input.state);
  return person === undefined || isForStranger(input) ? {} : { person };
}

/** They write for somebody whom the record does not let them speak for. */
function isForStranger(input: ActionInput): boolean {
  return said(input, 'for_whom') === 'other' && actsFor(input.state) === undefined;
}

/** Who writes for somebody else is not the one at risk, nor is it their home: their profile tells nothing of it. */
export function aboutThem(input: ActionInput): ActionInput {
  return isForStranger(input) ? { ...input, person: undefined } : input;
}

export function ownTenancy(input: ActionInput): string | undefined {
  return tenancyOf(aboutThem(input).person)?.reference;
}

/** Who is speaking, with which permission; for whom stands in the details, as `onBehalfOf`. */
export function reporter(input: ActionInput): NewCase['reportedBy'] {
  const acting = actsFor(input.state);
  const isForAnother = said(input, 'for_whom') === 'other' || acting !== undefined;
  const person = input.state.person?.id;
  const name = said(input, 'name');
  const role = isForAnother ? undefined : roleOf(input);
  return {
    ...(person !== undefined && { person }),
    ...(name !== undefined && { name }),
    relation: isForAnother ? (said(input, 'relation') ?? acting?.kind ?? 'other') : 'self',
    authority: isForAnother ? permissionOf(input) : recognisedBy(input),
    ...(role !== undefined && { role }),
  };
}

/** Who tells it, where it is not about themselves: for what has no field of its own for that. */
export function spokenFor(input: ActionInput): { readonly reportedBy?: NewCase['reportedBy'] } {
  const isForAnother = said(input, 'for_whom') === 'other' || actsFor(input.state) !== undefined;
  return isForAnother ? { reportedBy: reporter(input) } : {};
}

function permissionOf(input: ActionInput): string {
  if (actsFor(input.state) !== undefined) return 'on-record';
  if (said(input, 'authority_found') === 'limited') return 'on-record-for-some-matters';
  return said(input, 'authority') === 'yes' ? 'said-to-have-permission' : 'none-told';
}

/** What they are to us: as the record has it, else as they said. */
function roleOf(input: ActionInput): string | undefined {
  const tenancy = tenancyOf(input.person);
  return tenancy?.role ?? said(input, 'role')?.replaceAll('_', '-');
}

function recognisedBy(input: ActionInput): string {
  if (input.state.proof !== undefined) return 'proved';
  return input.state.person === undefined ? 'not-checked' : 'recognised-by-number';
}

function said({ slots }: ActionInput, slot: string): string | undefined {
  const value = slots[slot];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
