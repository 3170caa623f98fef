// A second opinion on what the words mean, where the landlord has one switched on. It may name enquiries of the taxonomy and fill
// slots; danger is ours, and so are the answer's limits: whatever comes back is read by our own lists and detail finder.

import type { ConversationState } from '../../model/conversation.ts';
import { wordCount } from '../../model/plain-words.ts';
import { knownOf, redacted } from '../../model/said/redacted.ts';
import { offerFrom } from '../confidence.ts';
import type { Playbook } from '../dialog/flow.ts';
import { isGrave, isGraveUnderWay, isPrivateUnderWay } from '../grave.ts';
import type { Understood } from '../heard.ts';
import type { Detail, DetailFinder, Interpreter } from './ports.ts';

interface Mind {
  readonly interpreter?: Interpreter | undefined;
  readonly playbook: Playbook;
  readonly details: DetailFinder;
}

/** A word or two is an answer, or ours knows it. */
const fewestWords = 3;

export async function askElsewhere(own: Understood, state: ConversationState, mind: Mind): Promise<Understood> {
  const { interpreter, playbook } = mind;
  if (interpreter === undefined || !isForOthers(own, state, playbook)) return own;
  const names = state.stack.flatMap(({ slots }) => (typeof slots.name === 'string' ? [slots.name] : []));
  const text = redacted(own.text, knownOf(own.people, names));
  const proposal = await interpreter.interpret({ text, language: own.wordsIn });
  const [best] = proposal?.guesses ?? [];
  // Danger is found by ours or not at all: what is raised elsewhere alone opens nothing.
  if (proposal === undefined || best === undefined || isGrave(best.enquiry, playbook)) return own;
  return {
    ...own,
    guesses: proposal.guesses.filter(({ enquiry }) => !isGrave(enquiry, playbook)),
    detail: (slot) => own.detail(slot) ?? read(slot, proposal.slots[slot], { own, details: mind.details }),
  };
}

/**
 * Only words that may tell a matter, and none of anything grave: what is urgent or restricted, or may be by our own reckoning,
 * stays in the house.
 */
function isForOthers(own: Understood, state: ConversationState, playbook: Playbook): boolean {
  const { received, control, guesses } = own;
  const isPlainMessage = received.kind === 'message' && received.value === undefined && control === undefined;
  if (!isPlainMessage || own.isNamed || wordCount(own.text) < fewestWords) return false;
  if (state.quiet || own.danger.length > 0 || own.unsure !== undefined) return false;
  const likely = guesses.filter(({ confidence }) => confidence >= offerFrom);
  if (isPrivateUnderWay(state.stack, playbook)) return false;
  return !likely.some(({ enquiry }) => isGrave(enquiry, playbook)) && !isGraveUnderWay(state.stack, playbook);
}

/** The tenant's own words go before; what was made of them elsewhere counts only as far as our own finder reads it. */
function read(
  slot: string,
  value: string | undefined,
  { own, details }: { readonly own: Understood; readonly details: DetailFinder },
): Detail | undefined {
  return value === undefined ? undefined : details.find(slot, value, own.received.receivedAt);
}
