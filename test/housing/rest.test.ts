import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createRestHousing } from '../../src/housing/rest/rest.ts';
import { aCase, housingContract } from '../contracts/housing.ts';
import { type HousingDatabase, memoryDatabase, serveHousing, token } from '../support/housing.ts';
import { silentLog } from '../support/silent-log.ts';

describe('a housing system elsewhere, asked over HTTP', function () {
  this.timeout(60_000);
  const faults: unknown[] = [];
  let database: HousingDatabase;
  let system: Awaited<ReturnType<typeof serveHousing>>;
  let rest: ReturnType<typeof createRestHousing>;

  before(async () => {
    database = await memoryDatabase();
    system = await serveHousing(database.db, faults);
    rest = createRestHousing({ url: `${system.url}/`, credentials: { token }, logger: silentLog });
  });

  after(async () => {
    await system.stop();
    await database.close();
    expect(faults).to.deep.equal([]);
  });

  housingContract(() => rest);
});

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

describe('a housing system elsewhere that does not answer as it should', () => {
  const stops: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function serve(answer: Answerer): Promise<string> {
    const server = createServer(answer);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    stops.push(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function asked(url: string) {
    const codes: unknown[] = [];
    const logger = { ...silentLog, warn: (_message: string, fields?: object) => void codes.push(fields) };
    const rest = createRestHousing({
      url,
      credentials: { token },
      logger,
      readLimitMs: 300,
      writeLimitMs: 300,
    });
    const payload = aCase();
    const failure = await rest.deliver['housing.create-case']({ id: payload.reference, payload }).then(
      () => 'done',
      ({ code, retryable, retryAfterMs }) => ({ code, retryable, retryAfterMs }),
    );
    return { answer: await rest.reads.person('P-1001'), failure, code: (codes[0] as { code?: string })?.code };
  }

  const away = { is: 'away' };

  it('is away when nobody listens', async () => {
    const url = await serve(() => undefined);
    await stops.pop()?.();

    expect(await asked(url)).to.deep.equal({
      answer: away,
      failure: { code: 'unreachable', retryable: true, retryAfterMs: undefined },
      code: 'unreachable',
    });
  });

  it('is away when it is too slow', async () => {
    const url = await serve(() => undefined);

    expect(await asked(url)).to.deep.equal({
      answer: away,
      failure: { code: 'timed-out', retryable: true, retryAfterMs: undefined },
      code: 'timed-out',
    });
  });

  it('is tried later when it says so', async () => {
    const url = await serve((_request, response) => response.writeHead(429, { 'Retry-After': '7' }).end());

    expect(await asked(url)).to.deep.equal({
      answer: away,
      failure: { code: 'rate-limited', retryable: true, retryAfterMs: 7_000 },
      code: 'rate-limited',
    });
  });

  it('is tried later when it is broken', async () => {
    const url = await serve((_request, response) => response.writeHead(503).end('no'));

    expect((await asked(url)).failure).to.deep.include({ code: 'unreachable', retryable: true });
  });

  it('is away when what it says is no profile', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"P-1001"}'),
    );

    const { answer, code } = await asked(url);

    expect({ answer, code }).to.deep.equal({ answer: away, code: 'nonsense' });
  });

  it('may say more than we know', async () => {
    const profile = {
      id: 'P-1001',
      name: { given: 'A', family: 'B', known: 'C' },
      phones: [],
      needs: [{ kind: 'mobility', level: 3 }],
      tenancies: [],
      etag: '"1"',
      score: 9,
    };
    const url = await serve((_request, response) => response.end(JSON.stringify(profile)));

    const { answer } = await asked(url);

    expect(answer).to.deep.equal({
      is: 'known',
      value: {
        id: 'P-1001',
        name: { given: 'A', family: 'B' },
        phones: [],
        needs: [{ kind: 'mobility' }],
        tenancies: [],
        etag: '"1"',
      },
    });
  });

  it('never hears our token at another address', async () => {
    let heard = 0;
    const other = await serve((_request, response) => {
      heard += 1;
      response.end('{}');
    });
    const url = await serve((_request, response) => response.writeHead(307, { Location: other }).end());

    const { answer, failure } = await asked(url);

    expect({ answer, heard }).to.deep.equal({ answer: away, heard: 0 });
    expect(failure).to.deep.include({ retryable: true });
  });

  it('gives tokens for client credentials, kept until they are refused', async () => {
    const asks: string[] = [];
    const seen: string[] = [];
    const tokenUrl = await serve(async (request, response) => {
      const body = (await request.toArray()).join('');
      asks.push(`${request.headers.authorization} ${body}`);
      response.end(JSON.stringify({ access_token: `token-${asks.length}`, token_type: 'Bearer', expires_in: 3_600 }));
    });
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization ?? '');
      if (seen.length === 3) response.writeHead(401).end();
      else response.end('[]');
    });
    const credentials = { tokenUrl, clientId: 'door:step', clientSecret: 'a secret' };
    const { reads } = createRestHousing({ url, credentials, logger: silentLog });

    await Promise.all([reads.peopleByPhone('+447700900101'), reads.peopleByPhone('+447700900101')]);
    const answer = await reads.peopleByPhone('+447700900101');

    expect(answer).to.deep.equal({ is: 'known', value: [] });
    const basic = `Basic ${Buffer.from('door%3Astep:a%20secret').toString('base64')} grant_type=client_credentials`;
    expect(asks).to.deep.equal([basic, basic]);
    expect(seen).to.deep.equal(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });
});
