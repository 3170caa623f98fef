// The facts that a dialog may ask for with `when`, besides its own slots.

import type { Conversation } from '../model/conversation.ts';
import { isOpen, openingsOf } from '../model/opening-hours.ts';
import type { Person, Tenancy } from '../model/person.ts';
import type { Course } from './course.ts';
import { isNeedReviewDue } from './dialog/need-review.ts';
import { isNoticed } from './dialog/noticed.ts';
import { isProfileDue } from './dialog/profile-check.ts';
import type { Received } from './turn.ts';
import type { Moment, World } from './world.ts';

/** Their names: the content check knows a misspelt one by this list. */
export const factNames = [
  'channel',
  'language',
  'nation',
  'person.recognised',
  'person.proved',
  'person.tenure',
  'person.role',
  'person.mobile',
  'person.format',
  'person.area',
  'person.more_at_risk',
  'person.check_due',
  'person.review_due',
  'noticed',
  'desk.open',
  'calls',
  'abuse',
  'words.telling',
  'waiting',
  'attachments',
  'complained',
] as const;

export interface Known {
  readonly conversation: Conversation;
  readonly received: Received;
  readonly person?: Person | undefined;
  readonly world: World;
  readonly moment: Moment;
}

export function factsOf(course: Course, known: Known): Readonly<Record<(typeof factNames)[number], string>> {
  const { state } = course;
  const { world, received } = known;
  const tenancy = tenancyOf(known.person);
  return {
    channel: received.address.channel,
    language: state.language.tag,
    nation: world.landlord.nation,
    'person.recognised': yesNo(state.person !== undefined),
    'person.proved': yesNo(state.proof !== undefined),
    'person.tenure': tenancy?.tenure ?? 'unknown',
    'person.role': tenancy?.role ?? (known.person === undefined ? 'unknown' : 'none'),
    'person.area': tenancy?.property.area ?? 'unknown',
    'person.more_at_risk': yesNo(isMoreAtRisk(known.person)),
    'person.check_due': yesNo(isProfileDue(course, known)),
    'person.review_due': yesNo(isNeedReviewDue(course, known)),
    noticed: yesNo(isNoticed(course, known)),
    'person.format': formatOf(known.person),
    'person.mobile': yesNo(mobileOf(known.person) !== undefined),
    'desk.open': yesNo(isOpen(known.moment.now, openingsOf(world))),
    calls: state.noCalls === undefined ? 'yes' : 'no',
    abuse: ['first', 'first', 'again'][state.abuse] ?? 'often',
    'words.telling': yesNo(state.stack.at(-1)?.slots._telling === 'yes'),
    waiting: yesNo(course.owner.is !== 'bot'),
    attachments: yesNo(received.attachments.length > 0),
    complained: yesNo(hasJustComplained(course, received)),
  };
}

const justNowMs = 24 * 3_600_000;

function hasJustComplained({ state }: Course, { receivedAt }: Received): boolean {
  const since = receivedAt.getTime() - justNowMs;
  return (state.logged ?? []).some(({ kind, at }) => kind === 'complaint' && Date.parse(at) >= since);
}

const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** The first on file: who has several is asked by the team. */
export function tenancyOf(person: Person | undefined): Tenancy | undefined {
  return person?.tenancies[0];
}

/** The first format on the profile in which documents are made. */
function formatOf(person: Person | undefined): string {
  return (person?.needs ?? []).flatMap((need) => need.formats ?? [])[0] ?? 'none';
}

/** Somebody in the home for whom a fault is worse, as far as the profile tells: no proof that there is nobody. */
export function isMoreAtRisk(person: Person | undefined): boolean {
  return (person?.household?.childrenUnder5 ?? 0) > 0 || (person?.needs ?? []).some((need) => need.kind !== 'format');
}

/** A British mobile number on file: the only kind a code is sent to. */
export function mobileOf(person: Person | undefined): string | undefined {
  return person?.phones.find((phone) => phone.startsWith('+447'));
}
