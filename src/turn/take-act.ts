// What an agent, or time itself, does to a conversation: checked against who owns it, told to the tenant, and committed like a turn.

import type { Conversation } from '../model/conversation.ts';
import type { Person } from '../model/person.ts';
import { type Act, type AnyOwnerAct, anyOwnerActs } from './act.ts';
import { actOnCase, isCaseAct } from './cases/acts.ts';
import { withLines, withState } from './course.ts';
import { advance, firstStep } from './dialog/advance.ts';
import { finish } from './finish.ts';
import { formatMade, formatNotMade } from './formats/made.ts';
import { formatOrdered } from './formats/ordered.ts';
import { actOn } from './handover/acts.ts';
import { wordsFor } from './handover/agent-words.ts';
import { type Done, refused } from './handover/held.ts';
import { orphanFound } from './handover/orphan.ts';
import { type ActElsewhere, isElsewhere, onDeskElsewhere } from './handover/other-desk.ts';
import { revealed, unlessRevealing } from './handover/reveals.ts';
import { heldBack } from './held-back.ts';
import { changedAtDesk } from './person/changed-at-desk.ts';
import { checkedAtDesk } from './person/checked-at-desk.ts';
import { keptPromise, movedPromise } from './promises/by-agent.ts';
import { lookAtPromise } from './promises/look.ts';
import { notTaken } from './promises/not-taken.ts';
import { notTexted } from './promises/not-texted.ts';
import type { Refusal } from './refusal.ts';
import { askSurvey } from './survey.ts';
import type { Turn } from './turn.ts';
import { logUnfinished } from './unfinished.ts';
import type { Moment, World } from './world.ts';

/** Does an act of the desk, or says why not. */
// biome-ignore lint/complexity/useMaxParams: the same four things as a turn
export async function takeAct(
  act: Act,
  conversation: Conversation,
  world: World,
  moment: Moment,
): Promise<Turn | Refusal> {
  if (act.is === 'held') return heldTurn(act, { conversation, world, moment });
  if (isForAnyOwner(act)) {
    const around = { conversation, world, moment };
    const seen = unlessRevealing(act, await forAnyOwner(act, around), around);
    return 'is' in seen ? seen : finish(withNotice(seen, moment), around);
  }
  const mayWaitNoMore = act.is === 'wait-over' || isElsewhere(act);
  const canRing = mayWaitNoMore && (await hasNumber(conversation, world));
  const person = await decidedFor(act, world);
  if (person === 'away') return refused('not-now');
  const desk = { world, moment, canRing, person };
  const made = isElsewhere(act)
    ? onDeskElsewhere(act, conversation, desk)
    : actOn(await withWords(act, conversation, { world, moment }), conversation, desk);
  const done = unlessRevealing(act, made, { conversation, world, moment });
  if ('is' in done) return done;
  const course = asked(withNotice(done, moment), conversation, world);
  return finish({ ...done, course }, { conversation, world, moment });
}

/** A merge comes with the other conversation, an agent's message with its words in the tenant's language. What would reveal something is told to no translator either. */
async function withWords(
  act: Exclude<Act, AnyOwnerAct | ActElsewhere | { is: 'held' }>,
  conversation: Conversation,
  around: { readonly world: World; readonly moment: Moment },
) {
  if (act.is === 'merge') return { ...act, other: await around.world.conversation(act.into) };
  if (act.is !== 'message') return act;
  const reveal = act.reveals ? [] : revealed(act, conversation, around);
  const words = reveal.length > 0 ? { text: '', language: '', data: {} } : await worded(act, conversation, around);
  return { ...act, words, reveal };
}

async function heldTurn(act: Extract<Act, { is: 'held' }>, around: Around): Promise<Turn | Refusal> {
  const held = heldBack(act, around.conversation, around.world);
  const { received } = act;
  if ('is' in held) return held;
  // The answer to STOP goes out although the number has just opted out.
  const turn = await finish(held, { ...around, ...(received.keyword !== undefined && { received }) });
  return { ...turn, replies: turn.replies.map((reply) => ({ ...reply, replyTo: received.sequence })) };
}

