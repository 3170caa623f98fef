// What somebody tells of who they are, from outside: it is in the housing system and in its figures, and nowhere that a colleague looks.

import { expect } from 'chai';
import pg from 'pg';
import { eventually, signIn } from '../support/agent.ts';
import { askHousing } from '../support/housing-api.ts';
import { startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';
import { undoAfterEach } from '../support/undo.ts';

const clock = { CLOCK: '2026-11-23T10:00:00Z' };
const secret = /jewish|bisexual|wheelchair|equality_/i;
const answers = [
  'yes',
  'I use a wheelchair',
  'yes',
  'skip',
  'skip',
  'no',
  'White',
  'Jewish',
  'prefer not to say',
  'Bisexual',
];

for (const kind of ['embedded', 'postgres'] as const)
  describe(`who a tenant is, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(240_000);
    const later = undoAfterEach();

    it('[GEN-01] [GEN-04] [TPC-03] is in the housing system and counted by it, and in no view, stream or state of ours', async function () {
      const url = kind === 'postgres' ? await (await sharedPostgres(this)).freshDatabase() : undefined;
      const database = url === undefined ? {} : { DATABASE_URL: url };
      const service = later(await startService({ ...clock, ...database }), ({ end }) => end());
      const desk = await signIn(service);
      const tenant = await newTenant(service.url);
      const proof = ['update my equality details', '2', 'TEN-100111', '21 June 1993', 'AW5 3XE'];
      for (const words of [...proof, 'yes', ...answers]) await tenant.say(words);
      const person = await eventually(async () => {
        const { body } = await askHousing(service, 'people/P-1011');
        const told = body.characteristics as Record<string, { answer: string }>;
        return told['sexual-orientation'] === undefined ? undefined : told;
      }, 'The last answer in the housing system');
      for (const words of ['update my equality details', 'yes', 'my kitchen tap is dripping all day long', 'cancel'])
        await tenant.say(words);
      await tenant.say('I want to talk to a person');
      await desk.waitingFor(tenant.conversation);
      const stream = await desk.stream();
      stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
      await stream.wait(({ message }) => message?.text === 'I want to talk to a person');
      const { body: view } = await desk.call('GET', `/conversations/${tenant.conversation}`);
      const { body: queue } = await desk.call('GET', '/queue');

      const on = '2026-11-23';
      expect(person).to.deep.equal({
        age: { answer: 'yes', on },
        disability: { answer: 'yes', on },
        pregnancy: { answer: 'no', on },
        race: { answer: 'white', on },
        religion: { answer: 'jewish', on },
        sex: { answer: 'prefer-not-to-say', on },
        'sexual-orientation': { answer: 'bisexual', on },
      });
      expect(view.person, 'the panel is there').to.have.property('id', 'P-1011');
      expect(JSON.stringify(view)).to.include('update my equality details').and.not.to.match(secret);
      expect(JSON.stringify(view), 'what is another matter').to.include('my kitchen tap is dripping');
      expect(JSON.stringify([queue, stream.told])).not.to.match(secret);
      const contacts = (await desk.call('GET', '/insight/contacts')).body.contacts;
      expect(contacts).to.deep.include({ characteristic: 'religion', value: 'jewish', channel: 'web', count: null });
      const { characteristics } = (await desk.call('GET', '/insight/complaints')).body;
      expect(characteristics, 'nobody has complained').to.deep.equal([]);
      if (url !== undefined) expect(await keptBeside(url)).not.to.match(/jewish|bisexual|wheelchair/i);
      await stream.close();
    });
  });

/** All that this service itself has kept, but for the log of what was written. */
async function keptBeside(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'contact' and table_name !~ '^messages|^received'",
    );
    const all = [];
    for (const { name } of rows) all.push(await client.query(`select t::text from contact.${name} t`));
    const kept = all.flatMap((each) => each.rows);
    expect(kept.length, 'something was kept').to.be.above(10);
    return JSON.stringify(kept);
  } finally {
    await client.end();
  }
}

describe('with a housing system elsewhere', function () {
  this.timeout(240_000);
  const later = undoAfterEach();

  it('[GEN-04] [TPC-03] figures that it holds are said to be held there, and are not noughts', async () => {
    const system = later(await startService(clock), ({ end }) => end());
    const rest = { HOUSING: 'rest', HOUSING_URL: `${system.url}/housing/v1` };
    const service = later(await startService({ ...clock, ...rest }), ({ end }) => end());
    const desk = await signIn(service);

    for (const name of ['complaints', 'contacts', 'involvement'])
      expect((await desk.call('GET', `/insight/${name}`)).body, name).to.deep.equal({ held: 'elsewhere' });
    expect((await desk.call('GET', '/insight/support')).body).to.have.keys('since', 'needs', 'held');
    expect((await desk.call('GET', '/insight/constructor')).status).to.equal(404);
  });
});
