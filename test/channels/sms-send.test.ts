import { expect } from 'chai';
import { OutsideError } from '../../src/model/outside-error.ts';
import { account, aRow, type Door, openDoor, tenant } from './sms-door.ts';

async function failure(sending: Promise<unknown>): Promise<OutsideError> {
  try {
    await sending;
  } catch (error) {
    if (error instanceof OutsideError) return error;
    throw error;
  }
  throw new Error('It was sent.');
}

describe('a text that goes out through Twilio', () => {
  let door: Door;
  const send = (row = aRow()) => door.sms.deliver['sms.send'](row);
  const bodies = () => door.like.book.all().map((one) => one.body);
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  it('arrives at the number from ours, with its SID and cost noted', async () => {
    const receipt = await send();

    const [text] = door.like.book.all();
    expect(text).to.include({ to: tenant, from: '+441632960000', body: 'Thank you. Your complaint is CMP-4821937.' });
    expect(receipt).to.deep.equal({ is: 'sent', ids: [text?.sid] });
    expect(door.statuses.get(text?.sid ?? '')).to.include({ delivery: 'delivery-1', sequence: 2, segments: 1 });
  });

  it('goes in one segment although it was written with typographic signs', async () => {
    await send(aRow({ text: 'We’ll call you – “today”…\u00a0Thanks' }));

    expect(door.like.book.all()[0]).to.include({ body: 'We\'ll call you - "today"... Thanks', segments: 1 });
  });

  it('has its statuses called back, signed, and they stay in order', async () => {
    await door.close();
    door = await openDoor({ statusDelayMs: 5 });

    const receipt = await send();
    const sid = receipt.ids[0] ?? '';
    for (let tries = 0; tries < 100 && door.statuses.get(sid)?.status !== 'delivered'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(door.statuses.get(sid)).to.include({ status: 'delivered', delivery: 'delivery-1' });
    expect(door.aside).to.have.length(0);
  });

  it('goes in parts, in order, when it is longer than Twilio takes, with no number cut', async () => {
    const sentence = 'Please ring us on 01632 960 123 or write to help@landlord.example about the works. ';

    const receipt = await send(aRow({ text: sentence.repeat(40) }));

    expect(receipt.ids.length).to.equal(3);
    expect(bodies().join(' ')).to.equal(sentence.repeat(40).trim());
    expect(
      bodies()
        .join('|')
        .match(/01632 960 123/g),
    ).to.have.length(40);
  });

  it('is not sent to a number that opted out, but for the one confirmation', async () => {
    door.out.set(tenant, 'STOP');

    const silent = await send();
    const confirmation = await send(aRow({ id: 'delivery-2', text: 'You will get no more texts.', despiteStop: true }));

    expect(silent).to.deep.equal({ is: 'skipped', ids: [] });
    expect(confirmation.is).to.equal('sent');
    expect(bodies()).to.deep.equal(['You will get no more texts.']);
  });

  it('is given up where it is a notice, so that a person tells it in another way', async () => {
    door.out.set(tenant, 'STOP');

    const ended = await send(aRow({ notice: true })).catch((error: unknown) => error);

    expect(ended).to.deep.include({ code: 'opted-out', retryable: false });
    expect(bodies()).to.deep.equal([]);
  });

  it('is let go, and the opt-out recorded, when Twilio knows of one that we do not', async () => {
    door.like.faults.push({ is: 'answer', status: 400, code: 21610 });

    const receipt = await send();

    expect(receipt).to.deep.equal({ is: 'skipped', ids: [] });
    expect(door.out.get(tenant)).to.equal('21610');
  });

  for (const [status, code, kind, retryable] of [
    [500, 20500, 'unreachable', true],
    [503, 20503, 'unreachable', true],
    [429, 20429, 'rate-limited', true],
    [401, 20003, 'refused', true],
    [400, 21211, 'refused', false],
    [400, 21614, 'refused', false],
    [400, 30003, 'refused', false],
  ] as const) {
    it(`fails as ${kind}, ${retryable ? 'to be tried again' : 'for good'}, on ${status} with error ${code}`, async () => {
      door.like.faults.push({ is: 'answer', status, code });

      const error = await failure(send());

      expect(error).to.include({ system: 'twilio', code: kind, retryable });
      expect(error.message).not.to.include('7700900101');
      expect(bodies()).to.have.length(0);
    });
  }

  it('fails for good when the number is none', async () => {
    expect(await failure(send(aRow({ to: '+12' })))).to.include({ code: 'refused', retryable: false });
  });

  it('fails to be tried again when nobody answers, or not in time', async () => {
    door.like.faults.push({ is: 'drop-before-accept' }, { is: 'slow', ms: 1_500 });

    expect(await failure(send())).to.include({ code: 'unreachable', retryable: true });
    expect(await failure(send())).to.include({ code: 'timed-out', retryable: true });
  });

  for (const fault of [{ is: 'drop-after-accept' }, { is: 'slow', ms: 1_500 }] as const) {
    it(`is not sent again after ${fault.is}: Twilio is asked first`, async () => {
      door.like.faults.push(fault);
      await failure(send());

      const receipt = await send(aRow({ resumed: true }));

      expect(bodies()).to.have.length(1);
      expect(receipt).to.deep.equal({ is: 'found', ids: [door.like.book.all()[0]?.sid] });
      expect(door.counted.get('found-after-cut')).to.equal(1);
    });
  }

  it('is not sent again when Twilio took it and we died before noting so', async () => {
    door.broken.noting = new OutsideError('gone', { system: 'database', code: 'unreachable', retryable: true });
    await failure(send());
    door.broken.noting = undefined;

    await send(aRow({ resumed: true }));

    expect(bodies()).to.have.length(1);
    expect([...door.statuses.values()][0]).to.include({ delivery: 'delivery-1' });
  });

  it('is sent when a cut attempt never reached Twilio, although the same words went to the same number before', async () => {
    await send(aRow({ id: 'earlier' }));
    door.like.faults.push({ is: 'drop-before-accept' });
    await failure(send(aRow({ id: 'later' })));

    const receipt = await send(aRow({ id: 'later', resumed: true }));

    expect(receipt.is).to.equal('sent');
    expect(bodies()).to.have.length(2);
  });

  it('goes on with the part that was cut off, and sends no part twice', async () => {
    const text = Array.from(
      { length: 60 },
      (_, at) => `Paragraph ${at} is about the works in your block, stage ${at}.`,
    ).join('\n\n');
    door.like.faults.push({ is: 'slow', ms: 0 }, { is: 'drop-after-accept' });
    await failure(send(aRow({ text })));

    const receipt = await send(aRow({ text, resumed: true }));

    expect(receipt.ids).to.have.length(3);
    expect(new Set(bodies()).size).to.equal(3);
    expect(bodies()).to.have.length(3);
  });

  it('is left to another attempt when its parts take so long that the row may be somebody else’s by then', async () => {
    const text = 'A sentence about the works in your block. '.repeat(90);
    door.like.faults.push({ is: 'slow', ms: 800 }, { is: 'slow', ms: 800 });

    expect(await failure(send(aRow({ text })))).to.include({ code: 'timed-out', retryable: true });
    // Both that were slow, or on a busy machine the first alone.
    expect(bodies().length).to.be.within(1, 2);
    await send(aRow({ text, resumed: true }));

    expect(bodies()).to.have.length(3);
  });

  it('goes through the Messaging Service where one is set', async () => {
    const messagingServiceSid = `MG${'c3'.repeat(16)}`;
    await door.close();
    door = await openDoor({ accounts: [{ ...account, messagingServiceSid }] });

    await send();

    expect(door.like.book.all()[0]).to.include({ messagingServiceSid, from: '' });
  });
});
