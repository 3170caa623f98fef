// A copy of all that is held about one person: on every channel, in the housing system, and in files. What needs a person's eye first is
// left out and listed; an officer lets it out part by part.

import { Problem } from '../../http/problem.ts';
import type { Attachment, Message } from '../../model/message.ts';
import { processingRecords } from '../../model/retention.ts';
import type { HeldConversation } from '../../privacy/ports.ts';
import type { Agent } from '../ports.ts';
import { mayReadOf } from '../secrecy.ts';
import { caseReview, type ReviewItem, sortLines } from './review.ts';
import { type Asked, known, type PrivacyParts } from './subject.ts';

/** As many as the housing system tells at once: of a list so long there may be more. */
const mostRecords = 100;
/** What is larger is named and handed over apart, or one copy would fill the memory of the service. */
const mostFileBytes = 100 * 1024 * 1024;

export type Copy = Awaited<ReturnType<typeof copyOf>>;

/** @param release ids of review items that the officer has looked at and lets out */
export async function copyOf(
  asked: Asked,
  agent: Agent,
  about: { readonly parts: PrivacyParts; readonly release: readonly string[] },
) {
  const { parts, release } = about;
  const { subject, person } = asked;
  const review = createReview(agent, release);
  const conversations = await conversationsOf(asked, review, parts);
  const records = person === undefined ? {} : await recordsOf(person.id, review, parts);
  const today = parts.clock().toISOString().slice(0, 10);
  const { consents, routes } = await parts.data.beside(subject, today);
  const { etag: _etag, ...profile } = person ?? { etag: '' };
  review.refuseUnknown();
  return {
    about: {
      request: subject.request,
      person: subject.person ?? null,
      madeAt: parts.clock().toISOString(),
      landlord: parts.landlord.legalName,
    },
    profile: person === undefined ? null : profile,
    ...records,
    conversations,
    consentsForTexts: consents,
    agreedRoutes: routes,
    /** UK GDPR Article 15(1): for what, on which basis and how long. */
    howItIsKept: processingRecords(parts.landlord.retention).map(
      ({ checked: _checked, tables: _tables, ...each }) => each,
    ),
    leftOutForReview: review.held(),
  };
}

type Review = ReturnType<typeof createReview>;

function createReview(agent: Agent, release: readonly string[]) {
  const held: ReviewItem[] = [];
  const seen = new Set<string>();
  return {
    /** True when it was let out; else it is on the list of what was left out. */
    lets(item: ReviewItem): boolean {
      seen.add(item.id);
      if (!release.includes(item.id)) {
        held.push(item);
        return false;
      }
      if (item.why === 'of-somebody-else')
        throw new Problem(409, 'of-somebody-else', {
          title: 'This is for somebody else: it is read at the desk, not sent.',
        });
      if (item.team !== undefined && item.why === 'restricted' && !agent.teams.includes(item.team))
        throw new Problem(403, 'not-your-team', { title: 'Only the team of a restricted matter lets it out.' });
      return true;
    },
    /** What nothing is left of, or was misspelt: nobody is to believe that it is in. */
    refuseUnknown(): void {
      const unknown = release.find((id) => !seen.has(id));
      if (unknown !== undefined)
        throw new Problem(400, 'nothing-to-release', { title: 'There is no such part to let out.', detail: unknown });
    },
    held: () => held,
  };
}

async function conversationsOf({ subject }: Asked, review: Review, parts: PrivacyParts) {
  const files = createFileReader(parts);
  const shown: Awaited<ReturnType<typeof conversationOf>>[] = [];
  for (const held of await parts.data.conversations(subject))
    shown.push(await conversationOf(held, { review, parts, files }));
  for (const id of subject.person === undefined ? [] : await parts.data.ofOthers(subject.person))
    review.lets({ id: `of-somebody-else:${id}`, why: 'of-somebody-else', count: 1 });
  return shown;
}

interface With {
  readonly review: Review;
  readonly parts: PrivacyParts;
  readonly files: (file: Attachment) => Promise<Readonly<Record<string, unknown>>>;
}

