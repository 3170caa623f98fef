// What of a conversation an agent reads: nothing of a restricted matter of another team, also where the same thread went on to
// something that is for everybody; and of nobody what they told of who they are, which is for figures. What was said while the agent held the conversation, they have heard.

import { isEqualitySlot } from '../model/characteristics.ts';
import type { Message } from '../model/message.ts';
import { isMatter } from '../turn/dialog/matter.ts';
import type { Agent, Handover } from './ports.ts';
import { maySee } from './visible.ts';

export interface Secrecy {
  /** Whether an enquiry is for its own team alone. */
  readonly isRestricted: (enquiry: string) => boolean;
  /** Whose an enquiry is. */
  readonly teamOf: (enquiry: string) => string;
}

/** Asked of who was a target because of who they are, in whatever dialog. */
const secretSlot = 'characteristic';
const hate = 'safety.hate_incident';

export function mayReadOf(agent: Agent, enquiry: string, { isRestricted, teamOf }: Secrecy): boolean {
  return !isRestricted(enquiry) || agent.teams.includes(teamOf(enquiry));
}

/** The lines of a conversation that the agent may read, in their order. */
export function readableBy(
  agent: Agent,
  messages: readonly Message[],
  about: { readonly handovers: readonly Handover[]; readonly secrecy: Secrecy },
): readonly Message[] {
  const { handovers, secrecy } = about;
  const heldSince = handovers.find((each) => each.state === 'accepted' && each.agent === agent.id)?.acceptedAt;
  const isSecret = ({ author, data }: Message): boolean =>
    author === 'service' &&
    ((data.enquiry !== undefined && !mayReadOf(agent, data.enquiry, secrecy)) ||
      isEqualitySlot(data.asks) ||
      (data.asks === secretSlot && !agent.teams.includes(secrecy.teamOf(hate))));
  const hasHeard = ({ at }: Message): boolean => heldSince !== undefined && at >= heldSince;
  const isTheirs = stillOthers(messages, whileOthersHad(agent, handovers));
  const answered = new Set(messages.filter(isSecret).flatMap(({ replyTo }) => replyTo ?? []));
  const openedOther = openedBy(messages);
  let question: Message | undefined;
  return untilAnswered(messages, handovers).filter((message) => {
    const isOf = isSecret(message) || answered.has(message.sequence) || isAnswerTo(question, message, openedOther);
    if (message.author !== 'customer') question = isSecret(message) && message.data.asks ? message : undefined;
    return !isTheirs.has(message.sequence) && (!isOf || hasHeard(message));
  });
}

/** All that was said and noted while a restricted handover was with another team, or waited for it: people write there what no dialog asks. */
export function whileOthersHad(agent: Agent, handovers: readonly Handover[]): (at: Date) => boolean {
  const theirs = handovers.filter((each) => !maySee(agent, each));
  return (at) =>
    theirs.some(
      ({ requestedAt, firstRequestedAt = requestedAt, endedAt }) =>
        at >= firstRequestedAt && (endedAt === undefined || at <= endedAt),
    );
}

/**
 * The numbers of the lines that are another team's: also what was written once they had ended it, which is most likely still of that
 * matter, until another one is dealt with or a person is there.
 */
function stillOthers(messages: readonly Message[], isTheirs: (at: Date) => boolean): ReadonlySet<number> {
  const replies = Map.groupBy(messages, ({ replyTo }) => replyTo);
  const goesOn = ({ author, data: { enquiry = 'none', handover } }: Message): boolean =>
    author === 'agent' || (author === 'service' && (handover !== undefined || isMatter(enquiry)));
  const hidden = new Set<number>();
  let isAfter = false;
  for (const message of messages) {
    if (isTheirs(message.at)) isAfter = true;
    else if ([message, ...(replies.get(message.sequence) ?? [])].some(goesOn)) isAfter = false;
    if (isAfter) hidden.add(message.sequence);
  }
  return hidden;
}

type Opened = (message: Message, question: Message) => boolean;

/** What was written at a question about who they are may have been another matter: it tells of that one, and was no answer. */
function isAnswerTo(question: Message | undefined, message: Message, openedOther: Opened): boolean {
  if (question === undefined || message.author !== 'customer') return false;
  return !(isEqualitySlot(question.data.asks) && openedOther(message, question));
}

function openedBy(messages: readonly Message[]): Opened {
  const replies = Map.groupBy(messages, ({ replyTo }) => replyTo);
  return ({ sequence }, { data: { enquiry: before } }) =>
    (replies.get(sequence) ?? []).some(({ data: { enquiry = before } }) => enquiry !== before);
}

/** With nobody waited for, what was written a moment ago may turn out to be restricted: it is shown once it is answered. */
function untilAnswered(messages: readonly Message[], handovers: readonly Handover[]): readonly Message[] {
  if (handovers.some(({ state }) => state !== 'ended')) return messages;
  return messages.slice(0, messages.findLastIndex(({ author }) => author !== 'customer') + 1);
}
