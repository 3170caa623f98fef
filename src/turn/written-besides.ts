// What somebody gets besides the conversation, because it is on their record: a decision, an acknowledgement, an outcome by post or
// e-mail, in large print, in Braille, in their language. It is a request for a format like the one that they could ask for themselves,
// with somebody who makes it and a day, and it names what it is about: the words stand there. What this service makes by itself is
// ordered with it and comes at once, but for who wants it on paper.

import type { Conversation, Spoken } from '../model/conversation.ts';
import type { StandardLetter } from '../model/document.ts';
import type { FormatOrder } from '../model/format-order.ts';
import type { Person } from '../model/person.ts';
import { type Course, withLines } from './course.ts';
import { customerOf } from './customer.ts';
import { isFormat, isMadeHere, orderEffect } from './format-order.ts';
import { formatDay, formatTerms, requestFormat } from './format-request.ts';
import { waysSaid } from './format-ways.ts';
import type { CaseOpened, KeyedEffect, PromiseMade } from './turn.ts';
import type { World } from './world.ts';

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
  /** What they hear of it, to be said in their language. */
  readonly said?: readonly Spoken[];
  readonly letter?: StandardLetter;
}

export interface Around {
  readonly person: Person | undefined;
  readonly conversation: Pick<Conversation, 'id' | 'address' | 'state'>;
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
  /** Of the phrase that tells of it. */
  readonly values: Readonly<Record<(typeof writtenSlots)[number], string>>;
}

export const writtenSlots = [
  'written_ways',
  'written_owner',
  'written_by',
  'written_reference',
  'written_here',
] as const;
export const notWritten: Readonly<Record<string, string>> = Object.fromEntries(writtenSlots.map((slot) => [slot, '']));

/** Undefined for whom the conversation is all that they want. */
export function writtenBesides(document: Document, around: Around): Written | undefined {
  const { person, world, at, conversation, language } = around;
  const wish = person === undefined ? undefined : wishOf(person);
  if (person === undefined || wish === undefined) return undefined;
  const { owner, by } = whenAndWho(document, wish, around);
  const { about, seed = about } = document;
  const reference = world.references.make('FMT', `${seed}:${document.is}`);
  const order = orderOf(document, wish, { ...around, reference, owner, by });
  const asked = { reference, person, conversation, language, at, by, basis: 'on record', owner, links: [about] };
  const request = requestFormat({ ...asked, needs: wish.formats, details: detailsOf(document, wish) }, world);
  return {
    ...request,
    effects: [...request.effects, ...(order === undefined ? [] : [orderEffect(order)])],
    values: {
      written_ways: waysSaid(order === undefined ? wish : { ...wish, way: undefined }, world, {
        language,
        channel: conversation.address.channel,
      }),
      written_owner: owner,
      written_by: by,
      written_reference: reference,
      written_here: order === undefined ? 'no' : 'yes',
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
  /** Whether that way is one that they prefer, and not only the one that is left to us. */
  readonly isPreferred: boolean;
}

function wishOf({ needs, contact, language }: Person): Wish | undefined {
  const held = needs.filter(({ endedOn, formats = [] }) => endedOn === undefined && formats.length > 0);
  const formats = [...new Set(held.flatMap((need) => need.formats ?? []))];
  const prefer = contact?.prefer;
  const isWritten = prefer === 'post' || prefer === 'email';
  if (formats.length === 0 && !isWritten) return undefined;
  const refused = [...(contact?.avoid ?? []), ...(contact?.never ?? [])];
  const way = isWritten ? prefer : (['post', 'email'] as const).find((each) => !refused.includes(each));
  // Their wish for letters, which may be newer than what a format was first asked for in.
  const named = contact?.letters ?? held.find((need) => need.language !== undefined)?.language ?? language;
  return {
    formats,
    ...(named !== undefined && named !== 'en' && { language: named }),
    ...(way !== undefined && { way }),
    isPreferred: isWritten,
  };
}

/** Paper, and e-mail, which we do not send, are for people; and so is all that is not for who is in the conversation. */
function orderOf(
  { about, said = [], letter }: Document,
  { formats, language = 'en', isPreferred }: Wish,
  around: Around & { readonly reference: string; readonly owner: string; readonly by: string },
): FormatOrder | undefined {
  const { reference, owner, by, conversation, world, person } = around;
  if (person?.id !== customerOf(conversation.state)) return undefined;
  const wanted = { formats, language, about: 'case' as const, spoken: around.language, isLetter: letter !== undefined };
  if (isPreferred || !isMadeHere(wanted, world)) return undefined;
  return {
    reference,
    conversation: conversation.id,
    formats: formats.filter(isFormat),
    language,
    wish: {},
    about: { is: 'case', reference: about, said, ...(letter !== undefined && { letter }) },
    owner,
    by,
  };
}

function whenAndWho({ owner, latest }: Document, { formats }: Wish, { world, at }: Around) {
  const { landlord } = world;
  const usual = { owner, workingDays: landlord.handover.callbackWorkingDays };
  // Several are made one beside the other: the slowest is told.
  const terms = formats.map((each) => formatTerms(landlord, each));
  const { owner: maker, workingDays } = terms.reduce(
    (slow, each) => (each.workingDays > slow.workingDays ? each : slow),
    terms[0] ?? usual,
  );
  const day = formatDay(at, workingDays, world);
  return { owner: maker, by: latest !== undefined && latest < day ? latest : day };
}

function detailsOf(document: Document, { formats, language, way }: Wish): Readonly<Record<string, unknown>> {
  return {
    format: formats[0] ?? way ?? 'other',
    formats,
    ...(language !== undefined && { language }),
    ...(way !== undefined && { way }),
    document: `${document.is} ${document.about}`,
  };
}
