// What customers may change of their own profile by themselves: how to reach them. Only after proof, and told to nobody else.

import { parseEmail } from '../../model/said/email.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { type ActionResult, action } from '../action.ts';
import { profileChange } from './access.ts';
import { told } from './filing.ts';

/** Reads `new_phone` and `new_email`; what was skipped stays. A name or somebody else's number goes to the team as a task. */
export const saveDetails = action(
  ['saved', 'nothing', 'needs_proof'],
  [],
  (input): ActionResult<'saved' | 'nothing' | 'needs_proof'> => {
    if (input.state.proof === undefined) return { outcome: 'needs_proof' };
    const phone = parsePhone(told(input, 'new_phone') ?? '');
    const email = parseEmail(told(input, 'new_email') ?? '');
    if (phone === undefined && email === undefined) return { outcome: 'nothing' };
    const changes = { ...(phone !== undefined && { phones: { add: phone } }), ...(email !== undefined && { email }) };
    return { outcome: 'saved', effects: profileChange(input, changes) };
  },
);

/** Whether who is speaking may speak for the person whose tenancy they named. It tells nothing of that person. */
export const checkAuthority = action(
  ['on_record', 'not_on_record', 'away'],
  [],
  async (input): Promise<ActionResult<'on_record' | 'not_on_record' | 'away'>> => {
    const speaker = input.state.proof?.person ?? input.state.person?.id;
    const tenancy = told(input, 'their_tenancy');
    if (speaker === undefined || tenancy === undefined) return { outcome: 'not_on_record' };
    const answer = await input.world.housing.peopleByTenancy(tenancy);
    if (answer.is === 'away') return { outcome: 'away' };
    const today = input.received.receivedAt.toISOString().slice(0, 10);
    const isAllowed = answer.value.some((person) =>
      (person.authority ?? []).some((each) => each.person === speaker && (each.until === null || each.until >= today)),
    );
    return { outcome: isAllowed ? 'on_record' : 'not_on_record' };
  },
);
