// Finds conversations that belong to nobody, or to two, and puts them back in front of the queue. Every instance may look: what was seen
// holds for one revision of the conversation, and the commit lets one of them win.

import { type Logger, nameOf } from '../log.ts';
import type { Conversations, Orphans } from './ports.ts';

interface OrphanWatchOptions {
  readonly orphans: Pick<Orphans, 'find'>;
  readonly act: Conversations['act'];
  readonly logger: Logger;
}

export function createOrphanWatch({ orphans, act, logger }: OrphanWatchOptions) {
  return {
    /** One look. Never throws: a store that is away is looked at again next time. */
    async look(): Promise<void> {
      try {
        for (const { conversation, found } of await orphans.find()) {
          const done = await act(conversation, { is: 'orphan-found', found });
          if (done.is === 'committed')
            logger.warn('A conversation belonged to nobody', { conversation, reason: found.because });
        }
      } catch (error) {
        logger.warn('Orphans could not be looked for', { error: nameOf(error) });
      }
    },
  };
}
