import { once } from 'node:events';
import { expect } from 'chai';
import { type Agent, eventually, invited } from '../support/agent.ts';
import { deskService } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import { housingToken, type Service } from '../support/service.ts';
import { type Activity, newTenant, type Tenant } from '../support/tenant.ts';

const texts = (activities: readonly Activity[]) => activities.map(({ text }) => text);

describe('a conversation handed over on the web', function () {
  this.timeout(60_000);
  let service: Service;
  let agent: Agent;
  let tenant: Tenant;

  before(async () => {
    ({ service, agent } = await deskService());
  });
  beforeEach(async () => {
    tenant = await newTenant(service.url);
  });

  const wantsPerson = async () => {
    await tenant.say('I want to talk to a person');
    return agent.waitingFor(tenant.conversation);
  };
  const accepted = async () => {
    const handover = await wantsPerson();
    const { status } = await agent.call('POST', `/handovers/${handover.id}/accept`, {});
    expect(status).to.equal(200);
    return handover;
  };
  const view = async () => (await agent.call('GET', `/conversations/${tenant.conversation}`)).body;
  const write = async (text: string, more: Record<string, unknown> = {}) =>
    agent.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text,
      clientMessageId: crypto.randomUUID(),
      seenSequence: (await view()).sequence,
      ...more,
    });
  const heard = (text: string) =>
    eventually(async () => (await tenant.read()).find((each) => each.text === text), `The tenant hearing “${text}”`);

  it('waits in the queue, its place told to the tenant and its line on every open desk', async () => {
    const stream = await agent.stream();
    const replies = await tenant.say('I want to talk to a person');
    const line = await agent.waitingFor(tenant.conversation);

    expect(replies.at(-1)?.text).to.match(/next|number \d+ in the queue/);
    expect(line).to.deep.include({
      channel: 'web',
      team: 'contact-centre',
      enquiry: 'contact.person',
      priority: 5,
      restricted: false,
    });
    const told = await stream.wait(
      ({ type, waiting }) => type === 'queue' && (waiting ?? []).some(({ id }) => id === line.id),
    );
    expect(told.waiting?.find(({ id }) => id === line.id)).to.deep.include({ conversation: tenant.conversation });
    await stream.close();
    await tenant.say('never mind');
  });

  it('goes to the agent who accepts, and the tenant is told their name', async () => {
    const { id } = await accepted();

    await heard('First agent from our team is with you now and can read what you wrote.');
    expect((await agent.queue()).mine.map((each) => each.id)).to.include(id);
    expect((await agent.queue()).waiting.map((each) => each.id)).not.to.include(id);
  });

  it('carries words both ways, in order, to the socket and to the tenant', async () => {
    await accepted();
    const stream = await agent.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await tenant.post('Is anybody there?');
    await stream.wait(({ message }) => message?.text === 'Is anybody there?');
    expect((await write('Yes, how can I help?')).status).to.equal(201);
    await stream.wait(({ message }) => message?.text === 'Yes, how can I help?');
    await tenant.post('The lift is broken again');
    await stream.wait(({ message }) => message?.text === 'The lift is broken again');
    expect((await write('I will look.')).status).to.equal(201);

    await heard('I will look.');
    const said = (await tenant.read()).slice(-4);
    expect(texts(said)).to.deep.equal([
      'Is anybody there?',
      'Yes, how can I help?',
      'The lift is broken again',
      'I will look.',
    ]);
    expect(said.at(-1)?.channelData).to.deep.include({ source: 'agent', language: 'en' });
    expect(said.at(-1)?.from).to.deep.include({ id: 'agent', name: 'First agent' });
    await stream.wait(({ message }) => message?.text === 'I will look.');
    const numbers = stream.told.flatMap(({ message }) => (message === undefined ? [] : [message.sequence]));
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
    await stream.close();
  });

  it('resumes on the socket after the last number seen, with nothing missed and nothing twice', async () => {
    await accepted();
    const first = await agent.stream();
    first.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await tenant.post('one');
    const seen = (await first.wait(({ message }) => message?.text === 'one')).message?.sequence ?? 0;
    await first.close();
    await tenant.post('two');
    await tenant.post('three');
    const second = await agent.stream();
    second.say({ type: 'watch', conversation: tenant.conversation, after: seen });
    await tenant.post('four');
    await second.wait(({ message }) => message?.text === 'four');

    const came = second.told.flatMap(({ message }) => (message === undefined ? [] : [message.text]));
    expect(came).to.deep.equal(['two', 'three', 'four']);
    await second.close();
  });

  it('tells an agent that the tenant writes, and the tenant’s socket that the agent does', async () => {
    await accepted();
    const stream = await agent.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await stream.wait(({ type }) => type === 'message');
    await tenant.typing();

    await stream.wait(({ type, conversation }) => type === 'typing' && conversation === tenant.conversation);
    await stream.close();
  });

  it('tells the tenant what the agent whom they speak with has on the screen and has read, and the agent what the tenant has', async () => {
    await accepted();
    const stream = await agent.stream();
    stream.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    await stream.wait(({ type }) => type === 'message');
    const socket = new WebSocket(await tenant.streamUrl(0));
    const receipts: string[] = [];
    socket.addEventListener('message', ({ data }) => {
      if (data === '') return;
      for (const { type, name, value } of JSON.parse(String(data)).activities)
        if (type === 'event' && /delivered|readReceipt/.test(name)) receipts.push(`${name} ${Object.values(value)}`);
    });
    await once(socket, 'open');
    await tenant.post('The lift is broken again');
    const sequence =
      (await stream.wait(({ message }) => message?.text === 'The lift is broken again')).message?.sequence ?? 0;
    const other = await invited(service, agent, { name: 'Jo Lee', teams: ['contact-centre'] });
    const onlooker = await other.stream();
    onlooker.say({ type: 'watch', conversation: tenant.conversation, after: 0 });
    onlooker.say({ type: 'seen', conversation: tenant.conversation, sequence: sequence + 1 });
    stream.say({ type: 'seen', conversation: tenant.conversation, sequence });
    const id = `${tenant.conversation}|${String(sequence).padStart(7, '0')}`;
    await eventually(async () => receipts.find((told) => told.endsWith(`readReceipt ${id}`)), 'The receipt');

    expect(receipts).to.deep.equal([`delivered ${id}`, `application/vnd.microsoft.readReceipt ${id}`]);
    socket.close();
    await onlooker.close();
    await stream.close();
  });

  it('tells with each step whether a person is waited for, there, or gone', async () => {
    const { id } = await accepted();
    await agent.call('POST', `/handovers/${id}/close`, { outcome: 'answered' });
    const steps = await eventually(async () => {
      const told = (await tenant.read()).flatMap(({ channelData }) =>
        channelData.handover ? [channelData.handover] : [],
      );
      return told.length === 3 ? told : undefined;
    }, 'Three steps');

    // Whoever waits in this service besides has a place before it.
    const [waiting, ...others] = steps as readonly { readonly position?: number }[];
    expect(waiting).to.deep.include({ state: 'waiting', limitMinutes: 10 });
    expect(waiting?.position).to.be.at.least(1);
    expect(others).to.deep.equal([{ state: 'accepted' }, { state: 'completed' }]);
  });

  it('has an answer to a stale view refused, and nothing of it told', async () => {
    await accepted();
    const { sequence } = await view();
    await tenant.post('One more thing');
    await eventually(async () => ((await view()).sequence !== sequence ? true : undefined), 'The message in the view');
    const refused = await write('Good bye then.', { seenSequence: sequence });

    expect(refused.status).to.equal(409);
    expect(refused.body).to.deep.include({
      type: 'https://doorstep.example/problems/stale',
      sequence: Number(sequence) + 1,
    });
    expect(texts(await tenant.read())).not.to.include('Good bye then.');
  });

  it('has the same words under the same id once', async () => {
    await accepted();
    const { sequence } = await view();
    const same = { clientMessageId: 'once-and-only', seenSequence: sequence };
    const answers = await Promise.all([1, 2, 3].map(() => write('Only once.', same)));
    const late = await write('Only once.', same);

    expect([...answers, late].map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
    for (const { body } of answers) expect(body).to.deep.equal(late.body);
    await heard('Only once.');
    expect(texts(await tenant.read()).filter((text) => text === 'Only once.')).to.have.length(1);
  });

  it('keeps notes from the tenant', async () => {
    await accepted();
    const noted = await agent.call('POST', `/conversations/${tenant.conversation}/notes`, { text: 'Sounds worried.' });
    await write('Hello.');
    await heard('Hello.');

    expect(noted.status).to.equal(201);
    expect(JSON.stringify(await tenant.read())).not.to.include('worried');
    expect((await view()).notes).to.have.length(1);
    expect((await view()).notes).to.have.nested.property('[0].text', 'Sounds worried.');
  });

  it('is told to one agent only that it is theirs', async () => {
    const { id } = await accepted();
    const other = await invited(service, agent, { name: 'Jo Lee', teams: ['contact-centre'] });
    const taken = await other.call('POST', `/handovers/${id}/accept`, {});
    const again = await agent.call('POST', `/handovers/${id}/accept`, {});
    const written = await other.call('POST', `/conversations/${tenant.conversation}/messages`, {
      text: 'Me too',
      clientMessageId: 'x',
      seenSequence: 99,
    });

    expect(taken.status).to.equal(409);
    expect(taken.body.type).to.equal('https://doorstep.example/problems/already-taken');
    expect(again.status, 'a repeated accept of the owner').to.equal(200);
    expect(written.body.type).to.equal('https://doorstep.example/problems/not-yours');
    for (const what of ['close', 'return']) {
      expect((await other.call('POST', `/handovers/${id}/${what}`, {})).body.type).to.match(/not-yours$/);
    }
  });

  it('goes on to another team, is announced, and can be taken there', async () => {
    const { id } = await accepted();
    const passed = await agent.call('POST', `/handovers/${id}/transfer`, { team: 'safeguarding', reason: 'worried' });
    const line = await agent.waitingFor(tenant.conversation);

    expect(passed.status).to.equal(200);
    expect(line).to.deep.include({ id, team: 'safeguarding' });
    await heard('I am passing you to the right team: Safeguarding Team. They can read what you wrote.');
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
  });

  it('refuses to pass it to a team that takes none', async () => {
    const { id } = await accepted();
    for (const team of ['income', 'no-such-team', '__proto__', 'constructor']) {
      expect((await agent.call('POST', `/handovers/${id}/transfer`, { team, reason: 'x' })).status, team).to.equal(400);
    }
  });

  it('goes back to the assistant, which answers again', async () => {
    const { id } = await accepted();
    expect((await agent.call('POST', `/handovers/${id}/return`, {})).status).to.equal(200);
    await heard('You are with the automated assistant again.');
    const [answer] = await tenant.say('hello');

    expect(answer?.channelData.source).to.equal('catalogue');
    expect((await agent.call('POST', `/handovers/${id}/close`, {})).body.type).to.match(/nothing-waiting$/);
  });

  it('ends, is recorded with the housing system, and a later question starts afresh', async () => {
    const { id } = await accepted();
    const closed = await agent.call('POST', `/handovers/${id}/close`, { outcome: 'done' });
    await heard('First agent has ended the conversation. Write to us at any time if there is anything else.');
    const ended = (await tenant.read()).at(-1);

    expect(closed.status).to.equal(200);
    expect(ended?.channelData).to.deep.include({ outcome: 'handover', enquiry: 'contact.person' });
    expect((await agent.queue()).mine.map((each) => each.id)).not.to.include(id);
    expect(texts(await tenant.say('I want to talk to a person')).join()).to.match(/next|number \d+ in the queue/);
    await tenant.say('never mind');
  });

  it('leaves the queue when it is declined by nobody and called off by the tenant', async () => {
    const { id } = await wantsPerson();
    const declined = await agent.call('POST', `/handovers/${id}/decline`, { reason: 'at lunch' });
    expect(declined.status).to.equal(200);
    expect((await agent.waitingFor(tenant.conversation)).id).to.equal(id);
    await tenant.post('never mind');

    await heard(
      'You are not in the queue any more. You are with the automated assistant again. What can I help you with?',
    );
    expect((await agent.queue()).waiting.map((each) => each.id)).not.to.include(id);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).body.type).to.match(/nothing-waiting$/);
  });

  it('keeps in order what is written while waiting', async () => {
    await wantsPerson();
    for (const text of ['my door is stuck', 'since Tuesday', 'the back one']) await tenant.post(text);
    const handover = await agent.waitingFor(tenant.conversation);
    await agent.call('POST', `/handovers/${handover.id}/accept`, {});
    const { transcript } = (await view()) as { transcript: { author: string; text: string; sequence: number }[] };
    const own = transcript.filter(({ author }) => author === 'customer').map(({ text }) => text);

    expect(own).to.deep.equal(['I want to talk to a person', 'my door is stuck', 'since Tuesday', 'the back one']);
    expect(transcript.map(({ sequence }) => sequence)).to.deep.equal(transcript.map((_, index) => index + 1));
  });

  it('answers danger with safety steps while waiting, and moves it before everybody', async () => {
    const early = await newTenant(service.url);
    await early.say('I want to talk to a person');
    await agent.waitingFor(early.conversation);
    const { id } = await wantsPerson();
    const replies = await tenant.say('I can smell gas in the kitchen');
    const { waiting } = await agent.queue();
    const two = waiting.filter((line) => [early, tenant].some((each) => each.conversation === line.conversation));

    expect(texts(replies).join('\n')).to.include('0800 111 999');
    expect(texts(replies).at(-1)).to.match(/told .*that this is urgent/);
    expect(two[0]).to.deep.include({ id, priority: 0, reason: 'danger' });
    await tenant.say('never mind');
    await early.say('never mind');
  });

  it('answers danger also while an agent speaks', async () => {
    await accepted();
    const replies = await tenant.say('I can smell gas');

    expect(texts(replies).join('\n')).to.include('0800 111 999');
    expect((await view()).owner).to.deep.include({ is: 'agent', agent: agent.id });
  });
});

