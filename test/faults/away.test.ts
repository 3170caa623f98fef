import { expect } from 'chai';
import { casesOf, referencesTold } from '../support/integrity.ts';
import { lookInside } from '../support/kept.ts';
import { expectTextsAndCasesWhole, expectWebWhole, type Load, settle, writeOn } from '../support/load.ts';
import { startPostgres } from '../support/postgres.ts';
import { seeded } from '../support/random.ts';
import { housingToken, startService } from '../support/service.ts';
import { openTextNetwork } from '../support/text-network.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause, until } from '../support/wait.ts';

const seed = 20_261_124;

async function referencesSoFar({ tenants }: Load): Promise<number> {
  const logs = await Promise.all(tenants.map(({ tenant }) => tenant.read()));
  return logs.flatMap(referencesTold).length;
}

describe('a service whose surroundings fail under load', function () {
  this.timeout(10 * 60_000);
  const later = undoAfterEach();

  it('loses nothing and doubles nothing when PostgreSQL is restarted, and killed', async function () {
    const postgres = later(await startPostgres(this), ({ stop }) => stop());
    const network = later(await openTextNetwork(), ({ close }) => close());
    const databaseUrl = await postgres.freshDatabase();
    const service = later(await startService({ ...network.env, DATABASE_URL: databaseUrl }), ({ end }) => end());
    const random = seeded(seed);
    const phones = Array.from({ length: 4 }, () => network.phone(service.url));
    const load = writeOn({ where: service.url, tenants: 8, phones, seed });
    for (let restart = 0; restart < 8; restart += 1) {
      await pause(300 + random() * 1_200);
      if (restart % 2 === 0) await postgres.kill();
      await postgres.restart();
    }
    await load.stop();
    await settle(load, [service.url]);

    await expectWebWhole(load, service.url);
    const cases = await casesOf(service.url);
    await service.stop();
    await lookInside({ dataDir: service.dataDir, url: databaseUrl }, (kept) =>
      expectTextsAndCasesWhole(load, kept, cases),
    );
  });

  it('opens every case once that it told of while the housing system was away', async () => {
    const housing = later(await startService(), ({ end }) => end());
    const rest = { HOUSING: 'rest', HOUSING_URL: `${housing.url}/housing/v1`, HOUSING_API_TOKEN: housingToken };
    const service = later(await startService(rest), ({ end }) => end());
    const random = seeded(seed);
    const load = writeOn({ where: service.url, tenants: 8, phones: [], seed });
    for (let outage = 0; outage < 3; outage += 1) {
      await pause(500 + random() * 1_500);
      await housing.kill();
      const before = await referencesSoFar(load);
      await until('Cases are told of while the housing system is away', async () =>
        (await referencesSoFar(load)) >= before + 3 ? true : undefined,
      );
      await housing.start();
    }
    await load.stop();
    await settle(load, [service.url]);

    await expectWebWhole(load, housing.url);
    expect(await casesOf(housing.url)).to.have.length.greaterThan(8);
  });
});
