import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { eventually, printedLink } from '../support/agent.ts';
import { requestByText, requestOnWeb } from '../support/asking.ts';
import { axeFindings, launchChromium, watchedPage } from '../support/chromium.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('the supervisor’s page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let service: Service;
  let page: Page;
  let complaints: readonly string[];

  before(async function () {
    browser = await launchChromium(this);
    service = await startService();
    ({ page, complaints } = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 900 } }));
    await page.goto(await printedLink(service));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Supervisor' }).click();
    await page.getByRole('table', { name: 'Assistant, by channel' }).waitFor();
  });
  after(async () => {
    await service?.end();
    await browser?.close();
  });

  it('tells of an incident, counts who heard of it, and ends it at one press', async () => {
    const form = page.getByRole('form', { name: 'Tell of an incident' });
    expect(await form.getByRole('button', { name: 'Tell of it' }).isDisabled()).to.equal(true);
    const about = form.getByRole('combobox', { name: 'What it is about' });
    for (const each of ['repair.no_heating_water', 'rent.balance']) await about.selectOption(each);
    await form
      .getByRole('button', { name: /^Take away: / })
      .last()
      .press('Enter');
    await form.getByLabel('Where:').fill('Linden House, AW2 1LH');
    await form.getByLabel('in English').fill('no heating at Linden House. Next news at 4 pm.');
    await form.getByRole('button', { name: 'Tell of it' }).click();
    const table = page.getByRole('table', { name: 'Incidents' });
    const row = table.getByRole('row', { name: /no heating at Linden House/ });
    await row.waitFor();
    const told = await (await newTenant(service.url)).say('My heating is not working');
    expect(JSON.stringify(told)).to.include('Next news at 4 pm');
    expect(await axeFindings(page)).to.deep.equal([]);

    await row.getByRole('button', { name: /^End INC-/ }).click();
    await row.getByText('Over').waitFor();
    const after = await (await newTenant(service.url)).say('My heating is not working');
    expect(JSON.stringify(after)).not.to.include('Next news at 4 pm');
  });

  it('sets from when on a call-back is offered, and how much an agent takes, by keyboard', async () => {
    const waiting = page.getByLabel('Waiting: Customer Contact Team');
    await waiting.fill('7');
    await waiting.press('Enter');
    const back = page.getByRole('button', { name: 'Back to the usual for Customer Contact Team' });
    await back.waitFor();
    expect(await waiting.inputValue()).to.equal('7');
    expect(await axeFindings(page)).to.deep.equal([]);
    await back.press('Enter');
    await back.waitFor({ state: 'detached' });
    expect(await waiting.inputValue()).to.equal('');

    await page.getByLabel(/^Text/).first().fill('2');
    await page
      .getByRole('button', { name: /^Set for/ })
      .last()
      .press('Enter');
    await page
      .getByRole('table', { name: 'Agents' })
      .getByText(/Text\w* \d of 2/)
      .first()
      .waitFor();
  });

  it('stops the assistant on a channel and lets it go on', async () => {
    await page.getByLabel('Why Web chat is stopped').fill('It says odd things');
    await page.getByRole('button', { name: 'Stop Web chat' }).click();
    await page.getByText(/Stopped at .*It says odd things/).waitFor();
    const tenant = await newTenant(service.url);
    expect(JSON.stringify(await tenant.say('The lift is not working'))).to.include('is paused');
    await page.getByRole('button', { name: 'Let Web chat answer again' }).click();
    await page.getByRole('button', { name: 'Stop Web chat' }).waitFor();
    for (const media of [{ forcedColors: 'active' }, { forcedColors: 'none', colorScheme: 'dark' }] as const) {
      await page.emulateMedia(media);
      expect(await axeFindings(page), JSON.stringify(media)).to.deep.equal([]);
    }
    expect(complaints).to.deep.equal([]);
  });

  it('[GUH-10] has for the data protection team a copy, a legal hold and an erasure after two presses', async () => {
    const harold = '+447700900103';
    const reference = await requestByText(service, harold, 'copy');
    await page.getByRole('button', { name: 'Data protection' }).click();
    await page.getByLabel('Reference of the data request').fill(reference);
    await page.getByRole('button', { name: 'Open the request' }).press('Enter');
    const copy = page.getByRole('region', { name: 'A copy of the data' });
    await eventually(async () => {
      // The case is on its way to the housing system for a moment.
      if (await copy.getByRole('status').isVisible()) return true;
      await copy.getByRole('button', { name: 'See what is held' }).click();
      await page.waitForTimeout(200);
      return undefined;
    }, 'What is held');
    expect(await copy.getByRole('status').textContent()).to.match(/^Conversations: 1\. Parts to look at first: \d+/);
    expect(await axeFindings(page)).to.deep.equal([]);
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });
    const saving = page.waitForEvent('download');
    await copy.getByRole('button', { name: 'Save as a page to read' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).to.equal(`${reference}.html`);
    expect(await readFile(await file.path(), 'utf8')).to.include('Whitcombe');

    const hold = page.getByRole('region', { name: 'Legal hold' });
    await hold.getByLabel('Whose data is held (id)').fill('P-1003');
    await hold.getByRole('button', { name: 'Look' }).click();
    await hold.getByText('No hold is on the data of P-1003.').waitFor();
    await hold.getByLabel('Why nothing is to be deleted').fill('A claim at the county court');
    await hold.getByRole('button', { name: 'Hold it' }).click();
    await hold.getByText(/^Held since .*: A claim at the county court/).waitFor();
    const erasure = page.getByRole('region', { name: 'Erasure' });
    await erasure.getByRole('button', { name: 'See what would be erased' }).click();
    await erasure.getByText(/A legal hold is on their data\./).waitFor();
    await erasure.getByRole('button', { name: 'Erase them' }).click();
    await page.getByText('A legal hold is on their data: nothing is erased while it holds.').waitFor();
    await hold.getByRole('button', { name: 'End the hold' }).click();
    await hold.getByText('No hold is on the data of P-1003.').waitFor();

    const tenant = await newTenant(service.url);
    await tenant.say('When are you open? zebracorn');
    const other = await requestOnWeb(tenant, ['delete my data', 'Delete something', 'no', 'All of it', 'skip', 'skip']);
    await page.getByLabel('Reference of the data request').fill(other);
    await page.getByRole('button', { name: 'Open the request' }).click();
    await eventually(async () => {
      const look = erasure.getByRole('button', { name: 'See what would be erased' });
      if (await look.isVisible()) await look.click();
      await page.waitForTimeout(200);
      return (await erasure.getByRole('status').isVisible()) ? true : undefined;
    }, 'What would be erased');
    expect(await erasure.getByRole('status').textContent()).to.match(/^Conversations that go: 1\./);
    await erasure.getByRole('button', { name: 'Erase them', exact: true }).click();
    await erasure.getByText('It cannot be undone.').waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await erasure.getByRole('button', { name: 'Erase them for good' }).click();
    await erasure.getByText('Erased. Conversations: 1.').waitFor();
    const heard = (await tenant.read()).map(({ text }) => text).join();
    expect(heard).not.to.include('zebracorn');
  });
});
