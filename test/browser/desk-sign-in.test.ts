// In a browser: in at the landlord's provider and out again, a session that ends in the middle of a reply, and the auditor's page.

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launchChromium } from '../support/chromium.ts';
import { type Service, sparePort, startService } from '../support/service.ts';
import { type SignInProvider, startSignInProvider } from '../support/sign-in-provider.ts';
import { newTenant } from '../support/tenant.ts';

describe('signing in, in a browser', function () {
  this.timeout(120_000);
  this.retries(1);
  let browser: Browser;
  let provider: SignInProvider;
  let service: Service;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    browser = await launchChromium(this);
    const port = String(await sparePort());
    provider = await startSignInProvider(`http://127.0.0.1:${port}`);
    service = await startService({ ...provider.env, PORT: port, CLOCK: '2026-11-23T10:00:00Z' });
    provider.people.set('priya', { name: 'Priya Shah', groups: ['desk-agents'] });
    provider.people.set('audrey', { name: 'Audrey Lane', groups: ['desk-auditors'] });
  });
  after(async () => {
    await browser?.close();
    await service?.end();
    await provider?.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  });
  afterEach(() => page.context().close());

  const atProvider = async (there: Page, who: string) => {
    await there.getByPlaceholder('Enter any login').fill(who);
    await there.getByPlaceholder('and password').fill('x');
    await there.getByRole('button', { name: 'Sign-in' }).click();
    await there.getByRole('button', { name: 'Continue' }).click();
  };
  const enter = async (who: string) => {
    await page.goto(`${service.url}/desk`);
    await page.getByRole('link', { name: 'Sign in with your work account' }).click();
    await atProvider(page, who);
  };

  it('goes to the provider, comes back to the desk, and is out at both after signing out', async () => {
    await page.goto(`${service.url}/desk`);
    await page.getByRole('link', { name: 'Sign in with your work account' }).waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await enter('priya');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    await page.getByText('Priya Shah').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page
      .getByRole('button', { name: /sign.?out|yes/i })
      .first()
      .click();
    await page.getByRole('link', { name: 'Sign in with your work account' }).click();

    await page.getByPlaceholder('Enter any login').waitFor();
  });

  it('signs in again beside a reply whose session has ended, and sends it', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    await enter('priya');
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Half a sentence and');
    // The session alone: at the provider she is known still.
    await page.context().clearCookies({ name: 'doorstep_desk' });
    await page.keyboard.press('Control+Enter');
    const over = page.getByRole('alertdialog', { name: 'Sign in again' });
    await over.getByText('Your words are kept').waitFor();
    await over.getByRole('button', { name: 'Sign in with your work account' }).click();
    await over.waitFor({ state: 'hidden' });
    expect(await page.getByRole('textbox', { name: 'Your reply' }).inputValue()).to.equal('Half a sentence and');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('log', { name: 'Messages' }).getByText('Half a sentence and').waitFor();

    const said = (await tenant.read()).filter(({ text }) => text === 'Half a sentence and');
    expect(said).to.have.length(1);
  });

  it('shows an auditor the audit, to be searched, and nothing else', async () => {
    await enter('audrey');
    await page.getByRole('heading', { name: 'Audit', exact: true }).waitFor();
    const rows = page.getByRole('table', { name: 'Audit' }).getByRole('row');
    await rows.nth(1).waitFor();
    const findings = await axeFindings(page);
    await page.getByRole('combobox', { name: 'What was done' }).selectOption('signed-in');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('cell', { name: 'audit-read' }).first().waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: 'Audrey Lane' }).first().waitFor();

    expect(findings).to.deep.equal([]);
    expect(await page.getByRole('button', { name: /Accept|Read/ }).count()).to.equal(0);
  });
});
