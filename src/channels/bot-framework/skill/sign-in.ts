// How this service and the skill know each other: both are apps that sign in at Entra ID. Ours gets a token for the skill; of what comes
// to us, only a token of that one app is let in.

import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createBearerSource } from '../../../http/bearer.ts';
import { OutsideError } from '../../../model/outside-error.ts';
import { type BotApp, type Credentials, publicCloud, settingsOf } from '../adapter.ts';
import type { TokenRules } from '../token.ts';

export interface Skill {
  readonly url: string;
  readonly appId: string;
  /** Where both apps sign in. */
  readonly loginUrl: string;
}

/** Where apps of many tenants sign in, and its id in the tokens that it gives. Source: botframework-connector, `tokenValidationParameters`. */
const manyTenants = { name: 'botframework.com', id: 'd6d49420-f39b-4df7-a1dc-d59a935871db' };

const tokenLimitMs = 5_000;
/** As long as the Bot Framework itself waits for a turn. Together they stay within the lease of a delivery. */
const postLimitMs = 15_000;

/** Whom to let in. Tokens of version 1.0 name `sts.windows.net` in every cloud but China's. */
export function rulesFor(app: BotApp, { appId, loginUrl }: Skill): TokenRules {
  const { name, id } = app.tenantId === undefined ? manyTenants : { name: app.tenantId, id: app.tenantId };
  return {
    appId: app.id,
    issuer: [`https://sts.windows.net/${id}/`, `${loginUrl}/${id}/v2.0`],
    metadataUrl: `${loginUrl}/${name}/v2.0/.well-known/openid-configuration`,
    caller: appId,
  };
}

/** botbuilder's own authentication, for the client that posts to the skill and for the handler of what comes from it. */
export function authenticationFor(app: BotApp, skill: Skill): ConfigurationBotFrameworkAuthentication {
  const { issuer, metadataUrl } = rulesFor(app, skill);
  return new ConfigurationBotFrameworkAuthentication(
    { ...settingsOf(app, publicCloud), ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl },
    credentialsFor(app, skill),
    {
      requiredEndorsements: [],
      validTokenIssuers: [issuer].flat(),
      validateClaims: async (claims) => {
        const isSkill = claims.some(({ type, value }) => ['appid', 'azp'].includes(type) && value === skill.appId);
        if (!isSkill) throw new Error('Only the skill is let in.');
      },
    },
    post as never,
  );
}

/** Tokens by ourselves, not by MSAL: it has no time limit, and asks a host of its own choice whether the one of the settings may be asked. */
function credentialsFor(app: BotApp, { appId, loginUrl }: Skill): Credentials {
  const tokenUrl = `${loginUrl}/${app.tenantId ?? manyTenants.name}/oauth2/v2.0/token`;
  const scope = `${appId}/.default`;
  const tokens = createBearerSource('skill', { tokenUrl, clientId: app.id, clientSecret: app.password, scope });
  const signRequest = async (request: { readonly headers: { set(name: string, value: string): void } }) => {
    request.headers.set('authorization', `Bearer ${await tokens.bearer(tokenLimitMs)}`);
    return request;
  };
  return {
    isValidAppId: async (id: string) => id === app.id,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  } as unknown as Credentials;
}

/** Sent to the address of the settings and nowhere else: a redirect is no answer. What it says beside the status is not read. */
async function post(url: string, { headers, body }: { headers: Record<string, string>; body: string }) {
  const signal = AbortSignal.timeout(postLimitMs);
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).catch(() => {
    const [message, code] = signal.aborted
      ? (['The skill did not answer in time', 'timed-out'] as const)
      : (['The skill was not reached', 'unreachable'] as const);
    throw new OutsideError(message, { system: 'skill', code, retryable: true });
  });
  await answer.body?.cancel().catch(() => undefined);
  return { status: answer.status, json: async () => undefined };
}
