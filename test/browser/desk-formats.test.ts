import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Agent, eventually, signIn } from '../support/agent.ts';
import { type AgentsPage, acceptedOnPage, leftOrderly } from '../support/agents-page.ts';
import { axeFindings, launchChromium } from '../support/chromium.ts';
import { openHours } from '../support/desk-service.ts';
import { type Service, startService } from '../support/service.ts';
import type { Tenant } from '../support/tenant.ts';

describe('formats on the desk’s page', function () {
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
    watched = await acceptedOnPage(browser, { service, first, words: 'I want to talk to a person' });
    ({ page, tenant } = watched);
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  });
  afterEach(async () => {
    await leftOrderly(watched);
  });

  it('[GUH-04] an agent has all that was said made in large print; the tenant has it in the same chat', async () => {
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Your key safe is left of the door.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await eventually(
      async () => (await tenant.read()).find(({ text = '' }) => text.includes('key safe')),
      'The tenant reads it',
    );
    await page.getByLabel('What to make').selectOption('The whole conversation');
    await page.getByLabel('Format', { exact: true }).selectOption('Large print');
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Make it for the tenant' }).click();
    await page.getByText('Large print is being made for the tenant.').waitFor();

    const sent = await eventually(async () => {
      const all = (await tenant.read()) as readonly {
        readonly attachments?: readonly { readonly contentUrl: string }[];
      }[];
      return all.find(({ attachments = [] }) => attachments.length > 0);
    }, 'The file is there');
    const file = await fetch(sent.attachments?.[0]?.contentUrl ?? '');
    expect(file.headers.get('content-type')).to.equal('application/pdf');
    expect((await file.arrayBuffer()).byteLength).to.be.above(5_000);

    await page.emulateMedia({ forcedColors: 'active' });
    const link = page.getByRole('log').getByRole('link', { name: /\.pdf$/ });
    const looks = await link.evaluate((each) =>
      [each, each.closest('article') ?? each].map((part) => {
        const { color, textDecorationLine } = part.ownerDocument.defaultView?.getComputedStyle(part) ?? {};
        return { color, textDecorationLine };
      }),
    );
    expect(looks[0]?.textDecorationLine, 'told from text in high contrast').to.equal('underline');
    expect(looks[0]?.color).not.to.equal(looks[1]?.color);
  });
});
