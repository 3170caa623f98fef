import { rmSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { axeFindings, launchChromium, type Watched, watchedPage } from '../support/chromium.ts';
import { complains } from '../support/complaint.ts';
import { askHousing } from '../support/housing-api.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('what is learned, on the desk’s page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let service: Service;
  let agent: Agent;
  let watched: Watched;

  before(async function () {
    browser = await launchChromium(this);
    service = await startService({ CLOCK: '2026-11-23T10:00:00Z' });
    agent = await signIn(service);
  });
  after(async () => {
    await browser?.close();
    if (service === undefined) return;
    await service.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    await watched.page.context().close();
    expect(watched.complaints).to.deep.equal([]);
  });

  async function openAs(name: string, teams: readonly string[]): Promise<Page> {
    const { body } = await agent.call('POST', '/links', { name, teams });
    watched = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    await watched.page.goto(String(body.link));
    await watched.page.getByRole('button', { name: 'Sign in' }).click();
    return watched.page;
  }

  it('[WHG-22] is written for a closed complaint with the keyboard alone, and is on the case', async () => {
    await complains(service);
    const { reference } = await eventually(async () => {
      const { body } = await askHousing(service, 'cases?kind=complaint');
      return (body as unknown as { reference: string }[])[0];
    }, 'The complaint is there');
    await askHousing(service, `cases/${reference}`, { status: 'closed', details: { outcome: 'partly-upheld' } });

    const page = await openAs('Mo Hughes', ['contact-centre']);
    const section = page.getByRole('region', { name: 'Lessons from complaints' });
    const write = section.getByRole('button', { name: `Write the lesson: ${reference}` });
    await write.waitFor();
    expect(await section.getByRole('listitem').textContent()).to.include('partly upheld');
    await write.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await section.getByLabel('What caused it').evaluate((node) => node.matches(':focus'))).to.equal(true);
    await page.keyboard.type('Comm');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Whoever waits for parts is told each week');
    const findings = await axeFindings(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await section.getByText('None waits.').waitFor();

    const found = await eventually(async () => {
      const { body } = await askHousing(service, `cases/${reference}`);
      const { details } = body as { details: Record<string, unknown> };
      return details.lesson === undefined ? undefined : details;
    }, 'The lesson is on the case');
    expect(found).to.include({ cause: 'communication', lesson: 'Whoever waits for parts is told each week' });
    expect(findings).to.deep.equal([]);
  });

  it('[WHG-22] of any other complaint is written by its reference, and says why where it cannot be', async () => {
    const page = await openAs('Mo Hughes', ['contact-centre']);
    const section = page.getByRole('region', { name: 'Lessons from complaints' });
    await section.getByRole('button', { name: 'Another complaint' }).click();
    await section.getByLabel('Reference').fill('cmp-99999999');
    await section.getByLabel('What we do differently').fill('Ring first');
    await section.getByRole('button', { name: 'Keep the lesson' }).click();

    await page.getByText('There is no such thing here').waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('is read by managers from what was misread: set aside, or given on as an example', async () => {
    for (const words of ['wotsit doodah thingummy', 'wotsit doodah flibberty']) {
      const tenant = await newTenant(service.url);
      await tenant.say(words);
    }
    const page = await openAs('Nia Bello', ['managers']);
    await page.getByRole('button', { name: 'Misread messages' }).click();
    const list = page.getByRole('region', { name: 'Misread messages' });
    await list.getByText('flibberty').waitFor();
    const example = list.getByRole('listitem').filter({ hasText: 'thingummy' });
    await example.getByRole('combobox').selectOption('repair.report');
    await example.getByRole('button', { name: /^Make an example/ }).focus();
    await page.keyboard.press('Enter');
    await example.getByText('To be an example of Repair: report').waitFor();
    const findings = await axeFindings(page);
    await list.getByRole('button', { name: /^Set aside: .*flibberty/ }).focus();
    await page.keyboard.press('Enter');
    await list.getByText('flibberty').waitFor({ state: 'detached' });
    await eventually(
      async () => (await list.evaluate((node) => node.matches(':focus'))) || undefined,
      'Reading goes on at the list',
    );

    const { body } = await agent.call('GET', '/insight/misread');
    const left = body.misread as { words: string; example_of: string | null }[];
    expect(left.map(({ words }) => words).join()).not.to.include('flibberty');
    expect(left.find(({ words }) => words.includes('thingummy'))?.example_of).to.equal('repair.report');
    expect(findings).to.deep.equal([]);
  });

  it('is no page for who is no manager', async () => {
    const page = await openAs('Mo Hughes', ['contact-centre']);
    await page.getByRole('region', { name: 'Figures' }).waitFor();

    expect(await page.getByRole('button', { name: 'Misread messages' }).count()).to.equal(0);
  });

  it('[WHG-23] is counted: why a contact was avoidable is chosen when it is closed, and the two figures are there', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const page = await openAs('Jo Adeyemi', ['contact-centre']);
    const waiting = page.getByRole('region', { name: 'Waiting' });
    await waiting.getByRole('button', { name: /^Accept/ }).click();
    await page.getByLabel('Could it have been avoided?').selectOption('wrong-route');
    const findings = await axeFindings(page);
    const closed = page.waitForResponse('**/close');
    await page.getByRole('button', { name: 'Close' }).click();
    expect((await closed).status()).to.equal(200);

    const found = await eventually(async () => {
      const { body } = await agent.call('GET', '/insight/avoidable');
      return (body as { avoidable: number }).avoidable > 0 ? body : undefined;
    }, 'It is counted');
    expect(found.causes).to.deep.include({ cause: 'wrong-route', count: null, fewerThan: 5 });
    await page.reload();
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByText('Was sent the wrong way: fewer than 5').waitFor();
    expect(await figures.textContent()).to.include('Solved at first contact: not known yet');
    expect(findings).to.deep.equal([]);
  });
});
