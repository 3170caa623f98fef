// Direct Line tokens: a JWT that binds one conversation to one user for half an hour. Nothing is stored for it.

import { createHash, createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { deriveKey, isSame } from './seal.ts';

/** Who holds a token, and for what. */
export interface Session {
  readonly conversation: string;
  readonly user: string;
  /** Sites beside the landlord's own that may use the token (`trustedOrigins`). */
  readonly origins: readonly string[];
  /** The language of the page that the token was made for (BCP 47). */
  readonly locale?: string;
  /** A person proved by the landlord's portal. */
  readonly identity?: { readonly person: string; readonly until: string };
}

type ReadToken =
  | { readonly is: 'valid'; readonly session: Session }
  | { readonly is: 'expired' }
  | { readonly is: 'refused' };

export interface Tokens {
  issue(session: Session): Promise<string>;
  /** @param graceSeconds how long ago the token may have expired */
  read(token: string, graceSeconds?: number): Promise<ReadToken>;
  isSecret(bearer: string): boolean;
}

/** Microsoft's client refreshes every 15 minutes and takes this life for granted. */
export const tokenLifeSeconds = 30 * 60;

/** The client reads `user` to fix its own user id, so the claim has that name. */
const Claims = z.object({
  conv: z.string(),
  user: z.string(),
  origins: z.array(z.string()).optional(),
  locale: z.string().optional(),
  person: z.string().optional(),
  until: z.string().optional(),
});

/** @param lifeSeconds how long a token is good for */
export function createTokens(secret: string, clock: () => Date, lifeSeconds = tokenLifeSeconds): Tokens {
  const key = createSecretKey(deriveKey(secret, 'token'));
  const hashedSecret = digest(secret);
  return {
    async issue(session) {
      return new SignJWT(claim(session))
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setExpirationTime(Math.floor(clock().getTime() / 1_000) + lifeSeconds)
        .sign(key);
    },
    async read(token, graceSeconds = 0) {
      try {
        const checks = { algorithms: ['HS256'], currentDate: clock(), clockTolerance: graceSeconds };
        const { payload } = await jwtVerify(token, key, { ...checks, requiredClaims: ['exp'] });
        const claims = Claims.safeParse(payload);
        return claims.success ? { is: 'valid', session: unclaim(claims.data) } : { is: 'refused' };
      } catch (error) {
        return { is: error instanceof errors.JWTExpired ? 'expired' : 'refused' };
      }
    },
    isSecret: (bearer) => isSame(digest(bearer), hashedSecret),
  };
}

function claim(session: Session): z.infer<typeof Claims> {
  return {
    conv: session.conversation,
    user: session.user,
    ...(session.origins.length === 0 ? {} : { origins: [...session.origins] }),
    ...(session.locale === undefined ? {} : { locale: session.locale }),
    ...session.identity,
  };
}

function unclaim(claims: z.infer<typeof Claims>): Session {
  const { person, until } = claims;
  return {
    conversation: claims.conv,
    user: claims.user,
    origins: claims.origins ?? [],
    ...(claims.locale === undefined ? {} : { locale: claims.locale }),
    ...(person === undefined || until === undefined ? {} : { identity: { person, until } }),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
