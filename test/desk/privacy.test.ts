// What the data protection team does at the desk: a copy of somebody's data, and its erasure.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, type Answer, eventually, invited, signIn } from '../support/agent.ts';
import { fromPortal, requestByText, requestOnWeb, text, upload } from '../support/asking.ts';
import { inDatabase, storedFiles, tablesWith } from '../support/everywhere.ts';
import { openPhone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

const now = '2026-11-23T10:00:00Z';
const harold = '+447700900103';
const piotr = '+447700900102';
const sian = '+447700900105';

interface Copy {
  readonly profile: { readonly needs: readonly unknown[] } | null;
  readonly cases: readonly { readonly reference: string }[];
  readonly conversations: readonly {
    readonly id: string;
    readonly channel: string;
    readonly numbers: readonly { readonly number: string }[];
    readonly lines: readonly {
      readonly text: string;
      readonly files?: readonly { readonly content: string | null }[];
    }[];
  }[];
  readonly leftOutForReview: readonly { readonly id: string; readonly why: string; readonly team?: string }[];
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`the data of a tenant, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let url: string | undefined;
    let officer: Agent;
    let outsider: Agent;

    before(async function () {
      url = kind === 'postgres' ? await (await sharedPostgres(this)).freshDatabase() : undefined;
      service = await startService({ CLOCK: now, ...(url !== undefined && { DATABASE_URL: url }) });
      officer = await signIn(service);
      outsider = await invited(service, officer, { name: 'Only Contact', teams: ['contact-centre'] });
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    /** Asks until the case has arrived in the housing system. */
    const onceThere = (path: string, body: object, who = officer): Promise<Answer> =>
      eventually(async () => {
        const answer = await who.call('POST', `/privacy/requests/${path}`, body);
        return answer.status === 404 ? undefined : answer;
      }, `The request ${path}`);
    const copy = async (reference: string, more: object = {}) =>
      (await onceThere(`${reference}/export`, more)).body as unknown as Copy;
    const wordsIn = (found: Copy) =>
      found.conversations.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
    const audit = async () =>
      (await officer.call('GET', '/privacy/audit')).body.audit as readonly Record<string, unknown>[];

    it('[GUH-10] is copied whole for who asks: every channel, the profile with its needs, cases and files', async () => {
      await text(service, harold, 'When are you open? zebracorn');
      const portal = await fromPortal(service, 'P-1003', now);
      await portal.say('what are your opening hours');
      await upload(service, portal, 'This is my kitchen');
      await eventually(async () => ((await portal.read()).at(-1)?.from.role === 'bot' ? true : undefined), 'An answer');
      const reference = await requestByText(service, harold, 'copy');

      const answer = await onceThere(`${reference}/export`, {});
      const found = answer.body as unknown as Copy;
      expect(answer.headers.get('content-disposition')).to.include(`filename="${reference}.json"`);
      expect(new Set(found.conversations.map(({ channel }) => channel))).to.deep.equal(new Set(['sms', 'web']));
      expect(wordsIn(found)).to.include('zebracorn').and.to.include('This is my kitchen');
      expect(JSON.stringify(found.profile)).to.include('visual-impairment').and.to.include('before 10:00');
      expect(found.cases.map((each) => each.reference)).to.include(reference);
      const files = found.conversations.flatMap(({ lines }) => lines.flatMap((line) => line.files ?? []));
      expect(Buffer.from(String(files[0]?.content), 'base64').subarray(1, 4).toString()).to.equal('PNG');
      expect(JSON.stringify(found)).to.include('legal-obligation');
    });

    it('[GUH-10] has in its copy the number on which a chat went on by text', async () => {
      const reference = await requestByText(service, harold, 'copy');
      const portal = await fromPortal(service, 'P-1003', now);
      await portal.say('what are your opening hours');
      await portal.say('Text me instead');
      await portal.say('yes');

      const found = await eventually(async () => {
        const { conversations } = await copy(reference);
        return conversations.find(({ numbers }) => numbers.length > 0);
      }, 'The number');
      expect(found.numbers.map(({ number }) => number)).to.deep.equal([harold]);
    });

    it('[GUH-10] is a page for people as well, in which nothing that they wrote is code', async () => {
      await text(service, piotr, 'hello <script>alert(1)</script>');
      const reference = await requestByText(service, piotr, 'copy');
      await copy(reference);

      const response = await fetch(`${service.url}/desk/api/privacy/requests/${reference}/export`, {
        method: 'POST',
        headers: { Cookie: officer.cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify({ as: 'html' }),
      });
      const page = await response.text();
      expect(response.headers.get('content-type')).to.match(/^text\/html/);
      expect(page).to.include('&lt;script&gt;alert(1)').and.not.include('<script');
      expect(page).to.include('Nowak');
    });

    it('[GUH-10] is copied and erased by the data protection team alone, and every copy is in the audit', async () => {
      const reference = await requestByText(service, piotr, 'copy');
      await copy(reference);

      for (const [method, path] of [
        ['POST', `/privacy/requests/${reference}/export`],
        ['POST', `/privacy/requests/${reference}/erasure`],
        ['PUT', '/privacy/people/P-1002/hold'],
        ['GET', '/privacy/audit'],
        ['GET', '/privacy/records'],
      ] as const)
        expect((await outsider.call(method, path, method === 'GET' ? undefined : {})).status, path).to.equal(403);
      const lines = (await audit()).filter((line) => line.request === reference);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include({ did: 'exported', agent: officer.id });
      expect(JSON.stringify(lines)).not.to.match(/P-1002|Nowak|447700900102/);
    });

    it('[GUH-10] leaves out of a copy what is restricted or tells of others, until somebody who may has looked at it', async () => {
      const tenant = await newTenant(service.url);
      await tenant.say('My husband hit me and I am scared');
      await tenant.say('yes');
      await tenant.answerTo(String((await tenant.post('Nothing', { value: 'nothing' })).id));
      const reference = await requestOnWeb(tenant, [
        'delete my data',
        'A copy of my information',
        'no',
        'Everything',
        'Ann Lee',
        'skip',
      ]);

      const found = await copy(reference);
      const item = found.leftOutForReview.find(({ why }) => why === 'restricted');
      expect(wordsIn(found)).not.to.match(/husband|hit me/i);
      expect(wordsIn(found)).to.include('delete my data');
      expect(item).to.include({ id: `restricted:${tenant.conversation}`, team: 'safeguarding' });
      expect(JSON.stringify(found.leftOutForReview)).not.to.match(/husband|hit me/i);

      const alone = await invited(service, officer, { name: 'Data Alone', teams: ['data-protection'] });
      const refused = await onceThere(`${reference}/export`, { release: [item?.id] }, alone);
      expect(refused.body.type).to.match(/not-your-team$/);
      expect(wordsIn(await copy(reference, { release: [item?.id] }))).to.include('My husband hit me');
      expect((await onceThere(`${reference}/export`, { release: ['restricted:nothing'] })).status).to.equal(400);
    });

    it('[GUH-10] is erased after two confirmations: no word of it is in any table, no file on disk, and who writes again is new', async () => {
      const tenant = await newTenant(service.url);
      await tenant.say('blorptang zqxcanary');
      await tenant.say('what are your opening hours zqxcanary');
      await upload(service, tenant, 'zqxcanary photo');
      await text(service, sian, 'blorptang zqxcanary');
      await text(service, sian, 'zqxcanary what are your opening hours');
      const web = await requestOnWeb(tenant, ['delete my data', 'Delete something', 'no', 'All of it', 'skip', 'skip']);
      const phone = await requestByText(service, sian, 'erase');
      const files = storedFiles(service).length;

      await eraseIn(web);
      const done = await eraseIn(phone);

      expect(done.task).to.match(/^TSK-/);
      await eventually(() => (storedFiles(service).length < files ? true : undefined), 'The file is removed');
      const before = (await openPhone(service.url, sian).received()).length;
      await openPhone(service.url, sian).send('what are your opening hours');
      const greeted = async () => {
        const said = (await openPhone(service.url, sian).received()).slice(before).join('\n');
        return /automated assistant/.test(said) ? said : undefined;
      };
      await eventually(greeted, 'The greeting of somebody new');
      const fresh = await tenant.say('what are your opening hours');
      expect(fresh.map((each) => each.text).join('\n')).to.match(/automated/i);
      const lines = (await audit()).filter(({ did }) => did === 'erased');
      expect(lines).to.have.length(2);
      expect(JSON.stringify(lines)).not.to.match(/zqxcanary|P-1005|447700900105/);
      expect(await taskOf(String(done.task))).to.include({ kind: 'erase-person', person: 'P-1005' });
      await service.stop();
      const left = await inDatabase({ dataDir: service.dataDir, url }, (store) => tablesWith('zqxcanary', store));
      await service.start();
      officer = await signIn(service);
      outsider = await invited(service, officer, { name: 'Only Contact', teams: ['contact-centre'] });
      expect(left).to.deep.equal([]);
    });

    it('[GUH-10] keeps through an erasure what is open or must be shown later, and says which and why', async () => {
      const amina = '+447700900101';
      await text(service, amina, 'STOP');
      await text(service, amina, 'START');
      await text(service, amina, 'I want to speak to a person');
      const asked = await fromPortal(service, 'P-1001', now);
      const reference = await requestOnWeb(asked, ['delete my data', 'Delete something', 'All of it']);

      const { body } = await onceThere(`${reference}/erasure`, {});
      const stays = body.stays as readonly {
        readonly channel: string;
        readonly because: readonly string[];
        readonly reasons: readonly string[];
      }[];
      expect(body.erases).to.equal(1);
      expect(stays.map(({ channel, because }) => [channel, because])).to.deep.equal([['sms', ['handover']]]);
      expect(stays[0]?.reasons.join(' ')).to.match(/A person is being waited for/);
    });

    it('[GUH-10] is not erased while a legal hold is on it, nor on a confirmation of something else', async () => {
      const rowan = await fromPortal(service, 'P-1006', now);
      await rowan.say('what are your opening hours');
      const reference = await requestOnWeb(rowan, ['delete my data', 'Delete something', 'All of it']);
      const first = (await onceThere(`${reference}/erasure`, {})).body;

      expect((await officer.call('PUT', '/privacy/people/P-1006/hold', { why: 'A claim was made' })).status).to.equal(
        201,
      );
      const held = await officer.call('POST', `/privacy/requests/${reference}/erasure`, { confirm: first.confirm });
      expect(held.body.type).to.match(/held$/);
      expect((await officer.call('POST', '/privacy/people/P-1006/hold/end', {})).status).to.equal(200);
      await rowan.say('hello');
      const { body } = await officer.call('POST', `/privacy/requests/${reference}/erasure`, { confirm: first.confirm });
      expect(body.step).to.equal('sure');
      for (const confirm of ['x', `${String(first.confirm)}x`, String(body.confirm).replace(/\..*/, '.')])
        expect((await officer.call('POST', `/privacy/requests/${reference}/erasure`, { confirm })).body.type).to.match(
          /look-again$/,
        );
      expect((await rowan.read()).length).to.be.greaterThan(4);
    });

    const eraseIn = async (reference: string) => {
      const first = await onceThere(`${reference}/erasure`, {});
      expect(first.body).to.include({ step: 'look' });
      const second = await onceThere(`${reference}/erasure`, { confirm: first.body.confirm });
      expect(second.body).to.include({ step: 'sure', cannotBeUndone: true });
      const done = await onceThere(`${reference}/erasure`, { confirm: second.body.confirm });
      expect(done.body, JSON.stringify(done.body)).to.include({ step: 'done', erases: 1 });
      return done.body;
    };

    const taskOf = (reference: string) =>
      eventually(async () => {
        const response = await fetch(`${service.url}/housing/v1/tasks`, {
          headers: { Authorization: `Bearer ${housingToken}` },
        });
        const tasks = (await response.json()) as readonly Record<string, unknown>[];
        return tasks.find((each) => each.reference === reference);
      }, 'The task');
  });
