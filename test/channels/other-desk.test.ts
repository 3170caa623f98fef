// Conversations of a Bot Framework channel that are handed to the desk behind it: told with all that was said, and back again.

import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { type Connector, openConnector } from '../support/connector.ts';
import { openHours } from '../support/desk-service.ts';
import { type Service, startService } from '../support/service.ts';

type Json = Readonly<Record<string, unknown>>;

describe('a conversation that goes to the desk behind a Bot Framework channel', function () {
  this.timeout(90_000);
  let service: Service;
  let connector: Connector;
  let agent: Agent;
  let count = 0;

  before(async () => {
    connector = await openConnector();
    service = await startService({ CLOCK: openHours, BOT_FRAMEWORK_DESK: 'handoff' });
    agent = await signIn(service);
  });
  after(async () => {
    await service?.end();
    await connector?.close();
  });

  /** Somebody on the channel. */
  const somebody = () => {
    count += 1;
    const conversation = { id: `conversation-${count}` };
    const send = (activity: Json, id = `activity-${randomUUID()}`) =>
      connector.deliver(service.url, { ...activity, id, conversation });
    const isHere = (each: Json) => (each.conversation as { id: string }).id === conversation.id;
    const others = () => connector.others.filter(isHere);
    return {
      send,
      others,
      status: (state: unknown, id?: string) =>
        send({ type: 'event', name: 'handoff.status', value: { state, message: 'from the hub' } }, id),
      initiated: () =>
        eventually(() => others().find(({ name }) => name === 'handoff.initiate'), 'The event handoff.initiate'),
    };
  };
  const said = (words: string, from: number) =>
    eventually(() => connector.replies.slice(from).find((each) => each.includes(words)), words);
  /** What comes after whatever would have been said. */
  const quiet = async (from: number) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(connector.replies.slice(from)).to.deep.equal([]);
  };
  const withSomebodyThere = async () => {
    const tenant = somebody();
    const from = connector.replies.length;
    await tenant.send({ text: 'I want to talk to a person' });
    await said('They can read what you wrote', from);
    await tenant.initiated();
    return tenant;
  };

  it('is told with context and transcript, stands in no queue of ours, and tells no place in one', async () => {
    const tenant = somebody();
    const from = connector.replies.length;
    await tenant.send({ text: 'what are your opening hours' });
    await said('Monday', from);
    await tenant.send({ text: 'I want to talk to a person' });
    await said('I am passing you to the right team: Customer Contact Team. They can read what you wrote.', from);
    const event = await tenant.initiated();

    expect(event.value).to.deep.include({
      team: 'contact-centre',
      reason: 'asked_for_a_person',
      enquiry: 'contact.person',
      language: 'en',
    });
    const [attachment] = event.attachments as { name: string; contentType: string; content: { activities: Json[] } }[];
    expect(attachment).to.deep.include({ name: 'Transcript', contentType: 'application/json' });
    const words = attachment?.content.activities.map(({ text }) => text);
    expect(words).to.include.members(['what are your opening hours', 'I want to talk to a person']);
    expect(connector.replies.slice(from).join()).not.to.match(/number \d|next/);
    expect((await agent.queue()).waiting).to.deep.equal([]);
  });

  it('is with somebody there once they say so, whatever is written meanwhile, and with us again at the end', async () => {
    const tenant = await withSomebodyThere();
    const before = connector.replies.length;
    expect(await tenant.status('accepted')).to.equal(200);
    expect(await tenant.send({ text: 'what are your opening hours' })).to.equal(200);
    await quiet(before);
    expect(await tenant.status('completed', 'the-end')).to.equal(200);
    await said('You are with the automated assistant again', before);
    expect(await tenant.status('completed', 'the-end')).to.equal(200);
    const after = connector.replies.length;
    await tenant.send({ text: 'what are your opening hours' });
    await said('Monday', after);
    // What the channel has said itself it is not told.
    expect(tenant.others().map(({ name }) => name)).to.deep.equal(['handoff.initiate']);
  });

  it('comes back with a call-back where nobody there can take it, as when nobody is at our own desk', async () => {
    const tenant = await withSomebodyThere();
    const before = connector.replies.length;
    expect(await tenant.status('failed')).to.equal(200);
    await said('All of our team are busy. We can call you back instead.', before);
    await tenant.send({ text: '07700 900123' });
    await eventually(() => (connector.replies.length > before + 2 ? true : undefined), 'The next question');

    // Somebody came after all: nobody is talked over.
    expect(await tenant.status('accepted')).to.equal(200);
    const late = connector.replies.length;
    await tenant.send({ text: 'Hello' });
    await quiet(late);
    expect(await tenant.send({ type: 'endOfConversation' })).to.equal(200);
    await tenant.send({ text: 'what are your opening hours' });
    await said('Monday', late);
  });

  it('stays with our own people where it is restricted, whatever is said there', async () => {
    const tenant = somebody();
    const from = connector.replies.length;
    await tenant.send({ text: 'My husband hit me and I am scared' });
    await eventually(() => (connector.replies.length > from ? true : undefined), 'The safety steps');
    await tenant.send({ text: 'I want to talk to a person' });
    const { body } = await agent.call('POST', '/links', { name: 'Safe Guard', teams: ['safeguarding'] });
    const safe = await signIn(service, String(body.link));
    const line = await eventually(async () => (await safe.queue()).waiting[0], 'The handover at our desk');
    expect(line).to.deep.include({ channel: 'bot-framework', restricted: true });
    expect(await tenant.status('completed')).to.equal(200);
    expect((await safe.queue()).waiting.map(({ id }) => id)).to.deep.equal([line.id]);
    // What was said is not sent there either, nor who has it.
    expect((await safe.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    await said('Safe Guard from our team is with you now', from);
    expect(tenant.others()).to.deep.equal([]);
  });

  it('[WHG-21] comes back to our own people when something restricted is told while nobody there has it yet', async () => {
    const tenant = await withSomebodyThere();
    const { body } = await agent.call('POST', '/links', { name: 'Safe Guard', teams: ['safeguarding'] });
    const safe = await signIn(service, String(body.link));
    const waiting = async () => (await safe.queue()).waiting.map(({ id }) => id);
    const before = await waiting();
    await tenant.send({ text: 'My husband hit me and I am scared' });
    const line = await eventually(
      async () => (await safe.queue()).waiting.find(({ id }) => !before.includes(id)),
      'The handover at our desk',
    );
    expect(line).to.deep.include({ restricted: true, team: 'safeguarding', priority: 0 });
    const told = await eventually(
      () => tenant.others().find(({ name }) => name === 'handoff.status'),
      'That it is over',
    );
    expect(told.value).to.deep.include({ state: 'failed' });
    // Nobody there takes it from them, nor hears more of it.
    await tenant.status('accepted');
    await tenant.status('completed');
    expect(await waiting()).to.include(line.id);
    expect((await safe.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    expect(tenant.others().map(({ name }) => name)).to.deep.equal(['handoff.initiate', 'handoff.status']);
    await safe.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('is left alone by a status that the protocol does not have, or of a conversation that is not handed over', async () => {
    const tenant = somebody();
    expect(await tenant.status('resolved')).to.equal(400);
    expect(await tenant.status(undefined)).to.equal(400);
    expect(await tenant.status('completed')).to.equal(200);
    const before = connector.replies.length;
    await tenant.send({ text: 'what are your opening hours' });
    await said('Monday', before);
  });
});
