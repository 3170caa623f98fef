// Something in another format, from the words that ask for it to the file in the tenant's hand, over HTTP.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { eventually } from '../support/agent.ts';
import { openPhone, type Phone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { type Activity, newTenant, type Tenant } from '../support/tenant.ts';

interface File {
  readonly name: string;
  readonly contentUrl: string;
  readonly contentType: string;
}

const filesOf = (activity: Activity) => (activity as Activity & { attachments?: readonly File[] }).attachments ?? [];
const said = (activities: readonly Activity[]) => activities.map(({ text }) => text).join('\n');
const referenceIn = (text: string) => /FMT-\d+/.exec(text)?.[0] ?? '';
const linkIn = (text: string) => /https?:\/\/\S+\/formats\/[\w-]+/.exec(text)?.[0] ?? '';

async function withFiles(tenant: Tenant, count = 1): Promise<readonly Activity[]> {
  const found = await eventually(async () => {
    const sent = (await tenant.read()).filter((each) => filesOf(each).length > 0);
    return sent.length >= count ? sent : undefined;
  }, 'A message with files');
  return found;
}

async function bytesOf(url: string): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status, url.slice(0, 60)).to.equal(200);
  return Buffer.from(await response.arrayBuffer());
}

async function answered(phone: Phone, text: string): Promise<string> {
  const before = (await phone.received()).length;
  await phone.send(text);
  return await eventually(async () => (await phone.received())[before], `The answer to ${text}`);
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`formats, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let database: Readonly<Record<string, string>>;

    before(async function () {
      database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database });
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    const caseOf = async (reference: string) => {
      const headers = { Authorization: `Bearer ${housingToken}` };
      const response = await fetch(`${service.url}/housing/v1/cases/${reference}`, { headers });
      return (await response.json()) as { status: string; details: { sent?: { formats: readonly string[] } } };
    };

    it('[GUH-04] the answer above is there in large print a moment later, its case is closed and nothing is late', async () => {
      const tenant = await newTenant(service.url);
      await tenant.say('how do I contact you');
      const told = said(await tenant.say('send that in large print'));
      const [ready] = await withFiles(tenant);
      const [file] = ready === undefined ? [] : filesOf(ready);
      const bytes = await bytesOf(file?.contentUrl ?? '');
      const reference = referenceIn(told);
      const closed = await eventually(async () => {
        const found = await caseOf(reference);
        return found.status === 'closed' ? found : undefined;
      }, 'The case is closed');

      expect(told).to.include('Large print').and.to.include('in a minute');
      expect(ready?.text).to.include(reference).and.to.include('Here it is');
      expect(file).to.deep.include({ name: 'Our answer to you (Large print).pdf', contentType: 'application/pdf' });
      expect(bytes.subarray(0, 5).toString()).to.equal('%PDF-');
      expect(closed.details.sent?.formats).to.deep.equal(['large-print']);
    });

    it('[GUH-07] [GEN-09] by text a link leads to it, on a page without scripts that names nobody and is kept nowhere', async () => {
      const phone = openPhone(service.url, '+447700900121');
      await answered(phone, 'how do I contact you');
      const told = await answered(phone, 'send that in plain text for my screen reader');
      const text = await phone.wait((body) => body.includes('/formats/'));
      const response = await fetch(linkIn(text));
      const page = await response.text();
      const file = /href="([^"]+\/files\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? '';

      expect(told).to.include('link');
      expect(text).to.include(referenceIn(told)).and.not.to.include('01632');
      expect(response.status).to.equal(200);
      expect(response.headers.get('cache-control')).to.equal('no-store');
      expect(response.headers.get('referrer-policy')).to.equal('no-referrer');
      expect(response.headers.get('x-robots-tag')).to.include('noindex');
      expect(page).to.include('lang="en"').and.to.include('<title>A message from Ashby Wharf Homes</title>');
      expect(page).not.to.include('<script').and.not.to.include('01632').and.not.to.include('0121');
      expect((await bytesOf(file)).toString()).to.include('01632 960100');
    });

    it('[TPC-07] large print in Urdu, by text, is one document on a page that is read from the right', async () => {
      const phone = openPhone(service.url, '+447700900122');
      await answered(phone, 'اردو');
      await answered(phone, 'آپ سے کیسے رابطہ کروں');
      await answered(phone, 'اسے بڑے حروف میں بھیجیں');
      const text = await phone.wait((body) => body.includes('/formats/'));
      const page = await (await fetch(linkIn(text))).text();
      const file = /href="([^"]+\/files\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&#38;', '&') ?? '';

      expect(page).to.include('lang="ur" dir="rtl"').and.to.include('بڑے حروف');
      expect((await bytesOf(file)).subarray(0, 5).toString()).to.equal('%PDF-');
    });

    it('says kindly where a link is not ours, and how to get a new one', async () => {
      const response = await fetch(`${service.url}/formats/AAAAAAAAAAAAAAAA`);

      expect(response.status).to.equal(404);
      expect(await response.text()).to.include('we make you a new one');
    });

    it('[GUH-04] a link whose days are over shows nothing any more, and says the same', async () => {
      const phone = openPhone(service.url, '+447700900123');
      await answered(phone, 'how do I contact you');
      await answered(phone, 'send that in plain text for my screen reader');
      const link = linkIn(await phone.wait((body) => body.includes('/formats/')));
      const { port } = new URL(service.url);
      await service.stop();
      const later = { CLOCK: '2026-12-01T10:00:00Z', DATA_DIR: service.dataDir, PORT: port };
      service = await startService({ ...later, ...database });
      const response = await fetch(link);
      const page = await response.text();

      expect(response.status).to.equal(410);
      expect(page).to.include('we make you a new one').and.not.to.include('/files/');
    });
  });
