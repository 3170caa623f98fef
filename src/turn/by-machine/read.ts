// What the tenant writes in a language that no catalogue has, put into English by a machine before anything is read into it. Danger is
// looked for in their own words first and waits for no machine. What cannot be translated in time goes on as it was written.

import type { ConversationState } from '../../model/conversation.ts';
import { languageOf } from '../../model/language-tag.ts';
import { plainWords } from '../../model/plain-words.ts';
import type { Step } from '../dialog/flow.ts';
import type { Line } from '../line.ts';
import { isByMachine, isQuietHere, isSane, namesHere, spokenFrom } from '../machine.ts';
import type { Received } from '../turn.ts';
import { findControl } from '../understanding/control.ts';
import type { World } from '../world.ts';
import { accepted } from './accepted.ts';
import { withOwnWords } from './own-words.ts';

export interface ReadByMachine {
  /** Its `text` is English where it could be had; `own` is what was written then. */
  readonly received: Received;
  readonly state: ConversationState;
  /** Told before anything else. */
  readonly lines: readonly Line[];
  /** The machine may be asked no more this month. */
  readonly spent?: true;
}

export async function readByMachine(
  received: Received,
  state: ConversationState,
  world: World,
): Promise<ReadByMachine> {
  const start = accepted(received, state, world) ?? { received, state, lines: [] };
  if (!isByMachine(start.state.language.tag, world.phrases) || received.kind !== 'message') return start;
  if (world.translator === undefined || (await world.translator.spent())) return { ...start, spent: true };
  return translated(start, world);
}

async function translated(start: ReadByMachine, world: World): Promise<ReadByMachine> {
  const { received, state } = start;
  const label = labelIn(received, state);
  if (label !== undefined) {
    const { value, english } = label;
    return { ...start, received: { ...received, text: english, value: received.value ?? value, own: received.text } };
  }
  if (isToBeLeft(received, state, world)) return start;
  const english = await inEnglish(received.text, state, world);
  const byMachine = { ...begun(state), late: english === undefined };
  if (english === undefined) return { ...start, received: withAnswer(received, state), state: { ...state, byMachine } };
  const read = { ...received, text: english, own: received.text };
  const isName = asksForName(state, world) && findControl(english, spokenFrom, world.phrases) === undefined;
  const kept = { ...state, byMachine };
  return isName
    ? { ...start, state: kept }
    : { ...start, received: read, state: withOwnWords(kept, read, world.playbook) };
}

/** Answers from the last time are of no use in another language. */
function begun({ language, byMachine }: ConversationState): NonNullable<ConversationState['byMachine']> {
  return byMachine?.tag === language.tag ? byMachine : { tag: language.tag, labels: [], told: [] };
}

/** What it is in already: words that steer, in English; danger; and what may be sent to nobody. */
function isToBeLeft({ text, parts = [] }: Received, state: ConversationState, world: World): boolean {
  if (!/\p{L}/u.test(text) || isQuietHere(state, world.playbook)) return true;
  if (findControl(text, spokenFrom, world.phrases) !== undefined) return true;
  const guess = world.languages.guess(text);
  if (guess.confident && languageOf(guess.language) === spokenFrom) return true;
  const found = [text, ...parts].flatMap((each) => world.danger.find(each));
  return found.some((each) => !state.stack.some(({ dialog }) => dialog === each));
}

async function inEnglish(text: string, state: ConversationState, world: World): Promise<string | undefined> {
  const asked = { from: state.language.tag, to: spokenFrom, keep: await namesHere(state, world) };
  const [english] = (await world.translator?.translate([text], asked)) ?? [];
  return isSane(text, english) ? english : undefined;
}

/** An option by the label that the tenant was shown. */
function labelIn({ text }: Received, { byMachine }: ConversationState) {
  const plain = plainWords(text);
  return byMachine?.labels.find(({ label }) => plain !== '' && plainWords(label) === plain);
}

/** "Sí, ahora": with no machine to ask, how it begins tells at least a yes from a no. */
function withAnswer(received: Received, { byMachine }: ConversationState): Received {
  if (received.value !== undefined) return received;
  const plain = `${plainWords(received.text)} `;
  const begins = byMachine?.labels.find(
    ({ value, label }) => ['yes', 'no'].includes(value) && plain.startsWith(`${plainWords(label)} `),
  );
  return begins === undefined ? received : { ...received, value: begins.value };
}

const isAsk = (step: Step | undefined): step is Extract<Step, { readonly ask: string }> =>
  step !== undefined && 'ask' in step;

/** María is not Mary. */
function asksForName({ stack }: ConversationState, { playbook }: World): boolean {
  const frame = stack.at(-1);
  const step = frame && playbook.get(frame.dialog)?.steps[frame.step];
  return isAsk(step) && ['name', 'their_name', 'address'].includes(step.ask);
}
