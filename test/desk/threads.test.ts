// One person at several ends, some of which others look at: what an agent writes there, and two threads that become one.

import { expect } from 'chai';
import { type Agent, type Answer, eventually } from '../support/agent.ts';
import { letIn, teamsOf } from '../support/by-role.ts';
import { openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import type { TranslateApi } from '../support/translate-api.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

describe('threads of one person', function () {
  this.timeout(120_000);
  let translating: Translating;
  let api: TranslateApi;
  let service: Service;
  let agent: Agent;

  before(async () => {
    translating = await startTranslating();
    ({ api, service, agent } = translating);
  });
  after(() => translating?.end());

  const accepted = async (conversation: string) => {
    const { id } = await agent.waitingFor(conversation);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
    return id;
  };
  const inChat = async (...words: readonly string[]) => {
    const tenant = await newTenant(service.url);
    for (const each of words) await tenant.say(each);
    return { tenant, id: await accepted(tenant.conversation) };
  };
  const textedBy = async (number: string, words: string) => {
    const phone = openPhone(service.url, number);
    const before = new Set((await agent.queue()).waiting.map(({ id }) => id));
    await phone.send(words);
    const line = await eventually(
      async () => (await agent.queue()).waiting.find(({ channel, id }) => channel === 'sms' && !before.has(id)),
      'The handover of the text',
    );
    return { phone, conversation: line.conversation, id: await accepted(line.conversation) };
  };
  const sequenceOf = async (conversation: string) =>
    Number((await agent.call('GET', `/conversations/${conversation}`)).body.sequence);
  const write = async (conversation: string, message: Record<string, unknown>): Promise<Answer> =>
    agent.call('POST', `/conversations/${conversation}/messages`, {
      clientMessageId: crypto.randomUUID(),
      seenSequence: await sequenceOf(conversation),
      ...message,
    });
  const heard = async (tenant: Tenant) => (await tenant.read()).map(({ text }) => text).join('\n');
  const close = (id: string) => agent.call('POST', `/handovers/${id}/close`, {});

  it('[WHG-21] an agent who names a restricted matter in a text is asked first, and nothing of it is lost', async () => {
    const { phone, conversation, id } = await textedBy('+447700900103', 'I want to talk to a person');
    const text = 'I am so sorry. Your husband hit you, and the safeguarding lead rings at 3.';
    const clientMessageId = 'about-a-referral';
    await agent.call('PUT', `/conversations/${conversation}/draft`, { text });
    const refused = await write(conversation, { text, clientMessageId });

    expect(refused.status, JSON.stringify(refused.body)).to.equal(409);
    expect(refused.body.type).to.match(/\/would-reveal$/);
    expect(refused.body.title).to.match(/^Somebody else may read this there/);
    const [first, ...more] = refused.body.words as readonly string[];
    expect(first).to.equal('Your husband hit you');
    expect(more.join()).to.include('safeguarding');
    expect(refused.headers.get('content-type')).to.include('application/problem+json');
    const { draft } = (await agent.call('GET', `/conversations/${conversation}`)).body;
    expect(draft).to.deep.include({ text });
    expect((await write(conversation, { text, reveals: 'yes' })).status).to.equal(400);

    const sent = () => write(conversation, { text, clientMessageId, reveals: true });
    expect([(await sent()).status, (await sent()).status]).to.deep.equal([201, 201]);
    await phone.wait((body) => body === text);
    expect((await phone.received()).filter((each) => each === text)).to.have.length(1);

    const auditor = await letIn(service, { name: 'Audrey Lane', teams: teamsOf.auditor }, openHours);
    const { body } = await auditor.call('GET', `/audit?${new URLSearchParams({ conversation, did: 'message' })}`);
    expect((body.audit as readonly { data: unknown }[]).map(({ data }) => data)).to.deep.equal([{ reveals: true }]);
    await close(id);
  });

  it('[WHG-21] what says nothing of it goes on at once, and so does a note that does', async () => {
    const { conversation, id } = await textedBy('+447700900103', 'I want to talk to a person');
    for (const text of [
      'The plumber comes on Tuesday. Smell gas? Ring 0800 111 999.',
      'We put a new lock in for your safety.',
    ])
      expect((await write(conversation, { text })).status, text).to.equal(201);
    for (const text of ['This is about the hate crime.', 'Your reference is SAF-4821937', 'Mae’n ymwneud â cham-drin.'])
      expect((await write(conversation, { text })).body.type, text).to.match(/would-reveal$/);
    const { replies } = (await agent.call('GET', `/conversations/${conversation}/canned`)).body;
    const ready = (replies as readonly { name: string; needs: readonly unknown[] }[]).filter(
      ({ needs }) => needs.length === 0,
    );
    expect(ready).not.to.have.length(0);
    // Macros send them, and have nobody to ask.
    for (const { name } of ready)
      expect((await write(conversation, { canned: { name, values: {} } })).status, name).to.equal(201);
    const noted = { text: 'Her husband hit her: domestic abuse' };
    expect((await agent.call('POST', `/conversations/${conversation}/notes`, noted)).status).to.equal(201);
    await close(id);
  });

  it('[WHG-21] in the chat it goes at once only where the tenant has said that it is safe to write', async () => {
    const text = 'About the domestic abuse: we can move you tonight.';
    const { tenant, id } = await inChat('I want to talk to a person');
    expect((await write(tenant.conversation, { text })).body.words).to.deep.equal([
      'About the domestic abuse: we can move you tonight',
    ]);
    expect(await heard(tenant)).not.to.include('abuse');
    await close(id);

    const hurt = await newTenant(service.url);
    for (const each of ['My husband hit me and I am scared', 'yes']) await hurt.say(each);
    await hurt.post('A person', { value: 'person' });
    const handover = await accepted(hurt.conversation);
    expect((await write(hurt.conversation, { text })).status).to.equal(201);
    await close(handover);

    // Somebody who has not answered, and asks for a person.
    const unsure = await inChat('My husband hit me and I am scared', 'I want to talk to a person');
    expect((await write(unsure.tenant.conversation, { text })).body.type).to.match(/would-reveal$/);
    await close(unsure.id);
  });

  it('[WHG-21] English is looked at before it is Polish, and no translator is told of it without the agent’s word', async () => {
    const { tenant, id } = await inChat('Chcę porozmawiać z człowiekiem, nie z automatem');
    const text = 'The safeguarding team will ring you.';
    const toldOf = () => api.asked.flatMap(({ texts }) => texts).join('\n');
    const refused = await write(tenant.conversation, { text });
    expect(refused.body.words).to.deep.equal(['safeguarding']);
    expect(toldOf()).not.to.include('safeguarding');
    const inPolish = await write(tenant.conversation, { text: 'Chodzi o przemoc domową.', language: 'pl' });
    expect(inPolish.body.type).to.match(/would-reveal$/);
    const values = { team: 'Safeguarding Team', date: '2026-12-03' };
    const canned = { name: 'passed_on', values };
    expect((await write(tenant.conversation, { canned })).body.type).to.match(/would-reveal$/);

    expect((await write(tenant.conversation, { text, reveals: true })).status).to.equal(201);
    expect(await heard(tenant)).to.include('pl: The safeguarding team');
    await close(id);
  });

  it('two of one person become one, where the same agent has both: told at the one, read from the other, and once', async () => {
    const { phone, conversation, id } = await textedBy('+447700900103', 'I want to talk to a person');
    const web = await inChat('I want to talk to a person');
    const { tenant } = web;
    const merge = (handover: string, into: string, sequence: number) =>
      agent.call('POST', `/handovers/${handover}/merge`, { into, seenSequence: sequence });
    const mergeWeb = async () => merge(web.id, conversation, await sequenceOf(tenant.conversation));
    const threadsOf = async (of: string) => (await agent.call('GET', `/conversations/${of}`)).body.threads;

    expect((await mergeWeb()).body.type, 'nobody knows who chats').to.match(/not-one-person$/);
    const details = { tenancy: 'TEN-100103', born: '1941-07-25', postcode: 'AW2 1LH' };
    expect((await agent.call('POST', `/conversations/${tenant.conversation}/identity`, details)).body.proved).to.equal(
      true,
    );
    expect(await threadsOf(tenant.conversation)).to.deep.equal({
      open: [{ conversation, channel: 'sms', enquiry: 'contact.person', state: 'accepted', agent: agent.id }],
      mergedFrom: [],
      mergedInto: [],
    });
    const seenBefore = await sequenceOf(tenant.conversation);
    await tenant.insist('And the window does not shut');
    expect((await merge(web.id, conversation, seenBefore)).body.type, 'they wrote meanwhile').to.match(/stale$/);
    expect((await merge(web.id, tenant.conversation, seenBefore)).status, 'into itself').to.equal(400);
    expect((await merge(web.id, 'web-nobody', seenBefore)).body.type).to.match(/not-yours$/);

    // Both ways at once: one ends, never both.
    const [one, other] = await Promise.all([
      mergeWeb(),
      sequenceOf(conversation).then((sequence) => merge(id, tenant.conversation, sequence)),
    ]);
    expect([one.status, other.status].filter((status) => status === 200)).to.have.length(1);
    const [gone, kept] = one.status === 200 ? [tenant.conversation, conversation] : [conversation, tenant.conversation];
    const { mine } = await agent.queue();
    expect(mine.map((line) => line.conversation)).to.deep.equal([kept]);
    expect((await merge(gone === conversation ? id : web.id, kept, 99)).body.type).to.match(/nothing-waiting$/);

    const from = await threadsOf(kept);
    expect(from).to.deep.include({ open: [], mergedInto: [] });
    expect(from).to.have.nested.property('mergedFrom[0].conversation', gone);
    expect(await threadsOf(gone)).to.have.nested.property('mergedInto[0].conversation', kept);
    if (gone === conversation) await phone.wait((body) => /other chat with us/.test(body));
    else expect((await heard(tenant)).match(/goes on with this by text/g)).to.have.length(1);
    expect(JSON.stringify(await tenant.read())).not.to.include('447700900103');
    await close(gone === conversation ? web.id : id);
  });

  it('[WHG-21] nothing restricted is merged, and nothing that a colleague has', async () => {
    const { conversation, id } = await textedBy('+447700900103', 'I want to talk to a person');
    const hurt = await newTenant(service.url);
    for (const each of ['My husband hit me and I am scared', 'yes']) await hurt.say(each);
    await hurt.post('A person', { value: 'person' });
    const quiet = await accepted(hurt.conversation);
    const details = { tenancy: 'TEN-100103', born: '1941-07-25', postcode: 'AW2 1LH' };
    expect((await agent.call('POST', `/conversations/${hurt.conversation}/identity`, details)).body.proved).to.equal(
      true,
    );
    const merge = async (handover: string, of: string, into: string) =>
      agent.call('POST', `/handovers/${handover}/merge`, { into, seenSequence: await sequenceOf(of) });
    expect((await merge(quiet, hurt.conversation, conversation)).body.type).to.match(/kept-apart$/);
    expect((await merge(id, conversation, hurt.conversation)).body.type).to.match(/kept-apart$/);
    const outsider = await letIn(service, { name: 'Only Contact', teams: ['contact-centre'] }, openHours);
    const { threads } = (await outsider.call('GET', `/conversations/${conversation}`)).body;
    expect(threads).to.deep.include({ open: [] });
    await close(quiet);

    const another = await inChat('I want to talk to a person');
    await agent.call('POST', `/conversations/${another.tenant.conversation}/identity`, details);
    await agent.call('POST', `/handovers/${another.id}/transfer`, { team: 'contact-centre', reason: 'Another day' });
    expect((await merge(id, conversation, another.tenant.conversation)).body.type).to.match(/not-yours$/);
    await accepted(another.tenant.conversation);
    await close(another.id);
    await close(id);
  });
});