async function conversationOf(held: HeldConversation, { review, parts, files }: With) {
  const told = await parts.data.told(held.id);
  const sorted = sortLines(held, told, parts.secrecy);
  const released = sorted.held.filter(({ item }) => review.lets(item)).flatMap(({ lines }) => lines);
  const lines = [...sorted.ready, ...released].sort((a, b) => a.sequence - b.sequence);
  const isOpen = (each: { readonly restricted: boolean; readonly enquiry: string }) =>
    !each.restricted && mayReadOf(noTeam, each.enquiry, parts.secrecy);
  const notes =
    told.notes.length > 0 && letsNotes(held, told.notes.length, { review, isRestricted: told.isRestricted, parts });
  const isWhole = !told.isRestricted && held.isTheirs && held.speaksFor === undefined;
  return {
    id: held.id,
    channel: held.channel,
    startedAt: held.startedAt.toISOString(),
    lines: await Promise.all(lines.map((line) => lineOf(line, files))),
    opened: isWhole ? held.opened.filter(isOpen).map(({ reference, kind }) => ({ reference, kind })) : [],
    promises: isWhole && held.opened.every(isOpen) ? told.promises : [],
    handovers: isWhole ? told.handovers : [],
    texts: told.texts,
    numbers: isWhole ? told.numbers : [],
    notes: notes ? told.notes.map(({ text, at }) => ({ text, at: at.toISOString() })) : [],
  };
}

const noTeam: Agent = { id: '', name: '', teams: [] };

/** Colleagues wrote them for each other: of others, of themselves, or of what was restricted. */
function letsNotes(
  held: HeldConversation,
  count: number,
  { review, isRestricted, parts }: Pick<With, 'review' | 'parts'> & { readonly isRestricted: boolean },
): boolean {
  const enquiry = held.opened.find((each) => each.restricted)?.enquiry ?? 'safety.safeguarding';
  const isTold = isRestricted || held.opened.some((each) => each.restricted);
  const team = isTold ? { team: parts.secrecy.teamOf(enquiry) } : {};
  return review.lets({ id: `notes:${held.id}`, why: isTold ? 'restricted' : 'written-by-staff', count, ...team });
}

async function lineOf({ sequence, author, kind, text, language, data, at }: Message, files: With['files']) {
  const { attachments = [], original, originalLanguage, enquiry, reference } = data;
  return {
    sequence,
    at: at.toISOString(),
    author,
    kind,
    language,
    text,
    ...(original !== undefined && { original, originalLanguage }),
    ...(enquiry !== undefined && { about: enquiry }),
    ...(reference !== undefined && { reference }),
    ...(attachments.length > 0 && { files: await Promise.all(attachments.map(files)) }),
  };
}

function createFileReader({ files }: PrivacyParts): With['files'] {
  let bytes = 0;
  return async ({ id, name, contentType, bytes: size }) => {
    bytes += size;
    const content = bytes > mostFileBytes ? undefined : await files.read(id);
    const how =
      content === undefined ? { content: null, handedOver: 'apart' } : { content: content.toString('base64') };
    return { id, name, contentType, bytes: size, ...how };
  };
}

async function recordsOf(person: string, review: Review, { housing, secrecy }: PrivacyParts) {
  const team = secrecy.teamOf('safety.safeguarding');
  const [account, repairs, cases, tasks, contacts] = await Promise.all([
    housing.account(person),
    housing.repairsOf(person),
    housing.casesOf(person),
    housing.tasksOf(person),
    housing.contactsOf(person),
  ]);
  const lists = { repairs: known(repairs), cases: known(cases), tasks: known(tasks), contacts: known(contacts) };
  const lets = <T extends Parameters<typeof caseReview>[0]>(each: T): boolean => {
    const item = caseReview(each);
    return item === undefined || review.lets(item);
  };
  return {
    account: known(account),
    repairs: lists.repairs,
    cases: lists.cases.filter(lets),
    tasks: lists.tasks.filter((task) => lets(task)),
    contacts: lists.contacts.filter(({ topic, at }) =>
      topic === 'restricted' ? review.lets({ id: `contact:${at}`, why: 'restricted', count: 1, team }) : true,
    ),
    /** Lists that were as long as the housing system tells at once. */
    mayBeMoreOf: Object.entries(lists).flatMap(([name, list]) => (list.length >= mostRecords ? [name] : [])),
  };
}
