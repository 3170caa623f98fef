// Repairs: reported under our own reference, which the tenant has at once; told to who has shown who they are.

import type { NewRepair } from '../../model/case.ts';
import type { Offer } from '../../model/conversation.ts';
import type { Repair, Slot } from '../../model/person.ts';
import { withoutWords } from '../../model/said/left-out.ts';
import { type ActionInput, type ActionResult, action } from '../action.ts';
import { inAnyLanguage } from '../any-language.ts';
import { provedCustomer } from '../customer.ts';
import { isMoreAtRisk, tenancyOf } from '../facts.ts';
import { caseOpened, file, isYes, openDay, ownWords, receivedAt, referenceFor, teamName, told } from './filing.ts';
import { promisedFor, promisedSlots } from './promised-for.ts';
import { withoutRestricted } from './quiet-words.ts';
import { visitNotes } from './staff-notes.ts';
import { suitingSlots } from './suiting-slots.ts';
import { repairsAtHome } from './their-home.ts';
import { addressKey, isLocked } from './tries.ts';
import { aboutThem, personOf, spokenFor } from './whose.ts';

type Priority = NewRepair['priority'];

const priorities: readonly Priority[] = ['emergency', 'urgent', 'routine', 'hazard'];

/** More appointments than these do not help anybody to choose. */
const mostSlots = 5;

/**
 * Errs upward: what is said to be dangerous is an emergency, and a routine fault is urgent where somebody is at more risk. The
 * profile tells that only of who was not asked or did not say.
 */
export function priorityOf(input: ActionInput): Priority {
  const said = priorities.find((each) => each === told(input, 'priority'));
  if (said !== undefined) return said;
  if (isYes(input, 'danger')) return 'emergency';
  const isTold = told(input, 'vulnerable') !== undefined;
  const { person } = aboutThem(input);
  const isSmallChild = (person?.household?.childrenUnder5 ?? 0) > 0;
  const isAtRisk = isYes(input, 'vulnerable') || isSmallChild || (!isTold && isMoreAtRisk(person));
  return isAtRisk ? 'urgent' : 'routine';
}

export function dueBy(input: ActionInput, priority: Priority): string {
  const { emergencyHours, urgentWorkingDays, routineWorkingDays } = input.world.landlord.repairs;
  if (priority === 'emergency') {
    const at = input.received.receivedAt.getTime() + emergencyHours * 3_600_000;
    return new Date(at).toISOString().slice(0, 10);
  }
  return openDay(input, priority === 'routine' ? routineWorkingDays : urgentWorkingDays);
}

/** In the tenant's words; who chose it from a menu and said no more has reported what the menu calls it. */
export function faultOf(input: ActionInput): string {
  return told(input, 'fault') ?? told(input, 'what') ?? told(input, 'words') ?? nameOf(input);
}

function nameOf({ enquiry, world: { phrases, landlord } }: ActionInput): string {
  const [first = 'en'] = landlord.languages;
  return phrases.say(`label.${enquiry}`, first, 'web', {});
}

interface Report {
  readonly priority: Priority;
  readonly by: string;
  readonly fault: string;
  readonly appointment?: NewRepair['appointment'] | undefined;
  readonly slots: NonNullable<ActionResult['slots']>;
}

/** A repair for a person on file; else an enquiry case for the repairs team, who find the home by what was said. */
export function reportRepair(input: ActionInput, report: Report): ActionResult<'logged'> {
  const { person } = personOf(input);
  const reference = referenceFor(input, person === undefined ? 'ENQ' : 'REP', 'repair');
  const due = [{ what: 'repair', by: report.by, basis: 'received', rule: 'landlord pack, repairs' }];
  const slots = { ...report.slots, reference };
  if (person === undefined) {
    const priority = report.priority === 'routine' ? 'normal' : report.priority === 'emergency' ? 'emergency' : 'high';
    const details = { repair: newRepair(input, report, { reference, person: '' }) };
    return {
      outcome: 'logged',
      slots,
      ...file(input, {
        reference,
        kind: 'enquiry',
        words: withoutRestricted(input, ownWords(input, 'fault', 'what')),
        due,
        priority,
        details,
      }),
    };
  }
  const payload = newRepair(input, report, { reference, person });
  return {
    outcome: 'logged',
    slots,
    effects: [{ kind: 'housing.create-repair', key: `housing:${reference}`, payload }],
    cases: [caseOpened(input, { reference, kind: 'repair', due, restricted: false })],
    promises: [{ what: 'repair', by: report.by, reference, owner: teamName(input, 'repairs') }],
  };
}

/** Who somebody loves, what they believe, where they come from: no job needs it, and a repair is passed on to contractors. */
const notForJob = ({ world }: ActionInput): readonly string[] => inAnyLanguage(world)('not_for_job');

function newRepair(
  input: ActionInput,
  report: Report,
  about: { readonly reference: string; readonly person: string },
): NewRepair {
  const tenancy = tenancyOf(aboutThem(input).person);
  const [room, sharedPart] = ['room', 'shared_part'].map((slot) => told(input, slot));
  // Where a half day was chosen it is agreed; else who rings about one must know when somebody can.
  const notes = report.appointment === undefined ? ['access', 'times'] : ['access'];
  const said = notes.map((slot) => told(input, slot)).filter((each) => each !== undefined);
  const access = [...new Set([...visitNotes(aboutThem(input)), ...said])].join('\n');
  const forJob = (text: string) => withoutWords(notForJob(input), withoutRestricted(input, text));
  return {
    ...about,
    ...(tenancy !== undefined && { property: tenancy.property.id, tenancy: tenancy.reference }),
    // Where nothing is left, what the menu calls it is what is known.
    fault: forJob(report.fault) || nameOf(input),
    ...(room !== undefined && { room }),
    ...(sharedPart !== undefined && { sharedPart }),
    trade: told(input, 'trade') ?? 'general',
    priority: report.priority,
    ...(access !== '' && { access: forJob(access) }),
    ...(report.appointment !== undefined && { appointment: report.appointment }),
    words: forJob(ownWords(input, 'fault', 'what')),
    language: input.state.language.tag,
    reportedAt: receivedAt(input),
    conversation: input.conversation.id,
    attachments: (told(input, 'photo') ?? '').split(' ').filter((id) => id !== ''),
    ...spokenFor(input),
  };
}

