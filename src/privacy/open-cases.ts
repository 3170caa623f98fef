// Whether the housing system still has something open that was opened in a conversation: then the conversation stays.

import { isClosed } from '../model/case.ts';
import type { OpenedRecord, Records } from './ports.ts';

type Open = 'case-open' | 'not-known-now' | undefined;
type Found = Awaited<ReturnType<Records['records']>>;

/** Of each in their order; the housing system is asked for all of them together. `not-known-now` counts as open. */
export async function openElsewhere(
  opened: readonly (readonly OpenedRecord[])[],
  { records }: Records,
): Promise<readonly Open[]> {
  const all = opened.flat();
  const of = (list: keyof Found) => [
    ...new Set(all.filter(({ kind }) => listOf(kind) === list).map(({ reference }) => reference)),
  ];
  const found = await records({ cases: of('cases'), repairs: of('repairs'), tasks: of('tasks') });
  return opened.map((each) => openIn(each, found));
}

function listOf(kind: string): keyof Found {
  if (kind === 'repair') return 'repairs';
  return kind === 'task' ? 'tasks' : 'cases';
}

function openIn(opened: readonly OpenedRecord[], found: Found): Open {
  for (const { reference, kind } of opened) {
    const answer = found[listOf(kind)].get(reference);
    if (answer === undefined || answer.is === 'away') return 'not-known-now';
    if (answer.value !== null && !isClosed(answer.value)) return 'case-open';
  }
  return undefined;
}
