// Waiting for a person, and speaking with one: who is there, the place in the queue, who writes, and what has been read.

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Inbound } from '../../src/model/message.ts';
import { axeFindings } from '../support/chromium.ts';
import { tenantBrowser } from '../support/tenant-browser.ts';
import { until } from '../support/web-chat-door.ts';

function reply({ text, locale = 'en' }: Inbound) {
  const language = locale;
  if (text === 'person')
    return [
      {
        text: 'You are number 2 in the queue.',
        language,
        data: { source: 'catalogue', handover: { state: 'waiting', position: 2, limitMinutes: 10 } } as const,
      },
    ];
  if (text === 'join')
    return [
      { text: 'Jo is with you.', language, data: { source: 'catalogue', handover: { state: 'accepted' } } as const },
    ];
  if (text === 'bye') return [{ text: 'Jo has gone.', data: { handover: { state: 'completed' } } as const }];
  return [];
}

describe('a person in the widget', function () {
  this.timeout(90_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  const at = tenantBrowser(reply);
  let page: Page;

  beforeEach(async () => {
    // A Thursday in office hours; the device believes whatever it likes.
    at.side.clock.now = new Date('2026-11-26T10:00:00Z');
    at.side.typed.length = 0;
    at.side.receipts.length = 0;
    page = await at.visit();
  });
  afterEach(async () => {
    delete at.side.clock.now;
  });

  const open = async () => {
    await page.goto(at.side.url);
    await page.getByRole('button', { name: 'Chat with us' }).click();
    await page.getByRole('heading', { name: 'Messages with Ashby Wharf Homes' }).waitFor();
  };
  const input = () => page.locator('.composer textarea');
  const say = async (text: string) => {
    await input().fill(text);
    await input().press('Enter');
  };
  const head = () => page.locator('.head .desk');
  const note = (text: string) => page.locator('.message.you .note').getByText(text, { exact: true });
  const conversation = () => at.side.accepted.at(-1)?.conversation ?? '';
  const last = () => at.side.log.read(conversation(), 0).then((all) => all.at(-1)?.sequence ?? 0);
  const withAgent = async () => {
    await open();
    await say('join');
    await head().getByText('You are with our team.').waitFor();
  };

  it('[WHG-05] tells until when our team is there, and when it is back, by the landlord’s clock and calendar', async () => {
    await open();
    await head().getByText('Our team is here until 5 pm.').waitFor();

    for (const [now, told] of [
      ['2026-11-26T18:00:00Z', /^Our team is back at 9 am on Friday/],
      ['2026-11-28T12:00:00Z', /^Our team is back at 9 am on Monday/],
      // Christmas, a weekend and the day given for Boxing Day.
      ['2026-12-24T18:00:00Z', /^Our team is back at 9 am on Tuesday 29 December/],
      // 8.30 by Greenwich in June is 9.30 in London.
      ['2026-06-05T08:30:00Z', /^Our team is here until 5 pm/],
    ] as const) {
      at.side.clock.now = new Date(now);
      const context = await at.browser.newContext({ locale: 'en-GB' });
      const other = await context.newPage();
      await other.goto(at.side.url);
      await other.getByRole('button', { name: 'Chat with us' }).click();
      await other.locator('.head .desk').getByText(told).waitFor();
      await context.close();
    }
    expect(at.side.accepted).to.deep.equal([]);
  });

  it('[GUH-06] tells the place in the queue and by when the wait is over, and takes it away when somebody has come', async () => {
    await open();
    await say('person');
    const time = await head()
      .getByText(
        /^You are number 2 in the queue. If nobody can come by \d+:?\d* [ap]m, we tell you what happens next.$/,
      )
      .textContent();
    await say('join');
    await head().getByText('You are with our team.').waitFor();
    await page.reload();
    await head().getByText('You are with our team.').waitFor();
    await say('bye');
    await head().getByText('Our team is here until 5 pm.').waitFor();

    const told = (await at.side.log.read(conversation(), 0)).find(({ text }) => text.startsWith('You are number 2'));
    const limit = new Date((told?.at.getTime() ?? 0) + 10 * 60_000);
    expect(time).to.include(`${limit.getHours() % 12 || 12}`);
    expect(time).to.include(limit.getMinutes() === 0 ? ' ' : `:${String(limit.getMinutes()).padStart(2, '0')} `);
  });

  it('[GUH-06] keeps the place in the queue up to date, on the page without scripts too, and reads out only that one is next', async () => {
    at.side.places.clear();
    await open();
    await say('person');
    await head().getByText('You are number 2 in the queue.').waitFor();
    const status = page.locator('.head [role=status]');
    expect(await head().getAttribute('role')).to.equal(null);
    at.side.places.set(conversation(), { position: 3, waitMinutes: 15 });
    await head().getByText('You are number 3 in the queue. Likely wait: 15 min.').waitFor();
    expect(await status.textContent()).to.equal('');
    const told = await page.locator('.message.assistant').count();
    at.side.places.set(conversation(), { position: 1 });
    await head().getByText('You are next in the queue.').waitFor();
    expect(await head().textContent()).to.not.include('Likely wait');
    expect(await status.textContent()).to.equal('You are next in the queue.');
    expect(await page.locator('.message.assistant').count()).to.equal(told);
    await say('join');
    await head().getByText('You are with our team.').waitFor();
    expect(await status.textContent()).to.equal('');

    const plain = await (await at.browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${at.side.url}/chat`);
    await plain.locator('textarea').fill('person');
    await plain.getByRole('button', { name: 'Send', exact: true }).click();
    await until(() => at.side.accepted.at(-1)?.text === 'person');
    at.side.own(conversation(), { is: 'queue', handover: 'h1' });
    at.side.places.set(conversation(), { position: 4, waitMinutes: 20 });
    await plain.getByRole('link', { name: 'Check for new messages' }).click();
    await plain.getByText('You are number 4 in the queue. Likely wait: 20 min.').waitFor();
    at.side.places.set(conversation(), { position: 1 });
    await plain.getByRole('link', { name: 'Check for new messages' }).click();
    await plain.getByText('You are next in the queue.', { exact: true }).waitFor();
    await plain.context().close();
  });

  it('is told its place also where only polling gets through', async () => {
    await page.routeWebSocket(/.*/, (socket) => void socket.close());
    await open();
    await say('person');
    await until(() => at.side.accepted.at(-1)?.text === 'person');
    at.side.places.set(conversation(), { position: 5 });
    await head().getByText('You are number 5 in the queue.').waitFor();
  });

  it('tells the desk that the tenant writes: to an agent only, now and then, and never what', async () => {
    await open();
    await say('hello');
    await until(() => at.side.accepted.length > 0);
    await input().pressSequentially('Nobody is told of this');
    const alone = at.side.typed.length;
    await input().fill('');
    await say('join');
    await head().getByText('You are with our team.').waitFor();
    await input().pressSequentially('It drips day and night');
    await until(() => at.side.typed.length > alone);

    expect(alone).to.equal(0);
    expect(at.side.typed).to.deep.equal([`${conversation()} customer`]);
  });

  it('shows that an agent writes for a few seconds, to eyes only', async () => {
    await withAgent();
    at.side.hub.typing(conversation(), 'agent');
    const shown = page.getByText('A member of our team is writing');
    await shown.waitFor();
    const hidden = await shown.evaluate((element) => element.closest('[aria-hidden=true]') !== null);
    await shown.waitFor({ state: 'detached', timeout: 10_000 });

    expect(hidden).to.equal(true);
  });

  it('tells of each message of the tenant whether it is sent, delivered or read, in words and without reading it out', async () => {
    await withAgent();
    await say('The lift is broken');
    await note('Sent at')
      .or(page.getByText(/^Sent at \d/))
      .first()
      .waitFor();
    const sequence = await last();
    at.side.hub.receipt(conversation(), { from: 'agent', as: 'delivered', sequence });
    await note('Delivered').waitFor();
    at.side.hub.receipt(conversation(), { from: 'agent', as: 'read', sequence });
    await note('Read').waitFor();
    const live = await note('Read').getAttribute('aria-live');
    await say('Since Monday');
    await page.getByText(/^Sent at \d/).waitFor();
    at.side.say(conversation(), 'I see.', { author: 'agent', data: { source: 'agent', agentName: 'Jo' } });
    await page.getByText('I see.').waitFor();

    expect(live).to.equal('off');
    // What was answered was read.
    expect(await page.locator('.message.you .note').allTextContents()).to.deep.equal(['', '', 'Read']);
  });

  it('tells the desk how far the tenant has read, once for each message and only while it is before their eyes', async () => {
    await withAgent();
    await page.getByRole('button', { name: 'Close chat' }).click();
    at.side.say(conversation(), 'Are you there?', { author: 'agent', data: { source: 'agent', agentName: 'Jo' } });
    await page.getByRole('button', { name: /New messages: 1/ }).waitFor();
    const before = at.side.receipts.length;
    await page.getByRole('button', { name: /New messages: 1/ }).click();
    await until(() => at.side.receipts.length > before);

    expect(before).to.equal(0);
    expect(at.side.receipts).to.deep.equal([
      { conversation: conversation(), from: 'customer', as: 'read', sequence: await last() },
    ]);
  });

  for (const [name, language, viewport] of [
    ['in English beside a page', 'en', { width: 1_280, height: 800 }],
    ['in Arabic on a narrow phone', 'ar', { width: 320, height: 640 }],
  ] as const)
    it(`has nothing that axe-core finds wrong with a person in the conversation, ${name}`, async () => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await withAgent();
      await page.getByRole('combobox').selectOption(language);
      await page.locator(`.doorstep[lang=${language}]`).waitFor({ state: 'attached' });
      await say('person');
      await page.locator('.message.assistant').nth(1).waitFor();
      const sequence = await last();
      at.side.hub.receipt(conversation(), { from: 'agent', as: 'read', sequence });
      await page.locator('.message.you .note:not(:empty)').first().waitFor();

      expect(await axeFindings(page)).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(viewport.width);
    });
});
