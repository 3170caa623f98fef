// Writing what an agent did or read into the audit, before they have their answer.

import type { Response } from 'express';
import type { AuditLine } from '../../model/audit.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Audit } from '../../privacy/ports.ts';
import { customerOf } from '../../turn/customer.ts';
import type { Agent } from '../ports.ts';

type What = Omit<AuditLine, 'at' | 'agent' | 'role'>;
export type Note = (agent: Agent, response: Response, what: What) => Promise<void>;

export function noteWith(audit: Pick<Audit, 'write'>, clock: () => Date): Note {
  return async (agent, response, what) => {
    await audit.write(lineBy(agent, clock(), what));
    noted(response);
  };
}

export function lineBy({ id, role }: Agent, at: Date, what: What): AuditLine {
  return { at, agent: id, ...(role !== undefined && { role }), ...what };
}

/** Its line was written: in the transaction of what was done. */
export function noted(response: Response): void {
  response.locals.isNoted = true;
}

/** What is written down of reading in a conversation. */
export function readOf(
  conversation: string,
  { person, part }: { readonly person: string | undefined; readonly part?: string },
): What {
  const data = part === undefined ? {} : { part };
  return { did: 'conversation-read', conversation, ...(person !== undefined && { subject: person }), data };
}

/** Whose matters are served in it. */
export async function personIn(
  conversation: string,
  { find }: { readonly find: (id: string) => Promise<Conversation | undefined> },
): Promise<string | undefined> {
  const found = await find(conversation);
  return found && customerOf(found.state);
}
