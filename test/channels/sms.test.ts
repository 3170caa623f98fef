import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { OutsideError } from '../../src/model/outside-error.ts';
import { account, aSid, aText, type Door, openDoor, post, publicUrl, second, tenant } from './sms-door.ts';

describe('a text that comes in through Twilio', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('is saved under its MessageSid before an empty TwiML answer', async () => {
    const response = await post(door, aText());

    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.match(/^text\/xml/);
    expect(await response.text()).to.equal('<?xml version="1.0" encoding="UTF-8"?><Response/>');
    const conversation = `sms-${createHash('sha256').update('+447700900101|+441632960000').digest('hex').slice(0, 20)}`;
    expect(door.received).to.deep.equal([
      {
        conversation,
        address: { channel: 'sms', number: tenant, ours: '+441632960000', account: account.sid },
        channelMessageId: aSid('one'),
        kind: 'message',
        text: 'The boiler is making a noise',
        attachments: [],
        receivedAt: new Date('2026-11-23T09:00:00Z'),
      },
    ]);
  });

  it('is saved once when Twilio delivers it three times, with the same answer', async () => {
    const responses = await Promise.all([1, 2, 3].map(() => post(door, aText())));

    expect(responses.map((one) => one.status)).to.deep.equal([200, 200, 200]);
    expect(door.received).to.have.length(1);
    expect(door.counted.get('received')).to.equal(1);
  });

  it('keeps words in any script untouched', async () => {
    const text = 'Mae’r tŷ’n oer 🥶 & 50 % o’r gwres + ‘dŵr’ = dim\nپانی بند ہے';

    const response = await post(door, aText({ Body: text }));

    expect(response.status).to.equal(200);
    expect(door.received[0]?.text).to.equal(text);
  });

  it('is verified with the token of the account that it names', async () => {
    const form = aText({ AccountSid: second.sid });

    expect((await post(door, form, { token: second.authToken })).status).to.equal(200);
    expect((await post(door, form, { token: account.authToken })).status).to.equal(403);
  });

  it('is verified for the public address with its query, whatever host and port the request has', async () => {
    const response = await post(door, aText(), { path: '/twilio/sms?from=service' });
    const wrong = await post(door, aText(), { url: `${door.url}/twilio/sms` });

    expect(response.status).to.equal(200);
    expect(wrong.status).to.equal(403);
  });

  for (const [what, signed, reason] of [
    ['no signature', { signature: null }, 'unsigned'],
    ['an empty signature', { signature: '' }, 'unsigned'],
    ['a forged signature', { signature: 'bm90IHRoZSBzaWduYXR1cmU=' }, 'forged'],
    ['a signature of another token', { token: 'wrong' }, 'forged'],
    ['a signature for another address', { url: `${publicUrl}/twilio/status` }, 'forged'],
  ] as const) {
    it(`is refused and kept aside with ${what}`, async () => {
      const response = await post(door, aText(), signed);

      expect(response.status).to.equal(403);
      expect(await response.json()).to.include({ type: 'https://doorstep.example/problems/not-twilio', status: 403 });
      expect(door.received).to.have.length(0);
      expect(door.aside.map((one) => one.reason)).to.deep.equal([reason]);
      expect(new URLSearchParams(door.aside[0]?.body).get('Body')).to.equal('The boiler is making a noise');
      expect(door.counted.get('rejected')).to.equal(1);
    });
  }

  it('is refused when a signed form was changed on its way', async () => {
    const { default: twilio } = await import('twilio');
    const signature = twilio.getExpectedTwilioSignature(account.authToken, `${publicUrl}/twilio/sms`, aText());

    const response = await post(door, aText({ From: '+447700900102' }), { signature });

    expect(response.status).to.equal(403);
  });

  it('is refused for an account that is not ours', async () => {
    const response = await post(door, aText({ AccountSid: `AC${'f'.repeat(32)}` }));

    expect(response.status).to.equal(403);
    expect(door.aside[0]?.reason).to.equal('unknown-account');
  });

  it('is answered 400 and kept aside when it is signed but lacks what a text has', async () => {
    const response = await post(door, { AccountSid: account.sid, Body: 'hello' });

    expect(response.status).to.equal(400);
    expect(door.aside[0]?.reason).to.equal('incomplete');
  });

  it('is answered 403 when the body is no form at all', async () => {
    const response = await fetch(`${door.url}/twilio/sms`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Twilio-Signature': 'x' },
      body: '{"From":',
    });

    expect(response.status).to.equal(403);
  });

  it('is answered 413 when it is far longer than a text can be', async () => {
    const response = await post(door, aText({ Body: 'x'.repeat(1_000_000) }));

    expect(response.status).to.equal(413);
    expect(door.received).to.have.length(0);
  });

  for (const error of [
    new OutsideError('gone', { system: 'database', code: 'unreachable', retryable: true }),
    new Error('unexpected'),
  ]) {
    it(`is answered 503, so that Twilio tries again, when saving fails with ${error.name}`, async () => {
      door.broken.inbox = error;

      const first = await post(door, aText());
      door.broken.inbox = undefined;
      const again = await post(door, aText());

      expect(first.status).to.equal(503);
      expect(await first.text()).not.to.include('boiler');
      expect(again.status).to.equal(200);
      expect(door.received).to.have.length(1);
    });
  }

  for (const from of ['60006', 'ParcelCo', 'whatsapp:+447700900101', '+441632960000']) {
    it(`is kept aside, and acknowledged, when the sender is ${from}: nobody could be answered`, async () => {
      const response = await post(door, aText({ From: from }));

      expect(response.status).to.equal(200);
      expect(door.received).to.have.length(0);
      expect(door.aside).to.have.length(1);
    });
  }

  it('is taken without its pictures', async () => {
    const response = await post(
      door,
      aText({ Body: '', NumMedia: '1', MediaUrl0: 'https://api.twilio.example/m', MediaContentType0: 'image/jpeg' }),
    );

    expect(response.status).to.equal(200);
    expect(door.received[0]).to.deep.include({ text: '', attachments: [] });
    expect(door.counted.get('media-ignored')).to.equal(1);
  });

  it('leaves no words and no numbers in the log', async () => {
    await post(door, aText({ NumMedia: '1' }));
    await post(door, aText(), { signature: null });
    await post(door, aText({ From: 'ParcelCo' }));
    door.broken.inbox = new Error('boiler +447700900101');
    await post(door, aText());

    expect(door.lines.length).to.be.greaterThan(3);
    expect(door.lines.join('')).not.to.match(/boiler|7700900101|ParcelCo/);
  });

  for (const [body, is] of [
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['Stop!', 'stop'],
    ['“STOP”', 'stop'],
    ['stopall', 'stop'],
    ['Unsubscribe', 'stop'],
    ['cancel', 'stop'],
    ['End', 'stop'],
    ['QUIT', 'stop'],
    ['Stopio', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['STOP\u200b', 'stop'],
    ['start', 'start'],
    ['UNSTOP', 'start'],
    ['Ailddechrau', 'start'],
    ['Help?', 'help'],
    ['INFO', 'help'],
    ['cymorth', 'help'],
    ['pomoc', 'help'],
  ] as const) {
    it(`is told apart as ${is} when it is ${JSON.stringify(body)}`, async () => {
      await post(door, aText({ Body: body }));

      expect(door.received[0]?.keyword).to.include({ is, answered: false });
      expect(door.received[0]?.text).to.equal(body);
    });
  }

  for (const body of [
    'STOP 12345',
    'please stop',
    'stop it',
    'yes',
    'the leak won’t stop',
    'help me',
    'stopped',
    '',
    '!',
    'begin',
  ]) {
    it(`is no keyword when it is ${JSON.stringify(body)}`, async () => {
      await post(door, aText({ Body: body }));

      expect(door.received).to.have.length(1);
      expect(door.received[0]).not.to.have.property('keyword');
    });
  }

  it('is a keyword that Twilio has answered when Twilio says so, in whatever language it is', async () => {
    await post(door, aText({ Body: 'Wypisz', OptOutType: 'STOP' }));

    expect(door.received[0]?.keyword).to.deep.equal({ is: 'stop', word: 'WYPISZ', answered: true });
  });
});

