// What comes with the widget's third script: cards, photographs on their way, answers that are none; and how heavy all scripts are.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Card } from '../../src/model/card.ts';
import type { Inbound } from '../../src/model/message.ts';
import { axeFindings } from '../support/chromium.ts';
import { tenantBrowser } from '../support/tenant-browser.ts';
import { until } from '../support/web-chat-door.ts';

const visit: Card = {
  kind: 'visit',
  title: 'Your visit',
  facts: [
    { label: 'Reference', value: 'REP-5001' },
    { label: 'When', value: 'Thursday, 3 December 2026, in the morning' },
  ],
  actions: ['Change a repair visit'],
};

function reply({ text, locale = 'en', attachments }: Inbound) {
  const language = locale;
  if (text === 'visit')
    return [{ text: 'We come on Thursday.', language, data: { source: 'catalogue', card: visit } as const }];
  if (text === 'date') return [{ text: 'When?', language, data: { expects: 'date', asks: 'since' } as const }];
  if (text === 'phone') return [{ text: 'Number?', language, data: { expects: 'phone', asks: 'phone' } as const }];
  return [{ text: attachments.length > 0 ? 'Thank you.' : `You wrote: ${text}`, language }];
}

/** Large enough to be on its way for some seconds on a slow line. */
const report = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(500_000, 0x20), Buffer.from('\n%%EOF\n')]),
};

