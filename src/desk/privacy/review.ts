// What in a copy of somebody's data a person looks at first: what is read by one team alone, and what tells of others. It is left out until
// it was looked at, and the list of what was left out tells where it is, never what it says.

import { isRestrictedKind } from '../../model/case.ts';
import type { Message } from '../../model/message.ts';
import type { HeldConversation, Told } from '../../privacy/ports.ts';
import type { Agent } from '../ports.ts';
import { readableBy, type Secrecy } from '../secrecy.ts';

export interface ReviewItem {
  /** Given back to let it out. */
  readonly id: string;
  readonly why: 'restricted' | 'tells-of-others' | 'written-by-staff' | 'shared-number' | 'of-somebody-else';
  readonly count: number;
  /** The one team that may let it out, where it is restricted. */
  readonly team?: string;
}

/** Enquiries in which people write about their neighbours, or about staff by name. */
const ofOthers = /^(neighbourhood|safety|complaint\.conduct|complaint\.discrimination|tenancy\.fraud)/;
const nobody: Agent = { id: '', name: '', teams: [] };

export interface Sorted {
  readonly ready: readonly Message[];
  readonly held: readonly { readonly item: ReviewItem; readonly lines: readonly Message[] }[];
}

/** The lines of a conversation: those that can go out as they are, and those that are looked at first. */
export function sortLines(held: HeldConversation, told: Told, secrecy: Secrecy): Sorted {
  const { messages } = told;
  const open = told.isRestricted
    ? new Set<Message>()
    : new Set(readableBy(nobody, messages, { handovers: [], secrecy }));
  const restricted = messages.filter((line) => !open.has(line));
  const rest = messages.filter((line) => open.has(line));
  const parts: Sorted['held'][number][] = [];
  const part = (lines: readonly Message[], why: ReviewItem['why'], team?: string) => {
    if (lines.length > 0)
      parts.push({
        item: { id: `${why}:${held.id}`, why, count: lines.length, ...(team !== undefined && { team }) },
        lines,
      });
  };
  part(restricted, 'restricted', teamOfRestricted(held, restricted, secrecy));
  if (!held.isTheirs || held.speaksFor !== undefined) {
    part(rest, held.isTheirs ? 'of-somebody-else' : 'shared-number');
    return { ready: [], held: parts };
  }
  const others = tellingOfOthers(rest);
  part(
    rest.filter((line) => others.has(line)),
    'tells-of-others',
  );
  return { ready: rest.filter((line) => !others.has(line)), held: parts };
}

/** What the service says in such an enquiry, and what it answers to. */
function tellingOfOthers(lines: readonly Message[]): ReadonlySet<Message> {
  const said = lines.filter(({ author, data }) => author === 'service' && ofOthers.test(data.enquiry ?? ''));
  const answered = new Set(said.flatMap(({ replyTo }) => replyTo ?? []));
  return new Set([...said, ...lines.filter(({ author, sequence }) => author === 'customer' && answered.has(sequence))]);
}

function teamOfRestricted(
  { opened }: HeldConversation,
  lines: readonly Message[],
  { teamOf, isRestricted }: Secrecy,
): string {
  const enquiry =
    lines.map(({ data }) => data.enquiry).find((each) => each !== undefined && isRestricted(each)) ??
    opened.find((each) => each.restricted)?.enquiry;
  return teamOf(enquiry ?? 'safety.safeguarding');
}

/** Of a case or task of the housing system: kinds of one team alone, and what others reported or what tells of neighbours. */
export function caseReview(each: {
  readonly reference: string;
  readonly kind: string;
  readonly team: string;
  readonly reportedBy?: { readonly relation: string };
}): ReviewItem | undefined {
  const id = `case:${each.reference}`;
  if (isRestrictedKind(each.kind)) return { id, why: 'restricted', count: 1, team: each.team };
  if (each.kind === 'asb' || (each.reportedBy !== undefined && each.reportedBy.relation !== 'self'))
    return { id, why: 'tells-of-others', count: 1 };
  return undefined;
}
