// The words that an agent has not sent yet, and the id under which they are sent: kept over a reload and a session that ran out, so
// that no word is typed twice and none is sent twice. For this browser tab alone: what tenants are told lies on no disk.

export interface Draft {
  readonly text: string;
  /** Set once they are under way; the same words sent again under it are one message. */
  readonly sendingAs?: string;
}

const keyOf = (conversation: string) => `draft:${conversation}`;

export function keptDraft(conversation: string): Draft {
  const kept = sessionStorage.getItem(keyOf(conversation));
  return kept === null ? { text: '' } : (JSON.parse(kept) as Draft);
}

export function keepDraft(conversation: string, draft: Draft): void {
  if (draft.text === '') sessionStorage.removeItem(keyOf(conversation));
  else sessionStorage.setItem(keyOf(conversation), JSON.stringify(draft));
}
