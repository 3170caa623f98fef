// What outlives a page, in sessionStorage: this tab only, gone when it is closed. Never the conversation's words once sent:
// those are read from the service again. Where storage is blocked, it lasts as long as the page.

export interface KeptSession {
  readonly token: string;
  readonly conversationId: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly expiresAt: number;
  /** Whom the landlord's page said that it is, by their id there, and when the service believed it. */
  readonly who?: string | undefined;
  readonly provenAt?: number | undefined;
}

export interface KeptItem {
  readonly id: string;
  readonly text: string;
  readonly value?: string | undefined;
  readonly at: string;
}

export interface Kept {
  readonly session?: KeptSession | undefined;
  readonly unsent?: readonly KeptItem[] | undefined;
  readonly draft?: string | undefined;
  readonly language?: string | undefined;
  readonly open?: boolean | undefined;
  /** The highest sequence that was on an open panel. */
  readonly seen?: number | undefined;
}

export interface Keeper {
  read(): Kept;
  keep(change: Kept): void;
  /** Takes all of it off this device; what is kept afterwards is kept nowhere. */
  forget(): void;
}

export function createKeeper(base: string): Keeper {
  const key = `doorstep:${base}`;
  let kept: Kept = {};
  let forgotten = false;
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) kept = parsed;
  } catch {
    // Blocked, or not ours: start empty.
  }
  return {
    read: () => kept,
    keep(change) {
      kept = { ...kept, ...change };
      if (forgotten) return;
      try {
        sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Blocked or full: this page still has it.
      }
    },
    forget() {
      forgotten = true;
      kept = {};
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Blocked: there is nothing.
      }
    },
  };
}
