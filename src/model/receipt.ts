// How far somebody has come in a conversation. A sign that passes, like typing: nothing hangs on it, and it is kept nowhere.

export interface Receipt {
  /** Whose eyes. */
  readonly from: 'agent' | 'customer';
  /** `delivered`: it is on their screen somewhere; `read`: they had it before them. */
  readonly as: 'delivered' | 'read';
  /** Up to this message. */
  readonly sequence: number;
}

/** The name that Bot Framework has for it (Teams sends it), with the id of the last message that was read. */
export const readReceiptName = 'application/vnd.microsoft.readReceipt';
/** Ours: Bot Framework has none for what arrived. */
export const deliveredName = 'delivered';
