// The words that an agent has not sent yet, and the id under which they are sent: kept over a reload, a session that ran out and another
// machine, so that no word is typed twice and none is sent twice. In the browser for this tab alone: what tenants are told lies on no disk.
// The service has them a moment later.

import { api } from './api.ts';

export interface Draft {
  readonly text: string;
  /** Set once they are under way; the same words sent again under it are one message. */
  readonly sendingAs?: string;
}

/** As the service has it. */
export type Kept = Draft;

const keyOf = (conversation: string) => `draft:${conversation}`;
/** Nobody types so slowly. */
const keepAfterMs = 800;
const toKeep = new Map<string, ReturnType<typeof setTimeout>>();

/** What this tab has; else what was written elsewhere. */
export function keptDraft(conversation: string, elsewhere: Draft | null): Draft {
  const kept = sessionStorage.getItem(keyOf(conversation));
  if (kept !== null) return JSON.parse(kept) as Draft;
  return elsewhere === null ? { text: '' } : withoutTime(elsewhere);
}

function withoutTime({ text, sendingAs }: Draft): Draft {
  return { text, ...(sendingAs !== undefined && { sendingAs }) };
}

export function keepDraft(conversation: string, draft: Draft): void {
  if (draft.text === '') sessionStorage.removeItem(keyOf(conversation));
  else sessionStorage.setItem(keyOf(conversation), JSON.stringify(draft));
  clearTimeout(toKeep.get(conversation));
  // That it could not be kept is no news: this tab has the words, and the next stroke tries again.
  const keep = () => api.keepDraft(conversation, draft).catch(() => undefined);
  toKeep.set(conversation, setTimeout(keep, keepAfterMs));
}
