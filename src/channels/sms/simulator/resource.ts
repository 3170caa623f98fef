// Texts in the form of Twilio's Message resource, and the list of them.

import type { Request } from 'express';
import type { BookedText } from './message-book.ts';

const version = '2010-04-01';

export function toResource(text: BookedText, account: string): Record<string, unknown> {
  return {
    account_sid: account,
    api_version: version,
    body: text.body,
    date_created: text.createdAt.toUTCString(),
    date_sent: text.sentAt?.toUTCString() ?? null,
    date_updated: (text.sentAt ?? text.createdAt).toUTCString(),
    direction: text.direction,
    error_code: text.errorCode,
    error_message: null,
    from: text.from,
    messaging_service_sid: text.messagingServiceSid,
    num_media: '0',
    num_segments: String(text.segments),
    price: null,
    price_unit: 'USD',
    sid: text.sid,
    status: text.status,
    subresource_uris: { media: `/${version}/Accounts/${account}/Messages/${text.sid}/Media.json` },
    to: text.to,
    uri: `/${version}/Accounts/${account}/Messages/${text.sid}.json`,
  };
}

/** Newest first, in pages, filtered by To, From and DateSent as Twilio does. */
export function listTexts(all: readonly BookedText[], account: string, request: Request): Record<string, unknown> {
  const asked = new URL(request.originalUrl, 'http://localhost').searchParams;
  const matching = all.filter((text) => matches(text, asked)).reverse();
  const size = Math.min(Math.max(Number(asked.get('PageSize') ?? 50) || 50, 1), 1_000);
  const page = Math.max(Number(asked.get('Page') ?? 0) || 0, 0);
  const end = (page + 1) * size;
  const path = `/${version}/Accounts/${account}/Messages.json`;
  const at = (number: number) => {
    const query = new URLSearchParams(asked);
    query.set('Page', String(number));
    return `${path}?${query}`;
  };
  return {
    first_page_uri: at(0),
    previous_page_uri: page === 0 ? null : at(page - 1),
    next_page_uri: end < matching.length ? at(page + 1) : null,
    uri: at(page),
    page,
    page_size: size,
    start: page * size,
    end: Math.min(end, matching.length) - 1,
    messages: matching.slice(page * size, end).map((text) => toResource(text, account)),
  };
}

function matches(text: BookedText, asked: URLSearchParams): boolean {
  const equal = (name: string, value: string) => !asked.has(name) || asked.get(name) === value;
  return equal('To', text.to) && equal('From', text.from) && isSentWithin(text, asked);
}

/** A bare date means that whole day, in UTC. */
function isSentWithin(text: BookedText, asked: URLSearchParams): boolean {
  const [on, from, to] = ['DateSent', 'DateSent>', 'DateSent<'].map((name) => asked.get(name));
  if (!on && !from && !to) return true;
  if (text.sentAt === null) return false;
  const sent = text.sentAt.toISOString();
  if (on && !sent.startsWith(on.slice(0, 10))) return false;
  if (from && sent.slice(0, from.length) < from.replace(/Z$/, '')) return false;
  return !to || sent.slice(0, to.length) <= to;
}
