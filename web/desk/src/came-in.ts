// How one comes in, and what an auditor reads, as the desk's API tells it.

export interface WayIn {
  readonly by: 'link' | 'oidc';
  /** Why nobody comes in by a link here. */
  readonly closed: string | null;
}

/** As the address has it: what is not looked for is not in it. */
export type AuditSearch = Readonly<Record<string, string>>;

export interface AuditPage {
  readonly audit: readonly {
    readonly id: string;
    readonly at: string;
    readonly agent: string;
    readonly role: string | null;
    readonly did: string;
    readonly request: string | null;
    readonly subject: string | null;
    readonly conversation: string | null;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
  /** Names by id. */
  readonly agents: Readonly<Record<string, string>>;
  readonly next: string | null;
}
