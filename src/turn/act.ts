// What an agent, or time itself, does to a conversation. Acts go through the same runner and the same commit as turns.

import type { AdjustmentAsked, Decided } from '../model/adjustment.ts';

/** `handover`: the one that is meant. A conversation may be on its next one by now, of another team. */
export type Act =
  | { readonly is: 'accept'; readonly agent: AgentCard; readonly handover?: string }
  | {
      readonly is: 'message';
      readonly agent: AgentCard;
      readonly text: string;
      readonly clientMessageId: string;
      /** The last sequence that the agent has seen; an answer to a stale view is refused. */
      readonly seenSequence: number;
      readonly language?: string;
    }
  | { readonly is: 'note'; readonly agent: AgentCard; readonly text: string }
  | { readonly is: 'decline'; readonly agent: AgentCard; readonly handover?: string; readonly reason?: string }
  | {
      readonly is: 'transfer';
      readonly agent: AgentCard;
      readonly handover?: string;
      readonly team: string;
      readonly reason: string;
    }
  | { readonly is: 'return'; readonly agent: AgentCard; readonly handover?: string; readonly dialog?: string }
  | { readonly is: 'close'; readonly agent: AgentCard; readonly handover?: string; readonly outcome: string }
  | { readonly is: 'promise-kept'; readonly agent: AgentCard; readonly promise: OpenPromise }
  /** `to`: an ISO date. The tenant is told, with the reason in the agent's words. */
  | {
      readonly is: 'promise-moved';
      readonly agent: AgentCard;
      readonly promise: OpenPromise;
      readonly to: string;
      readonly why: string;
    }
  | {
      readonly is: 'adjustment-decided';
      readonly agent: AgentCard;
      readonly request: AdjustmentAsked;
      readonly decision: Decided;
    }
  /** Nobody came within the landlord's limit: a call-back is promised. */
  | { readonly is: 'wait-over' }
  /** The agent's presence ran out: back in front of the queue, and the tenant is told. */
  | { readonly is: 'agent-gone'; readonly agent: string };

/** What was said that would be done, and is not known to be done yet. */
export interface OpenPromise {
  readonly id: string;
  readonly conversation: string;
  readonly what: string;
  /** An ISO date for a whole day, else RFC 3339. */
  readonly by: string;
  readonly owner: string;
  readonly reference?: string;
  /** Belongs to a restricted case: its tenant is not written to, for somebody else may read it. */
  readonly restricted: boolean;
}

export interface AgentCard {
  readonly id: string;
  /** As tenants see it. */
  readonly name: string;
  readonly teams: readonly string[];
}

/** Why an act is not done; the desk answers 409 with this as the problem's type. */
export type Refusal = {
  readonly is: 'refused';
  readonly because: 'already-taken' | 'not-yours' | 'stale' | 'nothing-waiting';
};
