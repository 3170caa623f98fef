// What the page is told: events of our element, which go up through it. Never a word of what was said: pages have scripts of others on them.

export type Told = 'opened' | 'closed' | 'message' | 'identified' | 'ended' | 'error';

/** A `reason` is for whoever builds the page, and in its console as well. */
export function tell(from: HTMLElement, what: Told, detail: Readonly<Record<string, unknown>> = {}): void {
  // biome-ignore lint/suspicious/noConsole: it is where whoever builds the page looks
  if (detail.reason !== undefined) console.error(`Doorstep: ${detail.reason}`);
  from.dispatchEvent(new CustomEvent(`doorstep-${what}`, { bubbles: true, composed: true, detail }));
}
