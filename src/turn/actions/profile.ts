// What customers may change of their own profile by themselves: how to reach them. Only after proof, and told to nobody else.

import { characteristicNames, equalitySlot } from '../../model/characteristics.ts';
import { parseEmail } from '../../model/said/email.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { actsFor, authorityOf, wholeScope } from '../customer.ts';
import { profileChange } from './access.ts';
import { receivedOn, told } from './filing.ts';

/** Reads `new_phone` and `new_email`; what was skipped stays. A name or somebody else's number goes to the team as a task. */
export const saveDetails = action(
  ['saved', 'nothing', 'needs_proof'],
  [],
  (input): ActionResult<'saved' | 'nothing' | 'needs_proof'> => {
    // Codes go to the number on file: nobody puts their own there for somebody else, also not who speaks for them.
    if (input.state.proof === undefined || actsFor(input.state) !== undefined) return { outcome: 'needs_proof' };
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

/**
 * One answer about who they are, sent to the housing system and forgotten here. `about` is the characteristic; what was skipped changes
 * nothing, and "prefer not to say" replaces what was answered before.
 */
export const keepCharacteristic = action(['kept', 'stopped'], [], (input): ActionResult<'kept' | 'stopped'> => {
  const about = characteristicNames.find((name) => name === told(input, 'about'));
  if (about === undefined) throw new Error('A dialog must say which characteristic it asks for.');
  const slot = equalitySlot(about);
  const [answer, clears] = [told(input, slot), [slot]];
  // Nobody answers for whom they speak.
  if (answer === undefined || actsFor(input.state) !== undefined) return { outcome: 'kept', clears };
  if (answer === 'stop') return { outcome: 'stopped', clears };
  const characteristics = { [about]: { answer: answer.replaceAll('_', '-'), on: receivedOn(input) } };
  return { outcome: 'kept', clears, effects: profileChange(input, { characteristics }) };
});

/**
 * Whether who writes may speak for the person whose tenancy they named. It tells nothing of that person. An authority for all matters
 * lets them be served in that person’s place from here on; one for some of them is for our team to weigh.
 */
export const checkAuthority = action(
  ['on_record', 'limited', 'not_on_record', 'away'],
  ['authority_found'],
  async (input): Promise<ActionResult<'on_record' | 'limited' | 'not_on_record' | 'away'>> => {
    const speaker = input.state.person?.id;
    const tenancy = told(input, 'their_tenancy');
    if (speaker === undefined || tenancy === undefined) return notOnRecord;
    const answer = await input.world.housing.peopleByTenancy(tenancy);
    if (answer.is === 'away') return { outcome: 'away', slots: { authority_found: 'away' } };
    // Of joint tenants only the one who gave the authority is spoken for.
    const found = answer.value.flatMap((person) => {
      const authority = authorityOf(person, speaker, receivedOn(input));
      return authority === undefined ? [] : [{ person: person.id, scope: authority.scope, kind: authority.kind }];
    });
    const whole = found.find(({ scope }) => scope === wholeScope);
    if (whole === undefined) return found.length === 0 ? notOnRecord : limited;
    return {
      outcome: 'on_record',
      slots: { authority_found: 'on_record' },
      state: { speaksFor: { person: whole.person, by: speaker, kind: whole.kind } },
      facts: [{ name: 'authority.read', data: { kind: whole.kind } }],
    };
  },
);

const notOnRecord = {
  outcome: 'not_on_record',
  slots: { authority_found: 'none' },
  forgets: 'speaksFor',
} as const satisfies ActionResult<'not_on_record'>;

const limited = {
  outcome: 'limited',
  slots: { authority_found: 'limited' },
  forgets: 'speaksFor',
} as const satisfies ActionResult<'limited'>;
