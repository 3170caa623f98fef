// Group commit: whatever is ready while a transaction is under way goes into the next one together. One disk flush then
// serves many messages, and a quiet service waits for nothing.

import { isAway } from '../failure.ts';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface Batching<Item, Result> {
  /** One transaction. Gives one result per item, in their order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Items with the same key never share a batch. */
  readonly apart?: (item: Item) => string;
  readonly most: number;
}

/**
 * @returns takes an item and resolves with its result when its batch is durable. When a batch fails because of what is in it,
 *   each of its items is tried alone, so that one bad item fails alone.
 */
export function createBatcher<Item, Result>(batching: Batching<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const cut = (): Waiting<Item, Result>[] => {
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    const keys = new Set<string>();
    for (const each of waiting) {
      const key = batching.apart?.(each.item);
      if (batch.length >= batching.most || (key !== undefined && keys.has(key))) later.push(each);
      else batch.push(each);
      if (key !== undefined) keys.add(key);
    }
    waiting = later;
    return batch;
  };

  const start = async (): Promise<void> => {
    const batch = cut();
    await settle(batch, batching.run);
    if (waiting.length > 0) schedule();
    else busy = false;
  };

  // A round of the event loop lets all that arrived together join, and those whose turn the last batch let go on.
  const schedule = () => setImmediate(() => void start());

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      schedule();
    });
}

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  run: Batching<Item, Result>['run'],
): Promise<void> {
  try {
    const results = await run(batch.map((each) => each.item));
    batch.forEach((each, index) => {
      each.resolve(results[index] as Result);
    });
  } catch (error) {
    if (batch.length === 1 || isAway(error)) {
      for (const each of batch) each.reject(error);
      return;
    }
    for (const each of batch) await settle([each], run);
  }
}
