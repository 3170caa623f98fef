// A landlord's other desk: a real bot on botbuilder, as a skill has to be one, with where both its app and ours sign in.

import { type Activity, ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openServer } from './open-server.ts';

type Json = Readonly<Record<string, unknown>>;

const ourApp = 'd1e5c0de-0000-4000-8000-000000000001';
const itsApp = '5c111b07-0000-4000-8000-000000000002';
const password = 'the-secret-of-our-app';
const tenant = 'a0a0a0a0-0000-4000-8000-00000000000a';

export interface SkillBot {
  /** Settings of the service with which its conversations go there. */
  readonly env: Readonly<Record<string, string>>;
  /** What came to it, in order. */
  readonly heard: readonly Activity[];
  /** What the bot answers at once to a message that it knows. */
  readonly answers: Map<string, string>;
  /** What its endpoint answers in place of the bot; undefined: the bot is there. */
  is: { readonly status: number } | undefined;
  /** Sends an activity to the conversation as the SDK does; resolves with the status. */
  send(conversation: string, activity: Partial<Activity>): Promise<number>;
  /** Posts to the conversation by itself. `token`: null for none, else its claims that are others. */
  post(conversation: string, body: unknown, token?: Json | null): Promise<Response>;
  close(): Promise<void>;
}

/** Entra ID as far as two apps meet it: metadata, keys, and tokens for who knows the secret. */
async function openLogin() {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'key-1' };
  const app = express();
  const server = await openServer(app);
  const issuer = `${server.url}/${tenant}/v2.0`;
  const sign = (claims: Json) =>
    new SignJWT({ iss: issuer, ver: '2.0', tid: tenant, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(keys.privateKey);
  app.get(`/${tenant}/v2.0/.well-known/openid-configuration`, (_request, response) => {
    response.json({ issuer, jwks_uri: `${server.url}/keys` });
  });
  app.get('/keys', (_request, response) => response.json({ keys: [jwk] }));
  app.post(`/${tenant}/oauth2/v2.0/token`, express.urlencoded(), async ({ headers, body }, response) => {
    const known = `Basic ${Buffer.from(`${ourApp}:${password}`).toString('base64')}`;
    if (headers.authorization !== known || body.grant_type !== 'client_credentials')
      return void response.sendStatus(401);
    const aud = String(body.scope).replace(/\/\.default$/, '');
    response.json({ access_token: await sign({ aud, azp: ourApp }), expires_in: 3_600 });
  });
  return { ...server, issuer, sign };
}

export async function openSkillBot(): Promise<SkillBot> {
  const login = await openLogin();
  const heard: Activity[] = [];
  const answers = new Map<string, string>();
  const adapter = new CloudAdapter(authenticationBy(login));
  const bot = new ActivityHandler();
  bot.onTurn(async (context, next) => {
    heard.push(context.activity);
    await next();
  });
  bot.onMessage(async (context, next) => {
    const answer = answers.get(context.activity.text);
    if (answer !== undefined) await context.sendActivity(answer);
    await next();
  });
  const app = express();
  const server = await openServer(app);
  const self: SkillBot = {
    env: {
      MICROSOFT_APP_ID: ourApp,
      MICROSOFT_APP_PASSWORD: password,
      MICROSOFT_APP_TENANT_ID: tenant,
      SKILL_DESK_URL: `${server.url}/api/messages`,
      SKILL_DESK_APP_ID: itsApp,
      SKILL_DESK_LOGIN_URL: login.url,
    },
    heard,
    answers,
    is: undefined,
    async send(conversation, activity) {
      const { serviceUrl = '', channelId = '' } = heard.find((each) => each.conversation.id === conversation) ?? {};
      const reference = { serviceUrl, channelId, conversation: { id: conversation } as Activity['conversation'] };
      try {
        await adapter.continueConversationAsync(itsApp, reference, ourApp, async (context) => {
          await context.sendActivity(activity);
        });
        return 200;
      } catch (error) {
        return (error as { statusCode?: number }).statusCode ?? 0;
      }
    },
    async post(conversation, body, claims = {}) {
      const authorization =
        claims === null ? {} : { Authorization: `Bearer ${await login.sign({ ...theirs, ...claims })}` };
      const serviceUrl = heard[0]?.serviceUrl ?? '';
      return fetch(`${serviceUrl}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...authorization },
        body: JSON.stringify(body),
      });
    },
    async close() {
      await server.close();
      await login.close();
    },
  };
  app.post('/api/messages', express.json({ limit: '1mb' }), async (request, response) => {
    if (self.is !== undefined) response.sendStatus(self.is.status);
    else await adapter.process(request, response as never, (context) => bot.run(context));
  });
  return self;
}

const theirs = { aud: ourApp, azp: itsApp };

/** Lets in our app alone, as a skill should. */
function authenticationBy({ url, issuer, sign }: Awaited<ReturnType<typeof openLogin>>) {
  const signRequest = async (request: { readonly headers: { set(name: string, value: string): void } }) => {
    request.headers.set('authorization', `Bearer ${await sign(theirs)}`);
    return request;
  };
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: itsApp,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${url}/none`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/${tenant}/v2.0/.well-known/openid-configuration`,
    },
    {
      isValidAppId: async (id: string) => id === itsApp,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest }),
    } as never,
    {
      requiredEndorsements: [],
      validTokenIssuers: [issuer],
      validateClaims: async (claims) => {
        if (!claims.some(({ type, value }) => type === 'azp' && value === ourApp)) throw new Error('Who is this?');
      },
    },
  );
}
