import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Inbound, Message } from '../../src/model/message.ts';
import { axeFindings, watchedPage } from '../support/chromium.ts';
import { onePixel } from '../support/one-pixel.ts';
import { tenantBrowser } from '../support/tenant-browser.ts';

const options = [
  { value: 'repair', label: 'A repair' },
  { value: 'rent', label: 'Rent & charges' },
];

function reply({ text, value, locale }: Inbound): readonly (Partial<Message> & { text: string })[] {
  if (text === 'Make a complaint') return [{ text: 'What is it about?', data: { expects: 'choice', options } }];
  if (text === 'phone') return [{ text: 'What is your number?', data: { expects: 'phone' } }];
  if (text === 'nobody') return [];
  return [{ text: `You wrote: ${text}${value === undefined ? '' : ` (${value})`}`, language: locale ?? 'en' }];
}

describe('the chat without JavaScript', function () {
  this.timeout(60_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  const at = tenantBrowser(reply);
  let page: Page;

  beforeEach(async () => {
    page = await at.visit({ javaScriptEnabled: false });
    await page.goto(`${at.side.url}/chat`);
  });
  afterEach(async () => {
    at.side.limits.tooMany = false;
    at.side.fail.save = false;
  });

  const input = () => page.getByRole('textbox');
  const send = async (text: string) => {
    await input().fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const texts = () => page.locator('ol li p').allTextContents();

  it('holds a conversation by forms', async () => {
    await page.getByRole('button', { name: 'Make a complaint' }).click();
    await page.getByRole('button', { name: 'Rent & charges' }).click();
    await send('one more');

    expect(await texts()).to.deep.equal([
      'Make a complaint',
      'What is it about?',
      'Rent & charges',
      'You wrote: Rent & charges (rent)',
      'one more',
      'You wrote: one more',
    ]);
    expect(at.side.accepted.slice(-3).map(({ value }) => value)).to.deep.equal([undefined, 'rent', undefined]);
    expect(await page.getByRole('listitem').first().getByRole('heading').textContent()).to.equal('You');
  });

  it('sends by Enter the words and never the first choice', async () => {
    await send('phone');
    await input().fill('07700 900102');
    await input().press('Enter');

    expect((await texts()).at(-1)).to.equal('You wrote: 07700 900102');
  });

  it('sends nothing twice when the page is loaded again, and nothing twice when the button is pressed twice', async () => {
    const saved = at.side.accepted.length;
    await input().fill('once');
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await page.getByText('You wrote: once').waitFor();
    await page.reload();

    expect(at.side.accepted.slice(saved).map(({ text }) => text)).to.deep.equal(['once']);
  });

  it('sends a photo', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'crack.png', mimeType: 'image/png', buffer: onePixel });
    await send('the wall');

    expect(await page.getByRole('link', { name: 'Photo: crack.png' }).getAttribute('href')).to.match(/\/files\//);
  });

  it('keeps the words and says what to do when a file is not what it says', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await send('the wall');

    expect(await page.getByRole('alert').textContent()).to.equal(
      'Your file was not accepted. Send a photo (JPEG, PNG, WebP, GIF) or a PDF of up to 10 MB.',
    );
    expect(await input().inputValue()).to.equal('the wall');
  });

  it('says what to do when nothing was written', async () => {
    await page.getByRole('button', { name: 'Send' }).click();

    expect(await page.getByRole('alert').textContent()).to.contain('Write a message, choose an answer or add a photo');
    expect(await page.title()).to.match(/^! /);
  });

  it('keeps the words when there is too much at once, and when they could not be saved', async () => {
    at.side.limits.tooMany = true;
    await send('patience');
    const busy = await page.getByRole('alert').textContent();
    at.side.limits.tooMany = false;
    at.side.fail.save = true;
    await page.getByRole('button', { name: 'Send' }).click();
    const failed = await page.getByRole('alert').textContent();
    at.side.fail.save = false;
    await page.getByRole('button', { name: 'Send' }).click();

    expect(busy).to.contain('many messages');
    expect(failed).to.contain('could not keep your message');
    expect((await texts()).at(-1)).to.equal('You wrote: patience');
  });

  it('is shown without an answer that takes long, and finds it when asked', async () => {
    await send('nobody');
    const waiting = await page.getByRole('status').textContent();
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'Here I am.', {
      author: 'agent',
      data: { agentName: 'Jo' },
    });
    await page.getByRole('link', { name: 'Check for new messages' }).click();

    expect(waiting).to.contain('We have your message');
    expect((await texts()).at(-1)).to.equal('Here I am.');
    expect(await page.getByRole('heading', { name: 'Jo, our team' }).count()).to.equal(1);
  });

  it('shows markup as text', async () => {
    await send('<script>alert(1)</script> & "quotes"');

    expect((await texts())[0]).to.equal('<script>alert(1)</script> & "quotes"');
  });

  it('changes language before and during the conversation', async () => {
    await page.getByLabel('Language').selectOption('Polski');
    await page.getByRole('button', { name: 'Change language' }).click();
    const start = await page.locator('html').getAttribute('lang');
    await page.locator('textarea').fill('dzień dobry');
    await page.locator('button.send').click();
    const written = at.side.accepted.at(-1);
    await page.locator('select').selectOption('Cymraeg');
    await page.locator('button[value=language]').click();

    expect(start).to.equal('pl');
    expect(written).to.include({ text: 'dzień dobry', locale: 'pl' });
    expect(at.side.accepted.at(-1)).to.include({ text: 'Cymraeg' });
  });

  it('is laid out from right to left in a language that is written so', async () => {
    await page.goto(`${at.side.url}/chat?language=ar`);

    expect(await page.locator('html').getAttribute('dir')).to.equal('rtl');
  });

  it('is gone from the device when the tenant says so', async () => {
    await send('private');
    await page.getByRole('button', { name: 'Clear this chat from this device' }).click();

    expect(await page.getByRole('status').textContent()).to.contain('cleared');
    expect(await page.getByText('private').count()).to.equal(0);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('keeps its token where no script and no other site gets at it', async () => {
    await send('hello');

    const [cookie] = await page.context().cookies(`${at.side.url}/chat`);
    expect(cookie).to.include({ httpOnly: true, sameSite: 'Strict', path: '/chat', expires: -1 });
  });

  it('takes no form from another site', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${at.side.url}/chat`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ text: 'hi' }),
        redirect: 'manual',
      });

    expect((await post({ Origin: 'https://elsewhere.example' })).status).to.equal(403);
    expect((await post({ Origin: 'null' })).status).to.equal(403);
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(403);
    expect((await post({ Origin: at.side.url })).status).to.equal(303);
    expect((await post({})).status).to.equal(303);
  });

  it('answers a broken form with a page', async () => {
    const type = 'multipart/form-data; boundary=x';
    const response = await fetch(`${at.side.url}/chat`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: '--y\r\n',
    });

    expect(response.status).to.equal(400);
    expect(await response.text()).to.contain('<form');
  });

  it('stays under 15 KB however long the conversation, and leads to what came earlier', async () => {
    await send('start');
    const conversation = at.side.accepted.at(-1)?.conversation ?? '';
    for (let turn = 1; turn <= 60; turn += 1)
      at.side.say(conversation, `Answer ${turn}. ${'We will write to you. '.repeat(12)}`);
    at.side.say(conversation, 'Which?', {
      data: { options: Array.from({ length: 12 }, (_, n) => ({ value: `${n}`, label: `Choice number ${n}` })) },
    });
    await send('x'.repeat(20_000));
    await page.goto(`${at.side.url}/chat`);

    expect(Buffer.byteLength(await page.content())).to.be.below(15 * 1024);
    await page.getByRole('link', { name: 'Earlier messages' }).click();
    expect(Buffer.byteLength(await page.content())).to.be.below(15 * 1024);
    expect(await page.getByRole('button', { name: 'Send' }).count()).to.equal(0);
    while ((await page.getByRole('link', { name: 'Earlier messages' }).count()) > 0) {
      await page.getByRole('link', { name: 'Earlier messages' }).click();
    }
    expect((await texts())[0]).to.equal('start');
    await page.getByRole('link', { name: 'Newest message' }).click();
    expect(await page.getByRole('button', { name: 'Send' }).count()).to.equal(1);
  });

  it('has no fault that axe finds, and is no wider than a small phone', async () => {
    const scripted = await watchedPage(at.browser, at.side.url, { viewport: { width: 320, height: 568 } });
    await scripted.page.goto(`${at.side.url}/chat`);
    const start = await axeFindings(scripted.page);
    await scripted.page.getByRole('button', { name: 'Make a complaint' }).click();
    const conversation = await axeFindings(scripted.page);
    const width = await scripted.page.evaluate<number>('document.documentElement.scrollWidth');
    await scripted.page.context().close();

    expect([...start, ...conversation]).to.deep.equal([]);
    expect(width).to.be.at.most(320);
  });
});