/** A visit that goes with a case of its own, for a person on file who chose a half day. */
export function visitFor(
  input: ActionInput,
  report: Pick<Report, 'priority' | 'fault' | 'appointment'> & { readonly priority: Priority },
): { readonly reference: string; readonly effects: NonNullable<ActionResult['effects']> } | undefined {
  const { person } = personOf(input);
  if (person === undefined || report.appointment === undefined) return undefined;
  const reference = referenceFor(input, 'REP', 'visit');
  const payload = newRepair(input, { ...report, by: '', slots: {} }, { reference, person });
  return { reference, effects: [{ kind: 'housing.create-repair', key: `housing:${reference}`, payload }] };
}

/** An appointment is offered as `2026-12-03 am`. */
export function appointmentOf(input: ActionInput): NewRepair['appointment'] | undefined {
  const [date = '', slot] = (told(input, 'appointment') ?? '').split(' ');
  return slot === 'am' || slot === 'pm' ? { date, slot } : undefined;
}

export const findSlots = action(['some', 'none', 'away'], ['slots', 'appointment'], (input) =>
  freeSlotsFor(input, { trade: told(input, 'trade') ?? 'general', priority: priorityOf(input) }),
);

/** Which of the free half days are offered, the soonest first. */
type Choosing = (free: readonly Slot[]) => readonly Slot[];

const soonest: Choosing = (free) => free.slice(0, mostSlots);

/** For who cannot be there soon: over all the days that are free, mornings and afternoons. */
export const spread: Choosing = (free) => {
  const step = Math.max(1, (free.length - 1) / (mostSlots - 1));
  const wanted = new Set(Array.from({ length: mostSlots }, (_, at) => Math.round(at * step)));
  return free.filter((_, at) => wanted.has(at));
};

/**
 * Free half days as offers, and a way to say that none of them fits. Where one alone suits an answer, it is chosen. None for whom we
 * do not know: nobody can be sent to them before their home is found.
 */
export async function freeSlotsFor(
  input: ActionInput,
  wanted: { readonly trade: string; readonly priority: string },
  pick = soonest,
): Promise<ActionResult<'some' | 'none' | 'away'>> {
  if (personOf(input).person === undefined) return { outcome: 'none' };
  const property = tenancyOf(aboutThem(input).person)?.property.id;
  const answer = await input.world.housing.freeSlots(property === undefined ? wanted : { ...wanted, property });
  if (answer.is === 'away') return { outcome: 'away' };
  const { some, chosen } = suitingSlots(answer.value, input);
  const free = pick(some).map(offerSlot);
  if (free.length === 0) return { outcome: 'none' };
  const slots = [...free, { value: 'later', phrase: 'repair.slot.later', values: {} }];
  return { outcome: 'some', slots: { slots, ...(chosen !== undefined && { appointment: offerSlot(chosen).value }) } };
}

function offerSlot({ date, slot }: Slot): Offer {
  return { value: `${date} ${slot}`, phrase: `repair.slot.${slot}`, values: { date } };
}

type Finding = ActionResult<'one' | 'several' | 'none' | 'needs_proof' | 'away'>;

/** Where somebody lives and what is broken there is told only to who has shown who they are. */
export const findRepair = action(
  ['one', 'several', 'none', 'needs_proof', 'away'],
  ['reference', 'fault', 'status', 'date', 'slot', 'contractor', ...promisedSlots, 'repairs'],
  async (input): Promise<Finding> => {
    const person = provedCustomer(input.state);
    if (person === undefined || (await isLocked(input, [addressKey(input)]))) return { outcome: 'needs_proof' };
    const answer = await repairsAtHome(input, person);
    if (answer.is === 'away') return { outcome: 'away' };
    const wanted = told(input, 'reference');
    const open = answer.value.filter((repair) => !['completed', 'cancelled'].includes(repair.status));
    if (wanted !== undefined) {
      const found = answer.value.find((repair) => repair.reference === wanted);
      return found === undefined
        ? { outcome: 'none', clears: ['reference'] }
        : { outcome: 'one', slots: await withPromised(input, found) };
    }
    const [only, another] = open;
    if (only === undefined) return { outcome: 'none' };
    return another === undefined
      ? { outcome: 'one', slots: await withPromised(input, only) }
      : { outcome: 'several', slots: { repairs: open.map(offerOf) } };
  },
);

async function withPromised(input: ActionInput, repair: Repair): Promise<NonNullable<Finding['slots']>> {
  return { ...tellable(repair), ...(await promisedFor(input, repair.reference, '')) };
}

/** What a tenant is told of a repair, as slots. */
export function tellable(repair: Repair): NonNullable<Finding['slots']> {
  return {
    reference: repair.reference,
    fault: repair.fault,
    // The options of a phrase's select hold no hyphen.
    status: repair.status.replaceAll('-', '_'),
    date: repair.appointment?.date ?? '',
    slot: repair.appointment?.slot ?? 'none',
    contractor: repair.contractor ?? '',
  };
}

export function offerOf({ reference, fault }: Repair): Offer {
  return { value: reference, phrase: 'repair.offer', values: { reference, fault } };
}
