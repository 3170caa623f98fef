import { expect } from 'chai';
import { WebSocket } from 'ws';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { openHours } from '../support/desk-service.ts';
import { type Service, startService } from '../support/service.ts';
import { type Activity, newTenant, type Tenant } from '../support/tenant.ts';
import { openTextNetwork, type Phone, type TextNetwork } from '../support/text-network.ts';
import { pause } from '../support/wait.ts';

const wordsOf = (activities: readonly Activity[]) =>
  activities.flatMap(({ type, text }) => (type === 'message' ? [text] : []));

describe('one conversation by web and by text', function () {
  this.timeout(180_000);
  let network: TextNetwork;
  let service: Service;
  let agent: Agent;
  let tenant: Tenant;
  let phone: Phone;

  before(async () => {
    network = await openTextNetwork();
    service = await startService({ ...network.env, CLOCK: openHours });
    agent = await signIn(service);
  });
  after(async () => {
    await service?.end();
    await network?.close();
  });
  beforeEach(async () => {
    tenant = await newTenant(service.url);
    phone = network.phone(service.url);
  });

  const texts = (count: number) =>
    eventually(() => (phone.inbox().length >= count ? phone.inbox() : undefined), `Text ${count}`);
  const code = async (nth = 1) => /\d{6}/.exec((await texts(nth))[nth - 1] ?? '')?.[0] ?? '';
  const askForTexts = async () => {
    await tenant.insist('Text me instead');
    await tenant.insist(phone.number);
    return await code();
  };
  const webHas = (words: RegExp) =>
    eventually(
      async () => wordsOf(await tenant.read()).find((each) => words.test(each ?? '')),
      `The page having ${words}`,
    );
  const goneByText = async () => {
    await tenant.insist(await askForTexts());
    await webHas(/We go on by text to the number ending/);
    return await texts(2);
  };
  const write = async (text: string) => {
    const { sequence } = (await view()) as { sequence: number };
    const message = { text, clientMessageId: crypto.randomUUID(), seenSequence: sequence };
    return agent.call('POST', `/conversations/${tenant.conversation}/messages`, message);
  };
  const view = async () => (await agent.call('GET', `/conversations/${tenant.conversation}`)).body;
  const withAgent = async () => {
    await tenant.say('I want to talk to a person');
    const { id } = await agent.waitingFor(tenant.conversation);
    expect((await agent.call('POST', `/handovers/${id}/accept`, {})).status).to.equal(200);
  };
  const whole = (activities: readonly Activity[]) =>
    expect(activities.map(({ channelData }) => channelData['webchat:sequence-id'])).to.deep.equal(
      activities.map((_each, index) => index + 1),
    );

  it('[GUH-01] goes on by text with the question that stood, is not shown twice, and is whole in the chat when they are back', async () => {
    await tenant.say('My kitchen tap is dripping');
    const socket = new WebSocket(await tenant.streamUrl(0));
    const heard: Activity[] = [];
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame !== '') heard.push(...(JSON.parse(frame) as { activities: Activity[] }).activities);
    });
    expect((await goneByText())[1])
      .to.include('we go on here by text')
      .and.to.include('hurt someone');
    const before = wordsOf(await tenant.read());
    await phone.insist('no');
    await texts(3);
    await pause(300);

    expect(wordsOf(await tenant.read()), 'the page').to.deep.equal(before);
    expect(wordsOf(heard), 'its socket').to.deep.equal(before);
    expect(before.at(-1))
      .to.include(`ending ${phone.number.slice(-3)}`)
      .and.not.to.include(phone.number.slice(3));

    await tenant.insist('I am back');
    await webHas(/What was said by text is above/);
    const after = await tenant.read();
    whole(after);
    expect(wordsOf(after)).to.include('no').and.to.include(phone.inbox()[2]);
    await eventually(() => (heard.length === after.length ? true : undefined), 'The socket having all');
    expect(heard.map(({ id }) => id)).to.deep.equal(after.map(({ id }) => id));
    expect(after.find(({ text }) => text === 'no')?.channelData.channel, 'says that it came by text').to.equal('sms');
    expect(phone.inbox(), 'nothing more by text').to.have.length(3);
    socket.close();
  });

  it('[GUH-06] is one conversation at the desk: the agent sees both ends, and answers go where the tenant is now', async () => {
    await withAgent();
    const sent = await askForTexts();
    // The agent writes in the very moment of the move: it is said once, at the one end or at the other.
    const [, written] = await Promise.all([tenant.insist(sent), write('Just a moment.')]);
    expect([201, 409]).to.include(written.status);
    await texts(2);
    await phone.insist('It is about my garden');
    expect((await write('I look after your garden now.')).status).to.equal(201);
    await eventually(() => phone.inbox().find((each) => each.includes('garden now')), 'The text of the agent');
    expect(wordsOf(await tenant.read()).join()).not.to.include('garden now');

    const seen = (await view()) as unknown as {
      channel: string;
      owner: { is: string };
      transcript: { text: string; data: { channel?: string } }[];
    };
    expect(seen.channel).to.equal('sms');
    expect(seen.owner.is).to.equal('agent');
    const by = (text: string) => seen.transcript.find((each) => each.text.includes(text))?.data.channel ?? 'web';
    expect([by('talk to a person'), by('about my garden'), by('garden now')]).to.deep.equal(['web', 'sms', 'sms']);
    const moments = seen.transcript.filter(({ text }) => text === 'Just a moment.');
    const heardIt = phone.inbox().filter((each) => each === 'Just a moment.').length;
    expect(moments).to.have.length(written.status === 201 ? 1 : 0);
    expect(heardIt, 'by text as often as the log has it there').to.equal(
      moments.filter(({ data }) => data.channel === 'sms').length,
    );

    await tenant.insist('I am at my computer');
    expect((await write('Good to see you here.')).status).to.equal(201);
    await webHas(/Good to see you here/);
    whole(await tenant.read());
    expect(phone.inbox().join()).not.to.include('Good to see you');
  });

  it('loses nothing and says nothing twice when the service dies between the move and the first text, and when both ends write at once', async () => {
    await tenant.say('My kitchen tap is dripping');
    const sent = await askForTexts();
    const posted = tenant.insist(sent);
    await pause(40);
    await service.kill();
    await service.start();
    await posted;
    await webHas(/We go on by text/);
    await texts(2);
    await pause(1_000);
    expect(phone.inbox().filter((each) => each.includes('we go on here by text'))).to.have.length(1);

    agent = await signIn(service);
    await Promise.all([phone.insist('no', { times: 2 }), tenant.insist('hello')]);
    await pause(1_500);
    await tenant.insist('Are you there?');
    await eventually(async () => {
      const all = await tenant.read();
      return all.some(({ text }) => text === 'Are you there?') && all.some(({ text }) => text === 'no')
        ? true
        : undefined;
    }, 'All in the chat');
    const all = await tenant.read();
    whole(all);
    for (const words of ['no', 'hello', 'Are you there?'])
      expect(
        all.filter(({ text, from }) => text === words && from.role === 'user'),
        words,
      ).to.have.length(1);
  });

  it('comes back to the chat with STOP, and leaves a number alone with which something else is open', async () => {
    await goneByText();
    await phone.insist('STOP');
    await texts(3);
    await webHas(/we will not text you/);
    await tenant.say('Text me instead');
    await tenant.insist('yes');
    await webHas(/We cannot text that number/);
    expect(phone.inbox()).to.have.length(3);

    const other = network.phone(service.url);
    await other.insist('My kitchen tap is dripping');
    await eventually(() => (other.inbox().length > 0 ? true : undefined), 'The other thread');
    tenant = await newTenant(service.url);
    await tenant.insist('Text me instead');
    await tenant.insist(other.number);
    const sent = await eventually(() => /\d{6}/.exec(other.inbox()[1] ?? '')?.[0], 'The code');
    await tenant.insist(sent);
    await webHas(/another conversation by text/);
    await other.insist('no');
    await eventually(() => (other.inbox().length > 2 ? true : undefined), 'The other thread going on');
    expect(wordsOf(await tenant.read())).not.to.include('no');
  });

  it('[GUH-01] opens from a text by a link, once, after a button, in the page without scripts', async () => {
    await phone.insist('My kitchen tap is dripping');
    await texts(1);
    await phone.insist('I am on the website now');
    const link = /http\S+\/g\/\S+/.exec((await texts(2))[1] ?? '')?.[0] ?? '';
    const look = await fetch(link);
    const page = await look.text();
    expect(look.status).to.equal(200);
    expect(look.headers.get('referrer-policy')).to.equal('same-origin');
    expect(page).to.include('Go on here').and.not.to.include('dripping');
    expect(page).not.to.include(phone.number.slice(3));
    const wrong = link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA');
    expect((await fetch(wrong, { method: 'POST', redirect: 'manual' })).status).to.equal(410);

    const open = () => fetch(link, { method: 'POST', redirect: 'manual' });
    const [first, second] = await Promise.all([open(), open()]);
    expect([first.status, second.status].toSorted()).to.deep.equal([303, 410]);
    const opened = first.status === 303 ? first : second;
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const chat = async (form?: Record<string, string>) => {
      const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
      return (await fetch(`${service.url}/chat`, { ...body, headers: { Cookie: cookie } })).text();
    };
    const shown = await chat();
    expect(shown)
      .to.include('dripping')
      .and.to.include('What was said by text is above')
      .and.to.include('Text me instead');
    expect(await chat({ act: 'send', once: crypto.randomUUID(), text: 'no' })).to.include('<p dir="auto">no</p>');
    expect(phone.inbox(), 'the answer is in the chat').to.have.length(2);

    expect(await chat({ act: 'send', once: crypto.randomUUID(), text: 'Text me instead' })).to.include(
      `ending ${phone.number.slice(-3)}`,
    );
    expect(await chat({ act: 'send', once: crypto.randomUUID(), text: 'yes' })).to.include('We go on by text');
    await texts(3);
    await phone.insist('Thank you');
    await texts(4);
    expect((await fetch(link)).status, 'nothing opens it again').to.equal(200);
    expect((await open()).status).to.equal(410);
  });
});
