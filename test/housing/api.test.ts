import { expect } from 'chai';
import type { Router } from 'express';
import { aCase, aRepair } from '../contracts/housing.ts';
import { type HousingDatabase, memoryDatabase, serveHousing, token } from '../support/housing.ts';

type Json = Record<string, unknown>;

describe('the API of the embedded housing system', function () {
  this.timeout(60_000);
  const faults: unknown[] = [];
  let database: HousingDatabase;
  let system: Awaited<ReturnType<typeof serveHousing>>;

  before(async () => {
    database = await memoryDatabase();
    system = await serveHousing(database.db, faults);
  });

  after(async () => {
    await system.stop();
    await database.close();
    expect(faults).to.deep.equal([]);
  });

  async function call(method: string, path: string, about: { body?: unknown; headers?: Record<string, string> } = {}) {
    const raw = typeof about.body === 'string';
    const response = await fetch(system.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(about.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...about.headers,
      },
      ...(about.body === undefined ? {} : { body: raw ? (about.body as string) : JSON.stringify(about.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as Json & Json[],
    };
  }

  const problem = ({ status, body }: { status: number; body: Json }) =>
    `${status} ${String(body.type).replace('https://doorstep.example/problems/', '')}`;

  it('opens to the bearer of the token alone', async () => {
    const headers = [{ Authorization: '' }, { Authorization: 'Bearer wrong' }, { Authorization: `Basic ${token}` }];

    const answers = await Promise.all(headers.map((each) => call('GET', '/people/P-1001', { headers: each })));

    expect(answers.map(problem)).to.deep.equal(Array(3).fill('401 unauthorized'));
    expect(answers[0]?.headers.get('www-authenticate')).to.equal('Bearer realm="housing"');
    expect(answers[0]?.headers.get('content-type')).to.include('application/problem+json');
  });

  it('[GEN-05] takes the nine characteristics and no other, and takes one away again', async () => {
    const change = async (characteristics: Json) => {
      const { headers } = await call('GET', '/people/P-1012');
      const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
      return call('PATCH', '/people/P-1012', { body: { characteristics }, headers: ifMatch });
    };
    const on = '2026-11-23';

    const both = await change({ religion: { answer: 'none', on }, marriage: { answer: 'civil-partnership', on } });
    const one = await change({ religion: null });
    const stranger = await change({ 'star-sign': { answer: 'leo', on } });
    const sentence = await change({ religion: { answer: 'I am a Muslim', on } });

    expect(both.body.characteristics).to.deep.equal({
      religion: { answer: 'none', on },
      marriage: { answer: 'civil-partnership', on },
    });
    expect(one.body.characteristics).to.deep.equal({ marriage: { answer: 'civil-partnership', on } });
    expect([stranger, sentence].map(problem)).to.deep.equal(['400 invalid', '400 invalid']);
    const stale = { body: { characteristics: { sex: { answer: 'man', on } } }, headers: { 'If-Match': '"1"' } };
    expect((await call('PATCH', '/people/P-1012', stale)).status).to.equal(412);
    expect((await call('GET', '/people/P-1012')).body.characteristics).not.to.have.property('sex');
  });

  it('finds people in every way that is written', async () => {
    const queries = [
      'phone=%2B447700900105',
      'phone=+447700900105',
      'phone=07700%20900105',
      'tenancy=lea-200105',
      'name=Sian%20Pritchard&postcode=aw35rn',
      'name=PRITCHARD&postcode=AW3%205RN&phone=07700900105',
    ];

    const answers = await Promise.all(queries.map((query) => call('GET', `/people?${query}`)));

    expect(answers.map(({ body }) => body.map((person) => person.id))).to.deep.equal(Array(6).fill(['P-1005']));
  });

  it('finds nobody when only half of it fits', async () => {
    const { status, body } = await call('GET', '/people?name=Pritchard&postcode=AW1%202BD');

    expect({ status, body }).to.deep.equal({ status: 200, body: [] });
  });

  it('changes a profile for whoever has seen it, once', async () => {
    const seen = await call('GET', '/people/P-1003');
    const etag = seen.headers.get('etag') ?? '';
    const change = { body: { contact: { prefer: 'post', avoid: null } }, headers: { 'If-Match': etag } };

    const blind = await call('PATCH', '/people/P-1003', { body: change.body });
    const both = await Promise.all([call('PATCH', '/people/P-1003', change), call('PATCH', '/people/P-1003', change)]);

    expect(problem(blind)).to.equal('428 if-match-needed');
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
    const now = await call('GET', '/people/P-1003');
    expect(now.body.contact).to.deep.equal({ prefer: 'post' });
    expect(now.body.name).to.deep.equal({ title: 'Mr', given: 'Harold', family: 'Whitcombe' });
    expect(now.headers.get('etag')).to.equal(now.body.etag).and.not.equal(etag);
  });

  it('finds a person by the name that was changed', async () => {
    const { body } = await call('GET', '/people/P-1010');
    const patch = { name: { given: 'Grace', family: 'Okafor' }, phones: ['+447700900555'], email: null };

    await call('PATCH', '/people/P-1010', { body: patch, headers: { 'If-Match': String(body.etag) } });

    const found = await call('GET', '/people?phone=07700900555');
    expect(found.body[0]).to.deep.include({ name: patch.name, email: null });
  });

  it('opens one case for twenty who ask the same at once', async () => {
    const body = { ...aCase(), reference: undefined };
    const headers = { 'Idempotency-Key': 'twenty-at-once' };

    const answers = await Promise.all(Array.from({ length: 20 }, () => call('POST', '/cases', { body, headers })));

    expect(answers.filter(({ status }) => status === 201)).to.have.length(1);
    expect(answers.filter(({ status }) => status === 200)).to.have.length(19);
    expect(new Set(answers.map((answer) => answer.body.reference)).size).to.equal(1);
    expect(answers.find(({ status }) => status === 200)?.headers.get('idempotency-replayed')).to.equal('true');
    const created = answers.find(({ status }) => status === 201);
    expect(created?.headers.get('location')).to.equal(`/housing/v1/cases/${created?.body.reference}`);
    const conversation = await call('GET', '/cases?person=P-1002&kind=complaint&status=open');
    expect(conversation.body.filter((each) => each.reference === created?.body.reference)).to.have.length(1);
  });

  it('tells a key that is used again for something else, and a reference that is taken', async () => {
    const first = aCase();
    const headers = { 'Idempotency-Key': 'used-again' };
    await call('POST', '/cases', { body: first, headers });

    const other = await call('POST', '/cases', { body: aCase(), headers });
    const taken = await call('POST', '/cases', { body: { ...first, words: 'something else' } });

    expect(problem(other)).to.equal('422 key-reused');
    expect(problem(taken)).to.equal('409 reference-taken');
  });

  it('makes the reference of whatever comes without one', async () => {
    const made = await Promise.all([
      call('POST', '/cases', { body: { kind: 'hazard', words: 'mould' } }),
      call('POST', '/repairs', { body: { person: 'P-1001', fault: 'tap', trade: 'plumbing' } }),
      call('POST', '/tasks', { body: { team: 'access', kind: 'review', words: 'x', due: '2026-12-01' } }),
    ]);

    expect(made.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    const prefixes = made.map(({ body }) => String(body.reference).slice(0, 4));
    expect(prefixes).to.deep.equal(['HAZ-', 'REP-', 'TSK-']);
    expect(made[0]?.body).to.deep.include({
      status: 'open',
      priority: 'normal',
      receivedAt: '2026-11-23T09:00:00.000Z',
    });
  });

  it('changes cases, tasks and repairs, and minds If-Match when it is sent', async () => {
    const { reference } = aCase();
    const opened = await call('POST', '/cases', { body: aCase({ reference }) });
    const etag = opened.headers.get('etag') ?? '';

    const changed = await call('PATCH', `/cases/${reference}`, {
      body: { status: 'acknowledged', acknowledgedAt: '2026-11-24T10:00:00+02:00' },
      headers: { 'If-Match': etag },
    });
    const late = await call('PATCH', `/cases/${reference}`, { body: { owner: 'x' }, headers: { 'If-Match': etag } });
    const any = await call('PATCH', `/cases/${reference.toLowerCase()}`, { body: { owner: 'Ann' } });

    expect(changed.body).to.deep.include({ status: 'acknowledged', acknowledgedAt: '2026-11-24T08:00:00.000Z' });
    expect(problem(late)).to.equal('412 changed-meanwhile');
    expect(late.headers.get('etag')).to.equal(changed.headers.get('etag'));
    expect(any.body).to.deep.include({ status: 'acknowledged', owner: 'Ann', words: opened.body.words });
  });

  it('gives the last visit of a half day to one of those who want it', async () => {
    const appointment = { date: '2026-11-27', slot: 'pm' } as const;
    const people = ['P-1001', 'P-1002', 'P-1003', 'P-1004', 'P-1005', 'P-1006', 'P-1007', 'P-1008'];

    const answers = await Promise.all(
      people.map((person) => call('POST', '/repairs', { body: aRepair({ person, trade: 'joinery', appointment }) })),
    );

    expect(answers.filter(({ body }) => body.status === 'appointment-booked')).to.have.length(2);
    expect(answers.filter(({ body }) => body.appointmentWanted)).to.have.length(6);
    const tasks = await call('GET', '/tasks?team=repairs&kind=arrange-appointment&limit=200');
    const late = answers.find(({ body }) => body.appointmentWanted)?.body.reference;
    expect(tasks.body.map((task) => (task.details as Json).repair)).to.include(late);
    const slots = await call('GET', `/repairs/${late}/slots`);
    expect(slots.body).to.deep.include({ date: '2026-11-27', slot: 'am' }).and.not.deep.include(appointment);
    const again = await call('PATCH', `/repairs/${late}`, { body: { appointment } });
    const agreed = await call('PATCH', `/repairs/${late}`, { body: { appointment: { ...appointment, slot: 'am' } } });
    expect(problem(again)).to.equal('409 slot-taken');
    expect(agreed.body).to.deep.include({ status: 'appointment-booked', appointment: { ...appointment, slot: 'am' } });
    expect(agreed.body).to.not.have.property('appointmentWanted');
  });

  it('pages through a list without a gap or a repeat', async () => {
    for (let each = 0; each < 7; each += 1) {
      await call('POST', '/tasks', { body: { team: 'paging', kind: 'x', words: String(each), due: '2026-12-01' } });
    }

    const words: unknown[] = [];
    let next: string | undefined = '/tasks?team=paging&limit=3';
    let pages = 0;
    while (next !== undefined) {
      const page = await call('GET', next);
      words.push(...page.body.map((task) => task.words));
      next = /<\/housing\/v1(.*)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
      pages += 1;
    }

    expect(words).to.deep.equal(['6', '5', '4', '3', '2', '1', '0']);
    expect(pages).to.equal(3);
  });

  it('lists cases received since an instant', async () => {
    const old = aCase({ receivedAt: '2026-01-05T12:00:00Z', kind: 'referral' });
    const recent = aCase({ receivedAt: '2026-11-20T23:30:00-01:00', kind: 'referral' });
    for (const body of [old, recent]) await call('POST', '/cases', { body });

    const { body } = await call('GET', '/cases?kind=referral&since=2026-11-21T00:00:00Z');

    expect(body.map((each) => each.reference)).to.deep.equal([recent.reference]);
  });

  const deep = `{"kind":"hazard","words":"x","details":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`;
  const veryDeep = `{"kind":"hazard","words":"x","details":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
  const bad: readonly (readonly [expected: string, method: string, path: string, body?: unknown, headers?: Json])[] = [
    ['400 invalid', 'GET', '/people'],
    ['400 invalid', 'GET', '/people?name=Yusuf'],
    ['400 invalid', 'GET', '/people?phone=1&phone=2'],
    ['400 invalid', 'GET', '/people?phone=abc'],
    ['400 invalid', 'GET', '/people?phone=07700900101&colour=red'],
    ['400 invalid', 'GET', '/people?tenancy=%00'],
    ['404 not-found', 'GET', '/people/P-1001%00'],
    ['404 not-found', 'GET', `/people/${'x'.repeat(5_000)}`],
    ['400 bad-request', 'GET', '/people/%E0%A4%A'],
    ['400 invalid', 'GET', '/cases?kind=nonsense'],
    ['400 invalid', 'GET', '/cases?since=yesterday'],
    ['400 invalid', 'GET', '/cases?since=0000-01-01T00:00:00Z'],
    ['400 invalid', 'GET', '/cases?limit=0'],
    ['400 invalid', 'GET', '/cases?limit=201'],
    ['400 invalid', 'GET', '/cases?after=-1'],
    ['400 invalid', 'GET', '/cases?after=1e300'],
    ['400 invalid', 'GET', '/slots?trade=gas'],
    ['404 not-found', 'GET', '/nowhere'],
    ['404 not-found', 'GET', '/people/P-9999/repairs'],
    ['404 not-found', 'GET', '/people/P-1010/account'],
    ['405 method-not-allowed', 'DELETE', '/cases/CMP-1'],
    ['405 method-not-allowed', 'PUT', '/people/P-1001'],
    ['400 not-json', 'POST', '/cases', '{"kind":'],
    ['400 not-json', 'POST', '/cases', '"text"'],
    ['400 invalid', 'POST', '/cases', '[]'],
    ['400 invalid', 'POST', '/cases', {}],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x', colour: 'red' }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 7 }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x\u0000' }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x', details: { deep: ['\u0000'] } }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x', reference: 'a b' }],
    ['400 invalid', 'POST', '/tasks', { team: 'x'.repeat(5_000), kind: 'x', words: 'x', due: '2026-12-01' }],
    ['400 invalid', 'GET', `/tasks?person=${'x'.repeat(5_000)}`],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x', receivedAt: '2026-02-30T00:00:00Z' }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x', receivedAt: '0000-01-01T00:00:00Z' }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x'.repeat(100_001) }],
    ['400 too-deep', 'POST', '/cases', deep],
    ['400 too-deep', 'POST', '/cases', veryDeep],
    ['413 too-large', 'POST', '/cases', { kind: 'hazard', words: 'x'.repeat(1_000_000) }],
    ['415 not-json', 'POST', '/cases', 'kind=hazard', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['415 not-json', 'POST', '/cases'],
    ['422 unknown-person', 'POST', '/cases', { kind: 'hazard', words: 'x', person: 'P-9999' }],
    ['400 invalid', 'POST', '/cases', { kind: 'hazard', words: 'x' }, { 'Idempotency-Key': 'x'.repeat(256) }],
    ['422 unknown-person', 'POST', '/repairs', { person: 'P-9999', fault: 'x', trade: 'gas' }],
    ['422 unknown-property', 'POST', '/repairs', { person: 'P-1001', property: 'PR-99', fault: 'x', trade: 'gas' }],
    [
      '400 invalid',
      'POST',
      '/repairs',
      { person: 'P-1001', fault: 'x', trade: 'gas', appointment: { date: '2026-12-01' } },
    ],
    ['404 not-found', 'PATCH', '/cases/CMP-404', { owner: 'x' }],
    ['400 invalid', 'PATCH', '/people/P-1001', { needs: 'none' }, { 'If-Match': '*' }],
    ['400 invalid', 'PATCH', '/people/P-1001', { id: 'P-1' }, { 'If-Match': '*' }],
    ['404 not-found', 'PATCH', '/people/P-9999', { language: 'cy' }, { 'If-Match': '*' }],
    ['412 changed-meanwhile', 'PATCH', '/people/P-1001', { language: 'cy' }, { 'If-Match': 'W/"1"' }],
    ['412 changed-meanwhile', 'PATCH', '/people/P-1001', { language: 'cy' }, { 'If-Match': "'; drop table" }],
  ];

  for (const [expected, method, path, body, headers] of bad) {
    const shown = JSON.stringify(body ?? '').slice(0, 60);
    it(`answers ${expected} to ${method} ${path.slice(0, 40)} ${shown}`, async () => {
      const answer = await call(method, path, { body, headers: headers as Record<string, string> });

      expect(problem(answer)).to.equal(expected);
      expect(answer.headers.get('content-type')).to.include('application/problem+json');
    });
  }

  it('names every field at fault', async () => {
    const { body } = await call('POST', '/cases', { body: { kind: 'hazard', due: [{ what: 'x' }] } });

    const at = (body.errors as { at: string }[]).map((error) => error.at);
    expect(at).to.include.members(['words', 'due.0.by', 'due.0.basis', 'due.0.rule']);
  });

  it('keeps words with half an emoji, and words of the greatest length', async () => {
    const half = await call('POST', '/cases', {
      body: '{"kind":"hazard","words":"\\ud83d","details":{"x":"\\ud83d"}}',
    });
    const long = await call('POST', '/cases', { body: { kind: 'hazard', words: 'ł'.repeat(100_000) } });

    expect(half.body).to.deep.include({ words: '\ufffd', details: { x: '\ufffd' } });
    expect(long.status).to.equal(201);
  });

  it('takes an empty change as none', async () => {
    const { reference } = (await call('POST', '/cases', { body: aCase() })).body;

    expect((await call('PATCH', `/cases/${reference}`, { body: {} })).status).to.equal(200);
  });

  it('describes every call that it answers, and no other', async () => {
    const response = await fetch(`${system.url}/openapi.json`);
    const document = (await response.json()) as { openapi: string; paths: Record<string, Json> };

    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );

    expect(document.openapi).to.match(/^3\.1/);
    expect(described.sort()).to.deep.equal(routesOf(system.router).sort());
    expect(described).to.include.members([
      'get /people',
      'get /people/{id}',
      'patch /people/{id}',
      'get /people/{id}/account',
      'get /people/{id}/repairs',
      'get /repairs/{reference}',
      'post /repairs',
      'patch /repairs/{reference}',
      'get /repairs/{reference}/slots',
      'post /cases',
      'get /cases/{reference}',
      'patch /cases/{reference}',
      'get /cases',
      'post /tasks',
      'get /tasks',
      'post /contacts',
      'get /contacts',
    ]);
  });

  it('has a document whole in itself: every reference leads somewhere, every call is named once', async () => {
    const response = await fetch(`${system.url}/openapi.json`);
    const text = await response.text();
    const document = JSON.parse(text) as { paths: Record<string, Record<string, Json>> };
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((one) => ({ path, ...one })),
    ) as { path: string; operationId: string; responses: Json; parameters?: { in: string; name: string }[] }[];

    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const missing = references.filter(
      (reference) => reference.split('/').reduce<unknown>((at, key) => (at as Json)?.[key], document) === undefined,
    );

    expect(missing).to.deep.equal([]);
    expect(new Set(calls.map((one) => one.operationId)).size).to.equal(calls.length);
    for (const one of calls) {
      const named = (one.parameters ?? []).filter((each) => each.in === 'path').map((each) => `{${each.name}}`);
      expect(one.path.match(/\{\w+\}/g) ?? []).to.deep.equal(named);
      expect(Object.keys(one.responses)).to.include.members(['200', '401']);
    }
  });
});

/** What the router answers but for its own document. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) => {
    if (route === undefined || route.path === '/openapi.json') return [];
    const own = route.stack.map((layer) => layer.method).filter((method) => method !== undefined);
    return own.map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`);
  });
}
