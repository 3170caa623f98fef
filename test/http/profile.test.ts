// What is said of oneself in one conversation is in the housing system, and is read from it in another, over HTTP.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { eventually } from '../support/agent.ts';
import { openPhone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

for (const kind of ['embedded', 'postgres'] as const)
  describe(`a profile, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;

    before(async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T20:00:00Z', ...database });
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    const contactOf = async (person: string) => {
      const headers = { Authorization: `Bearer ${housingToken}` };
      const response = await fetch(`${service.url}/housing/v1/people/${person}`, { headers });
      return ((await response.json()) as { contact?: { never?: readonly string[] } }).contact;
    };

    it('[GEN-01] [LIV-07] told by text is kept in the housing system, and tailors a web chat of the same person', async () => {
      const phone = openPhone(service.url, '+447700900111');
      for (const text of ['I want to change how you contact me', '2', '2', 'skip', 'skip', 'skip', 'yes']) {
        const before = (await phone.received()).length;
        await phone.send(text);
        await eventually(
          async () => ((await phone.received()).length > before ? true : undefined),
          `The answer to ${text}`,
        );
      }
      const contact = await eventually(async () => {
        const found = await contactOf('P-1011');
        return found?.never === undefined ? undefined : found;
      }, 'The preference in the housing system');

      const tenant = await newTenant(service.url);
      const stranger = await newTenant(service.url);
      for (const words of ['what is my rent balance', 'TEN-100111', '21 June 1993', 'AW5 3XE']) await tenant.say(words);
      const heard = async (who: typeof tenant) =>
        (await who.say('I want to talk to a person')).map(({ text }) => text).join('\n');
      const [own, other] = [await heard(tenant), await heard(stranger)];

      expect(contact).to.deep.include({ prefer: 'sms', never: ['telephone'] });
      expect(own).to.include('We can write to you').and.not.to.include('call you back');
      expect(other, 'nobody else').to.include('call you back');
    });
  });
