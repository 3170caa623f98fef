import { rmSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { printedLink } from '../support/agent.ts';
import { linkFor } from '../support/by-role.ts';
import { axeFindings, launchChromium, watchedPage } from '../support/chromium.ts';
import { complains } from '../support/complaint.ts';
import { type Service, startService } from '../support/service.ts';

describe('promises on the desk’s page', function () {
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

  /** The promises, as somebody else than the first agent sees them. */
  const theirs = async (who: { readonly name: string; readonly teams: readonly string[] }) => {
    const { page } = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    await page.goto(await linkFor(service, who, '2026-12-12T10:00:00Z'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page.getByRole('region', { name: 'Promises' });
  };

  it('stand with what is late first, are moved with words to the tenant, and go when they were kept', async () => {
    await complains(service);
    await service.stop();
    const port = new URL(service.url).port;
    service = await startService({ CLOCK: '2026-12-12T10:00:00Z', DATA_DIR: service.dataDir, PORT: port });
    const outsider = await theirs({ name: 'Only Contact', teams: ['contact-centre'] });
    await outsider.getByText('This is done by the team that has the case.').first().waitFor();
    const offered = await outsider.getByRole('button').allTextContents();
    await outsider.page().close();
    const { page, complaints } = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    await page.goto(await printedLink(service));
    await page.getByRole('button', { name: 'Sign in' }).click();
    const section = page.getByRole('region', { name: 'Promises' });
    await section.getByText('(1 is late)').waitFor();
    const names = await section.getByRole('listitem').allTextContents();
    await section.getByRole('button', { name: /^Move: Answer the complaint CMP-/ }).click();
    const findings = await axeFindings(page);
    await section.getByLabel('New day').fill('2026-12-18');
    const reason = section.getByLabel('Reason');
    await reason.fill('the safeguarding lead is away');
    const moves = section.getByRole('button', { name: 'Move it and tell the tenant' });
    await moves.click();
    const question = section.getByRole('group', { name: 'Before it is sent' });
    await question.getByText('“the safeguarding lead is away”', { exact: false }).waitFor();
    const asking = await axeFindings(page);
    await page.keyboard.press('Escape');
    await section.locator('input[id$="-why"]:focus').waitFor();
    await reason.fill('the safeguarding lead is ill and we wait for the surveyor');
    expect(await question.count()).to.equal(0);
    await moves.click();
    await question.waitFor();
    const moved = page.waitForResponse('**/move');
    await question.getByRole('button', { name: 'Send it all the same' }).click();
    const told = JSON.stringify(await (await moved).json());
    await section.getByRole('button', { name: /^Kept: Acknowledge the complaint CMP-/ }).click();
    await section.getByText('Nothing is due within two days.').waitFor();

    expect(offered).to.deep.equal([]);
    expect(names[0]).to.match(/^Acknowledge the complaint CMP-\d+Late By 30 Nov · Complaints Team/);
    expect(names[1]).to.match(/^Answer the complaint CMP-\d+ ?By 14 Dec · Complaints Team/);
    expect(told).to.include('we wait for the surveyor').and.to.include('Friday, 18 December 2026');
    expect([...findings, ...asking]).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });
});
