// The page without JavaScript for those for whom it is the only one: made to measure, left quickly, without cookies, in every language.

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Message } from '../../src/model/message.ts';
import { axeFindings, type watchedPage } from '../support/chromium.ts';
import { tenantBrowser } from '../support/tenant-browser.ts';

const fifteenKilobytes = 15 * 1024;

describe('the chat without JavaScript, for everybody', function () {
  this.timeout(90_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  const at = tenantBrowser(({ text, locale = 'en' }) => [{ text: `You wrote: ${text}`, language: locale }]);
  let page: Page;

  const look = async (options: Parameters<typeof watchedPage>[2] = {}) => {
    page = await at.visit({ javaScriptEnabled: false, ...options });
    await page.goto(`${at.side.url}/chat`);
  };
  beforeEach(() => look());

  const send = async (text: string) => {
    await page.locator('textarea').fill(text);
    await page.locator('button.send').click();
    await page.getByText(`You wrote: ${text}`).waitFor();
  };
  const newest = () => at.side.accepted.at(-1)?.conversation ?? '';
  const texts = () => page.locator('ol li p').allTextContents();

  it('[GUH-05] has larger text, wider spacing and other colours for every visitor, remembered for the next visit', async () => {
    const size = () => page.evaluate<string>("getComputedStyle(document.querySelector('textarea')).fontSize");
    await look({ javaScriptEnabled: true });
    const before = Number.parseFloat(await size());
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('200 %').check();
    await page.getByLabel('Wide').check();
    await page.getByLabel('Dark').check();
    await page.getByLabel('Simple layout').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Your answer' }).waitFor();

    expect(Number.parseFloat(await size())).to.equal(before * 2);
    const [cookie] = await page.context().cookies(`${at.side.url}/chat`);
    expect(cookie).to.include({ name: 'doorstep-look', value: '200.wide.dark.simple', httpOnly: true, path: '/chat' });
    expect(cookie?.expires).to.be.above(Date.now() / 1000 + 300 * 24 * 60 * 60);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).to.equal('rgb(31, 36, 41)');
  });

  it('[GUH-05] can be read in every colouring, at 200 % on 320 pixels with nothing wider than the screen', async () => {
    await look({ javaScriptEnabled: true, viewport: { width: 320, height: 640 } });
    await send('one');
    at.side.say(newest(), 'Ring 01632 960100. Which?', {
      data: { expects: 'choice', options: [{ value: 'a', label: 'The first of them' }] },
    });
    at.side.say(newest(), 'It is I.', { author: 'agent', data: { agentName: 'Jo' } });
    for (const colours of ['usual', 'cream', 'blue', 'dark', 'contrast']) {
      const cookie = { name: 'doorstep-look', value: `200.wide.${colours}.`, url: `${at.side.url}/chat` };
      await page.context().addCookies([cookie]);
      for (const path of ['/chat', '/chat/settings']) {
        await page.goto(`${at.side.url}${path}`);
        expect(await axeFindings(page), `${colours} ${path}`).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${colours} ${path}`).to.be.at.most(320);
      }
    }
  });

  it('[WHG-21] is left quickly by a plain link: a page about the weather, and nothing of us on the way back', async () => {
    const asked: (string | undefined)[] = [];
    await page.route('https://weather.example.com/**', (route) => {
      asked.push(route.request().headers().referer);
      return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Rain later.</p>' });
    });
    await send('I need to hide this');
    await page.getByRole('link', { name: 'Leave quickly' }).click();
    await page.getByText('Rain later.').waitFor();

    expect(asked).to.deep.equal([undefined]);
    expect(await page.context().cookies()).to.deep.equal([]);
    at.watched.strangers.length = 0;
    for (let step = 0; step < 4; step += 1) {
      await page.goBack({ timeout: 3_000 }).catch(() => undefined);
      expect(await page.getByText('I need to hide this').count()).to.equal(0);
    }
    at.watched.strangers.length = 0;
  });

  it('[WHG-21] shows nothing by the way back once the chat was cleared', async () => {
    await send('private');
    await send('more');
    await page.getByRole('button', { name: 'Clear this chat from this device' }).click();
    for (let step = 0; step < 5; step += 1) {
      await page.goBack({ timeout: 3_000 }).catch(() => undefined);
      expect(await page.getByText('private').count()).to.equal(0);
    }
    expect(page.url()).to.not.contain('carry');
  });

  it('does not clear the chat of somebody whom another site sends on', async () => {
    const answer = (site: string) =>
      fetch(`${at.side.url}/chat/leave`, { redirect: 'manual', headers: { 'Sec-Fetch-Site': site } });

    expect((await answer('cross-site')).headers.getSetCookie()).to.deep.equal([]);
    expect((await answer('same-origin')).headers.getSetCookie()).to.have.length(2);
  });

  it('holds a conversation where cookies are blocked: the same one, to its first message and back', async () => {
    // The browser itself drops them, as one does whose user has forbidden them.
    await page.route('**/chat**', async (route) => {
      const request = route.request();
      const body = request.postDataBuffer();
      const { cookie: _none, ...headers } = await request.allHeaders();
      const own = Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'content-length');
      const answer = await fetch(request.url(), {
        method: request.method(),
        headers: Object.fromEntries(own),
        redirect: 'manual',
        ...(body === null ? {} : { body: new Uint8Array(body) }),
      });
      const kept = [...answer.headers].filter(([name]) => name !== 'set-cookie');
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() });
    });
    await page.context().clearCookies();
    await page.goto(`${at.side.url}/chat`);
    const saved = at.side.accepted.length;
    await send('first');
    for (let turn = 0; turn < 20; turn += 1) at.side.say(newest(), `Answer ${turn}. ${'We will write. '.repeat(40)}`);
    await page.locator('textarea').fill('second');
    await page.locator('button.send').click();
    await page.getByText('You wrote: second').waitFor();
    await page.getByRole('button', { name: 'Check for new messages' }).click();
    await page.getByText('You wrote: second').waitFor();
    await page.getByRole('button', { name: 'Earlier messages' }).click();
    while ((await page.getByRole('button', { name: 'Earlier messages' }).count()) > 0)
      await page.getByRole('button', { name: 'Earlier messages' }).click();

    expect((await texts())[0]).to.equal('first');
    expect(Buffer.byteLength(await page.content())).to.be.below(fifteenKilobytes);
    await page.getByRole('button', { name: 'Newest message' }).click();
    await send('third');
    const own = at.side.accepted.slice(saved);
    expect(own.map(({ text }) => text)).to.deep.equal(['first', 'second', 'third']);
    expect(new Set(own.map(({ conversation }) => conversation)).size).to.equal(1);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('keeps no way into the conversation in an address: two minutes later it is another', async () => {
    const first = await fetch(`${at.side.url}/chat`);
    const token = /name="token" value="([^"]+)"/.exec(await first.text())?.[1] ?? '';
    const answer = await fetch(`${at.side.url}/chat`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ text: 'secret words', token }),
    });
    const next = new URL(answer.headers.get('location') ?? '', at.side.url);
    const shown = await (await fetch(next)).text();
    const session = await fetch(`${at.side.url}/v3/directline/conversations/${newest()}/activities`, {
      headers: { Authorization: `Bearer ${next.searchParams.get('carry')}` },
    });

    expect(shown).to.contain('secret words');
    expect(session.status).to.be.oneOf([401, 403]);
    at.side.later(3 * 60_000);
    const late = await (await fetch(next)).text();
    at.side.later(0);
    expect(late).to.not.contain('secret words');
    expect(late).to.contain('The earlier chat has ended.');
  });

  it('looks by itself for what a person writes, only when it was asked to, stops when asked, and when there is something', async () => {
    await send('a person, please');
    expect(await page.locator('meta[http-equiv]').count()).to.equal(0);
    const watch = page.getByRole('link', { name: /Let this page check every 30 seconds/ });
    expect(await watch.count()).to.equal(0);
    at.side.own(newest(), { is: 'queue', handover: 'h1' });
    await page.reload();
    expect(await page.locator('meta[http-equiv]').count()).to.equal(0);
    await watch.click();

    const again = await page.locator('meta[http-equiv=refresh]').getAttribute('content');
    expect(again).to.match(/^30;url=\/chat\?/);
    // Nothing half written is lost by it.
    expect(await page.getByRole('textbox').count()).to.equal(0);
    await page.getByRole('link', { name: 'Stop, and write a message' }).click();
    expect(await page.locator('meta[http-equiv]').count()).to.equal(0);
    await page.getByRole('textbox').waitFor();

    await watch.click();
    at.side.say(newest(), 'Hello, this is Jo.', { author: 'agent', data: { agentName: 'Jo' } });
    await page.goto(new URL(again?.split('url=')[1] ?? '', at.side.url).href);
    await page.getByText('Hello, this is Jo.').waitFor();
    expect(await page.locator('meta[http-equiv]').count()).to.equal(0);
    expect(await page.getByRole('textbox').count()).to.equal(1);
  });

  it('isolates names and numbers that are written from the other side, and marks the language of each message', async () => {
    await send('hello');
    at.side.say(newest(), 'اتصل على 01632 960100', { language: 'ar', author: 'agent', data: { agentName: 'ليلى' } });
    await page.reload();

    expect(await page.locator('ol li').last().locator('p').getAttribute('lang')).to.equal('ar');
    expect(await page.locator('ol li').last().locator('p').getAttribute('dir')).to.equal('auto');
    expect(await page.locator('ol li').last().locator('h3 bdi').textContent()).to.equal('ليلى');
    expect(await page.locator('ol li').last().locator('p a').getAttribute('dir')).to.equal('ltr');
  });

  it('has targets of 24 pixels or more, and shows where the keyboard is', async () => {
    await look({ javaScriptEnabled: true });
    await send('hello');
    const small = await page.evaluate(`
      [...document.querySelectorAll('a, button, select, textarea, input:not([type=hidden])')]
        .map((it) => [it.textContent || it.id, it.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([name, { width, height }]) => name + ' ' + width + ' × ' + height)
    `);
    expect(small).to.deep.equal([]);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineWidth');
    expect(outline).to.equal('3px');
  });

  it('[GUH-18] names the other ways to reach the landlord on every page', async () => {
    for (const path of ['/chat', '/chat/settings']) {
      await page.goto(`${at.side.url}${path}`);
      const all = page.locator('a[dir=ltr]');
      expect(await all.evaluateAll((each) => each.map((link) => link.getAttribute('href')))).to.deep.equal([
        'tel:+441632960100',
        'sms:+447700900000',
        'mailto:hello@ashbywharf.example.com',
      ]);
    }
  });

  it('takes under 15 KB in every language, after a long conversation with the longest that is said in it', async () => {
    const sizes: Record<string, number> = {};
    const tags = await page
      .locator('#language option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')));
    expect(tags).to.have.length(11);
    for (const tag of tags as string[]) {
      await page.context().clearCookies();
      await page.goto(`${at.side.url}/chat?language=${tag}`);
      await page.locator('textarea').fill('x'.repeat(3_000));
      await page.locator('button.send').click();
      await page.locator('#newest').waitFor();
      const own = await page.locator('header p').last().textContent();
      const long = `${own ?? ''} `.repeat(6);
      for (let turn = 0; turn < 40; turn += 1) at.side.say(newest(), long, { language: tag });
      const options = Array.from({ length: 8 }, (_, n) => ({ value: `topic${n}`, label: `${own}`.slice(0, 60) }));
      const data: Message['data'] = { source: 'machine', original: long.repeat(4), originalLanguage: 'en', options };
      at.side.say(newest(), long, { language: tag, author: 'agent', data });
      at.side.own(newest(), { is: 'agent', handover: 'h', agent: 'a' });
      await page.goto(`${at.side.url}/chat`);
      sizes[tag] = Buffer.byteLength(await page.content());
      await page.goto(`${at.side.url}/chat/settings`);
      expect(Buffer.byteLength(await page.content()), `settings in ${tag}`).to.be.below(fifteenKilobytes);
    }

    expect(Object.entries(sizes).filter(([, bytes]) => bytes >= fifteenKilobytes)).to.deep.equal([]);
    expect(Object.keys(sizes)).to.have.length(11);
  });
});
