// What every case, task and promise has in common: its reference, whose it is, in whose words, by when.

import type { CaseKind, Due, NewCase, NewTask } from '../../model/case.ts';
import type { SlotValue } from '../../model/conversation.ts';
import { localTime, withOffset } from '../../model/london-time.ts';
import { closedDays } from '../../model/opening-hours.ts';
import type { Need } from '../../model/person.ts';
import { teamOf } from '../../model/routes.ts';
import { addWorkingDays } from '../../model/working-days.ts';
import type { ActionInput } from '../action.ts';
import type { CaseOpened, KeyedEffect, PromiseMade } from '../turn.ts';
import { contactNotes } from './staff-notes.ts';
import { aboutThem, ownTenancy, personOf, reporter, spokenFor } from './whose.ts';

/** The words of a slot; undefined when it is not there, skipped or empty. */
export function told(input: ActionInput, slot: string): string | undefined {
  const value: SlotValue | undefined = input.slots[slot];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function isYes(input: ActionInput, slot: string): boolean {
  const value = input.slots[slot];
  return value === 'yes' || value === true;
}

export function referenceFor(input: ActionInput, prefix: string, name: string): string {
  return input.world.references.make(prefix, `${input.frame}:${name}`);
}

/**
 * The working day so many after the day on which the message came in, as the law counts: it does not wait while the landlord is
 * closed of its own accord.
 */
export function workingDay(input: ActionInput, days: number): string {
  return addWorkingDays(receivedOn(input), days, input.world.rules.bankHolidays);
}

/** The same for what the landlord promises by itself: on a day of its own on which it is closed, nobody is there to keep it. */
export function openDay(input: ActionInput, days: number): string {
  return addWorkingDays(receivedOn(input), days, closedDays(input.world));
}

/** The day on which the message came in, an ISO date where the landlord is: the law counts from it, and by what held on it. */
export function receivedOn(input: ActionInput): string {
  return localTime(input.received.receivedAt, input.world.landlord.timeZone).date;
}

export function receivedAt(input: ActionInput): string {
  return withOffset(input.received.receivedAt, input.world.landlord.timeZone);
}

/** The tenant's own words, untouched: those that opened the enquiry and those of the questions named, each once. */
export function ownWords(input: ActionInput, ...slots: readonly string[]): string {
  const words = ['words', ...slots].map((slot) => told(input, slot)).filter((each) => each !== undefined);
  return [...new Set(words)].join('\n');
}

/** What is done differently for a need; why somebody has it is not in it. */
export function handlingOf({ formats = [], adjustments = [] }: Need): readonly string[] {
  return [...formats, ...adjustments];
}

/** Needs on the profile, and what was told of them, as plain words, so that they stand on the case. */
export function needsOf(
  input: ActionInput,
  wordsFor: (need: Need) => readonly string[] = (need) => [need.kind, ...handlingOf(need)],
): readonly string[] {
  const onFile = (aboutThem(input).person?.needs ?? []).flatMap(wordsFor);
  const said = told(input, 'needs');
  return [...new Set(said === undefined ? onFile : [...onFile, said])];
}

/** Working days in which the landlord answers a task or request of this kind. */
export function daysFor(enquiry: string, { landlord }: ActionInput['world']): number {
  const { tasks } = landlord;
  return tasks[enquiry] ?? tasks[enquiry.split('.')[0] ?? ''] ?? tasks.default ?? landlord.handover.callbackWorkingDays;
}

/** Slots that a case or a task holds in fields of its own, or that are no answers. */
const notDetails = new Set([
  'words',
  'what',
  'more',
  'answer',
  'enquiry',
  'topic',
  'topic_label',
  'phone',
  'address',
  'postcode',
  'photo',
  'name',
  'their_name',
  'for_whom',
  'relation',
  'authority',
  'authority_found',
  'role',
  'tenancy',
  'needs',
  'sought',
  'reference',
  'by',
  'dated',
  'late',
  'late_was',
  'late_why',
  'owner',
  'team',
  'about_service',
  'service_phone',
  'service_web',
  'service_contact',
  'assured',
  'assured_on',
]);

/** What the tenant answered, for the details of a case or a task. */
export function toldDetails(input: ActionInput): Readonly<Record<string, string | number | boolean>> {
  const answers = Object.entries(input.slots).filter(
    (entry): entry is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]) &&
      entry[1] !== '' &&
      !entry[0].startsWith('_') &&
      !notDetails.has(entry[0]),
  );
  return Object.fromEntries(answers);
}

