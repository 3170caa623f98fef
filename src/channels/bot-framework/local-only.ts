// With no app id there is nothing to check a token against, so the Emulator is let in from this machine and nobody else.

import type { Request } from 'express';
import { Problem } from '../../http/problem.ts';

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** A page from elsewhere can make a browser on this machine call under a name of its own. */
const ownNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** @throws Problem 403 for a caller from elsewhere; one behind a proxy counts as from elsewhere */
export function admitLocal(request: Request): void {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  const isLocal = loopback.test(request.socket.remoteAddress ?? '') && ownNames.test(request.headers.host ?? '');
  if (isLocal && !isForwarded) return;
  throw new Problem(403, 'local-only', {
    title: 'No Bot Framework app is set up here: only the Emulator on the same machine may connect.',
  });
}
