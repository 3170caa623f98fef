// Transcripts as contacts: how each ended, what was asked, what it cost in texts; and what counts as resolved at first contact.

import { countSegments, foldForSms } from '../../src/model/gsm7.ts';
import type { Outcome } from '../../src/model/message.ts';
import { toDeliveries } from '../../src/turn/deliveries.ts';
import type { Turn } from '../../src/turn/turn.ts';
import { type Line, readTranscripts, type Stage, stageOf, type Transcript } from './transcript.ts';
import { readAll } from './world.ts';

export interface Contact {
  readonly name: string;
  readonly enquiry: string;
  /** `plain`: the enquiry as most people bring it. `special`: another tenure, no proof, a wish for a person, and the like. */
  readonly kind: 'plain' | 'special';
  readonly channel: Transcript['channel'];
  readonly ended: Outcome | 'unfinished';
  /** Why a person was brought in, if one was. */
  readonly person?: string;
  readonly questions: number;
  /** Of all texts that went out, as they are billed. */
  readonly segments: number;
}

/**
 * Resolved at first contact: in this one conversation, without a person,
 *
 * - the question was answered, the thing was done (a visit booked, a detail changed), or its case was opened and has a reference; or
 * - it is another's matter and they were named (`signposted`); or
 * - a task was opened where a task for a team is how such an enquiry ends for everybody (`endAsTask`).
 *
 * Not resolved: a person was brought in, also when it was the customer's wish or their choice from a list; a call was promised; a task
 * was opened because the service could not do it (no proof, no free visit, a payment that fails); it was left, or still asked.
 *
 * It tells what the dialogs can do for tenants who answer what they are asked, in scripts that we wrote: no forecast of real ones.
 * Stricter than what reports call solved (docs/figures.md), where every task counts. Unlike there, nobody can come back in the week after:
 * a transcript ends where it ends.
 */
export function isResolved({ enquiry, ended, person }: Contact): boolean {
  if (person !== undefined) return false;
  return resolving.has(ended) || (ended === 'task' && endAsTask.has(enquiry));
}

const resolving: ReadonlySet<Contact['ended']> = new Set(['answered', 'done', 'case', 'signposted']);

/** Nobody but a team can do these: changes of who lives where, money back, keys cut, grass cut, words passed on. */
const endAsTask: ReadonlySet<string> = new Set([
  'access.language',
  'access.representative',
  'charges.query',
  'feedback.compliment',
  'feedback.suggestion',
  'involvement.join',
  'lettings.status',
  'neighbourhood.estate',
  'ownership.buy',
  'rent.change',
  'rent.refund',
  'tenancy.documents',
  'tenancy.end',
  'tenancy.household',
  'tenancy.keys_parking',
  'tenancy.names',
  'tenancy.transfer',
]);

/** A person is the right end of these: they are counted on their own, and in no share. */
const meantForPerson: ReadonlySet<string> = new Set([
  'contact.person',
  'safety.domestic_abuse',
  'safety.safeguarding',
  'safety.self_harm',
  'safety.violence',
]);

/** What a contact is counted under: small talk, and what is no business of a landlord, would only make the share look better. */
export function countedAs({ enquiry }: Pick<Contact, 'enquiry'>): 'enquiry' | 'for a person' | 'talk' {
  if (meantForPerson.has(enquiry)) return 'for a person';
  return enquiry === 'none' || enquiry.startsWith('talk.') ? 'talk' : 'enquiry';
}

export interface Sum {
  readonly contacts: number;
  readonly resolved: number;
  /** Of contacts that were resolved. */
  readonly share: number;
  /** Everything asked and sent, also where it led to nothing, for each contact that was resolved. */
  readonly questions: number;
  /** None where nothing went by text. */
  readonly segments: number | undefined;
}

export function summed(contacts: readonly Contact[]): Sum {
  const texts = contacts.filter(({ channel }) => channel === 'sms');
  const resolved = contacts.filter(isResolved).length;
  const [questions, segments] = [total(contacts, 'questions'), total(texts, 'segments')];
  const resolvedByText = texts.filter(isResolved).length;
  return {
    contacts: contacts.length,
    resolved,
    share: resolved / Math.max(1, contacts.length),
    questions: questions / resolved,
    segments: texts.length === 0 ? undefined : segments / resolvedByText,
  };
}

