// What an agent sees of a conversation: needs first, then who it is, what they told of themselves and what was opened for it,
// what was said with the originals, cases, past contacts. Account facts are not here: they wait for proof of identity.

import { type Case, isRestrictedKind, type NewContact } from '../model/case.ts';
import type { Conversation, Told } from '../model/conversation.ts';
import { type Attachment, type Message, messageId } from '../model/message.ts';
import type { TextCost } from '../model/text-cost.ts';
import type { Housing } from '../turn/actions/housing.ts';
import { actsFor, customerOf } from '../turn/customer.ts';
import type { Counted, DueClock } from './cases/view.ts';
import { viewNote } from './colleagues/view-note.ts';
import { type OnFileSources, viewOnFile } from './person/on-file.ts';
import type { Agent, DeskStore, Handover, OpenedCase, RouteChange } from './ports.ts';
import { viewRoute } from './route-view.ts';
import { mayReadOf, readableBy, type Secrecy, whileOthersHad } from './secrecy.ts';
import { type ThreadStore, viewThreads } from './threads/view.ts';
import { mayOpen, maySee } from './visible.ts';

/** A link to a stored file that is good for a while. */
export type LinkTo = (attachment: Attachment) => string;

export interface ViewSources extends Secrecy, OnFileSources {
  readonly store: Pick<DeskStore, 'notes' | 'draft' | 'agent' | 'openedIn'> & ThreadStore;
  readonly find: (conversation: string) => Promise<Conversation | undefined>;
  readonly read: (conversation: string, after: number, limit?: number) => Promise<readonly Message[]>;
  readonly people: Pick<Housing, 'person' | 'account' | 'repairsOf' | 'case' | 'casesOf' | 'contactsOf'>;
  readonly isOptedOut: (number: string) => Promise<boolean>;
  /** When insults were that still count (ISO instants). */
  readonly strikesOf: (conversation: Conversation) => readonly string[];
  readonly linkTo: LinkTo;
  /** What its texts cost so far. */
  readonly textCostOf: (conversation: string) => Promise<TextCost>;
  /** What is still to be done on a case, by when. */
  readonly clocksOf: (found: Counted) => readonly DueClock[];
  /** The agreed route of who writes. */
  readonly routeOf: (person: string) => Promise<RouteChange | undefined>;
}

/** A conversation by text may go on for years. */
const longestTranscript = 2_000;
const pageSize = 1_000;

/** Undefined when there is no such conversation, or none that this agent may see. */
export async function viewConversation(id: string, agent: Agent, from: ViewSources) {
  const [conversation, handovers] = await Promise.all([from.find(id), from.store.handoversOf(id)]);
  if (conversation === undefined || !mayOpen(agent, handovers)) return undefined;
  const isTheirs = whileOthersHad(agent, handovers);
  const [messages, written, draft, opened, person, threads] = await Promise.all([
    readOn(from.read, id, Math.max(0, conversation.taken - longestTranscript)),
    from.store.notes(id),
    from.store.draft(id, agent.id),
    from.store.openedIn(id),
    viewPerson(conversation, agent, from),
    viewThreads(conversation, handovers, { agent, store: from.store }),
  ]);
  const notes = written.filter(({ at }) => !isTheirs(at));
  const seen = handovers.filter((each) => maySee(agent, each));
  return {
    id,
    channel: conversation.address.channel,
    owner: conversation.owner,
    language: conversation.state.language.tag,
    optedOut: conversation.address.channel === 'sms' && (await from.isOptedOut(conversation.address.number)),
    ...(conversation.address.channel === 'sms' && { texts: await from.textCostOf(id) }),
    strikes: from.strikesOf(conversation),
    today: from.today(),
    ...person,
    told: viewTold(conversation),
    opened: await viewOpened(
      opened.filter((each) => mayReadOpened(agent, each, from)),
      person.cases.map(({ reference }) => reference),
      from,
    ),
    handovers: seen.map(viewHandover),
    threads,
    transcript: readableBy(agent, messages, { handovers, secrecy: from }).map((message) =>
      viewMessage(message, from.linkTo),
    ),
    sequence: messages.at(-1)?.sequence ?? 0,
    notes: notes.map(viewNote),
    draft: draft === undefined ? null : { ...draft, at: draft.at.toISOString() },
    agents: await namesOf(
      [
        ...seen,
        ...threads.open,
        ...notes,
        ...notes.flatMap(({ mentions }) => mentions.map((agent) => ({ agent }))),
        ...person.edits.flatMap(({ agent, by }) => [{ agent }, by ?? {}]),
      ],
      from,
    ),
  };
}

