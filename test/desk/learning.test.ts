import { expect } from 'chai';
import { eventually, invited, signIn } from '../support/agent.ts';
import { complains } from '../support/complaint.ts';
import { askHousing } from '../support/housing-api.ts';
import { startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { undoAfterEach } from '../support/undo.ts';

interface Learned {
  readonly received: number;
  readonly closed: number;
  readonly withoutLesson: number;
  readonly repeats: number;
  readonly causes: readonly Record<string, unknown>[];
  readonly lessons: readonly Record<string, unknown>[];
  readonly characteristics: readonly Record<string, unknown>[];
}

const lesson = { cause: 'delay', lesson: 'Who waits for parts is told each week' };

for (const kind of ['embedded', 'postgres'] as const)
  describe(`what is learned from complaints, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
    this.timeout(120_000);
    const later = undoAfterEach();

    it('[WHG-22] [TPC-15] is a cause and a lesson on each that is closed, and is reported, repeats and all', async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      const service = later(await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database }), ({ end }) => end());
      const desk = await signIn(service);
      const tenant = await complains(service);
      const found = await eventually(async () => {
        const { body } = await askHousing(service, 'cases?kind=complaint');
        return (body as unknown as { reference: string }[])[0];
      }, 'The complaint is there');
      const learn = (body: unknown, reference = found.reference) =>
        desk.call('POST', `/complaints/${reference}/learning`, body);

      const waiting = async (who = desk) => {
        const { body } = await who.call('GET', '/complaints');
        return (body.waiting as { reference: string }[]).map((each) => each.reference);
      };
      expect(await waiting(), 'open').to.deep.equal([]);
      expect((await learn(lesson)).body)
        .to.have.property('type')
        .that.includes('not-closed');
      await askHousing(service, `cases/${found.reference}`, {
        status: 'closed',
        details: { outcome: 'upheld', repeatOf: 'CMP-1' },
      });
      expect(await waiting()).to.deep.equal([found.reference]);
      const { body: shown } = await desk.call('GET', '/complaints');
      expect(shown.causes).to.include('delay');
      expect((shown.waiting as object[])[0])
        .to.have.keys('reference', 'receivedAt', 'outcome')
        .and.include({
          outcome: 'upheld',
        });
      expect((await learn({ ...lesson, cause: 'the weather' })).status).to.equal(400);
      expect((await learn({ ...lesson, lesson: ' ' })).status).to.equal(400);
      expect((await learn(lesson, 'CMP-99999999')).status).to.equal(404);
      const before = (await desk.call('GET', '/insight/complaints')).body as unknown as Learned;
      expect((await learn(lesson)).status).to.equal(200);
      const learned = await eventually(async () => {
        const { body } = await desk.call('GET', '/insight/complaints');
        return (body as unknown as Learned).lessons.length > 0 ? (body as unknown as Learned) : undefined;
      }, 'The lesson is reported');

      expect(await waiting(), 'done').to.deep.equal([]);

      expect(before).to.deep.include({ received: 1, closed: 1, withoutLesson: 1, repeats: 1, lessons: [] });
      expect(learned).to.deep.include({ received: 1, closed: 1, withoutLesson: 0, repeats: 1 });
      expect(learned.causes).to.deep.equal([{ cause: 'delay', outcome: 'upheld', count: 1, repeats: 1 }]);
      expect(learned.lessons).to.deep.equal([{ reference: found.reference, ...lesson }]);
      expect(learned.characteristics).to.deep.include({
        characteristic: 'age',
        value: 'not recorded',
        count: null,
        repeats: null,
      });
      const { body } = await askHousing(service, `cases/${found.reference}`);
      expect(body.details).to.deep.include({ ...lesson, outcome: 'upheld' });
      const said = (await tenant.read()).map(({ text = '' }) => text).join('\n');
      expect(said, 'the tenant hears of the outcome, not of this').not.to.include(lesson.lesson);
    });

    it('[WHG-22] of a conversation with something restricted is there for its own team alone', async function () {
      const database = kind === 'postgres' ? { DATABASE_URL: await (await sharedPostgres(this)).freshDatabase() } : {};
      const service = later(await startService({ CLOCK: '2026-11-23T10:00:00Z', ...database }), ({ end }) => end());
      const desk = await signIn(service);
      const outsider = await invited(service, desk, { name: 'Only Contact', teams: ['contact-centre'] });
      await complains(service, 'Your plumber called me racist names in my kitchen');
      const [found] = await eventually(async () => {
        const { body } = await askHousing(service, 'cases?kind=complaint');
        const made = body as unknown as { reference: string }[];
        return made.length > 0 ? made : undefined;
      }, 'The complaint is there');
      await askHousing(service, `cases/${found?.reference}`, { status: 'closed' });

      const listFor = async (who: typeof desk) => (await who.call('GET', '/complaints')).body.waiting;
      expect(await listFor(desk)).to.have.length(1);
      expect(await listFor(outsider)).to.deep.equal([]);
      expect((await outsider.call('POST', `/complaints/${found?.reference}/learning`, lesson)).status).to.equal(404);
    });
  });
