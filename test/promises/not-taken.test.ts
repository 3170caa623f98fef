import { expect } from 'chai';
import express from 'express';
import { eventually, signIn } from '../support/agent.ts';
import { complains } from '../support/complaint.ts';
import { openServer } from '../support/open-server.ts';
import { startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { undoAfterEach } from '../support/undo.ts';
import { pause } from '../support/wait.ts';

/** A housing system elsewhere that has nobody on file and refuses every case; its tasks are taken. */
async function refusingHousing() {
  const tasks: Record<string, unknown>[] = [];
  const app = express();
  app.use(express.json());
  app.get('/cases/:reference', (_request, response) => void response.status(404).json({}));
  app.get(/.*/, (request, response) => void response.json(request.path.includes('/people/') ? null : []));
  app.post('/cases', (_request, response) => void response.status(422).json({ title: 'No.' }));
  app.post('/tasks', (request, response) => {
    tasks.push(request.body as Record<string, unknown>);
    response.status(201).json({});
  });
  app.post(/.*/, (_request, response) => void response.status(201).json({}));
  return { ...(await openServer(app)), tasks };
}

for (const kind of ['embedded', 'postgres'] as const)
  describe(`a case that the housing system refuses, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(120_000);
    const later = undoAfterEach();

    it('[GUH-11] is kept and shown at the desk, a person has it to put in, and the tenant is told honestly, once', async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      const housing = later(await refusingHousing(), ({ close }) => close());
      const env = {
        CLOCK: '2026-11-23T10:00:00Z',
        HOUSING: 'rest',
        HOUSING_URL: housing.url,
        HOUSING_API_TOKEN: 'a-token-for-these-tests',
      };
      const service = later(await startService({ ...env, ...database }), ({ end }) => end());
      const tenant = await complains(service);
      const told = async () => (await tenant.read()).filter(({ text = '' }) => text.includes('has not taken'));
      const [first] = await eventually(async () => {
        const found = await told();
        return found.length > 0 ? found : undefined;
      }, 'The tenant hears of it');

      const reference = /CMP-\d+/.exec(first?.text ?? '')?.[0];
      expect(first?.text).to.include('kept every word').and.to.include('Customer Contact Team');
      const desk = await signIn(service);
      const { parked } = (await desk.call('GET', '/insight/parked')).body as { parked: Record<string, unknown>[] };
      expect(parked).to.have.length(1);
      expect(parked[0]).to.include({ kind: 'housing.create-case', conversation: tenant.conversation });
      const byHand = await eventually(
        () => housing.tasks.find((each) => each.kind === 'put-in-by-hand'),
        'A person has it to do',
      );
      expect(byHand).to.deep.include({ words: '', team: 'contact-centre' });
      expect(byHand.details).to.include({ about: reference });
      await pause(5_000);
      expect(await told()).to.have.length(1);
    });
  });
