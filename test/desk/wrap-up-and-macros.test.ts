// The end of a conversation at the desk: what it was about, what is still promised, and what an agent does by one name.

import { expect } from 'chai';
import type { OpenPromise } from '../../src/turn/act.ts';
import { type Agent, eventually } from '../support/agent.ts';
import { letIn } from '../support/by-role.ts';
import { deskService, openHours } from '../support/desk-service.ts';
import { askHousing } from '../support/housing-api.ts';
import { openPhone, type Phone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

interface Contact {
  readonly topic: string;
  readonly outcome: string;
  readonly channel: string;
  readonly at: string;
  readonly conversation: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

describe('the end of a conversation with a person', function () {
  this.timeout(180_000);
  let service: Service;
  let agent: Agent;
  let outsider: Agent;
  let phone: Phone;

  before(async () => {
    ({ service, agent } = await deskService());
    outsider = await letIn(service, { name: 'Only Contact', teams: ['contact-centre'] }, openHours);
    phone = openPhone(service.url, '+447700900104');
  });

  const taken = async (conversation: string, by = agent) => {
    const { id } = await by.waitingFor(conversation);
    await by.call('POST', `/handovers/${id}/accept`, {});
    return id;
  };
  const onWeb = async (words = 'I want to talk to a person') => {
    const tenant = await newTenant(service.url);
    await tenant.say(words);
    return { tenant, id: await taken(tenant.conversation) };
  };
  /** Known by the number. */
  const byText = async () => {
    await phone.send('I want to talk to a person');
    const line = await eventually(
      async () => (await agent.queue()).waiting.find(({ channel }) => channel === 'sms'),
      'The text in the queue',
    );
    return { conversation: line.conversation, id: await taken(line.conversation) };
  };
  const close = (id: string, body: unknown) => agent.call('POST', `/handovers/${id}/close`, body);
  const contactsIn = (conversation: string, person: string) =>
    eventually(async () => {
      const { body } = await askHousing(service, `contacts?person=${person}`);
      return (body as unknown as readonly Contact[]).find((each) => each.conversation === conversation && each.details);
    }, 'The contact on record');
  const heard = async (tenant: Tenant) => (await tenant.read()).map(({ text }) => text ?? '');
  const promised = async (reference: unknown, reader = agent) => {
    const { body } = await reader.call('GET', '/promises');
    const all = body as unknown as { readonly overdue: readonly OpenPromise[]; readonly soon: readonly OpenPromise[] };
    return [...all.overdue, ...all.soon].find((each) => each.reference === reference);
  };

  it('[WHG-02] is on the tenant’s record: when, by which channel, about what, how it ended, and where it can be read', async () => {
    const { conversation, id } = await byText();
    const { person } = (await agent.call('GET', `/conversations/${conversation}`)).body as { person: { id: string } };
    const closed = await close(id, { outcome: 'done', topic: 'repair.status', avoidable: 'chased' });

    expect(closed.status, JSON.stringify(closed.body)).to.equal(200);
    const contact = await contactsIn(conversation, person.id);
    expect(contact).to.deep.include({ topic: 'repair.status', outcome: 'done', channel: 'sms', conversation });
    expect(contact.at).to.match(/^2026-11-23T10:/);
    expect(contact.details).to.deep.equal({ agent: 'First agent', avoidable: 'chased' });
  });

  it('[WHG-04] leaves a promise with a day, and a task for the team that keeps it, which the tenant is told in their language', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('Chcę porozmawiać z człowiekiem, nie z automatem');
    const id = await taken(tenant.conversation);
    const promise = { what: 'find out who has the keys', by: '2026-11-24', team: 'repairs' };
    expect((await close(id, { outcome: 'task', topic: 'tenancy.keys_parking', promise })).status).to.equal(200);

    const last = (await heard(tenant)).at(-1) ?? '';
    expect(last).to.match(/Odezwiemy się w tej sprawie najpóźniej: wtorek, 24 listopada 2026\. Numer sprawy: TSK-/);
    expect(last).not.to.include('keys');
    const reference = /TSK-\w+/.exec(last)?.[0];
    expect(await promised(reference)).to.include({ what: 'Find out who has the keys', by: '2026-11-24' });
    const open = await promised(reference, outsider);
    expect(open).to.deep.include({ can: ['keep', 'move'] });
    const task = await eventually(async () => {
      const { status, body } = await askHousing(service, `tasks/${reference}`);
      return status === 200 ? body : undefined;
    }, 'The task');
    expect(task).to.include({ team: 'repairs', kind: 'follow-up', due: '2026-11-24', status: 'open' });
    expect(task.details).to.include({ topic: 'tenancy.keys_parking', promised: 'Find out who has the keys' });
    // A task is no case: whoever has done it says so.
    expect((await outsider.call('POST', `/promises/${open?.id}/keep`, {})).status).to.equal(200);
  });

  it('is kept by who has promised, where no team is named', async () => {
    const { tenant, id } = await onWeb();
    await close(id, { promise: { what: 'Send the form', by: '2026-11-23' } });
    const reference = /TSK-\w+/.exec((await heard(tenant)).at(-1) ?? '')?.[0];

    const promise = await promised(reference);
    expect(promise?.owner).to.equal('First agent');
    expect((await agent.call('POST', `/promises/${promise?.id}/keep`, {})).status).to.equal(200);
  });

  it('needs none of it', async () => {
    const { tenant, id } = await onWeb();

    expect((await agent.call('POST', `/handovers/${id}/close`)).status).to.equal(200);
    expect((await heard(tenant)).at(-1)).to.match(/has ended the conversation/);
  });

  it('is not ended with what there is not, nor with a day that is past', async () => {
    const { tenant, id } = await onWeb();
    const promise = { what: 'Ring them', by: '2026-11-24' };
    for (const [type, bad] of [
      ['no-such-topic', { topic: 'repair.moon' }],
      ['bad-request', { promise: { ...promise, by: '2026-11-22' } }],
      ['bad-request', { promise: { ...promise, what: '  ' } }],
      ['bad-request', { promise: { ...promise, by: 'soon' } }],
      ['no-such-team', { promise: { ...promise, team: 'constructor' } }],
    ] as const) {
      const { status, body } = await close(id, bad);
      expect(status, JSON.stringify(bad)).to.equal(400);
      expect(String(body.type)).to.match(new RegExp(`/${type}$`));
    }
    expect((await heard(tenant)).join()).not.to.include('has ended');
    await close(id, {});
  });

  it('tells of a restricted matter neither on the record of contacts nor to another team', async () => {
    const quiet = await letIn(service, { name: 'Dee Ward', teams: ['safeguarding', 'contact-centre'] }, openHours);
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    await tenant.post('My husband hit me and I am scared');
    const line = await eventually(
      async () =>
        (await quiet.queue()).waiting.find((each) => each.conversation === tenant.conversation && each.restricted),
      'The restricted handover',
    );
    await quiet.call('POST', `/handovers/${line.id}/accept`, {});
    const body = { promise: { what: 'Find a refuge', by: '2026-11-24', team: 'repairs' } };
    const refused = await quiet.call('POST', `/handovers/${line.id}/close`, body);

    expect(refused.status).to.equal(400);
    const own = { promise: { what: 'Find a refuge', by: '2026-11-24' }, topic: 'safety.domestic_abuse' };
    expect((await quiet.call('POST', `/handovers/${line.id}/close`, own)).status).to.equal(200);
    const reference = /TSK-\w+/.exec((await heard(tenant)).at(-1) ?? '')?.[0];
    expect((await promised(reference, quiet))?.what).to.equal('Find a refuge');
    expect(await promised(reference, outsider)).to.equal(undefined);
    const task = await eventually(async () => {
      const found = await askHousing(service, `tasks/${reference}`);
      return found.status === 200 ? found.body : undefined;
    }, 'The task');
    expect(JSON.stringify(task)).not.to.match(/refuge|abuse/i);
  });

  describe('as a macro does it', () => {
    const run = (id: string, name: string, seenSequence: number) =>
      agent.call('POST', `/handovers/${id}/macro`, { name, requestId: name, seenSequence });
    const seenIn = async ({ conversation }: Tenant) =>
      Number((await agent.call('GET', `/conversations/${conversation}`)).body.sequence);

    it('replies, notes and holds in this order, each as if it were done by hand', async () => {
      const { tenant, id } = await onWeb();
      const done = await run(id, 'chase_repair', await seenIn(tenant));

      expect(done.body, JSON.stringify(done.body)).to.deep.equal({ done: ['reply', 'note', 'hold'] });
      expect((await heard(tenant)).slice(-2)[0]).to.equal('I am looking into this for you.');
      expect((await heard(tenant)).at(-1)).to.match(/by Monday, 23 November 2026, 11:/);
      const { notes } = (await agent.call('GET', `/conversations/${tenant.conversation}`)).body as {
        notes: readonly { text: string }[];
      };
      expect(notes.map(({ text }) => text)).to.deep.equal(['Asked the repairs team when they come.']);
      // Pressed twice.
      await run(id, 'chase_repair', await seenIn(tenant));
      expect((await heard(tenant)).filter((each) => each === 'I am looking into this for you.')).to.have.lengthOf(1);
      await close(id, {});
    });

    it('[WHG-04] ends with a promise that is counted in working days', async () => {
      const { tenant, id } = await onWeb();
      expect((await run(id, 'lost_keys', await seenIn(tenant))).status).to.equal(200);

      const last = (await heard(tenant)).at(-1) ?? '';
      expect(last).to.match(/by Wednesday, 25 November 2026\. Your reference is TSK-/);
      expect(await promised(/TSK-\w+/.exec(last)?.[0])).to.include({ what: 'Arrange new keys', owner: 'Tenancy Team' });
    });

    it('[WHG-21] is told that its words may be read, and goes on from the step that it is told', async () => {
      const { tenant, id } = await onWeb();
      const sent = { name: 'chase_repair', requestId: 'in-parts', seenSequence: await seenIn(tenant), reveals: true };
      const path = `/handovers/${id}/macro`;
      for (const bad of [{ from: 0 }, { from: 4 }, { reveals: 'yes' }])
        expect((await agent.call('POST', path, { ...sent, ...bad })).status, JSON.stringify(bad)).to.equal(400);

      expect((await agent.call('POST', path, { ...sent, from: 2 })).body).to.deep.equal({ done: ['note', 'hold'] });
      expect((await heard(tenant)).join()).not.to.include('I am looking into this');
      expect((await agent.call('POST', path, sent)).body).to.deep.equal({ done: ['reply', 'note', 'hold'] });
      const auditor = await letIn(service, { name: 'Audrey Lane', teams: ['auditors'] }, openHours);
      const about = new URLSearchParams({ conversation: tenant.conversation, did: 'message' });
      const { body } = await auditor.call('GET', `/audit?${about}`);
      const [line] = body.audit as readonly { data: unknown }[];
      expect(line?.data).to.deep.equal({ canned: 'looking', reveals: true });
      await close(id, {});
    });

    it('stops at the step that is refused, tells which, and does nothing after it', async () => {
      const { tenant, id } = await onWeb();
      const seen = await seenIn(tenant);
      await tenant.post('One thing more');
      await eventually(async () => ((await seenIn(tenant)) > seen ? true : undefined), 'The message');
      const { status, body } = await run(id, 'thank_and_close', seen);

      expect(status).to.equal(409);
      expect(String(body.type)).to.match(/stale$/);
      expect(body).to.include({ step: 1, of: 2, does: 'reply' });
      expect((await heard(tenant)).join()).not.to.match(/has ended|write to us again at any time/);
      await close(id, {});
      const late = await run(id, 'chase_repair', 10_000);
      expect(late.status).to.equal(409);
      expect(late.body).to.include({ step: 1, of: 3 });
    });

    it('is not there under another name, nor for who does not have the conversation', async () => {
      const { tenant, id } = await onWeb();
      const other = { name: 'chase_repair', requestId: 'x', seenSequence: await seenIn(tenant) };

      for (const name of ['chase', 'constructor', '__proto__'])
        expect((await run(id, name, other.seenSequence)).status).to.equal(400);
      expect((await outsider.call('POST', `/handovers/${id}/macro`, other)).body).to.include({ step: 1 });
      expect((await heard(tenant)).join()).not.to.include('looking into');
      await close(id, {});
    });

    it('is listed among the ready replies', async () => {
      const { tenant, id } = await onWeb();
      const { body } = await agent.call('GET', `/conversations/${tenant.conversation}/canned`);

      expect((body.macros as readonly { name: string }[]).map(({ name }) => name)).to.include('lost_keys');
      await close(id, {});
    });
  });
});
