import { expect } from 'chai';
import twilio from 'twilio';
import { simulatorNumber, simulatorSid } from '../../src/channels/sms/simulator/phone.ts';
import { OutsideError } from '../../src/model/outside-error.ts';
import { account, aRow, aText, type Door, openDoor, post, tenant } from './sms-door.ts';

interface Shown {
  readonly sid: string;
  readonly mine: boolean;
  readonly body: string;
  readonly segments: number;
  readonly status: string;
}

describe('the phone simulator, while no Twilio account is set', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor({ accounts: [] });
  });
  afterEach(() => door.close());

  const write = (from: unknown, text: unknown) =>
    fetch(`${door.url}/phone/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from, text }),
    });
  const thread = async (number = tenant) => {
    const response = await fetch(`${door.url}/phone/messages?number=${encodeURIComponent(number)}`);
    return ((await response.json()) as { messages: Shown[] }).messages;
  };

  it('is a page that runs nothing but its own script', async () => {
    const page = await fetch(`${door.url}/phone`);

    expect(page.status).to.equal(200);
    expect(page.headers.get('content-security-policy')).to.include("default-src 'none'; script-src 'self'");
    const html = await page.text();
    const linked = [...html.matchAll(/<(?!a )\w+[^>]* (?:src|href)="([^"]+)"/g)].map((match) => match[1]);
    expect(linked).to.deep.equal(['/site/icon.svg', '/phone/phone.css', '/phone/phone.js']);
    // The icon is the whole service's; this is the phone alone.
    for (const path of linked.slice(1)) expect((await fetch(door.url + path)).status).to.equal(200);
    expect(html).not.to.match(/<script>|style=|onclick/);
  });

  it('names the people whose phone it may be', async () => {
    expect(await (await fetch(`${door.url}/phone/people`)).json()).to.deep.equal({
      ours: simulatorNumber,
      people: [{ name: 'Amina Yusuf', number: tenant }],
    });
  });

  it('sends a text through the signed webhook', async () => {
    const response = await write(tenant, 'No hot water');

    expect(response.status).to.equal(201);
    const { sid } = (await response.json()) as { sid: string };
    expect(door.received[0]).to.deep.include({
      channelMessageId: sid,
      text: 'No hot water',
      address: { channel: 'sms', number: tenant, ours: simulatorNumber, account: simulatorSid },
    });
    expect(await thread()).to.deep.include.members([
      {
        sid,
        mine: true,
        body: 'No hot water',
        segments: 1,
        status: 'received',
        at: (await thread())[0] && '2026-11-23T09:00:00.000Z',
      },
    ]);
  });

  it('shows what the service sends, and only on the phone that it is for', async () => {
    const receipt = await door.sms.deliver['sms.send'](aRow({ text: 'Dziękujemy' }));

    expect((await thread()).map(({ sid, mine, body }) => ({ sid, mine, body }))).to.deep.equal([
      { sid: receipt.ids[0], mine: false, body: 'Dziękujemy' },
    ]);
    expect(await thread('+447700900102')).to.deep.equal([]);
    for (let tries = 0; tries < 100 && door.statuses.get(receipt.ids[0] ?? '')?.status !== 'delivered'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(door.statuses.get(receipt.ids[0] ?? '')?.status).to.equal('delivered');
    expect(door.aside).to.have.length(0);
  });

  it('is told at once of a new text', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${door.url}/phone/stream?number=${encodeURIComponent(tenant)}`, {
      signal: stop.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();

    await door.sms.deliver['sms.send'](aRow({ text: 'Hello' }));
    const heard = await reader?.read();

    expect(stream.headers.get('content-type')).to.match(/^text\/event-stream/);
    expect(JSON.parse(heard?.value?.replace(/^data: /, '') ?? '')).to.include({ body: 'Hello', mine: false });
    stop.abort();
  });

  it('says so when the service did not take the text, after trying again under the same SID', async () => {
    door.broken.inbox = new OutsideError('gone', { system: 'database', code: 'unreachable', retryable: true });

    const response = await write(tenant, 'No hot water');

    expect(response.status).to.equal(502);
    expect(await response.json()).to.include({ type: 'https://doorstep.example/problems/not-delivered' });
    expect((await thread())[0]).to.include({ status: 'failed' });
  });

  for (const [what, from, text] of [
    ['a real number', '+447911123456', 'hello'],
    ['our own number', simulatorNumber, 'hello'],
    ['no number', undefined, 'hello'],
    ['no words', tenant, '  '],
    ['words that are none', tenant, { a: 1 }],
    ['1,601 characters', tenant, 'x'.repeat(1_601)],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect((await write(from, text)).status).to.equal(400);
      expect(door.received).to.have.length(0);
    });
  }

  it('cannot be used by another site: a form is not taken', async () => {
    const response = await fetch(`${door.url}/phone/messages`, {
      method: 'POST',
      body: new URLSearchParams({ from: tenant, text: 'hello' }),
    });

    expect(response.status).to.equal(400);
  });

  it('does not let a webhook in that it did not sign', async () => {
    expect((await post(door, aText({ AccountSid: simulatorSid }))).status).to.equal(403);
  });
});

