import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { PromisesAnswer } from '../../src/desk/answers.ts';
import type { OpenPromise } from '../../src/turn/act.ts';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { letIn } from '../support/by-role.ts';
import { complains } from '../support/complaint.ts';
import { askHousing } from '../support/housing-api.ts';
import { type Service, startService } from '../support/service.ts';
import { sharedPostgres } from '../support/stores.ts';
import { newTenant } from '../support/tenant.ts';

type Listed = OpenPromise & { readonly can: readonly string[] };

interface Promises {
  readonly overdue: readonly Listed[];
  readonly soon: readonly Listed[];
}

const promisesOf = async (agent: Agent) => {
  const { body } = await agent.call('GET', '/promises');
  expect(PromisesAnswer.safeParse(body).error?.issues).to.equal(undefined);
  return body as unknown as Promises;
};
const whatBy = (list: readonly OpenPromise[]) => list.map(({ what, by }) => `${what} ${by}`);

for (const kind of ['embedded', 'postgres'] as const)
  describe(`promises at the desk, on ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}`, function () {
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

    /** The same service on the same data, as if time had passed. */
    const laterOn = async (clock: string) => {
      await service.stop();
      const port = new URL(service.url).port;
      service = await startService({ CLOCK: clock, DATA_DIR: service.dataDir, PORT: port, ...database });
      return signIn(service);
    };
    const overdueFigure = async () =>
      (await (await fetch(`${service.url}/metrics`)).text()).match(/^doorstep_promises_overdue (\d+)/m)?.[1];

    // Told on Monday, 23 November: how it is understood by the 30th, answered by 14 December.
    it('are listed when they are due soon, and when their day has passed until somebody says what became of them', async () => {
      const tenant = await complains(service);
      const first = await promisesOf(await signIn(service));
      const agent = await laterOn('2026-11-28T10:00:00Z');
      const soon = await promisesOf(agent);
      const late = await laterOn('2026-12-01T10:00:00Z');
      const { overdue } = await promisesOf(late);

      expect(whatBy([...first.overdue, ...first.soon])).to.deep.equal([]);
      expect(soon.overdue).to.deep.equal([]);
      expect(whatBy(soon.soon)).to.deep.equal(['acknowledge 2026-11-30']);
      expect(whatBy(overdue)).to.deep.equal(['acknowledge 2026-11-30']);
      expect(overdue[0]).to.include({ conversation: tenant.conversation, owner: 'Complaints Team', restricted: false });
      expect(await overdueFigure()).to.equal('1');

      const path = `/promises/${overdue[0]?.id}`;
      expect((await late.call('POST', `${path}/keep`, {})).status).to.equal(200);
      expect((await promisesOf(late)).overdue).to.deep.equal([]);
      expect((await late.call('POST', `${path}/keep`, {})).status).to.equal(404);
      expect(await overdueFigure()).to.equal('0');
    });

    it('are moved with a reason, which the tenant hears once however often it is sent', async () => {
      const agent = await laterOn('2026-12-12T10:00:00Z');
      const { soon } = await promisesOf(agent);
      const [answer] = soon;
      const path = `/promises/${answer?.id}`;
      const told = { to: '2026-12-18', why: 'we wait for the surveyor' };
      const moved = await Promise.all([
        agent.call('POST', `${path}/move`, told),
        agent.call('POST', `${path}/move`, told),
      ]);
      const tenantHeard = await agent.call('GET', `/promises`);

      expect(whatBy(soon)).to.deep.equal(['answer 2026-12-14']);
      expect(moved.map(({ status }) => status).filter((status) => status === 200)).to.have.length.greaterThan(0);
      expect(tenantHeard.body).to.deep.equal({ overdue: [], soon: [] });
      const said = moved.flatMap(({ body }) => (body.messages ?? []) as readonly { sequence: number; text: string }[]);
      expect(new Set(said.map(({ sequence }) => sequence)).size).to.equal(1);
      expect(said[0]?.text).to.include('Monday, 14 December 2026').and.to.include('Friday, 18 December 2026');
      expect(said[0]?.text)
        .to.include('we wait for the surveyor')
        .and.to.match(/CMP-\d+/);
      const later = await promisesOf(await laterOn('2026-12-17T10:00:00Z'));
      expect(whatBy(later.soon)).to.deep.equal(['answer 2026-12-18']);
    });

    it('[WHG-21] of a case are kept and moved by the team that has it now, or a manager, as the case is, and in words that are looked at', async () => {
      const now = '2026-12-17T10:00:00Z';
      const [outsider, manager, complaints] = await Promise.all(
        ['contact-centre', 'managers', 'complaints'].map((team) => letIn(service, { name: team, teams: [team] }, now)),
      );
      if (!outsider || !manager || !complaints) throw new Error('Nobody is signed in');
      const answerFor = async (agent: Agent) => (await promisesOf(agent)).soon.find(({ what }) => what === 'answer');
      const { id, reference } = (await answerFor(outsider)) ?? {};
      const act = (agent: Agent, name: string, body: object) => agent.call('POST', `/promises/${id}/${name}`, body);
      const later = { to: '2026-12-19', why: 'we wait for a part' };

      for (const [name, body] of [
        ['keep', {}],
        ['move', later],
      ] as const) {
        const refused = await act(outsider, name, body);
        expect(refused.status, name).to.equal(403);
        expect(refused.body.type).to.match(/not-your-team$/);
      }
      expect(await answerFor(outsider)).to.deep.include({ id, by: '2026-12-18', can: [] });
      for (const each of [manager, complaints])
        expect(await answerFor(each)).to.deep.include({ id, can: ['keep', 'move'] });
      expect((await act(manager, 'move', { to: '2027-03-01', why: 'x' })).body.type).to.match(/too-long$/);
      await askHousing(service, `cases/${reference}`, { team: 'contact-centre' });
      expect((await act(complaints, 'move', later)).status).to.equal(403);
      const naming = { ...later, why: 'the safeguarding lead is away' };
      const asked = await act(outsider, 'move', naming);
      expect(asked.status).to.equal(409);
      expect(asked.body.type).to.match(/would-reveal$/);
      expect(asked.body.words).to.deep.equal(['the safeguarding lead is away']);
      expect((await act(outsider, 'move', { ...naming, reveals: 'yes' })).status).to.equal(400);
      expect((await answerFor(outsider))?.by).to.equal('2026-12-18');
      const moved = await act(outsider, 'move', { ...naming, reveals: true });
      expect(moved.status).to.equal(200);
      expect(JSON.stringify(moved.body)).to.include('The reason: the safeguarding lead is away');
      expect(await answerFor(outsider)).to.include({ by: '2026-12-19' });
    });

    it('are not moved to a day that has passed, nor without a reason', async () => {
      const agent = await laterOn('2026-12-17T11:00:00Z');
      const [answer] = (await promisesOf(agent)).soon;
      const move = async (body: unknown) => (await agent.call('POST', `/promises/${answer?.id}/move`, body)).status;

      expect(await move({ to: '2026-12-16', why: 'because' })).to.equal(400);
      expect(await move({ to: '2026-12-20', why: ' ' })).to.equal(400);
      expect(await move({ to: 'friday', why: 'because' })).to.equal(400);
      expect((await agent.call('POST', '/promises/999999/keep', {})).status).to.equal(404);
    });

    it('of a restricted case are there for its team alone, and nobody writes to its tenant', async () => {
      const agent = await laterOn('2027-01-04T10:00:00Z');
      const tenant = await newTenant(service.url);
      await tenant.say('My husband hit me and I am scared');
      await tenant.say('yes');
      await tenant.post('Neither', { value: 'nothing' });
      const own = await eventually(async () => {
        const { overdue, soon } = await promisesOf(agent);
        return [...overdue, ...soon].find(({ conversation }) => conversation === tenant.conversation);
      }, 'The promise of a contact');
      const outsider = await invited(service, agent, { name: 'Only Contact', teams: ['contact-centre'] });
      const heard = (await tenant.read()).length;

      const seen = await promisesOf(outsider);
      expect([...seen.overdue, ...seen.soon].map(({ id }) => id)).not.to.include(own.id);
      expect((await outsider.call('POST', `/promises/${own.id}/keep`, {})).status).to.equal(404);
      expect(
        (await agent.call('POST', `/promises/${own.id}/move`, { to: '2027-01-06', why: 'we are ill' })).status,
      ).to.equal(200);
      expect((await tenant.read()).length).to.equal(heard);
    });
  });
