// What customers may change of their own profile by themselves: how to reach them. Only after proof, and told to nobody else.

import { parseEmail } from '../../model/said/email.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { profileChange } from './access.ts';
import { receivedOn, told } from './filing.ts';

/** Reads `new_phone` and `new_email`; what was skipped stays. A name or somebody else's number goes to the team as a task. */
export const saveDetails = action(
  ['saved', 'nothing', 'needs_proof'],
  [],
  (input): ActionResult<'saved' | 'nothing' | 'needs_proof'> => {
    if (input.state.proof === undefined) return { outcome: 'needs_proof' };
    const changes = newDetails(input);
    if (Object.keys(changes).length === 0) return { outcome: 'nothing' };
    return { outcome: 'saved', effects: profileChange(input, changes) };
  },
);

/** Of what was given; what was skipped stays as it is. */
function newDetails(input: ActionInput) {
  const phone = parsePhone(told(input, 'new_phone') ?? '');
  const email = parseEmail(told(input, 'new_email') ?? '');
  return { ...(phone !== undefined && { phones: { add: phone } }), ...(email !== undefined && { email }) };
}

/** The day on which the customer looked through it; a new number or address only from who has shown who they are. */
export const markChecked = action(['checked'], [], (input) => {
  const details = input.state.proof === undefined ? {} : newDetails(input);
  return { outcome: 'checked', effects: profileChange(input, { ...details, profileCheckedOn: receivedOn(input) }) };
});

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
