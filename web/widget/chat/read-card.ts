// The card of a message: an Adaptive Card of the one form that the service sends. Any other is left: its words are in the message.

import type { Activity } from './direct-line.ts';
import type { Card } from './state.ts';

interface Content {
  readonly body?: readonly { readonly text?: string; readonly facts?: Card['facts'] }[];
  readonly actions?: readonly { readonly data?: unknown }[];
}

export function readCard({ attachments = [] }: Activity): Card | undefined {
  const found = attachments.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive');
  const { body = [], actions = [] } = (found?.content ?? {}) as Content;
  const [heading, set] = body;
  if (!heading?.text || !set?.facts) return undefined;
  const words = actions.map(({ data }) => data).filter((data) => typeof data === 'string');
  return { title: heading.text, facts: set.facts, actions: words };
}
