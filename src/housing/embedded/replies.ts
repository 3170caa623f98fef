// What the calls have in common: how a list is paged, how an answer names its version, and how something new is told.

import { z } from 'zod';
import { referenceKey } from '../words.ts';
import type { Reply } from './operation.ts';
import type { RepairFound } from './repairs.ts';
import type { Row, Versioned } from './table.ts';
import { etagOf, notFound } from './versions.ts';

export const limit = z.coerce.number<string>().int().min(1).max(200).default(50);
export const after = z.coerce.number<string>().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();

export const Page = z.strictObject({ limit, after });

/** References are kept in capitals, so that people may write them as they like. */
export function named(body: Row): Row {
  return body.reference === undefined ? body : { ...body, reference: referenceKey(String(body.reference)) };
}

export function personReply(person: { readonly etag: string } | undefined): Reply {
  if (person === undefined) throw notFound();
  return { body: person, headers: { ETag: person.etag } };
}

export function repairReply({ repair, version }: RepairFound): Reply {
  return { body: repair, headers: { ETag: etagOf(version) } };
}

export function recordReply({ row, version }: Versioned): Reply {
  return { body: row, headers: { ETag: etagOf(version) } };
}

/** 201 with its address the first time; the same key again is told the same thing with 200. */
export function made(reply: Reply, isNew: boolean, location: string | undefined): Reply {
  if (!isNew) return { ...reply, status: 200, headers: { ...reply.headers, 'Idempotency-Replayed': 'true' } };
  return {
    ...reply,
    status: 201,
    headers: { ...reply.headers, ...(location === undefined ? {} : { Location: `/housing/v1/${location}` }) },
  };
}

export function raiseNotFound(): never {
  throw notFound();
}
