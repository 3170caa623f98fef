// What an agent does about a case: opens one, or changes one that they have seen. Who is told what of it, and by which rules, is the
// same as when the assistant does it.

import type { NewCase } from '../../model/case.ts';
import type { Slots } from '../../model/conversation.ts';
import type { AgentCard, Revealing } from '../act.ts';

export const complaintOutcomes = ['upheld', 'partly-upheld', 'not-upheld'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

/** The case as the agent read it. */
export interface SeenCase {
  readonly reference: string;
  /** Its tag in the housing system; empty where that has none. A case that has another by now is not changed. */
  readonly version: string;
}

/** When something was first told: ISO instant. */
interface FirstTold {
  readonly toldAt?: string;
}

export interface OpenCase extends FirstTold, Revealing {
  readonly is: 'case-opened';
  readonly agent: AgentCard;
  /** The same sent again opens nothing more. */
  readonly request: string;
  /** What it is about: an enquiry of the playbook. One that no case is opened for becomes a task of its team. */
  readonly about: string;
  /** What the tenant told, as the dialog would have asked for it. */
  readonly slots: Slots;
  /** BCP 47, of the words. */
  readonly language: string;
}

export interface CaseFields {
  readonly priority?: NewCase['priority'];
  readonly owner?: string;
  /** Who investigates a complaint: one, or one for each service that it is about. */
  readonly investigators?: readonly string[];
  readonly note?: string;
}

interface OfCase<Is extends string> {
  readonly is: Is;
  readonly agent: AgentCard;
  readonly seen: SeenCase;
}

export type ChangeCase =
  | (OfCase<'case-changed'> & { readonly changes: CaseFields })
  /** To another case of the same person, or to a conversation about it. */
  | (OfCase<'case-linked'> & { readonly to: { readonly case: string } | { readonly conversation: string } })
  /** How it is understood, and what the tenant wants, as they read it. */
  | (OfCase<'case-acknowledged'> & Revealing & { readonly understanding: string; readonly sought?: string })
  | (OfCase<'case-answered'> & Revealing & { readonly outcome: ComplaintOutcome; readonly answer: string })
  /** `to`: ISO date. */
  | (OfCase<'case-extended'> & Revealing & { readonly to: string; readonly why: string })
  /** To the next stage: no reason is needed. */
  | (OfCase<'case-escalated'> & FirstTold & { readonly words?: string })
  /** To whoever has complaints of high risk. */
  | (OfCase<'case-passed-up'> & { readonly why: string });

export type CaseAct = OpenCase | ChangeCase;
