// Settings from the environment, checked all at once. The one place that knows the variables; `.env.example` lists them.

import { z } from 'zod';
import { faultsIn, isSafe } from './config-faults.ts';

const optional = z.string().min(1).optional();
const url = z.url({ protocol: /^https?$/, error: 'expected an address such as https://chat.example.com' });
const optionalUrl = url.optional();
/** Of 24 to 64 bytes, as Standard Webhooks asks. */
const webhookSecret = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/,
    'expected whsec_ and 24 to 64 random bytes in base64, such as printed by: echo whsec_$(openssl rand -base64 32)',
  )
  .optional();

const Variables = z
  .object({
    PORT: z.coerce.number<string>('expected a port such as 3978').int().min(0).max(65_535).default(3978),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: optionalUrl,
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'expected an address such as postgres://user:password@localhost:5432/doorstep',
      })
      .optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'expected an address such as redis://localhost:6379' }).optional(),
    LANDLORD: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'expected the name of a pack in landlords/, such as demo')
      .default('demo'),
    DIRECT_LINE_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
    PORTAL_IDENTITY_SECRET: z.string().min(32, 'expected at least 32 characters').optional(),
    TWILIO_ACCOUNT_SID: z
      .string()
      .regex(/^AC[0-9a-f]{32}$/i, 'expected AC and 32 hexadecimal digits')
      .optional(),
    TWILIO_AUTH_TOKEN: optional,
    TWILIO_FROM: z
      .string()
      .regex(/^\+?\d{3,15}$/, 'expected a number such as +447700900000 or a short code')
      .optional(),
    TWILIO_MESSAGING_SERVICE_SID: z
      .string()
      .regex(/^MG[0-9a-f]{32}$/i, 'expected MG and 32 hexadecimal digits')
      .optional(),
    TWILIO_API_URL: optionalUrl,
    TRANSLATION: z
      .enum(['none', 'google', 'libretranslate'], 'expected `none`, `google` or `libretranslate`')
      .default('none'),
    GOOGLE_CLOUD_PROJECT: optional,
    GOOGLE_APPLICATION_CREDENTIALS: optional,
    GOOGLE_TRANSLATE_URL: optionalUrl,
    GOOGLE_TRANSLATE_GLOSSARY: optional,
    LIBRETRANSLATE_URL: optionalUrl,
    LIBRETRANSLATE_API_KEY: optional,
    SPEECH: z.enum(['local', 'google'], 'expected `local` or `google`').default('local'),
    GOOGLE_SPEECH_URL: optionalUrl,
    RECOGNISER: z.enum(['own', 'openai'], 'expected `own` or `openai`').default('own'),
    OPENAI_URL: z
      .url({ protocol: /^https?$/, error: 'expected an address such as https://llm.example.com/v1' })
      .optional(),
    OPENAI_API_KEY: optional,
    OPENAI_MODEL: optional,
    OPENAI_LIMIT_MS: z.coerce
      .number<string>('expected milliseconds such as 1500')
      .int('expected whole milliseconds such as 1500')
      .min(100, 'expected at least 100 milliseconds, such as 1500')
      .max(10_000, 'expected at most 10000 milliseconds, such as 1500: the tenant waits for it')
      .default(1_500),
    HOUSING: z.enum(['embedded', 'rest'], 'expected `embedded` or `rest`').default('embedded'),
    HOUSING_URL: optionalUrl,
    HOUSING_CLIENT_ID: optional,
    HOUSING_CLIENT_SECRET: optional,
    HOUSING_TOKEN_URL: optionalUrl,
    HOUSING_API_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
    DESK_SIGN_IN: z.enum(['link', 'oidc'], 'expected `link` or `oidc`').default('link'),
    OIDC_ISSUER: url
      .refine(isSafe, 'expected https, such as https://login.example.com; http on this machine alone')
      .optional(),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_SCOPE: z
      .string()
      .regex(/(?:^| )openid(?: |$)/, 'expected scopes with openid among them, such as `openid profile`')
      .default('openid profile'),
    OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
    DESK_IDLE_MINUTES: z.coerce
      .number<string>('expected minutes such as 30')
      .int('expected whole minutes such as 30')
      .min(1, 'expected at least 1 minute, such as 30')
      .max(720, 'expected at most 720 minutes, such as 30')
      .default(30),
    DESK_SESSION_HOURS: z.coerce
      .number<string>('expected hours such as 12')
      .int('expected whole hours such as 12')
      .min(1, 'expected at least 1 hour, such as 12')
      .max(24, 'expected at most 24 hours, such as 12: who was removed at the provider is let in as long')
      .default(12),
    NODE_ENV: optional,
    MICROSOFT_APP_ID: optional,
    MICROSOFT_APP_PASSWORD: optional,
    MICROSOFT_APP_TENANT_ID: optional,
    SKILL_DESK_URL: url
      .refine(isSafe, 'expected https, such as https://desk.example.com/api/messages; http on this machine alone')
      .optional(),
    SKILL_DESK_APP_ID: z
      .guid('expected the Microsoft app id of the skill, such as 6a0b2c1d-0000-4000-8000-000000000001')
      .optional(),
    SKILL_DESK_LOGIN_URL: url
      .refine(isSafe, 'expected https, such as https://login.microsoftonline.us; http on this machine alone')
      .default('https://login.microsoftonline.com'),
    WEBHOOK_URL: url
      .refine(isSafe, 'expected https, such as https://crm.example.com/doorstep; http on this machine alone')
      .optional(),
    WEBHOOK_SECRET: webhookSecret,
    WEBHOOK_SECRET_PREVIOUS: webhookSecret,
    BOT_FRAMEWORK_DESK: z.enum(['own', 'handoff'], 'expected `own` or `handoff`').optional(),
    GATHER_TEXTS_SECONDS: z.coerce
      .number<string>('expected seconds such as 4, or 0 to answer each text by itself')
      .min(0, 'expected seconds such as 4, or 0 to answer each text by itself')
      .max(30, 'expected at most 30 seconds, such as 4: the tenant waits for it')
      .optional(),
    TEXTS_ANSWERED_PER_HOUR: z.coerce
      .number<string>('expected a number of texts such as 40')
      .int('expected a whole number of texts such as 40')
      .positive('expected a number of texts above zero, such as 40')
      .optional(),
    CLOCK: z.iso.datetime({ offset: true, error: 'expected an instant such as 2026-11-23T09:00:00Z' }).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .check(({ value, issues }) => {
    for (const [variable, message] of faultsIn(value)) {
      issues.push({ code: 'custom', path: [variable], message, input: value });
    }
  });