const total = (contacts: readonly Contact[], of: 'questions' | 'segments'): number =>
  contacts.reduce((sum, contact) => sum + contact[of], 0);

/** Every transcript that is named after an enquiry, but those in which the housing system is away: that is another measure. */
export async function playContacts(): Promise<readonly Contact[]> {
  const contacts: Contact[] = [];
  for (const [name, transcript] of readTranscripts()) {
    const about = aboutOf(name);
    if (about !== undefined) contacts.push(await played({ name, ...about }, transcript));
  }
  return contacts;
}

/** `tenancy.end.owner.web.en` → `tenancy.end`, in a special case. */
function aboutOf(name: string): Pick<Contact, 'enquiry' | 'kind'> | undefined {
  const parts = name.split('.').slice(0, -2);
  const enquiry = parts.slice(0, parts[0] === 'none' ? 1 : 2).join('.');
  const special = parts.slice(enquiry.split('.').length);
  const dialog = readAll().playbook.get(enquiry);
  if (dialog === undefined || dialog.called || special.includes('away')) return undefined;
  return { enquiry, kind: special.length > 0 ? 'special' : 'plain' };
}

async function played(about: Pick<Contact, 'name' | 'enquiry' | 'kind'>, transcript: Transcript): Promise<Contact> {
  const stage = stageOf(transcript);
  let so: Pick<Contact, 'ended' | 'questions' | 'segments'> = { ended: 'unfinished', questions: 0, segments: 0 };
  let counted: typeof so | undefined;
  let person: string | undefined;
  for (const [index, line] of transcript.turns.filter(isOwnMatter).entries()) {
    const turn = await stage.play(line);
    person ??= personIn(turn, about.enquiry);
    const ended = endedIn(turn, about.enquiry);
    so = {
      ended: 'unfinished',
      questions: so.questions + asked(turn, about.enquiry),
      segments: so.segments + sent(turn, { stage, index }),
    };
    if (ended !== undefined) counted = { ...so, ended };
  }
  const isUnderWay = stage.conversation().state.stack.some(({ dialog }) => dialog === about.enquiry);
  const cost = counted === undefined || isUnderWay ? so : counted;
  return { ...about, channel: transcript.channel, ...cost, ...(person !== undefined && { person }) };
}

/** Opening hours asked in the middle try the engine: they are no part of what an enquiry costs. */
function isOwnMatter({ expect }: Line): boolean {
  return !(expect?.phrases ?? []).includes('interrupt.back');
}

/** Its last end: what was put right after the first one counts as it was put right. */
function endedIn(turn: Turn, enquiry: string): Outcome | undefined {
  const ends = ['enquiry.ended', 'enquiry.followed'];
  const end = turn.facts.findLast((fact) => ends.includes(fact.name) && fact.enquiry === enquiry);
  return end?.data.outcome as Outcome | undefined;
}

function personIn(turn: Turn, enquiry: string): string | undefined {
  const brought = ['handover.requested', 'handover.not-possible'];
  const fact = turn.facts.find((each) => brought.includes(each.name) && each.enquiry === enquiry);
  return fact && String(fact.data.reason ?? fact.data.because);
}

/** Questions put for this enquiry, by it or by what it calls. What the next enquiry asks is its own. */
function asked(turn: Turn, enquiry: string): number {
  return turn.replies.filter(({ data }) => data.expects !== undefined && !isAnother(data.enquiry, enquiry)).length;
}

function isAnother(asking: string | undefined, enquiry: string): boolean {
  const dialog = readAll().playbook.get(asking ?? '');
  return asking !== enquiry && dialog !== undefined && !dialog.called;
}

function sent(turn: Turn, { stage, index }: { readonly stage: Stage; readonly index: number }): number {
  return toDeliveries(turn, stage.conversation(), `m${index}`).reduce(
    (sum, delivery) =>
      delivery.kind === 'sms.send' ? sum + countSegments(foldForSms(delivery.payload.text)).segments : sum,
    0,
  );
}