/** The one line that came by text. */
function lineByText(agent: Agent) {
  return eventually(
    async () => (await agent.queue()).waiting.find(({ channel }) => channel === 'sms'),
    'The text in the queue',
  );
}

describe('a conversation handed over by text', function () {
  this.timeout(60_000);
  const number = '+447700900103';

  it('goes both ways, shows the needs on file, and ends', async () => {
    const { service, agent } = await deskService();
    const phone = openPhone(service.url, number);
    await phone.send('I want to talk to a person');
    await phone.wait((body) => /next|number \d+ in the queue/.test(body));
    const line = await lineByText(agent);
    expect((await agent.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    await phone.wait((body) => body === 'First agent from our team is with you now and can read what you wrote.');
    await phone.send('My tap drips');
    const stream = await agent.stream();
    stream.say({ type: 'watch', conversation: line.conversation, after: 0 });
    await stream.wait(({ message }) => message?.text === 'My tap drips');
    const { body } = await agent.call('GET', `/conversations/${line.conversation}`);

    expect(line.priority).to.equal(2);
    expect(body.person).to.deep.include({ id: 'P-1003', knownBy: 'number', proved: false });
    expect(body.needs).to.have.length(2);
    expect(body.needs).to.have.nested.property('[0].kind', 'visual-impairment');
    expect(body.optedOut).to.equal(false);

    const say = async (text: string) =>
      agent.call('POST', `/conversations/${line.conversation}/messages`, {
        text,
        clientMessageId: text,
        seenSequence: (await agent.call('GET', `/conversations/${line.conversation}`)).body.sequence,
      });
    for (const text of ['Hello Mr Whitcombe.', 'We come on Friday.', 'Is that good?']) await say(text);
    await say('Is that good?');
    await phone.wait((text) => text === 'Is that good?');
    await agent.call('POST', `/handovers/${line.id}/close`, { outcome: 'done' });
    await phone.wait((text) => /has ended the conversation/.test(text));

    const received = (await phone.received()).slice(-4);
    expect(received.slice(0, 3)).to.deep.equal(['Hello Mr Whitcombe.', 'We come on Friday.', 'Is that good?']);
    const contacts = await eventually(async () => {
      const answer = await fetch(`${service.url}/housing/v1/contacts?person=P-1003`, {
        headers: { Authorization: `Bearer ${housingToken}` },
      });
      const found = JSON.stringify(await answer.json());
      return found.includes(line.conversation) ? found : undefined;
    }, 'The contact on record');
    expect(contacts).to.include('contact.person');
    await stream.close();
  });

  it('tells the agent when the tenant has stopped texts', async () => {
    const { service, agent } = await deskService();
    const phone = openPhone(service.url, '+447700900150');
    await phone.send('I want to talk to a person');
    const line = await lineByText(agent);
    await agent.call('POST', `/handovers/${line.id}/accept`, {});
    await phone.send('STOP');

    await eventually(async () => {
      const { body } = await agent.call('GET', `/conversations/${line.conversation}`);
      return body.optedOut === true ? true : undefined;
    }, 'The opt-out in the view');
    expect((await agent.queue()).mine.map(({ id }) => id)).to.include(line.id);
    await agent.call('POST', `/handovers/${line.id}/close`, {});
  });
});

describe('a conversation handed over on a Bot Framework channel', function () {
  this.timeout(60_000);

  it('answers in line, goes to the queue, and carries what the agent writes', async () => {
    const { service, agent } = await deskService();
    const connector = await openConnector();
    const conversation = { id: `emulator-${crypto.randomUUID()}` };
    const say = async (text: string) => {
      const response = await fetch(`${service.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: crypto.randomUUID(),
          channelId: 'emulator',
          serviceUrl: connector.url,
          from: { id: 'user-1' },
          recipient: { id: 'bot' },
          conversation,
          text,
          deliveryMode: 'expectReplies',
        }),
      });
      return {
        status: response.status,
        ...((await response.json()) as { activities: { type: string; text?: string }[] }),
      };
    };
    const asked = await say('I want to talk to a person');
    const line = await eventually(
      async () => (await agent.queue()).waiting.find(({ channel }) => channel === 'bot-framework'),
      'The line in the queue',
    );
    expect((await agent.call('POST', `/handovers/${line.id}/accept`, {})).status).to.equal(200);
    const seenSequence = (await agent.call('GET', `/conversations/${line.conversation}`)).body.sequence;
    const sent = await agent.call('POST', `/conversations/${line.conversation}/messages`, {
      text: 'Good morning.',
      clientMessageId: 'm',
      seenSequence,
    });

    expect(asked.activities.map(({ text }) => text).join('\n')).to.match(/next|number \d+ in the queue/);
    expect(sent.status).to.equal(201);
    await connector.wait((activity) => activity.text === 'Good morning.');
    const names = connector.taken.map((activity) => activity.name ?? activity.text);
    expect(names).to.deep.equal([
      'handoff.initiate',
      'First agent from our team is with you now and can read what you wrote.',
      'handoff.status',
      'Good morning.',
    ]);
    expect((await say('Hello')).activities ?? []).to.deep.equal([]);
    await agent.call('POST', `/handovers/${line.id}/close`, {});
    await connector.wait((activity) => (activity.value as { state?: string } | undefined)?.state === 'completed');
    await connector.close();
  });
});

interface Taken {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
}

/** The channel's end, as the Emulator has it. */
async function openConnector() {
  const { createServer } = await import('node:http');
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    taken.push(JSON.parse(body) as Taken);
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ id: `sent-${taken.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    wait: (fits: (activity: Taken) => boolean) => eventually(() => taken.find(fits), 'What the channel was to be sent'),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
