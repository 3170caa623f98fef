import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { type Agent, eventually, invited, signIn } from '../support/agent.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const tenantCount = 200;
const agentCount = 50;
/** Requests under way at once. */
const most = 100;

/** Does all of it, a bounded number at a time. */
async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as Item);
  };
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}

/** Every agent reaches for every handover; neighbours in time reach for the same one. */
async function allReachForAll(service: Service) {
  const first = await signIn(service);
  const names = Array.from({ length: agentCount - 1 }, (_, n) => ({
    name: `Agent ${n + 2}`,
    teams: ['contact-centre'],
  }));
  const agents: Agent[] = [first, ...(await each(names, (who) => invited(service, first, who)))];
  const tenants = await each(Array.from({ length: tenantCount }), async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    return tenant;
  });
  const waiting = await eventually(async () => {
    const lines = (await first.queue()).waiting;
    return lines.length === tenantCount ? lines : undefined;
  }, 'All in the queue');
  const reaching = waiting.flatMap((line) => agents.map((agent) => ({ agent, line })));
  const answers = await each(reaching, async ({ agent, line }) => {
    const { status, body } = await agent.call('POST', `/handovers/${line.id}/accept`, {});
    return { agent: agent.id, conversation: line.conversation, status, type: body.type };
  });
  return { agents, tenants, answers };
}

type Reached = Awaited<ReturnType<typeof allReachForAll>>;

async function expectOneEach({ agents, tenants, answers }: Reached): Promise<void> {
  expect(answers).to.have.length(tenantCount * agentCount);
  const won = answers.filter(({ status }) => status === 200);
  expect(new Set(won.map(({ conversation }) => conversation)).size).to.equal(tenantCount);
  expect(won).to.have.length(tenantCount);
  const lost = answers.filter(({ status }) => status !== 200);
  expect(new Set(lost.map(({ status, type }) => `${status} ${type}`))).to.deep.equal(
    new Set(['409 https://doorstep.example/problems/already-taken']),
  );
  const owners = new Map(won.map(({ conversation, agent }) => [conversation, agent]));
  await each(tenants, (tenant) => expectToldOnce(tenant));
  await each(agents, async (agent) => {
    for (const { conversation } of (await agent.queue()).mine) expect(owners.get(conversation)).to.equal(agent.id);
  });
  await each([...owners], async ([conversation, agent]) => {
    const { body } = await (agents[0] as Agent).call('GET', `/conversations/${conversation}`);
    expect(body.owner).to.deep.include({ is: 'agent', agent });
  });
}

async function expectToldOnce(tenant: Tenant): Promise<void> {
  const told = (await tenant.read()).filter(({ text }) => /is with you now/.test(text ?? ''));
  expect(told).to.have.length(1);
}

describe('fifty agents reaching for the same two hundred handovers at once', function () {
  this.timeout(240_000);

  it('leaves each handover with exactly one, on the embedded database', async () => {
    const service = await startService({ CLOCK: '2026-11-23T10:00:00Z' });
    try {
      await expectOneEach(await allReachForAll(service));
    } finally {
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });

  it('leaves each handover with exactly one, on PostgreSQL', async function () {
    const postgres = await startPostgres();
    if (postgres === undefined) return this.skip();
    const service = await startService({ CLOCK: '2026-11-23T10:00:00Z', DATABASE_URL: await postgres.freshDatabase() });
    try {
      await expectOneEach(await allReachForAll(service));
    } finally {
      await service.stop();
      await postgres.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
    }
  });
});
