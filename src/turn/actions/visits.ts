// Visits that are booked: found, moved, called off. The housing system is told through the outbox; a half day that has gone
// meanwhile becomes a task to agree another.

import type { RepairChange } from '../../model/delivery.ts';
import { localTime } from '../../model/london-time.ts';
import type { Repair } from '../../model/person.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { provedCustomer } from '../customer.ts';
import { openDay, ownWords, told } from './filing.ts';
import { appointmentOf, freeSlotsFor, offerOf, spread, tellable } from './repair.ts';
import { repairsAtHome } from './their-home.ts';
import { addressKey, isLocked } from './tries.ts';

type Finding = ActionResult<'one' | 'several' | 'none' | 'needs_proof' | 'away'>;

const over = ['completed', 'cancelled'];

/**
 * A repair with a visit, for who has shown who they are. `with: {wanted: booked}`: still to come. `with: {wanted: missed}`: it was
 * due today or before, or the housing system says that nobody came.
 */
export const findVisit = action(
  ['one', 'several', 'none', 'needs_proof', 'away'],
  ['reference', 'fault', 'status', 'date', 'slot', 'contractor', 'trade', 'priority', 'repairs'],
  async (input): Promise<Finding> => {
    const person = provedCustomer(input.state);
    if (person === undefined || (await isLocked(input, [addressKey(input)]))) return { outcome: 'needs_proof' };
    const answer = await repairsAtHome(input, person);
    if (answer.is === 'away') return { outcome: 'away' };
    const fits = told(input, 'wanted') === 'missed' ? wasMissed : isBooked;
    const today = localTime(input.received.receivedAt, input.world.landlord.timeZone).date;
    const open = answer.value.filter((repair) => !over.includes(repair.status) && fits(repair, today));
    const wanted = told(input, 'reference');
    const named = wanted === undefined ? open : open.filter((repair) => repair.reference === wanted);
    const [only, another] = named;
    if (only === undefined) return { outcome: 'none', ...(wanted !== undefined && { clears: ['reference'] }) };
    if (another !== undefined) return { outcome: 'several', slots: { repairs: named.map(offerOf) } };
    return { outcome: 'one', slots: { ...tellable(only), trade: only.trade, priority: only.priority } };
  },
);

function isBooked({ appointment, status }: Repair, today: string): boolean {
  return status !== 'missed-visit' && appointment !== undefined && appointment.date >= today;
}

function wasMissed({ appointment, status }: Repair, today: string): boolean {
  return status === 'missed-visit' || (appointment !== undefined && appointment.date <= today);
}

/**
 * Free half days for the repair that was found, with "none of these" at the end: the soonest, or `with: {days: spread}` for who
 * moves a visit and may want a later one.
 */
export const offerVisits = action(['some', 'none', 'away'], ['slots', 'appointment'], (input) => {
  const priority = told(input, 'priority') ?? 'routine';
  const wanted = { trade: told(input, 'trade') ?? 'general', priority };
  return told(input, 'days') === 'spread' ? freeSlotsFor(input, wanted, spread) : freeSlotsFor(input, wanted);
});

/** `later`: none of the half days fits, so the repairs team rings about another. */
export const moveVisit = action(
  ['moved', 'later'],
  ['appointment_date', 'appointment_slot', 'by'],
  (input): ActionResult<'moved' | 'later'> => {
    const appointment = appointmentOf(input);
    const by = openDay(input, 1);
    const change = changeOf(input, { appointment: appointment ?? null }, by);
    const slots = { appointment_date: appointment?.date ?? '', appointment_slot: appointment?.slot ?? 'none', by };
    const reference = told(input, 'reference') ?? '';
    const what = appointment === undefined ? 'agree a visit' : 'visit';
    const promise = { what, by: appointment?.date ?? by, reference, owner: input.world.landlord.name };
    return { outcome: appointment === undefined ? 'later' : 'moved', slots, effects: [change], promises: [promise] };
  },
);

/** The repair stays open unless the tenant says that it is not needed any more. */
export const cancelVisit = action(['cancelled'], [], (input) => {
  const isOver = told(input, 'still_needed') === 'no';
  const changes = isOver ? { appointment: null, status: 'cancelled' as const } : { appointment: null };
  return { outcome: 'cancelled', effects: [changeOf(input, changes, openDay(input, 1))] };
});

function changeOf(
  input: ActionInput,
  changes: RepairChange['changes'],
  arrangeBy: string,
): NonNullable<ActionResult['effects']>[number] {
  const reference = told(input, 'reference') ?? '';
  const payload: RepairChange = {
    reference,
    person: provedCustomer(input.state) ?? '',
    changes,
    words: ownWords(input),
    language: input.state.language.tag,
    conversation: input.conversation.id,
    arrangeBy,
  };
  return { kind: 'housing.change-repair', key: `housing:${reference}`, payload };
}

/** The same fault of the lift is reported once for the building: who reports it again is told what is known. */
export const findSharedRepair = action(
  ['known', 'new', 'away'],
  ['reference', 'status', 'date', 'slot', 'contractor'],
  async (input): Promise<ActionResult<'known' | 'new' | 'away'>> => {
    const postcode = input.person?.tenancies[0]?.property.postcode ?? told(input, 'postcode');
    if (postcode === undefined) return { outcome: 'new' };
    const answer = await input.world.housing.sharedRepairs(postcode);
    if (answer.is === 'away') return { outcome: 'away' };
    const same = answer.value.find((repair) => repair.sharedPart === told(input, 'shared_part'));
    if (same === undefined) return { outcome: 'new' };
    // The words are another tenant's: they may tell of a person, and go nowhere from here.
    const { fault: _theirs, ...slots } = tellable(same);
    return { outcome: 'known', slots };
  },
);
