// A log that nobody reads.

import { createLogger } from '../../src/log.ts';

export const silentLog = createLogger('silent', () => undefined);
