import { expect } from 'chai';
import { casesOf } from '../support/integrity.ts';
import { lookInside } from '../support/kept.ts';
import { expectTextsAndCasesWhole, expectWebWhole, figuresOf, settle, writeOn } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';
import { seeded } from '../support/random.ts';
import { type Service, startService } from '../support/service.ts';
import { openTextNetwork } from '../support/text-network.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause } from '../support/wait.ts';

const kills = 50;
const tenantsAtOnce = 6;
const phonesAtOnce = 4;
const longestLifeMs = 1_200;
/** Every so many-th kill comes while the service starts. */
const whileStarting = 5;
const longestStartMs = 1_500;
const seed = 20_261_122;

async function killAgainAndAgain(service: Service): Promise<void> {
  const random = seeded(seed);
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(random() * longestLifeMs);
    await service.kill();
    if (kill % whileStarting === 0) {
      service.launch();
      await pause(random() * longestStartMs);
      await service.kill();
    }
    await service.start();
  }
}

describe(`a service killed ${kills} times under load`, function () {
  this.timeout(20 * 60_000);
  const later = undoAfterEach();

  /** @param databaseUrl undefined: the embedded database */
  async function killUnderLoad(databaseUrl?: string): Promise<void> {
    const network = later(await openTextNetwork(), ({ close }) => close());
    const own = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const service = later(await startService({ ...network.env, ...own }), ({ end }) => end());
    const phones = Array.from({ length: phonesAtOnce }, () => network.phone(service.url));
    const load = writeOn({ where: service.url, tenants: tenantsAtOnce, phones, seed });
    await killAgainAndAgain(service);
    await load.stop();
    await settle(load, [service.url]);

    await expectWebWhole(load, service.url);
    const cases = await casesOf(service.url);
    await service.stop();
    await lookInside({ dataDir: service.dataDir, url: databaseUrl }, (kept) =>
      expectTextsAndCasesWhole(load, kept, cases),
    );
    const { messages, texts } = figuresOf(load);
    expect(messages, 'messages on the web').to.be.greaterThan(4 * kills);
    expect(texts, 'texts').to.be.greaterThan(4 * kills);
    expect(cases.length, 'cases').to.be.greaterThan(kills);
  }

  it('loses nothing, doubles nothing and opens every case once on the embedded database', () => killUnderLoad());

  it('loses nothing, doubles nothing and opens every case once on PostgreSQL', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    await killUnderLoad(await postgres.freshDatabase());
  });
});
