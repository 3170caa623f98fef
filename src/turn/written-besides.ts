// What somebody gets besides the conversation, because it is on their record: a decision, an acknowledgement, an outcome by post or
// e-mail, in large print, in Braille, in their language. It is a request for a format like the one that they could ask for themselves,
// with somebody who makes it and a day, and it names what it is about: the words stand there.

import type { CaseKind, Due, NewCase } from '../model/case.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Landlord } from '../model/landlord.ts';
import { localTime, withOffset } from '../model/london-time.ts';
import { closedDays } from '../model/opening-hours.ts';
import type { Person } from '../model/person.ts';
import { teamOf } from '../model/routes.ts';
import { addWorkingDays } from '../model/working-days.ts';
import { type Course, withLines } from './course.ts';
import { tenancyOf } from './facts.ts';
import type { CaseOpened, KeyedEffect, PromiseMade } from './turn.ts';
import type { World } from './world.ts';

const enquiry = 'access.format';

export interface Document {
  readonly is: 'acknowledgement' | 'outcome' | 'decision';
  /** Of the case where its words are. */
  readonly about: string;
  /** What makes it this one, where a case has several. */
  readonly seed?: string;
  /** Who sends it where no special format is to be made. */
  readonly owner: string;
  /** ISO date that was promised for it anyway. */
  readonly latest?: string;
}

export interface Around {
  readonly person: Person | undefined;
  readonly conversation: Pick<Conversation, 'id' | 'address'>;
  readonly world: World;
  /** From which its day counts. */
  readonly at: Date;
  /** Of the conversation. */
  readonly language: string;
}

export interface Written {
  readonly effects: readonly KeyedEffect[];
  readonly cases: readonly CaseOpened[];
  readonly promises: readonly PromiseMade[];
  /** Of the phrase `promise.written`. */
  readonly values: Readonly<Record<(typeof writtenSlots)[number], string>>;
}

export const writtenSlots = ['written_ways', 'written_owner', 'written_by', 'written_reference'] as const;
export const notWritten: Readonly<Record<string, string>> = Object.fromEntries(writtenSlots.map((slot) => [slot, '']));

/** Who makes a format, in which time. */
export function formatTerms({ formats, adjustments }: Landlord, format: string): Landlord['formats'][string] {
  return formats[format] ?? formats.other ?? { owner: adjustments.owner, workingDays: adjustments.decideWorkingDays };
}

/** Undefined for whom the conversation is all that they want. */
export function writtenBesides(document: Document, around: Around): Written | undefined {
  const { person, world, at } = around;
  const wish = person === undefined ? undefined : wishOf(person);
  if (person === undefined || wish === undefined) return undefined;
  const { owner, by } = whenAndWho(document, wish, around);
  const { about, seed = about } = document;
  const reference = world.references.make('FMT', `${seed}:${document.is}`);
  const due: readonly Due[] = [{ what: 'send', by, basis: 'on record', rule: 'landlord pack, formats' }];
  const payload = request({ reference, document, wish, due, owner }, { ...around, person });
  const kind: CaseKind = 'format';
  return {
    effects: [{ kind: 'housing.create-case', key: `housing:${reference}`, payload }],
    cases: [{ reference, kind, person: person.id, enquiry, receivedAt: at, due, restricted: false }],
    promises: [{ what: 'send', by, reference, owner }],
    values: {
      written_ways: waysSaid(wish, around),
      written_owner: owner,
      written_by: by,
      written_reference: reference,
    },
  };
}

export function withWritten(course: Course, written: Written | undefined): Course {
  if (written === undefined) return course;
  const { effects, cases, promises, values } = written;
  const told = withLines(course, { phrase: 'promise.written', values });
  return {
    ...told,
    effects: [...told.effects, ...effects],
    cases: [...told.cases, ...cases],
    promises: [...told.promises, ...promises],
  };
}

interface Wish {
  readonly formats: readonly string[];
  /** In which it is made, where that is not English. */
  readonly language?: string;
  readonly way?: 'post' | 'email';
}

function wishOf({ needs, contact, language }: Person): Wish | undefined {
  const held = needs.filter(({ endedOn, formats = [] }) => endedOn === undefined && formats.length > 0);
  const formats = [...new Set(held.flatMap((need) => need.formats ?? []))];
  const prefer = contact?.prefer;
  const isWritten = prefer === 'post' || prefer === 'email';
  if (formats.length === 0 && !isWritten) return undefined;
  const refused = [...(contact?.avoid ?? []), ...(contact?.never ?? [])];
  const way = isWritten ? prefer : (['post', 'email'] as const).find((each) => !refused.includes(each));
  const named = held.find((need) => need.language !== undefined)?.language ?? language;
  return {
    formats,
    ...(named !== undefined && named !== 'en' && { language: named }),
    ...(way !== undefined && { way }),
  };
}

function whenAndWho({ owner, latest }: Document, { formats }: Wish, { world, at }: Around) {
  const { landlord } = world;
  const usual = { owner, workingDays: landlord.handover.callbackWorkingDays };
  // Several are made one beside the other: the slowest is told.
  const terms = formats
    .map((each) => formatTerms(landlord, each))
    .sort((one, two) => two.workingDays - one.workingDays);
  const { owner: maker, workingDays } = terms[0] ?? usual;
  const day = addWorkingDays(localTime(at, landlord.timeZone).date, workingDays, closedDays(world));
  return { owner: maker, by: latest !== undefined && latest < day ? latest : day };
}

interface Wanted {
  readonly reference: string;
  readonly document: Document;
  readonly wish: Wish;
  readonly due: readonly Due[];
  readonly owner: string;
}

function request(
  { reference, document, wish, due, owner }: Wanted,
  { person, conversation, world, at, language }: Around & { readonly person: Person },
): NewCase {
  const { formats, way } = wish;
  const tenancy = tenancyOf(person)?.reference;
  return {
    reference,
    kind: 'format',
    status: 'open',
    priority: 'normal',
    riskReasons: [],
    person: person.id,
    ...(tenancy !== undefined && { tenancy }),
    reportedBy: { person: person.id, relation: 'self', authority: 'on-record' },
    words: '',
    language,
    needs: formats,
    receivedAt: withOffset(at, world.landlord.timeZone),
    due,
    owner,
    team: teamOf(enquiry, world.landlord),
    links: [document.about],
    channel: conversation.address.channel,
    conversation: conversation.id,
    details: {
      format: formats[0] ?? way ?? 'other',
      formats,
      ...(wish.language !== undefined && { language: wish.language }),
      ...(way !== undefined && { way }),
      document: `${document.is} ${document.about}`,
    },
  };
}

/** "Large print, Urdu, Letter": each as we call it where it is asked for. */
function waysSaid({ formats, language, way }: Wish, { world, conversation, language: spoken }: Around): string {
  const { phrases } = world;
  const say = (key: string, plain: string) =>
    phrases.has(key) ? phrases.say(key, spoken, conversation.address.channel, {}) : plain.replaceAll('-', ' ');
  return [
    ...formats.map((each) => say(`access.format.format.options.${each.replaceAll('-', '_')}`, each)),
    ...(language === undefined ? [] : [new Intl.DisplayNames([spoken], { type: 'language' }).of(language) ?? language]),
    ...(way === undefined ? [] : [say(`access.contact_preference.prefer.options.${way}`, way)]),
  ].join(', ');
}
