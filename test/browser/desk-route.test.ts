import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Agent, eventually } from '../support/agent.ts';
import { axeFindings, launchChromium, type Watched, watchedPage } from '../support/chromium.ts';
import { deskService } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';

describe('an agreed route on the desk’s page', function () {
  this.timeout(90_000);
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let first: Agent;
  let watched: Watched;
  let page: Page;

  before(async function () {
    browser = await launchChromium(this);
    ({ service, agent: first } = await deskService());
  });
  after(async () => {
    await first?.call('POST', '/people/P-1004/route/end', { why: 'the test is over' });
    await browser?.close();
  });
  afterEach(async () => {
    await watched.page.context().close();
    expect(watched.complaints).to.deep.equal([]);
  });

  /** Opens the conversation of Rukhsana Begum, who has texted, as somebody of these teams. */
  const openAs = async (name: string, teams: readonly string[]) => {
    const { body } = await first.call('POST', '/links', { name, teams });
    watched = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 800 } });
    page = watched.page;
    await page.goto(String(body.link));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('region', { name: 'Waiting' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .first()
      .click();
  };
  const route = () => page.getByRole('region', { name: 'Agreed route' });

  it('[WHG-20] is set by a manager and shown to everybody, and is no agent’s to set', async () => {
    const phone = openPhone(service.url, '+447700900104');
    await phone.send('I want to talk to a person');
    await phone.wait((text) => text.includes('our team'));
    const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);

    await openAs('Mo Hughes', ['managers', 'contact-centre']);
    await route().getByRole('button', { name: 'Set a route' }).click();
    await route().getByLabel('Who answers').fill('Nia Bello');
    await route().getByLabel('Last day').fill(until);
    await route().getByLabel('Reason').fill('Agreed after forty calls in a day');
    expect(await axeFindings(page)).to.deep.equal([]);
    await route().getByRole('button', { name: 'Save the route' }).click();
    await route().getByText(`Until ${until}, Nia Bello deals with all contact.`).waitFor();
    const set = await eventually(async () => {
      const answer = (await first.call('GET', '/people/P-1004/route')).body as { route: { contact: string } | null };
      return answer.route ?? undefined;
    }, 'The route');
    expect(set).to.deep.include({ contact: 'Nia Bello', until });
    await watched.page.context().close();

    await openAs('Priya Shah', ['contact-centre']);
    await route().getByText('Nia Bello deals with all contact').waitFor();
    expect(await route().getByRole('button').count()).to.equal(0);
    expect(await page.getByText('forty calls').count()).to.equal(0);
  });
});