describe('what is richer in the widget', function () {
  this.timeout(90_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  const at = tenantBrowser(reply);
  let page: Page;

  beforeEach(async () => {
    at.side.accepted.length = 0;
    page = await at.visit();
    await page.goto(at.side.url);
    await page.getByRole('button', { name: 'Chat with us' }).click();
    await page.getByRole('heading', { name: 'Messages with Ashby Wharf Homes' }).waitFor();
  });

  const say = async (text: string) => {
    const box = page.locator('.composer textarea, .composer input:not([type=file])');
    await box.fill(text);
    await box.press('Enter');
  };
  const card = () => page.locator('.card');
  const slow = async (bytesPerSecond: number) => {
    const devtools = await page.context().newCDPSession(page);
    const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesPerSecond };
    await devtools.send('Network.emulateNetworkConditions', line);
  };
  const moreCame = async () => {
    while (!(await page.evaluate<boolean>('typeof doorstepMore === "object"'))) await page.waitForTimeout(50);
  };
  const pick = async (file = report) => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: `Remove ${file.name}` }).waitFor();
  };

  it('weighs little: 6 kB to look, 25 kB to speak, and what few open apart from it', () => {
    const bytes = (name: string) => gzipSync(readFileSync(`build/${name}`), { level: 9 }).length;
    const [launcher, chat, more] = [bytes('widget.js'), bytes('widget-chat.js'), bytes('widget-more.js')];

    expect(launcher).to.be.at.most(6_000);
    // Styles and the English words are in the scripts.
    expect(launcher + chat).to.be.at.most(25_000);
    expect(more).to.be.at.most(9_000);
  });

  it('works without its third script, and has what is in it as soon as it is there', async () => {
    const bare = await at.visit();
    const faults: string[] = [];
    bare.on('pageerror', ({ message }) => faults.push(message));
    await bare.route('**/widget-more.js', (route) => route.abort());
    await bare.goto(at.side.url);
    await bare.getByRole('button', { name: 'Chat with us' }).click();
    await bare.locator('textarea').fill('visit');
    await bare.getByRole('button', { name: 'Send', exact: true }).click();
    await bare.getByText('We come on Thursday.').waitFor();
    const files = bare.getByRole('button', { name: 'Add a photo or file' });
    expect(await files.count()).to.equal(0);
    // Nobody has asked for it, so nobody is told.
    expect(await bare.locator('.banner').textContent()).to.equal('');
    await bare.getByRole('button', { name: 'Settings' }).click();
    await bare.getByText('This could not be opened.').waitFor();

    await bare.unroute('**/widget-more.js');
    await bare.getByRole('button', { name: 'Settings' }).click();
    await bare.getByRole('button', { name: 'Done' }).click();
    await files.waitFor();
    await bare.locator('.card').getByText('Your visit').waitFor();
    expect(await bare.locator('.banner').textContent()).to.equal('');
    expect(faults).to.deep.equal([]);
    await bare.close();
  });

  it('shows a visit as a card, whose choice is sent as the tenant’s words, and reads nothing out twice', async () => {
    await say('visit');
    await card().getByRole('heading', { name: 'Your visit' }).waitFor();

    expect(await card().locator('dt').allTextContents()).to.deep.equal(['Reference', 'When']);
    expect(await card().locator('dd').allTextContents()).to.deep.equal(visit.facts.map(({ value }) => value));
    expect(await card().getAttribute('aria-live')).to.equal('off');
    expect(await page.locator('.message.assistant .text').allTextContents()).to.deep.equal(['We come on Thursday.']);
    await card().getByRole('button', { name: 'Change a repair visit' }).click();
    await until(() => at.side.accepted.length === 2);
    expect(at.side.accepted[1]?.text).to.equal('Change a repair visit');
  });

  it('is told to other clients as an Adaptive Card beside the text', async () => {
    await say('visit');
    await card().waitFor();
    const session = await page.evaluate<string>(
      `JSON.stringify(Object.values(sessionStorage).map((kept) => JSON.parse(kept)).find(({ session }) => session).session)`,
    );
    const { token, conversationId } = JSON.parse(session);
    const answer = await fetch(`${at.side.url}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { activities } = (await answer.json()) as { activities: readonly { attachments?: readonly unknown[] }[] };

    expect(activities.at(-1)?.attachments).to.deep.equal([
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.3',
          lang: 'en',
          body: [
            { type: 'TextBlock', text: 'Your visit', weight: 'Bolder', wrap: true },
            { type: 'FactSet', facts: visit.facts.map(({ label, value }) => ({ title: label, value })) },
          ],
          actions: [{ type: 'Action.Submit', title: 'Change a repair visit', data: 'Change a repair visit' }],
        },
      },
    ]);
  });

  it('shows the same facts on the page without scripts', async () => {
    const plain = await (await at.browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${at.side.url}/chat`);
    await plain.locator('textarea').fill('visit');
    await plain.getByRole('button', { name: 'Send' }).click();
    await plain.getByText('We come on Thursday.').waitFor();

    expect(await plain.locator('dl').textContent()).to.include('Reference: REP-5001');
    await plain.context().close();
  });

  it('tells how much of a file is sent, in words and as a bar, and stops it when that is asked', async () => {
    await pick();
    await slow(60_000);
    await say('the report');
    await page.getByRole('progressbar').waitFor();
    await page
      .locator('.note label')
      .filter({ hasText: /\b[1-9]\d? % sent/ })
      .waitFor({ timeout: 20_000 });
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Cancel sending' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await slow(-1);
    await say('without it');
    await page.getByText('You wrote: without it').waitFor();

    expect(at.side.accepted.map(({ text }) => text)).to.deep.equal(['without it']);
  });

  it('keeps a file while the line is down, and sends it once when it is back', async () => {
    await pick();
    await page.context().setOffline(true);
    await say('the report');
    await page
      .getByText(/Kept. It is sent when you are back online./)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await page.getByText('Thank you.').waitFor({ timeout: 40_000 });

    expect(at.side.accepted.map(({ attachments }) => attachments.length)).to.deep.equal([1]);
  });

  it('takes a picture that is pasted or dropped, and says how many files go at once', async () => {
    const given = (kind: 'paste' | 'drop', count: number) =>
      page.evaluate(`{
        const data = new DataTransfer();
        for (let n = 0; n < ${count}; n += 1)
          data.items.add(new File(['x'], '${kind}' + n + '.png', { type: 'image/png' }));
        const about = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data };
        const event = '${kind}' === 'paste' ? new ClipboardEvent('paste', about) : new DragEvent('drop', about);
        document.querySelector('doorstep-chat').shadowRoot.querySelector('textarea').dispatchEvent(event);
      }`);
    await moreCame();
    await page.getByRole('button', { name: 'Add a photo or file' }).waitFor();
    await given('paste', 1);
    await page.getByRole('button', { name: 'Remove paste0.png' }).waitFor();
    await given('drop', 5);
    await page.getByText('You can send 5 files at once.').waitFor();

    expect(await page.getByRole('button', { name: /^Remove/ }).count()).to.equal(5);
  });

  it('says of an answer that is plainly none what to do, once, and takes it when it is meant', async () => {
    await say('phone');
    const field = page.locator('.composer input[type=tel]');
    await field.waitFor();
    await moreCame();
    expect(await field.getAttribute('autocomplete')).to.equal('tel');
    await say('0770');
    await page.getByRole('alert').getByText('Enter a phone number with 10 or 11 digits, like 07700 900123.').waitFor();
    expect(await field.getAttribute('aria-invalid')).to.equal('true');
    expect(await axeFindings(page)).to.deep.equal([]);
    expect(at.side.accepted).to.have.length(1);
    await field.press('Enter');
    await until(() => at.side.accepted.length === 2);

    expect(at.side.accepted[1]?.text).to.equal('0770');
  });

  it('says what to do where no day is chosen', async () => {
    await say('date');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.getByRole('alert').getByText('Choose a day.').waitFor();

    expect(await page.getByLabel('Choose a date').getAttribute('aria-invalid')).to.equal('true');
    expect(at.side.accepted).to.have.length(1);
  });

  for (const [name, language, viewport, colours] of [
    ['on a narrow phone, dark', 'en', { width: 320, height: 640 }, 'Dark'],
    ['from right to left', 'ar', { width: 1_280, height: 800 }, undefined],
  ] as const)
    it(`has nothing that axe-core finds wrong with a card, ${name}`, async () => {
      await page.setViewportSize(viewport);
      if (colours !== undefined) {
        await page.getByRole('button', { name: 'Settings', exact: true }).click();
        await page.getByLabel(colours, { exact: true }).check();
        await page.getByRole('button', { name: 'Done' }).click();
      }
      await page.getByRole('combobox').selectOption(language);
      await page.locator(`.doorstep[lang=${language}]`).waitFor({ state: 'attached' });
      await say('visit');
      await card().locator('dl').waitFor();

      expect(await axeFindings(page)).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(viewport.width);
    });
});
