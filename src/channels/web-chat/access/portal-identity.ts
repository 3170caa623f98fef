// A person who is signed in at the landlord's portal need not prove who they are again: the portal signs a short token.

import { jwtVerify, SignJWT } from 'jose';
import type { PortalIdentity } from '../widget-session.ts';

/** The longest that a portal's token may live, whatever its `exp` says: a copied one must not open the account next week. */
const longestLifeMinutes = 15;

/**
 * @param about.secret shared with the portal, which signs with HS256: `sub` is the person's id in the housing system, `aud` is
 *   `doorstep`, `iat` and `exp` at most 15 minutes apart
 * @param about.proofMinutes how long the proof lasts in the conversation
 */
export function createPortalIdentity(about: {
  readonly secret: string;
  readonly proofMinutes: number;
  readonly clock: () => Date;
}): PortalIdentity {
  const key = new TextEncoder().encode(about.secret);
  return async (jwt) => {
    try {
      const { payload } = await jwtVerify(jwt, key, {
        algorithms: ['HS256'],
        audience: 'doorstep',
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: `${longestLifeMinutes}m`,
        currentDate: about.clock(),
      });
      const until = new Date(about.clock().getTime() + about.proofMinutes * 60_000);
      return { person: String(payload.sub), until: until.toISOString() };
    } catch {
      return undefined;
    }
  };
}

/** As a portal does it: for the demonstration's page, whose people are invented. */
export function createPortalSigner(about: {
  readonly secret: string;
  readonly clock: () => Date;
}): (person: string) => Promise<string> {
  const key = new TextEncoder().encode(about.secret);
  return (person) => {
    const now = Math.floor(about.clock().getTime() / 1_000);
    const token = new SignJWT({ sub: person }).setProtectedHeader({ alg: 'HS256' }).setAudience('doorstep');
    return token
      .setIssuedAt(now)
      .setExpirationTime(now + 5 * 60)
      .sign(key);
  };
}
