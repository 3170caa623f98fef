// An interpreter that was asked for by text is booked as a task with a promise, and an agent sees the need at the next contact, over HTTP.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { openPhone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

interface Found {
  readonly needs?: readonly { readonly kind: string; readonly adjustments?: readonly string[] }[];
  readonly items?: readonly Record<string, unknown>[];
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`an interpreter, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(180_000);
    let service: Service;
    let agent: Agent;

    before(async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      service = await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database });
      agent = await signIn(service);
    });
    after(async () => {
      if (service === undefined) return;
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    });

    const housing = async (path: string) => {
      const headers = { Authorization: `Bearer ${housingToken}` };
      return (await (await fetch(`${service.url}/housing/v1${path}`, { headers })).json()) as Found;
    };

    it('[WHG-06] asked for by text is a task, is on the record, and is at the top of what an agent sees on the web', async () => {
      const phone = openPhone(service.url, '+447700900111');
      let last = '';
      for (const text of ['I need an interpreter', '2', 'Somali', '3', '2']) {
        const before = (await phone.received()).length;
        await phone.send(text);
        last = await eventually(async () => {
          const received = await phone.received();
          return received.length > before ? received.at(-1) : undefined;
        }, `The answer to ${text}`);
      }
      const person = await eventually(async () => {
        const found = await housing('/people/P-1011');
        return found.needs?.some((need) => need.kind === 'interpreter') ? found : undefined;
      }, 'The need in the housing system');
      expect(last).to.match(/TSK-\d{7}/);
      expect(person.needs?.find((need) => need.kind === 'interpreter')?.adjustments).to.deep.equal([
        'Somali interpreter, a woman',
      ]);

      const tenant = await newTenant(service.url);
      for (const words of ['what is my rent balance', 'TEN-100111', '21 June 1993', 'AW5 3XE']) await tenant.say(words);
      await tenant.say('I want to talk to a person');
      const view = (await agent.call('GET', `/conversations/${tenant.conversation}`)).body as Found;

      expect(view.needs?.flatMap(({ adjustments = [] }) => adjustments)).to.include('Somali interpreter, a woman');
    });
  });
