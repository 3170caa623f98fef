// What an action is: something that a dialog does. It reads through ports, decides nothing about the dialog,
// and leaves what is to be written as effects.

import type { ContactRoute } from '../model/contact-route.ts';
import type { Conversation, ConversationState, Slots } from '../model/conversation.ts';
import type { Fact } from '../model/delivery.ts';
import type { NearIncident } from '../model/incident.ts';
import type { Person } from '../model/person.ts';
import type { Line } from './line.ts';
import type { CaseOpened, KeyedEffect, PromiseMade, Received } from './turn.ts';
import type { Moment, World } from './world.ts';

export interface ActionInput {
  /** The dialog's slots, with the step's `with` laid over them. */
  readonly slots: Slots;
  readonly enquiry: string;
  /** Id of the enquiry: seeds its references, so that a turn taken twice makes the same ones. */
  readonly frame: string;
  /** When each answer was told first, and `words` (ISO instants). */
  readonly toldAt: Readonly<Record<string, string>>;
  readonly conversation: Conversation;
  readonly state: ConversationState;
  readonly received: Received;
  /** The person on file, when there is one and the housing system could be asked. */
  readonly person?: Person | undefined;
  /** Who writes, when they speak for the person. */
  readonly speaker?: Person | undefined;
  /** The agreed route of who writes. */
  readonly route?: ContactRoute | undefined;
  /** What is known to be wrong for many, and may be of them. */
  readonly incidents?: readonly NearIncident[];
  readonly world: World;
  readonly moment: Moment;
}

export interface ActionResult<Outcome extends string = string> {
  readonly outcome: Outcome;
  /** Slots of the dialog that it fills. */
  readonly slots?: Slots;
  /** Parts of the state that it changes: proof, code, language, what was logged. */
  readonly state?: Partial<
    Pick<
      ConversationState,
      | 'proof'
      | 'code'
      | 'person'
      | 'language'
      | 'logged'
      | 'noCalls'
      | 'speaksFor'
      | 'endedAt'
      | 'accents'
      | 'incidents'
    >
  >;
  readonly forgets?: 'code' | 'noCalls' | 'speaksFor' | 'contactEnded' | 'proof';
  /** Said before the dialog goes on: what only the action knows how much of there is. */
  readonly lines?: readonly Line[];
  /** Answers that turned out to be none (a wrong code): whoever comes back to the question is asked again. */
  readonly clears?: readonly string[];
  readonly effects?: readonly KeyedEffect[];
  readonly cases?: readonly CaseOpened[];
  readonly promises?: readonly PromiseMade[];
  readonly facts?: readonly Fact[];
  readonly failedProofs?: readonly string[];
  /** An enquiry to serve when this one has ended. */
  readonly opens?: string;
  /** The tenant's words for it, told before. */
  readonly opensWith?: string;
}

export interface Action<Outcome extends string = string> {
  /** Every outcome that it may have; a dialog must have a way on for each. */
  readonly outcomes: readonly Outcome[];
  readonly gives: readonly string[];
  run(input: ActionInput): Promise<ActionResult<Outcome>> | ActionResult<Outcome>;
}

export type Actions = Readonly<Record<string, Action>>;

/** Keeps the outcomes' literal types, so that `run` cannot answer one that is not declared. */
export function action<const Outcome extends string>(
  outcomes: readonly Outcome[],
  gives: readonly string[],
  run: Action<Outcome>['run'],
): Action<Outcome> {
  return { outcomes, gives, run };
}
