import { expect } from 'chai';
import sharp from 'sharp';
import { lookInside } from '../support/kept.ts';
import { type Service, startService } from '../support/service.ts';
import { openTextNetwork, type Phone, type TextNetwork } from '../support/text-network.ts';
import { pause, until } from '../support/wait.ts';

const gatherSeconds = 6;
const megabyte = 1024 * 1024;

describe('the text thread at its real door', function () {
  this.timeout(300_000);
  let network: TextNetwork;
  let service: Service;

  before(async () => {
    network = await openTextNetwork();
    service = await startService({ ...network.env, GATHER_TEXTS_SECONDS: String(gatherSeconds) });
  });

  after(async () => {
    await service?.end();
    await network?.close();
  });

  const answered = (phone: Phone, count: number) =>
    until(`answer ${count}`, async () => (phone.inbox().length >= count ? true : undefined));

  it('[GUH-07] answers four quick texts once, though the instance dies while it waits for the next', async () => {
    const phone = network.phone(service.url);
    for (const text of ['Hello', 'the tap in my kitchen', 'drips all the time', 'since Monday'])
      await phone.insist(text);
    expect(phone.inbox(), 'while it waits').to.deep.equal([]);
    await service.kill();
    await service.start();
    await answered(phone, 1);
    await pause(1_500 * gatherSeconds);

    expect(phone.inbox()).to.have.length(1);
    expect(phone.acknowledged.size).to.equal(4);
  });

  it('answers danger at once, and a MessageSid that comes again not at all', async () => {
    const phone = network.phone(service.url);
    await phone.insist('Hello');
    const startedAt = performance.now();
    await phone.insist('I smell gas', { times: 3 });
    await answered(phone, 1);

    expect(performance.now() - startedAt).to.be.lessThan(gatherSeconds * 1_000);
    const first = phone.inbox()[0] ?? '';
    expect(first).to.include('0800 111 999');
    await pause(1_500);
    expect(phone.inbox().filter((text) => text === first)).to.have.length(1);
  });

  it('takes what is hardly a text: nothing, spaces, emoji, Zalgo and 10,000 characters', async () => {
    const bodies = ['', '   ', '🔥🙈', 'H̷̛̹e̵͓̎l̶̟͘l̸̰̈o̶͚͝', 'damp '.repeat(2_000)];
    for (const body of bodies) {
      const phone = network.phone(service.url);
      await phone.insist(body);
      await answered(phone, 1);
      expect(phone.inbox()[0]?.length, body.slice(0, 20)).to.be.greaterThan(10);
    }
  });

  describe('with photographs', () => {
    let phone: Phone;
    let link: string;

    before(async () => {
      phone = network.phone(service.url);
      await phone.insist('photo');
      await answered(phone, 1);
      link = /https?:\S+\/p\/\S+/.exec(phone.inbox()[0] ?? '')?.[0] ?? '';
    });

    const picture = (color: string) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
        .jpeg()
        .toBuffer();
    const send = (url: string, bytes: Uint8Array | undefined, type = 'image/jpeg') => {
      const form = new FormData();
      form.set('act', 'send');
      form.set('once', `once-${Math.random().toString(36).slice(2, 12)}`);
      if (bytes !== undefined) form.set('file', new Blob([new Uint8Array(bytes)], { type }), '<b>x</b>.jpg');
      return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
    };

    it('opens a page without scripts that names nobody, and takes several, one at a time', async () => {
      const page = await fetch(link);
      const markup = await page.text();
      expect(page.status).to.equal(200);
      expect(markup).not.to.match(/<script|\bon\w+=/);
      expect(markup.length).to.be.lessThan(8_000);
      expect(page.headers.get('content-security-policy')).to.include("default-src 'none'");
      expect(page.headers.get('referrer-policy')).to.equal('no-referrer');
      for (const number of [phone.number, phone.number.slice(3)]) expect(markup).not.to.include(number);

      let at = link;
      for (const [n, color] of ['red', 'blue'].entries()) {
        const sent = await send(at, await picture(color));
        expect(sent.status).to.equal(303);
        at = new URL(sent.headers.get('location') ?? '', service.url).href;
        expect(await (await fetch(at)).text()).to.include(n === 0 ? '1 photo is here' : '2 photos are here');
      }
      expect(phone.inbox(), 'before it is said that these are all').to.have.length(1);
      const done = await fetch(at, { method: 'POST', body: new URLSearchParams({ act: 'done' }), redirect: 'manual' });
      expect(done.status).to.equal(303);
      await answered(phone, 2);
      expect(phone.inbox()[1]).to.include('We got 2 photos');
    });

    it('refuses what is no picture, what only says that it is one, what is too big and nothing, each with what helps', async () => {
      for (const [bytes, type, status, says] of [
        [Buffer.from('#!/bin/sh\nrm -rf /\n'), 'image/jpeg', 415, 'This file was not taken'],
        [
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
          'image/svg+xml',
          415,
          'not taken',
        ],
        [Buffer.alloc(50 * megabyte, 1), 'video/mp4', 413, 'too big'],
        [undefined, '', 422, 'Choose a photo first'],
      ] as const) {
        const answer = await send(link, bytes, type);
        const markup = await answer.text();
        expect(answer.status, says).to.equal(status);
        expect(markup).to.include(says);
        expect(markup).not.to.include('<b>x</b>');
      }
    });

    it('lets nobody in by another letter, and speaks the language of the conversation, from right to left', async () => {
      const changed = `${link.slice(0, -4)}${link.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
      expect((await fetch(changed)).status).to.equal(410);
      expect((await send(changed, await picture('green'))).status).to.equal(410);

      const other = network.phone(service.url);
      await other.insist('السلام عليكم، أريد الإبلاغ عن إصلاح في بيتي من فضلكم');
      await answered(other, 1);
      await other.insist('صورة');
      await answered(other, 2);
      const theirs = /https?:\S+\/p\/\S+/.exec(other.inbox().join('\n'))?.[0] ?? '';
      const markup = await (await fetch(theirs)).text();
      expect(markup).to.include('lang="ar" dir="rtl"').and.to.include('اختاروا صورة');
    });
  });

  /** The last: the service is stopped to look at what it kept. */
  describe('under a flood', () => {
    it('keeps each of 200 texts in ten seconds once, and answers them in a few', async () => {
      const phone = network.phone(service.url);
      await Promise.all(
        Array.from({ length: 200 }, async (_, n) => {
          await pause(n * 40);
          await phone.insist(`text ${n} about my window`, n % 20 === 0 ? { times: 2 } : {});
        }),
      );
      await answered(phone, 1);
      await pause(3_000 * gatherSeconds);

      expect(phone.inbox().length).to.be.lessThan(20);
      const kept = await textsKept(phone);
      expect(kept).to.have.length(200);
      expect(new Set(kept).size).to.equal(200);
    });

    async function textsKept(phone: Phone): Promise<readonly string[]> {
      await service.stop();
      const log = await lookInside({ dataDir: service.dataDir }, ({ log: read }) => read(phone.conversation));
      return log.filter(({ author }) => author === 'customer').map(({ text }) => text);
    }
  });
});