export interface Filing {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly words: string;
  readonly due: readonly Due[];
  readonly priority?: NewCase['priority'];
  readonly riskReasons?: readonly string[];
  readonly stage?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly outcomeSought?: string | undefined;
  readonly acknowledgedAt?: string | undefined;
  readonly restricted?: boolean;
  /** Told in confidence: nothing of who told it is written down. */
  readonly anonymous?: boolean;
  readonly links?: readonly string[];
  /** In place of those on the profile and those that were said. */
  readonly needs?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Filed {
  readonly effects: readonly KeyedEffect[];
  readonly cases: readonly CaseOpened[];
  readonly promises: readonly PromiseMade[];
}

/** A case in the housing system, on our own record, and the promises that its clocks are. */
export function file(input: ActionInput, filing: Filing): Filed {
  const { reference, due } = filing;
  const owner = filing.owner ?? teamName(input, filing.team ?? teamOf(input.enquiry, input.world.landlord));
  return {
    effects: [{ kind: 'housing.create-case', key: `housing:${reference}`, payload: newCase(input, filing, owner) }],
    cases: [caseOpened(input, { reference, kind: filing.kind, due, restricted: filing.restricted ?? false })].map(
      ({ person, ...opened }) => (filing.anonymous || person === undefined ? opened : { ...opened, person }),
    ),
    promises: due.map(({ what, by }) => ({ what, by, reference, owner })),
  };
}

type Teller = Pick<NewCase, 'person' | 'tenancy' | 'reportedBy' | 'needs' | 'conversation'>;

/** Nor is the conversation named: it leads to a number or to a person. */
const nobody: Teller = {
  reportedBy: { relation: 'not-told', authority: 'not-checked' },
  needs: [],
  conversation: '',
};

function tellerOf(input: ActionInput): Teller {
  const tenancy = told(input, 'tenancy') ?? ownTenancy(input);
  return {
    ...personOf(input),
    ...(tenancy !== undefined && { tenancy }),
    reportedBy: reporter(input),
    needs: [...needsOf(input), ...contactNotes(input)],
    conversation: input.conversation.id,
  };
}

function newCase(input: ActionInput, filing: Filing, owner: string): NewCase {
  const { stage, outcomeSought, acknowledgedAt } = filing;
  return {
    reference: filing.reference,
    kind: filing.kind,
    status: 'open',
    ...(stage !== undefined && { stage }),
    priority: filing.priority ?? 'normal',
    riskReasons: filing.riskReasons ?? [],
    ...(filing.anonymous ? nobody : tellerOf(input)),
    ...(filing.needs !== undefined && { needs: filing.needs }),
    words: filing.words,
    language: input.state.language.tag,
    ...(outcomeSought !== undefined && { outcomeSought }),
    receivedAt: receivedAt(input),
    ...(acknowledgedAt !== undefined && { acknowledgedAt }),
    due: filing.due,
    owner,
    team: filing.team ?? teamOf(input.enquiry, input.world.landlord),
    links: filing.links ?? [],
    channel: input.received.address.channel,
    details: { ...(filing.anonymous ? {} : reached(input)), ...filing.details },
  };
}

export function caseOpened(
  input: ActionInput,
  opened: Pick<CaseOpened, 'reference' | 'kind' | 'due' | 'restricted'>,
): CaseOpened {
  return { ...opened, ...personOf(input), enquiry: input.enquiry, receivedAt: input.received.receivedAt };
}

/** How the person can be reached about it, as far as they said. */
function reached(input: ActionInput): Readonly<Record<string, string>> {
  const { address } = input.received;
  const phone = told(input, 'phone') ?? (address.channel === 'sms' ? address.number : undefined);
  const said = {
    phone,
    address: told(input, 'address'),
    postcode: told(input, 'postcode'),
    photo: told(input, 'photo'),
    onBehalfOf: told(input, 'their_name'),
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export function teamName(input: ActionInput, team: string): string {
  return input.world.landlord.teams[team]?.name ?? input.world.landlord.name;
}

export interface TaskFiling {
  readonly reference: string;
  readonly kind: string;
  readonly words: string;
  readonly due: string;
  readonly team?: string;
  /** In place of the team. */
  readonly owner?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A task for a team, with its promise to the tenant. */
export function fileTask(input: ActionInput, filing: TaskFiling): Filed & { readonly team: string } {
  const team = filing.team ?? teamOf(input.enquiry, input.world.landlord);
  const { reference } = filing;
  const tenancy = told(input, 'tenancy');
  const needs = [...needsOf(input), ...contactNotes(input)];
  const owner = filing.owner ?? teamName(input, team);
  const due: readonly Due[] = [{ what: filing.kind, by: filing.due, basis: 'landlord', rule: 'landlord pack' }];
  const payload: NewTask = {
    reference,
    team,
    kind: filing.kind,
    ...personOf(input),
    words: filing.words,
    language: input.state.language.tag,
    due: filing.due,
    owner,
    conversation: input.conversation.id,
    details: {
      ...reached(input),
      ...spokenFor(input),
      ...(tenancy !== undefined && { tenancy }),
      ...(needs.length > 0 && { needs }),
      ...filing.details,
    },
  };
  return {
    team: teamName(input, team),
    effects: [{ kind: 'housing.create-task', key: `housing:${reference}`, payload }],
    cases: [caseOpened(input, { reference, kind: 'task', due, restricted: false })],
    promises: [{ what: filing.kind, by: filing.due, reference, owner }],
  };
}
