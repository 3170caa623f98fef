import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type AgentsPage, acceptedOnPage, leftOrderly } from '../support/agents-page.ts';
import { axeFindings, launchChromium } from '../support/chromium.ts';
import { startTranslating, type Translating } from '../support/translating.ts';

describe('translations on the desk’s page', function () {
  this.timeout(120_000);
  this.retries(1);
  let browser: Browser;
  let translating: Translating;
  let watched: AgentsPage;
  let page: Page;

  before(async function () {
    browser = await launchChromium(this);
    translating = await startTranslating();
    const { api } = translating;
    api.translates((text, to) => (to === 'en' ? `In English: ${text}` : `Po polsku: ${text}`));
  });
  after(async () => {
    await translating?.end();
    await browser?.close();
  });
  afterEach(async () => {
    await leftOrderly(watched);
  });

  it('show the agent their own language, the original one click away, on both sides', async () => {
    watched = await acceptedOnPage(browser, {
      ...translating,
      first: translating.agent,
      words: 'Chcę porozmawiać z człowiekiem, nie z automatem',
    });
    ({ page } = watched);
    const messages = page.getByRole('log', { name: 'Messages' });
    const line = messages.getByRole('article').filter({ hasText: 'In English: Chcę porozmawiać' });
    await line.waitFor();

    expect(await line.getByText('Translated by machine from Polish').count()).to.equal(1);
    expect(await line.locator('span[lang="en"]').count()).to.equal(1);
    await line.getByText('Original').click();
    expect(await line.locator('span[lang="pl"]').innerText()).to.equal(
      'Chcę porozmawiać z człowiekiem, nie z automatem',
    );

    await page.getByText('What you write in English is translated into Polish by machine.', { exact: false }).waitFor();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('The engineer comes on 24 November at 10:30.');
    await page.getByRole('button', { name: 'Send' }).click();
    const sent = messages.getByRole('article').filter({ hasText: 'Sent in Polish, translated by machine' });
    await sent.waitFor();
    expect(await sent.locator('span[lang="en"]').innerText()).to.equal('The engineer comes on 24 November at 10:30.');
    await sent.getByText('As it was sent').click();
    expect(await sent.locator('span[lang="pl"]').innerText()).to.include('Po polsku: The engineer');
    expect(await axeFindings(page)).to.deep.equal([]);
  });
});
