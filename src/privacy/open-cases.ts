// Whether the housing system still has something open that was opened in a conversation: then the conversation stays.

import { isClosed } from '../model/case.ts';
import type { OpenedRecord, Records } from './ports.ts';

/** `not-known-now` counts as open: what cannot be asked is not deleted. */
export async function openElsewhere(
  opened: readonly OpenedRecord[],
  records: Records,
): Promise<'case-open' | 'not-known-now' | undefined> {
  for (const { reference, kind } of opened) {
    const answer = await ask(reference, kind, records);
    if (answer.is === 'away') return 'not-known-now';
    if (answer.value !== null && !isClosed(answer.value)) return 'case-open';
  }
  return undefined;
}

function ask(reference: string, kind: string, records: Records) {
  if (kind === 'repair') return records.repair(reference);
  if (kind === 'task') return records.task(reference);
  return records.case(reference);
}