/** A phone has no picture messages here: who is asked for one by text is told where to send it. */
async function worded(
  act: Extract<Act, { is: 'message' }>,
  conversation: Conversation,
  { world, moment }: { readonly world: World; readonly moment: Moment },
) {
  const words = await wordsFor(act, conversation, world);
  const isByText = act.canned?.name === 'photo' && conversation.address.channel === 'sms';
  return isByText ? { ...words, text: `${words.text} ${world.photoLink(conversation.id, moment.now)}` } : words;
}

/** A short reply to it belongs to what it was about. */
function withNotice(done: Done, { now }: Moment): Done {
  const line = done.course.lines.findLast(({ reference }) => reference !== undefined);
  if (done.notice !== 'sent' || line?.reference === undefined) return done;
  const notice = { reference: line.reference, enquiry: line.enquiry ?? 'contact.case_status', at: now.toISOString() };
  return { ...done, course: withState(done.course, { notice }) };
}

type Around = Parameters<typeof keptPromise>[1];

function isForAnyOwner(act: Act): act is AnyOwnerAct {
  return isCaseAct(act) || 'promise' in act || (anyOwnerActs as readonly string[]).includes(act.is);
}

async function forAnyOwner(act: AnyOwnerAct, around: Around): Promise<Done | Refusal> {
  if (isCaseAct(act)) return actOnCase(act, around);
  switch (act.is) {
    case 'promise-kept':
      return keptPromise(act, around);
    case 'promise-moved':
      return movedPromise(act, around);
    case 'not-taken':
      return notTaken(act, around);
    case 'not-texted':
      return notTexted(act, around);
    case 'left-unfinished':
      return logUnfinished(act, around);
    case 'survey-due':
      return askSurvey(act, around);
    case 'format-made':
      return formatMade(act, around);
    case 'format-not-made':
      return formatNotMade(act, around);
    case 'format-ordered':
      return formatOrdered(act, around);
    case 'orphan-found':
      return orphanFound(act, around);
    case 'person-changed':
      return changedAtDesk(act, around);
    case 'identity-checked':
      return checkedAtDesk(act, around);
    case 'promise-looked-at':
      return lookAtPromise(act.promise, around.conversation, around);
  }
}

async function hasNumber({ address, state }: Conversation, world: World): Promise<boolean> {
  if (address.channel === 'sms') return true;
  if (state.person === undefined) return false;
  const answer = await world.housing.person(state.person.id);
  return answer.is === 'known' && (answer.value?.phones.length ?? 0) > 0;
}

/** How they want it in writing is on their record: without it nothing is decided. */
async function decidedFor(act: Act, { housing }: World): Promise<Person | undefined | 'away'> {
  if (act.is !== 'adjustment-decided' || act.request.person === undefined) return undefined;
  const answer = await housing.person(act.request.person);
  return answer.is === 'away' ? 'away' : (answer.value ?? undefined);
}

/** Puts the first question of a dialog that an act opens; the tenant's next message answers it. */
function asked({ course, opens }: Done, conversation: Conversation, world: World): Done['course'] {
  const dialog = opens && world.playbook.get(opens.dialog);
  if (opens === undefined || dialog === undefined) return course;
  const start = {
    id: `${conversation.id}:r${conversation.revision}`,
    dialog: opens.dialog,
    step: firstStep(dialog),
    // The enquiry ended when the conversation was handed over: it is not counted once more.
    slots: { enquiry: opens.enquiry, _counted: 'yes' },
    answered: [],
    asked: 0,
  };
  const { frame, lines } = advance(dialog, start, {});
  return withLines(withState(course, { stack: [frame] }), ...lines);
}