/** All that is in the log after a number, however much it is. */
export async function readOn(read: ViewSources['read'], id: string, after: number): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await read(id, all.at(-1)?.sequence ?? after, pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

/** Colleagues by id, as tenants and other agents know them. */
async function namesOf(who: readonly { readonly agent?: string }[], { store }: ViewSources) {
  const ids = [...new Set(who.flatMap(({ agent }) => (agent === undefined ? [] : [agent])))];
  const found = await Promise.all(ids.map((id) => store.agent(id)));
  return Object.fromEntries(found.flatMap((agent) => (agent === undefined ? [] : [[agent.id, agent.name]])));
}

const nobody = { person: null, edits: [], speaker: null, route: null, needs: [], cases: [], contacts: [] };

async function viewPerson(conversation: Conversation, agent: Agent, from: ViewSources) {
  const known = conversation.state.person;
  const id = customerOf(conversation.state);
  if (known === undefined || id === undefined) return { ...nobody, housing: 'known' as const };
  const [person, cases, contacts, speaker, route] = await Promise.all([
    from.people.person(id),
    from.people.casesOf(id),
    from.people.contactsOf(id),
    viewSpeaker(conversation, from),
    from.routeOf(known.id).then((route) => (route === undefined ? null : viewRoute(route))),
  ]);
  return {
    housing: person.is,
    speaker,
    route,
    ...(await viewOnFile(person, conversation, from)),
    cases:
      cases.is === 'known'
        ? cases.value.filter((each) => mayReadCase(agent, each)).map((each) => viewCase(each, from))
        : [],
    contacts:
      contacts.is === 'known' ? contacts.value.filter((each) => mayReadContact(agent, each, from)).slice(0, 50) : [],
  };
}

/** Who writes, where it is for the person that is shown: by which permission on record. */
async function viewSpeaker({ state }: Conversation, { people }: ViewSources) {
  const acting = actsFor(state);
  if (acting === undefined) return null;
  const found = await people.person(acting.by);
  const name = found.is === 'known' ? (found.value?.name ?? null) : null;
  return { id: acting.by, name, kind: acting.kind };
}

/** Who is not on file can be reached where they write from; of who is, that number is no news. */
function viewTold({ address, state }: Conversation): Told {
  const { phone, ...told } = state.told ?? { needs: [] };
  const number = address.channel === 'sms' ? address.number : undefined;
  const shown = state.person === undefined ? (phone ?? number) : phone;
  const isNews = shown !== undefined && (state.person === undefined || shown !== number);
  return isNews ? { ...told, phone: shown } : told;
}

/** A conversation that went on to something else may be open to more agents than the restricted matter in it. */
function mayReadOpened(agent: Agent, opened: OpenedCase, { teamOf }: ViewSources): boolean {
  return !opened.restricted || agent.teams.includes(teamOf(opened.enquiry));
}

/** Each is asked for: a conversation by text may have opened more over the years than one reads. */
const mostAsked = 10;

/** With what the housing system has of those that are not among the cases of the person. */
async function viewOpened(opened: readonly OpenedCase[], onFile: readonly string[], from: ViewSources) {
  const asked = opened
    .filter(({ kind, reference }) => kind !== 'repair' && kind !== 'task' && !onFile.includes(reference))
    .slice(-mostAsked);
  const answers = await Promise.all(asked.map(({ reference }) => from.people.case(reference)));
  const found = new Map(asked.map(({ reference }, at) => [reference, answers[at]]));
  return opened.map((each) => {
    const answer = found.get(each.reference);
    const told = { ...each, receivedAt: each.receivedAt.toISOString() };
    const there = answer?.is === 'known' ? answer.value : null;
    // While it is on its way there, what was told when it was opened.
    const clocks = from.clocksOf(there ?? { ...told, status: 'open', details: {} });
    return { ...told, ...(there !== null && { status: there.status }), clocks };
  });
}

/** That there was one at all tells something. */
function mayReadContact(agent: Agent, { topic }: NewContact, from: Secrecy): boolean {
  const enquiry = topic === restrictedTopic ? 'safety.safeguarding' : topic;
  return mayReadOf(agent, enquiry, from);
}

const restrictedTopic = 'restricted';

function mayReadCase(agent: Agent, found: Case): boolean {
  return !isRestrictedKind(found.kind) || agent.teams.includes(found.team);
}

function viewCase(found: Case, { clocksOf }: ViewSources) {
  const { reference, kind, status, stage, priority, due, owner, team, receivedAt } = found;
  return { reference, kind, status, stage, priority, due, owner, team, receivedAt, clocks: clocksOf(found) };
}

function viewHandover(handover: Handover) {
  const { id, state, team, priority, reason, enquiry, about, agent, held } = handover;
  const requestedAt = handover.requestedAt.toISOString();
  const rests = held && { until: held.until.toISOString(), because: held.because };
  return { id, state, team, priority, reason, enquiry, about, agent, held: rests, requestedAt };
}

/** A line of the transcript. The original stands beside a translation. */
export function viewMessage(message: Message, linkTo: LinkTo) {
  const { attachments = [], ...data } = message.data;
  return {
    id: messageId(message.conversation, message.sequence),
    sequence: message.sequence,
    author: message.author,
    kind: message.kind,
    text: message.text,
    language: message.language,
    data: { ...data, attachments: attachments.map((each) => ({ ...each, url: linkTo(each) })) },
    at: message.at.toISOString(),
  };
}
