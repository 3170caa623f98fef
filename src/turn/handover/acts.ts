// Each act of the desk: who may do it, what the tenant is told, and who owns the conversation after it.

import type { Conversation, Owner } from '../../model/conversation.ts';
import { withOffset } from '../../model/london-time.ts';
import type { Act, AgentCard, AnyOwnerAct } from '../act.ts';
import { type Course, withFact, withLines, withoutState, withState } from '../course.ts';
import type { Line } from '../line.ts';
import type { Refusal } from '../refusal.ts';
import type { Outgoing } from '../turn.ts';
import { decidedAdjustment } from './adjustment.ts';
import type { AgentWords } from './agent-words.ts';
import { withLook } from './doubted.ts';
import { courseOf, type Desk, type Done, ended, enquiryIn, refused, teamIn } from './held.ts';
import { onHold, restOver, withoutRest } from './hold.ts';
import { restrictedSince } from './kept-to-team.ts';
import { type Merging, merged } from './merge.ts';
import type { ActElsewhere } from './other-desk.ts';
import { teamFor } from './teams.ts';
import { waitOver } from './wait-over.ts';
import { closed, forceClose } from './wrap-up.ts';

type DeskAct = Exclude<Act, AnyOwnerAct | ActElsewhere | { is: 'message' | 'merge' | 'held' }> | Written | Merging;

/** With the words in the tenant's language. */
export type Written = Extract<Act, { is: 'message' }> & {
  readonly words: AgentWords;
  /** What of them somebody else must not read, and the agent has not sent all the same. */
  readonly reveal: readonly string[];
};

export function actOn(act: DeskAct, conversation: Conversation, desk: Desk): Done | Refusal {
  if (isOver(act, conversation)) return refused('nothing-waiting');
  switch (act.is) {
    case 'accept':
      return accept(act.agent, conversation);
    case 'take-over':
      return takeOver(act.agent, conversation);
    case 'force-close':
      return forceClose(act, conversation, desk);
    case 'note':
      return { course: courseOf(conversation), note: noted(act) };
    case 'decline':
      return decline(act, conversation);
    case 'adjustment-decided':
      // Decided when it suits the desk, told when it suits the tenant.
      return { course: decidedAdjustment(act, conversation, desk), notice: 'sent' };
    case 'learned':
      return { course: learned(act, conversation, desk) };
    case 'wait-over':
      return waitOver(conversation, desk);
    case 'hold-over':
      return holdOver(act, conversation, desk);
    default:
      return asOwner(act, conversation, desk);
  }
}

function isOver(act: DeskAct, { owner }: Conversation): boolean {
  const meant = 'handover' in act ? act.handover : undefined;
  return meant !== undefined && (owner.is === 'bot' || owner.handover !== meant);
}

function asOwner(act: OwnersAct, conversation: Conversation, desk: Desk): Done | Refusal {
  const { owner } = conversation;
  if (owner.is !== 'agent') return refused(owner.is === 'queue' ? 'not-yours' : 'nothing-waiting');
  const agent = act.is === 'agent-gone' ? act.agent : act.agent.id;
  if (owner.agent !== agent) return refused('not-yours');
  return byOwner(act, conversation, { ...desk, owner });
}

type OwnersAct = Exclude<
  DeskAct,
  {
    is:
      | 'accept'
      | 'take-over'
      | 'force-close'
      | 'note'
      | 'decline'
      | 'wait-over'
      | 'hold-over'
      | 'adjustment-decided'
      | 'learned';
  }
>;
type Held = Desk & { readonly owner: Extract<Owner, { is: 'agent' }> };

function byOwner(act: OwnersAct, conversation: Conversation, held: Held): Done | Refusal {
  switch (act.is) {
    case 'message':
      return written(act, conversation, held);
    case 'transfer':
      return { course: requeued(conversation, held, act) };
    case 'pass':
      return { course: passed(act, conversation, held) };
    case 'hold':
      return { course: onHold(act, conversation, held) };
    case 'agent-gone':
      return { course: requeued(conversation, held, { team: teamAfter(conversation, held), reason: 'agent-gone' }) };
    case 'return':
      return { course: returned(act.dialog, conversation, held) };
    case 'merge':
      return merged(act, conversation, held);
    case 'close':
      return { course: closed(act, conversation, held) };
  }
}

function written(act: Written, conversation: Conversation, held: Held): Done | Refusal {
  if (act.reveal.length > 0) return { ...refused('would-reveal'), words: act.reveal };
  return { course: withLook(act, conversation, held), replies: [agentMessage(act, conversation)] };
}

function noted({ agent, text, mentions, asks }: Extract<Act, { is: 'note' }>): NonNullable<Done['note']> {
  return { agent: agent.id, text, ...(mentions !== undefined && { mentions }), ...(asks && { asks }) };
}

/** Back to its agent; to the front of the queue where they are not there. */
function holdOver(act: Extract<Act, { is: 'hold-over' }>, conversation: Conversation, desk: Desk): Done | Refusal {
  const course = restOver(act, conversation, desk);
  const { owner } = conversation;
  if ('is' in course || owner.is !== 'agent' || act.isThere) return 'is' in course ? course : { course };
  const held = { ...desk, owner };
  return { course: requeued(conversation, held, { team: teamAfter(conversation, held), reason: 'hold-over' }) };
}

/** A colleague has it from this commit on: it waits in no queue between the two. */
function passed(act: Extract<Act, { is: 'pass' }>, conversation: Conversation, { owner }: Held): Course {
  const enquiry = enquiryIn(conversation);
  const { id, name } = act.to;
  const told = withLines(withoutRest(courseOf(conversation)), {
    phrase: 'handover.joined',
    values: { agent: name },
    enquiry,
    handover: { state: 'accepted' },
  });
  const known = withFact(told, 'handover.passed', enquiry, { from: act.agent.id, to: id, reason: act.reason });
  const { handover } = owner;
  return {
    ...known,
    owner: { is: 'agent', handover, agent: id },
    handover: { is: 'accepted', id: handover, agent: id },
  };
}

