// The landlord's sign-in provider, by OpenID Connect: authorization code with PKCE, state and nonce, every identity token checked against
// the provider's keys. It is looked up when it is first needed, so that tenants are served while it is away; nobody signs in meanwhile.

import * as oidc from 'openid-client';
import { type Logger, nameOf } from '../../log.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Where the token, or else the provider's user info, names the groups; dots lead inwards. */
  readonly groupsClaim: string;
}

/** Kept by the browser between leaving for the provider and coming back. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identity {
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly idToken: string;
}

/** `away`: the provider does not answer as it should. `refused`: it let them not in. `again`: the way back was late, taken twice or not ours. */
export type FaultCode = 'away' | 'refused' | 'again';

export class SignInFault extends Error {
  override readonly name = 'SignInFault';
  readonly code: FaultCode;
  constructor(code: FaultCode) {
    super(`Sign-in: ${code}`);
    this.code = code;
  }
}

export type Provider = ReturnType<typeof createProvider>;

const limitSeconds = 8;
/** Then its keys and addresses are asked for anew. */
const knownForMs = 3_600_000;

export function createProvider(settings: ProviderSettings, logger: Logger, redirectUri: string) {
  const configuration = lookUp(settings, logger);
  return {
    /** Tells the log now if the provider cannot be used, rather than the first agent in the morning. */
    async look(): Promise<void> {
      await configuration().catch(() => undefined);
    },

    async begin(): Promise<{ readonly url: string; readonly pending: Pending }> {
      const config = await configuration();
      const pending = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, pending };
    },

    /** @param query what the provider sent back with the browser @throws SignInFault */
    async finish(query: string, { state, nonce, verifier }: Pending): Promise<Identity> {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await identityOf(tokens, config, settings.groupsClaim);
      } catch (error) {
        logger.warn('A sign-in at the desk failed', { system: 'oidc', error: nameOf(error), code: codeOf(error) });
        throw new SignInFault(faultOf(error));
      }
    },

    /** Where to sign out there, too; undefined when the provider has no such address, or is away. */
    async endUrl(hint: string | undefined, backTo: string): Promise<string | undefined> {
      const config = await configuration().catch(() => undefined);
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
      const wanted = { post_logout_redirect_uri: backTo, ...(hint !== undefined && { id_token_hint: hint }) };
      return oidc.buildEndSessionUrl(config, wanted).href;
    },
  };
}

/** What is known of the provider: its addresses and keys. What failed is asked for again the next time. */
function lookUp(settings: ProviderSettings, logger: Logger): () => Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  let known: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | undefined;

  const discover = () => {
    const url = new URL(issuer);
    // Without TLS only on one's own machine, which the settings see to.
    const execute = [
      ...(url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      oidc.enableNonRepudiationChecks,
    ];
    return oidc.discovery(url, clientId, clientSecret, undefined, { execute, timeout: limitSeconds });
  };
  return async () => {
    if (known === undefined || performance.now() - known.at > knownForMs)
      known = { at: performance.now(), configuration: discover() };
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      logger.warn('The sign-in provider does not answer as OIDC_ISSUER says: nobody can sign in at the desk', {
        system: 'oidc',
        error: nameOf(error),
        code: codeOf(error),
      });
      throw new SignInFault('away');
    }
  };
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;
type Told = Readonly<Record<string, unknown>>;

/** Providers put groups into the token or into their user info, as they are set up. */
async function identityOf(tokens: Tokens, config: oidc.Configuration, claim: string): Promise<Identity> {
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new SignInFault('again');
  const isWhole = at(claims, claim) !== undefined || config.serverMetadata().userinfo_endpoint === undefined;
  const info = isWhole ? {} : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
  const told: Told = { ...info, ...claims };
  const groups = [at(told, claim) ?? []].flat().filter((each) => typeof each === 'string');
  return { subject: claims.sub, name: nameIn(told), groups, idToken: tokens.id_token };
}

function at(told: Told, path: string): unknown {
  if (path in told) return told[path];
  return path.split('.').reduce<unknown>((found, key) => (found as Told | undefined)?.[key], told);
}

/** As tenants see it. */
function nameIn(told: Told): string {
  const names = ['name', 'given_name', 'preferred_username'].map((key) => told[key]);
  const name = names.find((each) => typeof each === 'string' && each.trim() !== '');
  return typeof name === 'string' ? name.trim().slice(0, 200) : 'Agent';
}

function faultOf(error: unknown): FaultCode {
  if (error instanceof SignInFault) return error.code;
  if (error instanceof oidc.AuthorizationResponseError)
    return error.error === 'temporarily_unavailable' || error.error === 'server_error' ? 'away' : 'refused';
  if (error instanceof oidc.ResponseBodyError) return error.error === 'invalid_grant' ? 'again' : 'away';
  return error instanceof oidc.ClientError && error.code !== 'OAUTH_TIMEOUT' ? 'again' : 'away';
}

/** Codes of OAuth and of the library; none has anything of a person in it. */
function codeOf(error: unknown): string {
  const { error: told, code } = error as { readonly error?: unknown; readonly code?: unknown };
  return (
    ([told, code].find((each) => typeof each === 'string' && /^[\w.-]{1,60}$/.test(each)) as string | undefined) ??
    'unknown'
  );
}