describe('the Twilio-shaped endpoint', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor({ accounts: [] });
  });
  afterEach(() => door.close());

  function client(token = 'simulator-token') {
    const made = new twilio.Twilio(simulatorSid, token);
    made.api.baseUrl = `${door.url}/phone/twilio`;
    return made;
  }
  const to = tenant;
  const from = simulatorNumber;

  it('takes, lists and finds texts for the real client library', async () => {
    const made = await client().messages.create({ to, from, body: 'One €' });
    await client().messages.create({ to: '+447700900102', from, body: 'Two' });

    expect(made).to.include({
      status: 'queued',
      numSegments: '1',
      direction: 'outbound-api',
      accountSid: simulatorSid,
    });
    const listed = await client().messages.list({ to });
    expect(listed.map((one) => one.body)).to.deep.equal(['One €']);
    expect((await client().messages(made.sid).fetch()).body).to.equal('One €');
  });

  it('lists newest first, in pages', async () => {
    for (const body of ['1', '2', '3', '4', '5']) await client().messages.create({ to, from, body });

    const listed = await client().messages.list({ to, pageSize: 2 });

    expect(listed.map((one) => one.body)).to.deep.equal(['5', '4', '3', '2', '1']);
  });

  for (const [what, create, code] of [
    ['no number', { to: '07700', from, body: 'x' }, 21211],
    ['no words', { to, from, body: '' }, 21602],
    ['nobody as sender', { to, body: 'x' }, 21603],
    ['too many words', { to, from, body: 'x'.repeat(1_601) }, 21617],
  ] as const) {
    it(`refuses ${what} with Twilio's own code`, async () => {
      const error = await client()
        .messages.create(create)
        .catch((caught: unknown) => caught);

      expect(error).to.be.instanceOf(twilio.RestException);
      expect(error).to.include({ code, status: 400 });
    });
  }

  it('refuses a wrong token, and does not know of other SIDs', async () => {
    const wrong = await client('wrong')
      .messages.list()
      .catch((caught: unknown) => caught);
    const unknown = await client()
      .messages(`SM${'0'.repeat(32)}`)
      .fetch()
      .catch((caught: unknown) => caught);

    expect(wrong).to.include({ status: 401, code: 20003 });
    expect(unknown).to.include({ status: 404, code: 20404 });
  });
});

describe('the phone simulator, once a Twilio account is set', () => {
  it('is not there', async () => {
    const door = await openDoor({ accounts: [account] });

    const response = await fetch(`${door.url}/phone`);

    expect(response.status).to.equal(404);
    await door.close();
  });
});
