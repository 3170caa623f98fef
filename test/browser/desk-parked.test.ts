import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { eventually, printedLink } from '../support/agent.ts';
import { axeFindings, launchChromium, watchedPage } from '../support/chromium.ts';
import { type OpenServer, openServer } from '../support/open-server.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('the desk’s page when the housing system refuses what is written to it', function () {
  this.timeout(90_000);
  let browser: Browser;
  let housing: OpenServer;
  let service: Service;
  let refuses = true;
  let written = 0;

  before(async function () {
    browser = await launchChromium(this);
    housing = await openServer();
    housing.app.use((request, response) => {
      if (request.method === 'GET') return void response.json([]);
      if (refuses) return void response.status(400).json({});
      written += 1;
      response.status(201).json({});
    });
    service = await startService({
      HOUSING: 'rest',
      HOUSING_URL: housing.url,
      HOUSING_API_TOKEN: housingToken,
      CLOCK: '2026-11-23T10:00:00Z',
    });
  });
  after(async () => {
    await service?.end();
    await housing?.close();
    await browser?.close();
  });

  it('shows what was given up, without a word of the tenant, and tries it again', async () => {
    const { page, complaints } = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    await page.goto(await printedLink(service));
    await page.getByRole('button', { name: 'Sign in' }).click();
    const section = page.getByRole('region', { name: 'Not delivered' });
    await section.getByText('Nothing has been given up.').waitFor();
    const tenant = await newTenant(service.url);
    await tenant.say('What are your opening hours? I am Margaret Yeo, 07700 900101');
    await tenant.say('I want to talk to a person');
    const first = section.getByRole('listitem').first();
    await first.getByText('Contact for the housing system').waitFor();
    const told = (await section.textContent()) ?? '';
    const findings = await axeFindings(page);
    refuses = false;
    while ((await section.getByRole('listitem').count()) > 0) {
      const before = await section.getByRole('listitem').count();
      await first.getByRole('button', { name: 'Try again: Contact for the housing system' }).click();
      await section.getByText(`(${before - 1})`).waitFor();
    }
    await section.getByText('Nothing has been given up.').waitFor();
    await eventually(() => (written > 0 ? true : undefined), 'What was tried again arriving');

    expect(told).to.match(/Not delivered \([1-9]\)/);
    expect(told).to.match(/Since .*23 Nov.* · refused/);
    expect(told).not.to.match(/Margaret|900101|opening/);
    expect(findings).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });
});
