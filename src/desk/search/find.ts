// Searching at the desk: by a reference, by whose it is (a number, a tenancy, or a name with a postcode), and by words that were said. What
// is found goes through the same sieve as an open conversation, so that nothing is found that could not be read.

import type { Message } from '../../model/message.ts';
import type { Person } from '../../model/person.ts';
import { parsePhone } from '../../model/said/phone.ts';
import { parsePostcode } from '../../model/said/postcode.ts';
import { parseReference } from '../../model/said/reference.ts';
import type { Answer, Housing } from '../../turn/actions/housing.ts';
import { readOn, type ViewSources } from '../conversation-view.ts';
import type { Agent, Handover } from '../ports.ts';
import { mayReadOf, readableBy } from '../secrecy.ts';
import { mayOpen } from '../visible.ts';
import type { SearchStore } from './ports.ts';

export interface SearchSources {
  readonly search: SearchStore;
  readonly housing: Pick<Housing, 'peopleByPhone' | 'peopleByTenancy' | 'peopleByName'>;
  readonly view: ViewSources;
}

export type FoundBy = 'reference' | 'person' | 'words';

interface Hit {
  readonly conversation: string;
  readonly by: FoundBy;
  readonly sequences?: readonly number[];
  readonly reference?: string;
  readonly person?: Person;
}

export interface Found {
  readonly conversation: string;
  readonly by: FoundBy;
  readonly reference?: string;
  readonly person?: { readonly id: string; readonly name: Person['name'] };
  readonly handover: Handover;
  readonly lines: readonly Message[];
}

/** A question and its answer lie no further apart. */
const linesAround = 50;
/** So many fit a page. */
const mostFound = 20;

/** @returns what was found, and whether the housing system could be asked */
export async function find(
  text: string,
  agent: Agent,
  from: SearchSources,
): Promise<{ readonly found: readonly Found[]; readonly housing: Answer<unknown>['is'] }> {
  const people = await peopleOf(text, from);
  const hits = [
    ...(await byReference(text, agent, from)),
    ...(await byPerson(text, agent, { people: people.is === 'known' ? people.value : [], from })),
    ...(await from.search.said(text, agent.teams)).map((said) => ({ ...said, by: 'words' as const })),
  ];
  const found: Found[] = [];
  for (const hit of oneEach(hits)) {
    if (found.length === mostFound) break;
    const readable = await sieved(hit, agent, from);
    if (readable !== undefined) found.push(readable);
  }
  return { found, housing: people.is };
}

/** Found by more than one way it is shown once, by the first. */
function oneEach(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.conversation, hit])).values()].toReversed();
}

/** That a restricted case has this reference is told to nobody but its team. */
async function byReference(text: string, agent: Agent, { search, view }: SearchSources): Promise<readonly Hit[]> {
  const reference = parseReference(text);
  const opened = reference === undefined ? [] : await search.opened(reference);
  return opened
    .filter(
      ({ restricted, enquiry }) => mayReadOf(agent, enquiry, view) && (!restricted || ofTeam(agent, enquiry, view)),
    )
    .map((each) => ({ conversation: each.conversation, by: 'reference' as const, reference: each.reference }));
}

function ofTeam(agent: Agent, enquiry: string, { teamOf }: ViewSources): boolean {
  return agent.teams.includes(teamOf(enquiry));
}

/** The landlord's system is asked only for what tells one person from another. */
async function peopleOf(text: string, { housing }: SearchSources): Promise<Answer<readonly Person[]>> {
  const phone = parsePhone(text);
  if (phone !== undefined) return await housing.peopleByPhone(phone);
  const reference = parseReference(text);
  if (reference !== undefined) return await housing.peopleByTenancy(reference);
  const postcode = parsePostcode(text);
  const name = postcode === undefined ? '' : nameBeside(text);
  return postcode === undefined || name === ''
    ? { is: 'known', value: [] }
    : await housing.peopleByName(name, postcode);
}

/** The words without a figure: a postcode has one in both its halves. */
function nameBeside(text: string): string {
  return text
    .split(/[\s,;]+/)
    .filter((word) => !/\d/.test(word))
    .join(' ')
    .trim();
}

async function byPerson(
  text: string,
  agent: Agent,
  { people, from }: { readonly people: readonly Person[]; readonly from: SearchSources },
): Promise<readonly Hit[]> {
  const number = parsePhone(text);
  if (people.length === 0 && number === undefined) return [];
  const byId = new Map(people.map((person) => [person.id, person]));
  const theirs = await from.search.conversationsOf({ people: [...byId.keys()], number }, agent.teams);
  return theirs.map(({ id, person }) => {
    const known = byId.get(person ?? '');
    return { conversation: id, by: 'person' as const, ...(known !== undefined && { person: known }) };
  });
}

/** A conversation of which no line that was found may be read was not found. */
async function sieved(hit: Hit, agent: Agent, { view }: SearchSources): Promise<Found | undefined> {
  const { conversation, by, reference, person, sequences = [] } = hit;
  const handovers = await view.store.handoversOf(conversation);
  const handover = handovers.at(-1);
  if (handover === undefined || !mayOpen(agent, handovers)) return undefined;
  const lines = sequences.length === 0 ? [] : await readable(hit, { agent, handovers, view });
  if (by === 'words' && lines.length === 0) return undefined;
  return {
    conversation,
    by,
    handover,
    lines,
    ...(reference !== undefined && { reference }),
    ...(person !== undefined && { person: { id: person.id, name: person.name } }),
  };
}

/** Whether a line may be read is told by those around it: it is judged in the whole of what an agent is shown. */
async function readable(
  { conversation, sequences = [] }: Hit,
  {
    agent,
    handovers,
    view,
  }: { readonly agent: Agent; readonly handovers: readonly Handover[]; readonly view: ViewSources },
): Promise<readonly Message[]> {
  const wanted = new Set(sequences);
  const messages = await readOn(view.read, conversation, Math.max(0, Math.min(...sequences) - linesAround));
  return readableBy(agent, messages, { handovers, secrecy: view }).filter(({ sequence }) => wanted.has(sequence));
}