/** Whose it is when nobody has it any more: a matter that only one team may see goes to that team. */
function teamAfter(conversation: Conversation, held: Held): string {
  const { state } = conversation;
  const quiet = restrictedSince(state, held.world);
  return quiet === undefined || state.handover?.restricted
    ? teamIn(conversation, held)
    : teamFor(quiet, held.world.landlord);
}

/** On the case, where the landlord's reports read it. The tenant is told of the outcome, not of this. */
function learned(act: Extract<Act, { is: 'learned' }>, conversation: Conversation, { moment }: Desk): Course {
  const { reference, cause, lesson, agent } = act;
  const details = { cause, lesson, learnedBy: agent.name, learnedAt: withOffset(moment.now) };
  const known = withFact(courseOf(conversation), 'complaint.learned', 'complaint.make', { cause });
  const payload = { reference, changes: { details } };
  return { ...known, effects: [{ kind: 'housing.change-case', key: `housing:${reference}`, payload }] };
}

/** The first who accepts has it; the commit makes sure that there is only one first. Who has it and asks again is told so again. */
function accept(agent: AgentCard, conversation: Conversation): Done | Refusal {
  const { owner } = conversation;
  if (owner.is === 'agent' && owner.agent === agent.id) return { course: courseOf(conversation) };
  if (owner.is === 'agent') return refused('already-taken');
  return takeOver(agent, conversation);
}

/** From whoever has it; the tenant is told who speaks now. */
function takeOver(agent: AgentCard, conversation: Conversation): Done | Refusal {
  const { owner } = conversation;
  if (owner.is === 'bot') return refused('nothing-waiting');
  if (owner.is === 'agent' && owner.agent === agent.id) return { course: courseOf(conversation) };
  if (conversation.state.handover?.elsewhere) return refused('already-taken');
  const enquiry = enquiryIn(conversation);
  const joined = withLines(withoutState(courseOf(conversation), 'queue'), {
    phrase: 'handover.joined',
    values: { agent: agent.name },
    enquiry,
    handover: { state: 'accepted' },
  });
  const { handover } = owner;
  const known = withFact(joined, 'handover.accepted', enquiry, { agent: agent.id });
  return {
    course: {
      ...known,
      owner: { is: 'agent', handover, agent: agent.id },
      handover: { is: 'accepted', id: handover, agent: agent.id },
    },
  };
}

/** Declining leaves the conversation where it is: it is offered to somebody else. */
function decline(act: Extract<Act, { is: 'decline' }>, conversation: Conversation): Done | Refusal {
  const { owner } = conversation;
  if (owner.is === 'bot') return refused('nothing-waiting');
  if (owner.is === 'agent') return refused('already-taken');
  const data = { agent: act.agent.id, reason: act.reason ?? null };
  return { course: withFact(courseOf(conversation), 'handover.declined', enquiryIn(conversation), data) };
}

function agentMessage({ agent, words }: Written, conversation: Conversation): Outgoing {
  const { text, language, data } = words;
  return {
    author: 'agent',
    kind: 'message',
    text,
    language,
    data: { enquiry: enquiryIn(conversation), source: 'agent', agentName: agent.name, ...data },
  };
}

/** What the tenant is told where nobody passed it on. */
const lostBecause: Readonly<Record<string, string>> = {
  'agent-gone': 'handover.gone',
  'hold-over': 'handover.held_over',
};

function requeued(
  conversation: Conversation,
  { owner, world }: Held,
  to: { readonly team: string; readonly reason: string },
): Course {
  const enquiry = enquiryIn(conversation);
  const values = { team: world.landlord.teams[to.team]?.name ?? to.team };
  const told = withLines(withoutRest(courseOf(conversation)), {
    phrase: lostBecause[to.reason] ?? 'handover.transferred',
    values,
    enquiry,
    handover: { state: 'waiting' },
  });
  const { state } = told;
  const about = state.handover ?? { id: owner.handover, team: to.team, enquiry, restricted: false };
  const isDangerous = Object.keys(about.danger ?? {}).length > 0;
  const isQuiet = restrictedSince(state, world) !== undefined;
  const known = withFact(told, 'handover.requeued', enquiry, { team: to.team, reason: to.reason });
  return {
    ...known,
    state: { ...state, handover: { ...about, team: to.team, restricted: about.restricted || isQuiet } },
    owner: { is: 'queue', handover: owner.handover },
    handover: {
      is: 'requeued',
      id: owner.handover,
      team: to.team,
      reason: to.reason,
      ...(isDangerous && { priority: 0 }),
      ...(isQuiet && { restricted: true }),
    },
  };
}

function returned(dialog: string | undefined, conversation: Conversation, { owner, world }: Held): Course {
  const enquiry = enquiryIn(conversation);
  const freed = ended(conversation, { as: 'returned', outcome: 'returned', handover: owner.handover });
  const told = withLines(freed, {
    phrase: 'handover.returned',
    values: {},
    enquiry,
    handover: { state: 'completed' },
  });
  if (dialog === undefined || !world.playbook.has(dialog)) return told;
  // An act has no words of the tenant to begin a dialog with: it is offered, and starts when they take it.
  const option = { value: dialog, phrase: `label.${dialog}`, values: {} };
  const offer: Line = { phrase: 'talk.menu', values: {}, asks: 'enquiry', expects: 'choice', options: [option] };
  return withState(withLines(told, offer), { offered: [dialog] });
}
