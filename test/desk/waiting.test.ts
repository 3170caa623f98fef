import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { eventually, invited, signIn } from '../support/agent.ts';
import { openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

interface Task {
  readonly reference: string;
  readonly kind: string;
  readonly team: string;
  readonly due: string;
  readonly person?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

async function tasksOf(service: Service, conversation: string): Promise<readonly Task[]> {
  const answer = await fetch(`${service.url}/housing/v1/tasks`, {
    headers: { Authorization: `Bearer ${housingToken}` },
  });
  const tasks = (await answer.json()) as readonly (Task & { readonly conversation: string })[];
  return tasks.filter((task) => task.conversation === conversation);
}

/** The same service on the same data, as if time had passed. */
async function laterOn(service: Service, clock: string): Promise<Service> {
  await service.stop();
  return startService({ CLOCK: clock, DATA_DIR: service.dataDir, PORT: new URL(service.url).port });
}

describe('waiting for a person', function () {
  this.timeout(180_000);
  let service: Service;

  beforeEach(async () => {
    service = await startService({ CLOCK: openHours });
  });
  afterEach(async () => {
    if (service === undefined) return;
    await service.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });

  it('ends in a promised call-back when nobody comes within the landlord’s limit', async () => {
    const agent = await signIn(service);
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    const phone = openPhone(service.url, '+447700900101');
    await phone.send('I want to talk to a person');
    await eventually(async () => (await agent.queue()).waiting[1], 'The text in the queue');

    service = await laterOn(service, '2026-11-23T10:09:30Z');
    const stillThere = (await (await fetch(`${service.url}/metrics`)).text()).match(
      /^doorstep_handovers_waiting (\d+)/m,
    )?.[1];
    service = await laterOn(service, '2026-11-23T10:12:00Z');
    await eventually(
      async () => (await tenant.read()).find(({ channelData }) => channelData.asks === 'phone'),
      'The question for a number',
    );
    await tenant.say('07700 900155');
    const told = (await tenant.say('morning')).find(({ channelData }) => channelData.outcome === 'callback');
    const [task] = await eventually(async () => {
      const found = await tasksOf(service, tenant.conversation);
      return found.length > 0 ? found : undefined;
    }, 'The task');

    expect(stillThere).to.equal('2');
    expect(told?.channelData.reference).to.match(/^TSK-\d+$/);
    expect(told?.channelData.reference).to.equal(task?.reference);
    expect(told?.text).to.include('24 November');
    expect(task).to.deep.include({ kind: 'call-back', team: 'contact-centre', due: '2026-11-24' });
    expect(await openPhone(service.url, '+447700900101').wait((body) => /call you back/.test(body))).to.match(
      /TSK-\d+/,
    );
    const again = await signIn(service);
    expect((await again.queue()).waiting).to.deep.equal([]);
    expect((await again.call('POST', `/handovers/${id}/accept`, {})).body.type).to.match(/nothing-waiting$/);
  });

  it('starts anew in front when the agent is gone, and the tenant is told', async () => {
    const gone = await invited(service, await signIn(service), { name: 'Jo Lee', teams: ['contact-centre'] });
    const tenant = await newTenant(service.url);
    const later = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await gone.waitingFor(tenant.conversation);
    await gone.call('POST', `/handovers/${id}/accept`, {});

    // Twelve minutes of talk: longer than anybody may wait.
    service = await laterOn(service, '2026-11-23T10:12:00Z');
    await later.say('I want to talk to a person');
    const agent = await signIn(service);
    const back = await eventually(
      async () => (await agent.queue()).waiting.find((line) => line.id === id),
      'The conversation in the queue again',
      60_000,
    );
    const { waiting } = await agent.queue();

    expect(back).to.deep.include({ reason: 'agent-gone', team: 'contact-centre' });
    expect(waiting.map(({ conversation }) => conversation)).to.deep.equal([tenant.conversation, later.conversation]);
    const said = (await tenant.read()).map(({ text }) => text);
    expect(said.at(-1)).to.equal(
      'The person from our team has lost the connection. You are at the front of the queue again.',
    );
    // Two more looks of the desk's watch: the wait counts from now on.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    expect((await agent.waitingFor(tenant.conversation)).waitedSeconds).to.be.below(60);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
  });

  it('leaves a conversation with an agent whose page is open all along', async () => {
    const agent = await signIn(service);
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${id}/accept`, {});
    service = await laterOn(service, '2026-11-23T10:12:00Z');
    const stream = await agent.stream();
    // Longer than the time that pages have after a restart.
    await new Promise((resolve) => setTimeout(resolve, 35_000));

    expect(stream.told.at(-1)?.mine?.map((line) => line.id)).to.deep.equal([id]);
    await stream.close();
  });
});

describe('asking for a person while the desk is closed', function () {
  this.timeout(120_000);

  it('has a call-back promised, with a task in the housing system', async () => {
    const service = await startService({ CLOCK: '2026-11-21T15:00:00Z' });
    const tenant = await newTenant(service.url);
    const replies = [...(await tenant.say('I want to talk to a person'))];
    const agent = await signIn(service);
    for (const answer of ['07700 900155', 'morning']) replies.push(...(await tenant.say(answer)));
    const said = replies.map(({ text }) => text).join('\n');

    expect(said).to.match(/Our team is not here now\. We open on Monday,? 23 November 2026 at 08:00/);
    expect(replies.map(({ channelData }) => channelData.outcome)).to.include('callback');
    const [task] = await eventually(async () => {
      const found = await tasksOf(service, tenant.conversation);
      return found.length > 0 ? found : undefined;
    }, 'The task');
    expect(task).to.deep.include({ kind: 'call-back', team: 'contact-centre', due: '2026-11-23' });
    expect(said).to.include(task?.reference);
    expect(task?.details).to.deep.include({ phone: '+447700900155' });
    expect((await agent.queue()).waiting).to.deep.equal([]);
    await service.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });
});
