// botbuilder's CloudAdapter with its two ways open to us: an activity in under its authentication, and one out to a reference.

import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  TurnContext,
} from 'botbuilder';

/** Where Azure Bot Service signs in and publishes its keys; the public cloud's unless a test says otherwise. */
export interface Endpoints {
  readonly loginUrl: string;
  readonly scope: string;
  readonly issuer: string;
  readonly metadataUrl: string;
}

export const publicCloud: Endpoints = {
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/** How the connector is signed in to: MSAL with the app's password unless another way is handed in. */
export type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

export interface BotApp {
  readonly id: string;
  readonly password: string;
  /** A single-tenant bot's; absent: multi-tenant. */
  readonly tenantId?: string | undefined;
}

export class DoorAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(app: BotApp | undefined, endpoints: Endpoints, credentials?: Credentials) {
    super(new ConfigurationBotFrameworkAuthentication(settingsOf(app, endpoints), credentials));
    this.#appId = app?.id ?? '';
  }

  /** Unlike `process`, it leaves the answer and the errors to us, and prints nothing. */
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }

  /** @param signal ends it: the SDK would otherwise go on trying after we have given up, and the outbox would send it twice */
  async send(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity>,
    signal: AbortSignal,
  ): Promise<void> {
    await this.continueConversationAsync(this.#appId, reference, async (context) => {
      const connector = context.turnState.get<Connector>(this.ConnectorClientKey);
      connector.client?.pipeline?.removePolicy({ name: 'defaultRetryPolicy' });
      // Not through `context`: its continuation has an id that nobody has seen, and a reply to that is held back by clients.
      const addressed = TurnContext.applyConversationReference({ ...activity }, reference);
      await connector.conversations.sendToConversation(addressed.conversation?.id ?? '', addressed, {
        abortSignal: signal,
      });
    });
  }
}

/** The SDK's connector, as far as we use it. Retries are the outbox's: it knows how often and how long. */
interface Connector {
  readonly conversations: {
    sendToConversation(
      conversation: string,
      activity: Partial<Activity>,
      options: { readonly abortSignal: AbortSignal },
    ): Promise<unknown>;
  };
  readonly client?: { readonly pipeline?: { removePolicy(policy: { readonly name: string }): unknown } };
}

/** As the SDK names them. */
export function settingsOf(app: BotApp | undefined, endpoints: Endpoints): Record<string, string> {
  const of = app === undefined ? {} : { MicrosoftAppId: app.id, MicrosoftAppPassword: app.password };
  const tenant =
    app?.tenantId === undefined
      ? { MicrosoftAppType: 'MultiTenant' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: app.tenantId };
  return {
    ...of,
    ...tenant,
    ValidateAuthority: 'true',
    ToChannelFromBotLoginUrl: endpoints.loginUrl,
    ToChannelFromBotOAuthScope: endpoints.scope,
    ToBotFromChannelTokenIssuer: endpoints.issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: endpoints.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    CallerId: 'urn:botframework:azure',
  };
}
