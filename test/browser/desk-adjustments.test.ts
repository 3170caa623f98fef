import { rmSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { printedLink } from '../support/agent.ts';
import { axeFindings, launchChromium, watchedPage } from '../support/chromium.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('adjustments on the desk’s page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let service: Service;

  before(async function () {
    browser = await launchChromium(this);
    service = await startService({ CLOCK: '2026-11-23T10:00:00Z' });
  });
  after(async () => {
    await browser?.close();
    if (service === undefined) return;
    await service.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });

  it('[LIV-05] [LIV-06] are read in the tenant’s words, weighed, decided, and told to them', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I need a reasonable adjustment');
    await tenant.say('Two people at each visit');
    for (const value of ['visits', 'long_term', 'self']) await tenant.post(value, { value });
    for (const words of ['Sam Okoro', 'skip', 'skip', 'yes']) await tenant.say(words);

    const { page, complaints } = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    await page.goto(await printedLink(service));
    await page.getByRole('button', { name: 'Sign in' }).click();
    const section = page.getByRole('region', { name: 'Adjustments to decide' });
    await section.getByRole('button', { name: /^Decide: ADJ-/ }).click();
    await section.getByText('Two people at each visit').waitFor();
    for (const label of ['How well would it help?', 'Can we do it in practice?', /cost/, /disturb/])
      await section.getByLabel(label).fill('Weighed.');
    await section.getByLabel('Decision').selectOption('cannot');
    await section.getByLabel('Why not, or not all').fill('we have one plumber only, and safeguarding none');
    await section.getByLabel(/instead/).fill('a neighbour may be there\na day of your choice');
    const findings = await axeFindings(page);
    const decided = page.waitForResponse('**/decide');
    await section.getByRole('button', { name: 'Decide and tell the tenant' }).click();
    expect((await decided).status()).to.equal(409);
    const sent = page.waitForResponse('**/decide');
    await section.getByRole('button', { name: 'Send it all the same' }).click();
    expect((await sent).status()).to.equal(200);
    await section.getByText('None waits.').waitFor();

    const heard = (await tenant.read()).map(({ text }) => text).join('\n');
    expect(heard).to.include('we have one plumber only');
    expect(heard).to.include('a neighbour may be there; a day of your choice').and.to.include('complaint');
    expect(findings).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });
});