export type Config = Readonly<ReturnType<typeof arrange>>;

/**
 * @param env the environment; an empty value counts as absent
 * @throws Error naming every variable that is wrong, what was wrong and an example
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Variables.safeParse(given);
  if (parsed.success) return Object.freeze(arrange(parsed.data));
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings that cannot be used (see .env.example):\n${lines.join('\n')}`);
}

/** The names of all variables, for the test that compares them with `.env.example`. */
export const variableNames: readonly string[] = Object.keys(Variables.shape);

/** What a setting says otherwise than the landlord pack, and where events go. */
function besides(v: z.output<typeof Variables>) {
  return {
    botFrameworkDesk: v.BOT_FRAMEWORK_DESK,
    skillDesk: {
      url: v.SKILL_DESK_URL,
      appId: v.SKILL_DESK_APP_ID,
      loginUrl: v.SKILL_DESK_LOGIN_URL.replace(/\/$/, ''),
    },
    gatherTextsSeconds: v.GATHER_TEXTS_SECONDS,
    textsAnsweredPerHour: v.TEXTS_ANSWERED_PER_HOUR,
    webhook: {
      url: v.WEBHOOK_URL,
      /** The newest first. */
      secrets: [v.WEBHOOK_SECRET, v.WEBHOOK_SECRET_PREVIOUS].flatMap((each) => each ?? []),
    },
  };
}

function arrange(v: z.output<typeof Variables>) {
  return {
    http: { port: v.PORT, host: v.HOST, publicUrl: v.PUBLIC_URL?.replace(/\/$/, '') },
    store: { dataDir: v.DATA_DIR, databaseUrl: v.DATABASE_URL },
    redisUrl: v.REDIS_URL,
    landlord: v.LANDLORD,
    directLineSecret: v.DIRECT_LINE_SECRET,
    portalIdentitySecret: v.PORTAL_IDENTITY_SECRET,
    twilio: {
      accountSid: v.TWILIO_ACCOUNT_SID,
      authToken: v.TWILIO_AUTH_TOKEN,
      from: v.TWILIO_FROM,
      messagingServiceSid: v.TWILIO_MESSAGING_SERVICE_SID,
      apiUrl: v.TWILIO_API_URL,
    },
    recogniser: {
      kind: v.RECOGNISER,
      url: v.OPENAI_URL,
      apiKey: v.OPENAI_API_KEY,
      model: v.OPENAI_MODEL,
      limitMs: v.OPENAI_LIMIT_MS,
    },
    translation: {
      kind: v.TRANSLATION,
      google: {
        project: v.GOOGLE_CLOUD_PROJECT,
        keyFile: v.GOOGLE_APPLICATION_CREDENTIALS,
        url: v.GOOGLE_TRANSLATE_URL,
        glossary: v.GOOGLE_TRANSLATE_GLOSSARY,
      },
      libre: { url: v.LIBRETRANSLATE_URL, apiKey: v.LIBRETRANSLATE_API_KEY },
    },
    speech: { kind: v.SPEECH, google: { keyFile: v.GOOGLE_APPLICATION_CREDENTIALS, url: v.GOOGLE_SPEECH_URL } },
    housing: {
      kind: v.HOUSING,
      url: v.HOUSING_URL,
      clientId: v.HOUSING_CLIENT_ID,
      clientSecret: v.HOUSING_CLIENT_SECRET,
      tokenUrl: v.HOUSING_TOKEN_URL,
      apiToken: v.HOUSING_API_TOKEN,
    },
    desk: {
      signIn: v.DESK_SIGN_IN,
      idleMinutes: v.DESK_IDLE_MINUTES,
      sessionHours: v.DESK_SESSION_HOURS,
      oidc: {
        issuer: v.OIDC_ISSUER,
        clientId: v.OIDC_CLIENT_ID,
        clientSecret: v.OIDC_CLIENT_SECRET,
        scope: v.OIDC_SCOPE,
        groupsClaim: v.OIDC_GROUPS_CLAIM,
      },
    },
    isProduction: v.NODE_ENV === 'production',
    microsoft: { appId: v.MICROSOFT_APP_ID, password: v.MICROSOFT_APP_PASSWORD, tenantId: v.MICROSOFT_APP_TENANT_ID },
    ...besides(v),
    clock: v.CLOCK === undefined ? undefined : new Date(v.CLOCK),
    logLevel: v.LOG_LEVEL,
  };
}
