// The facts that a dialog may ask for with `when`, besides its own slots.

import type { ContactRoute } from '../model/contact-route.ts';
import type { Conversation } from '../model/conversation.ts';
import { accentedLanguages } from '../model/gsm7.ts';
import type { NearIncident } from '../model/incident.ts';
import { isOpen, openingsOf } from '../model/opening-hours.ts';
import type { Person, Tenancy } from '../model/person.ts';
import { wordsHeld } from '../model/said/words-held.ts';
import { inAnyLanguage } from './any-language.ts';
import type { Course } from './course.ts';
import { actsFor, customerOf } from './customer.ts';
import { isNeedReviewDue } from './dialog/need-review.ts';
import { isNoticed } from './dialog/noticed.ts';
import { isProfileDue } from './dialog/profile-check.ts';
import { strikesOn } from './strikes.ts';
import type { Received } from './turn.ts';
import { temperOf } from './understanding/temper.ts';
import type { Moment, World } from './world.ts';

/** Their names: the content check knows a misspelt one by this list. */
export const factNames = [
  'channel',
  'language',
  'nation',
  'person.recognised',
  'person.home',
  'person.spoken_for',
  'person.proved',
  'person.tenure',
  'person.role',
  'person.mobile',
  'person.format',
  'person.area',
  'person.more_at_risk',
  'person.check_due',
  'person.review_due',
  'person.equality',
  'noticed',
  'person.route',
  'desk.open',
  'calls',
  'abuse',
  'words.telling',
  'words.for_other',
  'waiting',
  'attachments',
  'complained',
  'texts.accents',
] as const;

export interface Known {
  readonly conversation: Conversation;
  readonly received: Received;
  readonly person?: Person | undefined;
  /** Who writes, when they speak for the person. */
  readonly speaker?: Person | undefined;
  /** The agreed route of who writes. */
  readonly route?: ContactRoute | undefined;
  /** What is known to be wrong for many, and may be of them. */
  readonly incidents?: readonly NearIncident[];
  readonly world: World;
  readonly moment: Moment;
}

export function factsOf(course: Course, known: Known): Readonly<Record<(typeof factNames)[number], string>> {
  const { state } = course;
  const { world, received } = known;
  // Of who writes for somebody else their own home tells nothing.
  const person = isForStranger(course) ? undefined : known.person;
  const tenancy = tenancyOf(person);
  return {
    channel: received.address.channel,
    language: state.language.tag,
    nation: world.landlord.nation,
    'person.recognised': yesNo(state.person !== undefined),
    'person.proved': yesNo(state.proof !== undefined),
    'person.home': yesNo(hasHome(course, person)),
    'person.spoken_for': yesNo(actsFor(state) !== undefined),
    'person.tenure': tenancy?.tenure ?? tenureTold(course, known),
    'person.role': tenancy?.role ?? (known.person === undefined ? 'unknown' : 'none'),
    'person.area': tenancy?.property.area ?? 'unknown',
    'person.more_at_risk': yesNo(isMoreAtRisk(person)),
    'person.check_due': yesNo(isProfileDue(course, known)),
    'person.review_due': yesNo(isNeedReviewDue(course, known)),
    'person.equality': equalityOf(known.person),
    noticed: yesNo(isNoticed(course, known)),
    'person.route': known.route?.route ?? 'none',
    'person.format': formatOf(known.person),
    'person.mobile': yesNo(mobileOf(known.speaker ?? known.person) !== undefined),
    'desk.open': yesNo(isOpen(known.moment.now, openingsOf(world))),
    calls: state.noCalls === undefined ? 'yes' : 'no',
    // Read out of the words, and few dialogs ask.
    get abuse() {
      return abuseSoFar(course, known);
    },
    'words.telling': yesNo(state.stack.at(-1)?.slots._telling === 'yes'),
    get 'words.for_other'() {
      return yesNo(wordsHeld(inAnyLanguage(world)('for_other'), toldSoFar(course, known)) !== undefined);
    },
    waiting: yesNo(course.owner.is !== 'bot'),
    attachments: yesNo(received.attachments.length > 0),
    'texts.accents': yesNo(isAskedOfAccents(course, received)),
    complained: yesNo(hasJustComplained(course, received)),
  };
}

/** Who gets texts in such a language, and has not said yet how they want them. */
function isAskedOfAccents({ state }: Course, { address }: Received): boolean {
  const getsTexts = address.channel === 'sms' || state.stack.at(-1)?.slots.prefer === 'sms';
  return getsTexts && accentedLanguages.includes(state.language.tag) && state.accents === undefined;
}

/** How often by now, as the pack counts; a threat is for a person whatever came before, despair is no abuse. */
function abuseSoFar({ state }: Course, { world, received }: Known): string {
  const { tag } = state.language;
  const temper = temperOf(received.text, (list) => [
    ...world.phrases.words(list, tag),
    ...world.phrases.words(list, 'en'),
  ]);
  if (temper === 'threat' || temper === 'distress') return temper;
  const strikes = strikesOn(state, received.receivedAt, world.landlord).length;
  if (strikes >= world.landlord.persistentContact.strikes) return 'often';
  return strikes <= 1 ? 'first' : 'again';
}

function isForStranger({ state }: Course): boolean {
  return state.stack.at(-1)?.slots.for_whom === 'other' && actsFor(state) === undefined;
}

/** Whether the home is on file: while the housing system is away, that of who is recognised is taken to be there. */
function hasHome(course: Course, person: Person | undefined): boolean {
  if (customerOf(course.state) === undefined || isForStranger(course)) return false;
  return person === undefined || tenancyOf(person) !== undefined;
}

/** "I am a leaseholder", of somebody whose home is not on file: nobody is offered what their lease leaves to them. */
function tenureTold(course: Course, known: Known): string {
  const words = toldSoFar(course, known);
  const found = toldTenures.find(
    (tenure) => wordsHeld(inAnyLanguage(known.world)(tenure.replace('-', '_')), words) !== undefined,
  );
  return found ?? 'unknown';
}

const toldTenures = ['shared-ownership', 'leasehold'] as const;

/** The words that opened the enquiry, and those of now. */
function toldSoFar({ state }: Course, { received }: Known): string {
  const words = state.stack.at(-1)?.slots.words;
  return `${typeof words === 'string' ? words : ''}\n${received.text}`;
}

/** Whether they were asked who they are, for figures. It tells no answer, and no dialog may ask for one. */
function equalityOf(person: Person | undefined): string {
  if (person === undefined) return 'unknown';
  if (person.characteristics === undefined) return 'not_kept';
  return Object.keys(person.characteristics).length === 0 ? 'open' : 'told';
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
