// Whether somebody is at the landlord's desk now, by the service's clock. Nothing is known where it does not answer.

export interface DeskNow {
  readonly open: boolean;
  /** `17:00`, where the landlord is. */
  readonly until?: string;
  readonly opens?: { readonly on: string; readonly time: string };
}

export async function deskNow(base: string): Promise<DeskNow | undefined> {
  try {
    const response = await fetch(`${base}/widget/now`, { credentials: 'omit' });
    return response.ok ? ((await response.json()) as DeskNow) : undefined;
  } catch {
    return undefined;
  }
}