describe('a delivery status from Twilio', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const path = '/twilio/status';
  const status = (MessageStatus: string, more: Readonly<Record<string, string>> = {}) => ({
    AccountSid: account.sid,
    MessageSid: aSid('sent'),
    MessageStatus,
    To: tenant,
    ...more,
  });
  const tell = (name: string, more?: Readonly<Record<string, string>>) => post(door, status(name, more), { path });

  it('is kept although the SID is not known yet, and delivered three times changes nothing', async () => {
    for (const response of [await tell('delivered'), await tell('delivered'), await tell('delivered')]) {
      expect(response.status).to.equal(204);
    }

    expect(door.statuses.get(aSid('sent'))).to.include({ status: 'delivered' });
  });

  it('never moves backwards, in whatever order it comes', async () => {
    for (const name of ['sent', 'delivered', 'queued', 'sending', 'sent', 'undelivered', 'something-new'])
      await tell(name);

    expect(door.statuses.get(aSid('sent'))?.status).to.equal('delivered');
  });

  it('records an opt-out that the network knows of', async () => {
    await tell('failed', { ErrorCode: '21610' });

    expect(door.out.get(tenant)).to.equal('21610');
    expect(door.counted.get('undelivered')).to.equal(1);
  });

  it('is refused unsigned, forged, or signed for the other address', async () => {
    const unsigned = await post(door, status('delivered'), { path, signature: null });
    const forged = await post(door, status('delivered'), { path, token: 'wrong' });
    const elsewhere = await post(door, status('delivered'), { path, url: `${publicUrl}/twilio/sms` });

    expect([unsigned.status, forged.status, elsewhere.status]).to.deep.equal([403, 403, 403]);
    expect(door.statuses.size).to.equal(0);
    expect(door.aside).to.have.length(3);
  });

  it('is answered 400 without a status', async () => {
    const response = await post(door, { AccountSid: account.sid, MessageSid: aSid('sent') }, { path });

    expect(response.status).to.equal(400);
  });
});
