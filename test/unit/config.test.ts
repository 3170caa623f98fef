import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readConfig, variableNames } from '../../src/config.ts';

describe('the settings', () => {
  it('have defaults for everything', () => {
    const config = readConfig({});

    expect(config.http).to.deep.equal({ port: 3978, host: '127.0.0.1', publicUrl: undefined });
    expect(config.housing.kind).to.equal('embedded');
    expect(config.landlord).to.equal('demo');
  });

  it('are named all at once when they are wrong, each with an example', () => {
    const start = () => readConfig({ PORT: 'abc', DATABASE_URL: 'mysql://x', CLOCK: 'yesterday' });

    expect(start).to.throw(/PORT: expected a port such as 3978/);
    expect(start).to.throw(/DATABASE_URL: expected an address such as postgres:/);
    expect(start).to.throw(/CLOCK: expected an instant such as 2026-11-23T09:00:00Z/);
  });

  it('ask for the Twilio token and a sender when an account is set', () => {
    const start = () => readConfig({ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` });

    expect(start).to.throw(/TWILIO_AUTH_TOKEN/);
    expect(start).to.throw(/TWILIO_FROM/);
  });

  it('ask for address, key and model when a recogniser elsewhere is switched on, each with an example', () => {
    const start = () => readConfig({ RECOGNISER: 'openai' });

    expect(start).to.throw(/OPENAI_URL: is needed with RECOGNISER=openai, e\.g\. https:\/\/llm\.example\.com\/v1/);
    expect(start).to.throw(/OPENAI_API_KEY: is needed with RECOGNISER=openai, e\.g\. /);
    expect(start).to.throw(/OPENAI_MODEL: is needed with RECOGNISER=openai, e\.g\. /);
  });

  it('ask for issuer, id and secret where people sign in at a provider, over https or on this machine', () => {
    const whole = {
      DESK_SIGN_IN: 'oidc',
      OIDC_ISSUER: 'https://login.example.com',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    };

    expect(() => readConfig({ DESK_SIGN_IN: 'oidc' })).to.throw(
      /OIDC_ISSUER: is needed.*https:.*\n.*OIDC_CLIENT_ID: is needed.*\n.*OIDC_CLIENT_SECRET: is needed/,
    );
    expect(readConfig(whole).desk).to.deep.include({ signIn: 'oidc', idleMinutes: 30, sessionHours: 12 });
    expect(() => readConfig({ ...whole, OIDC_ISSUER: 'http://login.example.com' })).to.throw(
      /OIDC_ISSUER: expected https/,
    );
    expect(readConfig({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:8080' }).desk.oidc.issuer).to.include('127.0.0.1');
    expect(() => readConfig({ OIDC_SCOPE: 'profile' })).to.throw(/OIDC_SCOPE: expected scopes with openid/);
    expect(() => readConfig({ DESK_SESSION_HOURS: '48' })).to.throw(/DESK_SESSION_HOURS: expected at most 24/);
    expect(() => readConfig({ DESK_IDLE_MINUTES: '0' })).to.throw(/DESK_IDLE_MINUTES: expected at least 1/);
  });

  it('refuse a recogniser that there is not, and a wait that no tenant has', () => {
    const start = () => readConfig({ RECOGNISER: 'azure', OPENAI_URL: 'llm', OPENAI_LIMIT_MS: '60000' });

    expect(start).to.throw(/RECOGNISER: expected `own` or `openai`/);
    expect(start).to.throw(/OPENAI_URL: expected an address such as https:\/\/llm\.example\.com\/v1/);
    expect(start).to.throw(/OPENAI_LIMIT_MS: expected at most 10000 milliseconds, such as 1500/);
    expect(readConfig({}).recogniser).to.include({ kind: 'own', limitMs: 1_500 });
  });

  it('send events over https or on this machine alone, and signed', () => {
    const secret = `whsec_${'A'.repeat(43)}=`;
    const [here, there] = ['http://127.0.0.1:8080/events', 'https://crm.example.com/events'];

    expect(readConfig({}).webhook).to.deep.equal({ url: undefined, secrets: [] });
    expect(() => readConfig({ WEBHOOK_URL: there })).to.throw(/WEBHOOK_SECRET: is needed with WEBHOOK_URL/);
    for (const address of ['http://crm.example.com/events', 'http://10.0.0.7/events', 'http://localhost.evil.example'])
      expect(() => readConfig({ WEBHOOK_URL: address, WEBHOOK_SECRET: secret }), address).to.throw(
        /WEBHOOK_URL: expected https/,
      );
    expect(() => readConfig({ WEBHOOK_URL: there, WEBHOOK_SECRET: 'secret' })).to.throw(
      /WEBHOOK_SECRET: expected whsec_/,
    );
    expect(readConfig({ WEBHOOK_URL: here, WEBHOOK_SECRET: secret }).webhook.secrets).to.deep.equal([secret]);
  });

  it('hand conversations to a skill with an app of our own alone, over https or on this machine', () => {
    const [skill, ours] = ['6a0b2c1d-0000-4000-8000-000000000001', '6a0b2c1d-0000-4000-8000-000000000002'];
    const url = 'https://desk.example.com/api/messages';
    const app = { MICROSOFT_APP_ID: ours, MICROSOFT_APP_PASSWORD: 'a', PUBLIC_URL: 'https://chat.example.com' };
    const whole = { ...app, SKILL_DESK_URL: url, SKILL_DESK_APP_ID: skill };

    expect(readConfig({}).skillDesk.url).to.equal(undefined);
    expect(readConfig(whole).skillDesk).to.deep.equal({
      url,
      appId: skill,
      loginUrl: 'https://login.microsoftonline.com',
    });
    for (const missing of ['SKILL_DESK_APP_ID', ...Object.keys(app)])
      expect(() => readConfig({ ...whole, [missing]: '' }), missing).to.throw(
        new RegExp(`${missing}: is needed with SKILL_DESK_URL: the `),
      );
    expect(() => readConfig({ ...whole, SKILL_DESK_APP_ID: ours })).to.throw(
      /SKILL_DESK_APP_ID: is the app of this service/,
    );
    expect(() => readConfig({ ...whole, SKILL_DESK_APP_ID: 'skill' })).to.throw(
      /expected the Microsoft app id of the skill/,
    );
    for (const variable of ['SKILL_DESK_URL', 'SKILL_DESK_LOGIN_URL'])
      expect(() => readConfig({ ...whole, [variable]: 'http://10.0.0.7/x' })).to.throw(`${variable}: expected https`);
  });

  it('treat an empty value as absent', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '' }).http.port).to.equal(3978);
  });

  it('are all in .env.example and nothing else is', () => {
    const listed = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm);

    expect(Array.from(listed, ([, name]) => name).sort()).to.deep.equal([...variableNames].sort());
  });
});
