// A transcript under way, line by line, with what was asked before and after each: what the ways of a dialog are judged by.

import type { ConversationState, Frame, SlotValue } from '../../../src/model/conversation.ts';
import { questionOf } from '../../../src/turn/dialog/advance.ts';
import type { Ask, Confirm } from '../../../src/turn/dialog/flow.ts';
import { isOwnOffer } from '../../../src/turn/dialog/own-accord.ts';
import type { Turn } from '../../../src/turn/turn.ts';
import { type Line, type Stage, stageOf, type Transcript } from '../transcript.ts';

/** A dialog's own question, standing. What the service itself has offered, or asks when a matter is over, is none. */
export interface Question {
  readonly frame: Frame;
  /** `<dialog>@<step>`. */
  readonly place: string;
  readonly step: Ask | Confirm;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** As it was put. */
  readonly text: string;
}

export interface Played {
  readonly line: Line;
  readonly turn: Turn;
  readonly before?: Question | undefined;
  readonly after?: Question | undefined;
  readonly state: ConversationState;
}

export interface Play {
  readonly stage: Stage;
  readonly played: readonly Played[];
  readonly question: () => Question | undefined;
  readonly state: () => ConversationState;
  say(line: Line): Promise<Played>;
}

type Start = Omit<Transcript, 'turns' | 'about'>;

export function playOf(start: Start): Play {
  const stage = stageOf(start);
  const played: Played[] = [];
  const question = () => played.at(-1)?.after;
  const state = () => stage.conversation().state;
  const say = async (line: Line): Promise<Played> => {
    const before = question();
    const turn = await stage.play(line);
    const done: Played = { line, turn, before, after: questionIn(stage, turn), state: state() };
    played.push(done);
    return done;
  };
  return { stage, played, question, state, say };
}

/** A new play with these lines played. */
export async function playedFrom(start: Start, lines: readonly Line[]): Promise<Play> {
  const play = playOf(start);
  await playOn(play, lines);
  return play;
}

export async function playOn(play: Play, lines: readonly Line[]): Promise<void> {
  for (const line of lines) await play.say(line);
}

function questionIn({ world, conversation }: Stage, turn: Turn): Question | undefined {
  const { state, owner } = conversation();
  const frame = state.stack.at(-1);
  const step = frame && questionOf(world.playbook.get(frame.dialog), frame);
  const put = turn.replies.at(-1);
  const asks = step !== undefined && 'ask' in step ? step.ask : 'confirm';
  const stands = owner.is === 'bot' && state.offered === undefined && put?.data.asks === asks;
  if (frame === undefined || step === undefined || put === undefined || !stands) return undefined;
  if (isOwnOffer(frame)) return undefined;
  const options = (put.data.options ?? []).map(({ value, label }) => ({ value, label }));
  return { frame, place: placeOf(frame), step, options, text: put.text };
}

const placeOf = ({ dialog, step }: Frame): string => `${dialog}@${step}`;

/** A line that answered the question before it, or skipped it: the dialog went on. */
export function isAnswer({ turn, before, after }: Played): boolean {
  const { move, to } = turn.facts.find(({ name }) => name === 'understood')?.data ?? {};
  const isTaken = move === 'answer' || (move === 'control' && to === 'skip');
  return isTaken && before !== undefined && (after?.place !== before.place || after.frame.id !== before.frame.id);
}

/** What the dialog that asked holds now; undefined also when it is over. */
export function heldFor({ frame, step }: Question, state: ConversationState): SlotValue | undefined {
  const now = state.stack.find(({ id, dialog }) => id === frame.id && dialog === frame.dialog);
  return 'ask' in step ? now?.slots[step.ask] : undefined;
}

const volatile = /\b[A-Z]{3}-\d{7}\b|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

export const effectsOf = (played: readonly Played[]): Turn['effects'] =>
  played
    .flatMap(({ turn }) => turn.effects)
    .filter(({ kind }) => kind.startsWith('housing.') && kind !== 'housing.record-contact');

/** What is left for the housing system, without references, instants and the note that there was a contact. */
export function leftFor({ played }: Play): readonly object[] {
  return effectsOf(played).map((effect) => JSON.parse(JSON.stringify(effect).replaceAll(volatile, '…')) as object);
}

export function endedEnquiries({ played }: Play): readonly string[] {
  const facts = played.flatMap(({ turn }) => turn.facts);
  return facts.flatMap(({ name, enquiry = '' }) => (/^enquiry\.(ended|followed)$/.test(name) ? [enquiry] : []));
}

/** All that was said, for who reads why a test failed. */
export function shown({ played }: Play): string {
  const lines = played.flatMap(({ line, turn }) => [
    `> ${line.say ?? line.value ?? line.keyword ?? JSON.stringify(line)}`,
    ...turn.replies.map(({ text }) => `  ${text.replaceAll('\n', ' | ')}`),
    `  [${turn.effects.map(({ kind }) => kind).join(' ')}]`,
  ]);
  return `\n${lines.join('\n')}\n`;
}
