// A day at the desk in a browser: what is found and listed, and what is done with a conversation.

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Agent, invited, signIn } from '../support/agent.ts';
import { axeFindings, launchChromium, type Watched, watchedPage } from '../support/chromium.ts';
import { openHours } from '../support/desk-service.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('a day at the desk', function () {
  this.timeout(120_000);
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let first: Agent;
  let sam: Agent;
  let watched: Watched;
  let page: Page;

  before(async function () {
    browser = await launchChromium(this);
    service = await startService({ CLOCK: openHours });
    first = await signIn(service);
    sam = await invited(service, first, { name: 'Sam Reed', teams: ['contact-centre'] });
  });
  after(async () => {
    await service?.end();
    await browser?.close();
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, service.url, {
      viewport: { width: 1_280, height: 900 },
      reducedMotion: 'reduce',
    });
    ({ page } = watched);
    const { body } = await first.call('POST', '/links', { name: 'Priya Shah', teams: ['contact-centre', 'managers'] });
    await page.goto(String(body.link));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    expect(watched.strangers).to.deep.equal([]);
    expect(watched.complaints).to.deep.equal([]);
  });

  it('finds a conversation of a colleague by what was said, and lists what all teams have', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await sam.waitingFor(tenant.conversation);
    await sam.call('POST', `/handovers/${id}/accept`, {});
    await tenant.post('<b>The pigeons</b> are back');
    await page.getByLabel('Another list').selectOption('All teams’');
    await page.getByRole('region', { name: 'All teams’' }).getByText('With Sam Reed').waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill('pigeons');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Found' }).getByText('<b>The pigeons</b> are back').waitFor();

    expect(await page.getByText('1 found.').count()).to.equal(1);
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('list', { name: 'Found' }).getByRole('button').click();
    await page.getByText('This conversation is with Sam Reed.').waitFor();
    await sam.call('POST', `/handovers/${id}/close`, {});
  });
});
