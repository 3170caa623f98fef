// What is wrong with settings that are each right by themselves: one that another one needs is missing.

type Given = Readonly<Record<string, unknown>>;
type Faults = readonly (readonly [variable: string, message: string])[];

/** Those of the needed that are not given, with what each is after the same words. */
function missing(given: Given, needed: Readonly<Record<string, string>>, because: string): Faults {
  return Object.entries(needed)
    .filter(([variable]) => !given[variable])
    .map(([variable, what]) => [variable, `${because}${what}`] as const);
}

function senderFaults(given: Given): Faults {
  const faults: [string, string][] = [];
  const token = 'is needed with TWILIO_ACCOUNT_SID: the token on the first page of the Twilio console';
  const sender = 'this or TWILIO_MESSAGING_SERVICE_SID is needed with TWILIO_ACCOUNT_SID, e.g. +447700900000';
  const hasSender = given.TWILIO_FROM || given.TWILIO_MESSAGING_SERVICE_SID;
  if (given.TWILIO_ACCOUNT_SID && !given.TWILIO_AUTH_TOKEN) faults.push(['TWILIO_AUTH_TOKEN', token]);
  if (given.TWILIO_ACCOUNT_SID && !hasSender) faults.push(['TWILIO_FROM', sender]);
  if (given.MICROSOFT_APP_ID && !given.MICROSOFT_APP_PASSWORD) {
    faults.push(['MICROSOFT_APP_PASSWORD', 'is needed with MICROSOFT_APP_ID']);
  }
  return faults;
}

function recogniserFaults(given: Given): Faults {
  if (given.RECOGNISER !== 'openai') return [];
  const examples = {
    OPENAI_URL: 'https://llm.example.com/v1',
    OPENAI_API_KEY: 'the key of your account there, or any word where none is asked for',
    OPENAI_MODEL: 'the name of a model that the endpoint serves',
  };
  return missing(given, examples, 'is needed with RECOGNISER=openai, e.g. ');
}

function translationFaults(given: Given): Faults {
  const project = 'is needed with TRANSLATION=google: the id of the project, e.g. my-landlord-123456';
  const url = 'is needed with TRANSLATION=libretranslate, e.g. http://localhost:5000';
  if (given.TRANSLATION === 'google' && !given.GOOGLE_CLOUD_PROJECT) return [['GOOGLE_CLOUD_PROJECT', project]];
  if (given.TRANSLATION === 'libretranslate' && !given.LIBRETRANSLATE_URL) return [['LIBRETRANSLATE_URL', url]];
  return [];
}

function housingFaults(given: Given): Faults {
  if (given.HOUSING !== 'rest') return [];
  const faults: [string, string][] = [];
  const isClient = given.HOUSING_TOKEN_URL && given.HOUSING_CLIENT_ID && given.HOUSING_CLIENT_SECRET;
  const url = 'is needed with HOUSING=rest, e.g. https://housing.example.com/housing/v1';
  const token =
    'this, or all of HOUSING_TOKEN_URL, HOUSING_CLIENT_ID and HOUSING_CLIENT_SECRET, is needed with HOUSING=rest';
  if (!given.HOUSING_URL) faults.push(['HOUSING_URL', url]);
  if (!given.HOUSING_API_TOKEN && !isClient) faults.push(['HOUSING_API_TOKEN', token]);
  return faults;
}

/** A token that comes over an open line is worth nothing, and what goes over one is read by others. */
export function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function signInFaults(given: Given): Faults {
  if (given.DESK_SIGN_IN !== 'oidc') return [];
  const examples = {
    OIDC_ISSUER: 'https://login.example.com/realms/landlord',
    OIDC_CLIENT_ID: 'the id under which the desk is registered at the provider',
    OIDC_CLIENT_SECRET: 'the secret that the provider gave for it',
  };
  return missing(given, examples, 'is needed with DESK_SIGN_IN=oidc, e.g. ');
}

function webhookFaults({ WEBHOOK_URL, WEBHOOK_SECRET }: Given): Faults {
  const secret = 'is needed with WEBHOOK_URL: the receiver tells by it that an event is ours';
  return WEBHOOK_URL && !WEBHOOK_SECRET ? [['WEBHOOK_SECRET', secret]] : [];
}

/** Whoever could speak as the skill would speak to tenants in our name: it is never open without an app of our own to be known by. */
function skillFaults(given: Given): Faults {
  if (!given.SKILL_DESK_URL) return [];
  const needed = {
    SKILL_DESK_APP_ID: 'the Microsoft app id of the skill: nobody else is let in as it',
    MICROSOFT_APP_ID: 'the Microsoft app id of this service, by which the skill knows it',
    MICROSOFT_APP_PASSWORD: 'the secret of MICROSOFT_APP_ID, with which this service signs in',
    PUBLIC_URL: 'the address at which the skill reaches this service',
  };
  const absent = missing(given, needed, 'is needed with SKILL_DESK_URL: ');
  const isSame = given.SKILL_DESK_APP_ID !== undefined && given.SKILL_DESK_APP_ID === given.MICROSOFT_APP_ID;
  const own = 'is the app of this service (MICROSOFT_APP_ID): expected that of the skill';
  return isSame ? [...absent, ['SKILL_DESK_APP_ID', own]] : absent;
}

/** Each with the variable that it is about. */
export function faultsIn(given: Given): Faults {
  return [
    ...senderFaults(given),
    ...recogniserFaults(given),
    ...translationFaults(given),
    ...housingFaults(given),
    ...signInFaults(given),
    ...webhookFaults(given),
    ...skillFaults(given),
  ];
}
