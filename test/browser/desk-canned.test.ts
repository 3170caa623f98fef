import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Agent, signIn } from '../support/agent.ts';
import { type AgentsPage, acceptedOnPage, leftOrderly } from '../support/agents-page.ts';
import { axeFindings, launchChromium } from '../support/chromium.ts';
import { openHours } from '../support/desk-service.ts';
import { type Service, startService } from '../support/service.ts';
import type { Tenant } from '../support/tenant.ts';

describe('ready replies on the desk’s page', function () {
  this.timeout(120_000);
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let watched: AgentsPage;
  let page: Page;
  let tenant: Tenant;
  let first: Agent;

  before(async function () {
    browser = await launchChromium(this);
    service = await startService({ CLOCK: openHours });
    first = await signIn(service);
  });
  after(async () => {
    await service?.end();
    await browser?.close();
  });
  beforeEach(async () => {
    watched = await acceptedOnPage(browser, {
      service,
      first,
      words: 'Chcę porozmawiać z człowiekiem, nie z automatem',
    });
    ({ page, tenant } = watched);
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  });
  afterEach(async () => {
    await leftOrderly(watched);
  });

  it('[WHG-06] are found with “/”, shown in both languages, filled in and sent with the keyboard alone', async () => {
    await page.getByRole('textbox', { name: 'Your reply' }).focus();
    await page.keyboard.type('/book');
    const replies = page.getByRole('list', { name: 'Ready replies' }).getByRole('button');
    await replies.first().waitFor();
    expect(await replies.allInnerTexts()).to.deep.equal(['/booked It is booked for {date}.']);
    expect(await page.getByText('1 ready reply. Arrow down goes to it.').count()).to.equal(1);
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).to.equal(true);
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    const chosen = page.getByRole('group', { name: 'Ready reply booked' });
    await chosen.waitFor();
    expect(await chosen.locator('p[lang="en"]').innerText()).to.equal('It is booked for {date}.');
    expect(await chosen.locator('p[lang="pl"]').innerText()).to.equal('Ustalony termin: {date}.');
    expect(await chosen.getByRole('button', { name: 'Send this reply' }).isDisabled()).to.equal(true);
    expect(await axeFindings(page)).to.deep.equal([]);
    expect(await chosen.locator('input:focus').count()).to.equal(1);
    await chosen.getByLabel('Day').fill('2026-12-03');
    await page.keyboard.press('Enter');

    const sent = page
      .getByRole('log', { name: 'Messages' })
      .getByRole('article')
      .filter({ hasText: 'Sent in Polish, in the words of our own texts' });
    await sent.waitFor();
    expect(await sent.locator('span[lang="en"]').innerText()).to.equal('It is booked for Thursday, 3 December 2026.');
    const heard = (await tenant.read()).at(-1);
    expect(heard?.text).to.equal('Ustalony termin: czwartek, 3 grudnia 2026.');
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Your reply' }).inputValue()).to.equal('');
  });

  it('[WHG-06] are left with Escape, and the agent’s own words go on', async () => {
    const box = page.getByRole('textbox', { name: 'Your reply' });
    await box.focus();
    await page.keyboard.type('/wait');
    await page.getByRole('list', { name: 'Ready replies' }).getByRole('button').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Ready reply wait' }).waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor();
    await box.fill('Dzień dobry');
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    await page.getByRole('log', { name: 'Messages' }).getByRole('article').filter({ hasText: 'Dzień dobry' }).waitFor();
  });

  it('[WHG-21] words that somebody else must not read are asked about once more, with the keyboard alone', async () => {
    const text = 'Chodzi o przemoc domową.';
    const box = page.getByRole('textbox', { name: 'Your reply' });
    await box.fill(text);
    await box.press('Control+Enter');
    const question = page.getByRole('group', { name: 'Before it is sent' });
    await question.waitFor();
    expect(await question.getByRole('alert').innerText()).to.match(
      /^Somebody else may read this there.*“[^”]*przemoc/s,
    );
    expect(await question.locator('button:focus').innerText()).to.equal('Go on writing');
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.locator('textarea:focus').waitFor();
    expect(await box.inputValue()).to.equal(text);

    await page.keyboard.press('Control+Enter');
    await question.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('log', { name: 'Messages' }).getByRole('article').filter({ hasText: text }).waitFor();
    expect((await tenant.read()).filter((each) => each.text === text)).to.have.length(1);
    expect(await box.inputValue()).to.equal('');
  });
});
