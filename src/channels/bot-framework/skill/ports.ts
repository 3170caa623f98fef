// What the way to a desk that is a Bot Framework skill is given.

import type { Conversation } from '../../../model/conversation.ts';
import type { Attachment, Message } from '../../../model/message.ts';
import type { Act, AgentCard } from '../../../turn/act.ts';
import type { Refusal } from '../../../turn/refusal.ts';

export interface SkillConversations {
  /** By the id of its handover; undefined where there never was such a one. */
  find(handover: string): Promise<HandedOver | undefined>;
  /** What of the log up to this number somebody may read who is in none of our teams, in order. */
  transcript(conversation: string, upTo: number): Promise<readonly Message[]>;
  /** What the tenant wrote above `after`, up to `upTo`. */
  written(conversation: string, after: number, upTo: number): Promise<readonly Message[]>;
  /** Resolves once it is durable. */
  act(conversation: string, act: Act): Promise<Refusal | { readonly is: 'committed' | 'repeat' | 'stale' }>;
  /** A link to a stored file that is good for a while. */
  linkTo(attachment: Attachment): string;
}

export interface HandedOver {
  readonly conversation: Conversation;
  /** The skill has it now, or is waited for. */
  readonly isTheirs: boolean;
  /** As whom the tenant and the audit know whoever speaks there. */
  readonly speaker: AgentCard;
}
