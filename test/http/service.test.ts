// The whole service from outside: every route of the contract answers, and what is wrong is told in a problem document.

import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { eventually } from '../support/agent.ts';
import { housingToken, type Service, sparePort, startService, temporaryFolder } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('the running service', function () {
  this.timeout(120_000);
  let service: Service;

  before(async () => {
    service = await startService();
  });
  after(() => service?.stop());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });

  it('says where it is and gives a way in to the desk', async () => {
    // It answers before all that it prints has come through the pipe.
    for (const part of [`${service.url}/chat`, '/desk#link=', 'survives a killed process, not a power cut'])
      await eventually(() => (service.said().includes(part) ? true : undefined), `Saying “${part}”`);
  });

  it('keeps the secrets that it made for its owner alone', () => {
    const file = join(service.dataDir, 'secrets.json');

    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).to.include('directLineSecret');
  });

  for (const [path, type] of [
    ['/healthz', 'text/plain'],
    ['/readyz', 'application/json'],
    ['/metrics', 'text/plain'],
    ['/', 'text/html'],
    ['/widget.js', 'text/javascript'],
    ['/widget-chat.js', 'text/javascript'],
    ['/chat', 'text/html'],
    ['/phone', 'text/html'],
    ['/desk', 'text/html'],
    ['/desk/api/openapi.json', 'application/json'],
    ['/housing/v1/openapi.json', 'application/json'],
  ] as const) {
    it(`serves ${path}`, async () => {
      const response = await get(path);

      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.include(type);
    });
  }

  for (const path of ['/', '/desk', '/phone']) {
    it(`gives ${path} an icon that is there`, async () => {
      const [, icon = ''] = /<link rel="icon" href="([^"]+)"/.exec(await (await get(path)).text()) ?? [];

      expect(icon).to.match(/^\/[a-z]/);
      expect((await get(icon)).headers.get('content-type')).to.include('image/svg+xml');
    });
  }

  it('is ready part by part', async () => {
    expect(await (await get('/readyz')).json()).to.deep.equal({
      ready: true,
      parts: { database: 'up', housing: 'up', outbox: 'up' },
    });
  });

  it('counts turns and deliveries', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('what are your opening hours');

    const figures = await (await get('/metrics')).text();

    expect(figures).to.match(/doorstep_turn_seconds_count\{channel="web"\} [1-9]/);
    expect(figures).to.match(/doorstep_outbox_parked 0/);
  });

  it('opens a widget session with all that the contract names', async () => {
    const response = await fetch(`${service.url}/widget/session`, { method: 'POST', body: '{}' });
    const session = (await response.json()) as Record<string, unknown>;

    expect(response.status).to.equal(200);
    expect(session).to.include.keys('token', 'conversationId', 'expires_in', 'directLine', 'landlord', 'languages');
  });

  it('takes the housing system’s token and no other', async () => {
    const good = await get('/housing/v1/people?phone=%2B447700900102', { Authorization: `Bearer ${housingToken}` });
    const bad = await get('/housing/v1/people?phone=%2B447700900102', { Authorization: 'Bearer nonsense' });

    expect(good.status).to.equal(200);
    expect(bad.status).to.equal(401);
  });

  it('tells what is wrong in a problem document with nothing internal in it', async () => {
    for (const [path, status] of [
      ['/nowhere', 404],
      ['/desk/api/queue', 401],
      ['/v3/directline/conversations/web-nonsense/activities', 401],
    ] as const) {
      const response = await get(path);
      const problem = (await response.json()) as { type: string; status: number; title: string };

      expect([response.status, problem.status], path).to.deep.equal([status, status]);
      expect(response.headers.get('content-type')).to.include('application/problem+json');
      expect(problem.type).to.match(/^https:\/\/doorstep\.example\/problems\/[a-z-]+$/);
      expect(JSON.stringify(problem)).to.not.match(/\bat \/|\.ts|node_modules/);
    }
  });

  it('refuses a text of a megabyte, broken JSON and an empty message, and lives on', async () => {
    const tenant = await newTenant(service.url);
    const base = `${service.url}/v3/directline/conversations/${tenant.conversation}/activities`;
    const headers = { Authorization: `Bearer ${tenant.token}`, 'Content-Type': 'application/json' };
    const broken = await fetch(base, { method: 'POST', headers, body: '{"type": "message", "text":' });

    expect((await tenant.post('x'.repeat(1_000_000))).status).to.equal(413);
    expect(broken.status).to.equal(400);
    expect((await tenant.post('')).status).to.equal(400);
    expect(await tenant.read()).to.deep.equal([]);
    expect((await get('/healthz')).status).to.equal(200);
  });

  it('answers a message of emoji alone with words', async () => {
    const tenant = await newTenant(service.url);

    const [reply] = await tenant.say('😭😭');

    expect(reply?.text).to.match(/\p{L}{3}/u);
  });
});

describe('a service that cannot start', function () {
  this.timeout(60_000);

  function start(env: Record<string, string>) {
    const run = spawnSync(process.execPath, ['src/main.ts'], {
      encoding: 'utf8',
      timeout: 50_000,
      env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', ...env },
    });
    return { status: run.status, said: run.stderr };
  }

  it('names each setting that is wrong', () => {
    const { status, said } = start({ PORT: 'abc', TWILIO_ACCOUNT_SID: 'AC1' });

    expect(status).to.equal(1);
    expect(said).to.match(/PORT: expected a port such as 3978/);
    expect(said).to.match(/TWILIO_ACCOUNT_SID/);
  });

  it('names the landlord pack that is not there', () => {
    const { status, said } = start({ LANDLORD: 'nobody', DATA_DIR: temporaryFolder() });

    expect(status).to.equal(1);
    expect(said).to.include('landlords/nobody.yaml');
  });

  it('leaves a data folder to the process that has it', async () => {
    const service = await startService();
    const { status, said } = start({ DATA_DIR: service.dataDir, PORT: String(await sparePort()) });
    await service.stop();

    expect(status).to.equal(1);
    expect(said).to.match(/already|in use|taken/i);
    expect(said).to.not.match(/\.ts:\d+/);
  });
});
