// A format is ordered in the same commit as its request, made by the outbox and told by an act: killed anywhere in between it is there
// once, whole, and its case is closed once.

import { expect } from 'chai';
import { startPostgres } from '../support/postgres.ts';
import { seeded } from '../support/random.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause, until } from '../support/wait.ts';

const kills = 6;
/** Longer than it takes to be made and told. */
const longestLifeMs = 2_500;
const seed = 20_261_127;

interface Sent {
  readonly text?: string;
  readonly attachments?: readonly { readonly contentUrl: string }[];
}

const sentTo = async (tenant: Tenant) =>
  ((await tenant.read()) as readonly Sent[]).filter(({ attachments = [] }) => attachments.length > 0);

async function statusOf(service: Service, reference: string): Promise<string> {
  const headers = { Authorization: `Bearer ${housingToken}` };
  const response = await fetch(`${service.url}/housing/v1/cases/${reference}`, { headers });
  return ((await response.json()) as { status: string }).status;
}

describe(`a service killed ${kills} times while it makes formats`, function () {
  this.timeout(15 * 60_000);
  const later = undoAfterEach();

  async function killWhileMaking(databaseUrl?: string): Promise<void> {
    const own = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const service = later(await startService({ CLOCK: '2026-11-23T10:00:00Z', ...own }), ({ end }) => end());
    const random = seeded(seed);
    for (let kill = 1; kill <= kills; kill += 1) {
      const tenant = await newTenant(service.url);
      await tenant.say('how do I contact you');
      const told = await tenant.say('send that in large print');
      await pause(random() * longestLifeMs);
      await service.kill();
      await service.start();
      const reference = /FMT-\d+/.exec(told.map(({ text }) => text).join('\n'))?.[0] ?? '';
      const waited = { withinMs: 120_000 };
      await until('It is there', async () => ((await sentTo(tenant)).length > 0 ? true : undefined), waited);
      const isClosed = async () => ((await statusOf(service, reference)) === 'closed' ? true : undefined);
      await until('Its case is closed', isClosed, waited);
      await pause(500);

      const sent = await sentTo(tenant);
      const file = await fetch(sent[0]?.attachments?.[0]?.contentUrl ?? '');
      expect(sent, `kill ${kill}`).to.have.length(1);
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString(),
        `kill ${kill}`,
      ).to.equal('%PDF-');
    }
  }

  it('[GUH-04] loses none and sends none twice on the embedded database', () => killWhileMaking());

  it('[GUH-04] loses none and sends none twice on PostgreSQL', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    await killWhileMaking(await postgres.freshDatabase());
  });
});
