// The service starts with each landlord's pack, without people of its own, and answers as that landlord.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import { startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';
import { undoAfterEach } from '../support/undo.ts';
import { readAll } from '../support/world.ts';

const packs = readdirSync('landlords')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

describe('the service of each landlord', function () {
  this.timeout(120_000);
  const later = undoAfterEach();

  for (const pack of packs)
    it(`starts with ${pack}, is ready, and answers in its name`, async () => {
      const { landlord } = readAll(pack);
      const service = later(await startService({ LANDLORD: pack }), (each) => each.end());

      const ready = await fetch(`${service.url}/readyz`);
      const site = await fetch(service.url, { redirect: 'manual' });
      const words = await fetch(`${service.url}/widget/words/xx.json`);
      const tenant = await newTenant(service.url);
      const replies = await tenant.say('what are your opening hours');
      const text = replies.map((reply) => reply.text).join('\n');

      expect(await ready.json()).to.deep.include({ ready: true });
      expect([site.status, site.headers.get('location')]).to.deep.equal(pack === 'demo' ? [200, null] : [302, '/chat']);
      expect(await words.json()).to.have.nested.property('language.tag', landlord.languages[0]);
      expect(text).to.include(landlord.name);
      expect(service.said()).to.include(landlord.name);
    });
});
