// Deletes what is past its time, a batch at a time, and the files of what is gone. Every instance may run it: rows are deleted by one of
// them, and what a process that died left over is found by the next look.

import { setTimeout as rest } from 'node:timers/promises';
import { type Logger, nameOf } from '../log.ts';
import { openElsewhere } from './open-cases.ts';
import type { Audit, Batch, Deleted, Files, KeptData, Records } from './ports.ts';

export interface KeepingOptions {
  readonly kept: KeptData;
  readonly files: Pick<Files, 'remove'>;
  readonly records: Records;
  readonly audit: Pick<Audit, 'write'>;
  /** What is remembered of a conversation is dropped, in every process. */
  readonly forget: (conversation: string) => void;
  readonly deleted: (what: string, count: number) => void;
  readonly clock: () => Date;
  readonly logger: Logger;
}

export type Keeping = ReturnType<typeof createKeeping>;

const passEveryMs = 6 * 3_600_000;
const filesAtOnce = 100;
/** Between batches: tenants are answered meanwhile, also where the database has one connection. */
const restMs = 50;

export function createKeeping(options: KeepingOptions) {
  const { kept, files, audit, clock, logger } = options;
  let passedAt = Number.NEGATIVE_INFINITY;
  let isStopping = false;

  async function removeFiles(): Promise<void> {
    let count = 0;
    while (!isStopping) {
      const ids = await kept.filesToRemove(filesAtOnce);
      await Promise.all(ids.map((id) => files.remove(id)));
      await kept.filesRemoved(ids);
      options.deleted('files', ids.length);
      count += ids.length;
      if (ids.length < filesAtOnce) break;
    }
    if (count > 0) tell({ files: count });
  }

  async function deleteFrom(batch: Batch): Promise<number> {
    const opened = batch.conversations.map((each) => each.opened);
    const open = await openElsewhere(opened, options.records);
    const due = batch.conversations.filter((_, at) => open[at] === undefined).map(({ id }) => id);
    const { ended, messages } = await kept.deleteBatch(due, batch);
    for (const id of ended) options.forget(id);
    const count = ended.length + messages;
    options.deleted(batch.kind, count);
    return count;
  }

  async function pass(now: Date): Promise<Deleted> {
    const counts: Record<string, number> = { ...(await kept.deleteOld(now)) };
    for (const [kind, count] of Object.entries(counts)) options.deleted(kind, count);
    for await (const batch of kept.pastTheirTime(now)) {
      if (isStopping) break;
      counts[batch.kind] = (counts[batch.kind] ?? 0) + (await deleteFrom(batch));
      await rest(restMs);
    }
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  }

  function tell(counts: Deleted): void {
    for (const [kind, count] of Object.entries(counts)) logger.info('Data past its time was deleted', { kind, count });
  }

  return {
    /** Never throws: what could not be deleted is looked at again. */
    async look(): Promise<void> {
      try {
        const now = clock();
        if (now.getTime() - passedAt >= passEveryMs) {
          const counts = await pass(now);
          tell(counts);
          if (Object.keys(counts).length > 0)
            await audit.write({ at: now, agent: 'service', did: 'deleted-on-schedule', data: counts });
          if (!isStopping) passedAt = now.getTime();
        }
        await removeFiles();
      } catch (error) {
        logger.warn('Data past its time could not be deleted; it is tried again', { error: nameOf(error) });
      }
    },
    stop() {
      isStopping = true;
    },
  };
}
