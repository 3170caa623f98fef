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

  it('refuse a recogniser that there is not, and a wait that no tenant has', () => {
    const start = () => readConfig({ RECOGNISER: 'azure', OPENAI_URL: 'llm', OPENAI_LIMIT_MS: '60000' });

    expect(start).to.throw(/RECOGNISER: expected `own` or `openai`/);
    expect(start).to.throw(/OPENAI_URL: expected an address such as https:\/\/llm\.example\.com\/v1/);
    expect(start).to.throw(/OPENAI_LIMIT_MS: expected at most 10000 milliseconds, such as 1500/);
    expect(readConfig({}).recogniser).to.include({ kind: 'own', limitMs: 1_500 });
  });

  it('treat an empty value as absent', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '' }).http.port).to.equal(3978);
  });

  it('are all in .env.example and nothing else is', () => {
    const listed = readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm);

    expect(Array.from(listed, ([, name]) => name).sort()).to.deep.equal([...variableNames].sort());
  });
});
