import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { type Agent, endAll, eventually, invited } from '../support/agent.ts';
import { axeFindings, launchChromium, type Watched, watchedPage } from '../support/chromium.ts';
import { deskService } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
import type { Service } from '../support/service.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

/** What a screen reader would call that which has the focus, roughly; runs in the page. */
const focusedName = `(() => {
  const { activeElement: element } = document;
  return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
})()`;

describe('the desk’s page', function () {
  this.timeout(90_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let first: Agent;
  let priya: Agent;
  let watched: Watched;
  let page: Page;
  let tenant: Tenant;
  let sockets: WebSocketRoute[];
  let deaf: boolean;

  before(async function () {
    browser = await launchChromium(this);
    ({ service, agent: first } = await deskService());
    priya = await invited(service, first, { name: 'Priya Shah', teams: ['contact-centre'] });
  });
  after(() => browser?.close());
  beforeEach(async () => {
    await endAll(priya);
    sockets = [];
    deaf = false;
    watched = await watchedPage(browser, service.url, {
      viewport: { width: 1_280, height: 800 },
      reducedMotion: 'reduce',
    });
    page = watched.page;
    await page.routeWebSocket('**/desk/api/stream', (socket) => {
      sockets.push(socket);
      if (deaf) void socket.close({ code: 1011 });
      else socket.connectToServer();
    });
    tenant = await newTenant(service.url);
  });
  afterEach(async () => {
    await page.context().close();
    await endAll(priya);
    expect(watched.strangers).to.deep.equal([]);
    expect(watched.complaints).to.deep.equal([]);
  });

  const newLink = async () => {
    const made = await first.call('POST', '/links', { name: 'Priya Shah', teams: ['contact-centre'] });
    return String(made.body.link);
  };
  const signIn = async () => {
    await page.goto(await newLink());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  };
  const waiting = () => page.getByRole('region', { name: 'Waiting' });
  const mine = () => page.getByRole('region', { name: 'Mine' });
  const log = () => page.getByRole('log', { name: 'Messages' });
  const reply = () => page.getByRole('textbox', { name: 'Your reply' });
  const accept = () => waiting().getByRole('button', { name: /^Accept/ });
  const heard = (text: string) =>
    eventually(async () => (await tenant.read()).find((each) => each.text === text), `The tenant hearing “${text}”`);
  const acceptOne = async () => {
    await tenant.say('I want to talk to a person');
    await accept().click();
    await reply().waitFor();
  };
  /** Goes on by the Tab key alone until this has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate<string>(focusedName);
      if (name.test(label)) return;
    }
    throw new Error(`The Tab key does not reach ${name}`);
  };

  it('is used by keyboard alone: sign in, accept, read the needs, reply, note, close', async () => {
    const phone = openPhone(service.url, '+447700900103');
    await page.goto(await newLink());
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tabTo(/^Sign in$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    await phone.send('I want to talk to a person');
    await accept().waitFor();
    await tabTo(/^Accept Contact: person, Text/);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Needs and how to be in touch' }).waitFor();
    await reply().waitFor();
    const needs = await page
      .getByRole('list', { name: 'Needs and how to be in touch' })
      .getByRole('listitem')
      .allTextContents();
    await page.keyboard.type('Good morning Mr Whitcombe.');
    await page.keyboard.press('Control+Enter');
    await phone.wait((body) => body === 'Good morning Mr Whitcombe.');
    await page.keyboard.type('Prefers to be rung.');
    await tabTo(/Keep as a note/);
    await page.keyboard.press('Enter');
    await log().getByText('Prefers to be rung.').waitFor();
    const address = page.url();
    await tabTo(/^Close/);
    await page.keyboard.press('Enter');
    await phone.wait((body) => /Priya Shah has ended the conversation/.test(body));

    expect(needs).to.deep.equal([
      'Visual impairment: large print, audio',
      'Mobility: more time at the door',
      'Not before 10:00',
      'Prefers telephone',
    ]);
    expect(address).not.to.include('link=');
    expect(await phone.received()).not.to.include('Prefers to be rung.');
    await mine().getByText('You have no conversation.').waitFor();
  });

  it('shows what the tenant writes, and that they write, without a reload', async () => {
    await signIn();
    await acceptOne();
    await tenant.typing();
    await page.getByText('The tenant is writing…').waitFor();
    await tenant.post('It drips day and night');

    await log().getByText('It drips day and night').waitFor();
  });

  it('lists who has waited longest first, and what is urgent before all', async () => {
    await signIn();
    const [one, two] = [await newTenant(service.url), await newTenant(service.url)];
    for (const each of [one, two, tenant]) await each.say('I want to talk to a person');
    await waiting().getByText('(3)').waitFor();
    await two.post('I can smell gas');
    await waiting().getByText('Urgent').waitFor();
    await waiting().getByRole('button', { name: /^Read/ }).first().click();
    await log().getByText('I can smell gas').waitFor();
    await waiting().getByRole('button', { name: /^Read/ }).nth(1).click();
    await page.getByText('Accept this conversation to answer.').waitFor();

    expect(await page.title()).to.equal('(3) Desk · Doorstep');
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('names a conversation by what it is about, not by the wish for a person', async () => {
    await signIn();
    await tenant.say('I want to make a complaint');
    await tenant.say('I want to talk to a person');
    await waiting().getByRole('button', { name: 'Read Complaint: make, Web chat' }).waitFor();
    await waiting().getByRole('button', { name: 'Accept Complaint: make, Web chat' }).click();
    await page.getByRole('heading', { name: 'Complaint: make' }).waitFor();

    await mine().getByRole('button', { name: 'Read Complaint: make, Web chat' }).waitFor();
  });

  it('shows of a tenant who is not on file what they told, and the case that was opened', async () => {
    await signIn();
    await tenant.say('I want to make a complaint');
    await tenant.post('Here', { value: 'here' });
    for (const words of ['Nobody came', 'skip', 'no', 'large print please']) await tenant.say(words);
    await tenant.post('Myself', { value: 'self' });
    for (const words of ['Jo Fletcher', 'skip', 'skip', '07700 900150', 'yes']) await tenant.say(words);
    await tenant.say('I want to talk to a person');
    await accept().click();
    await reply().waitFor();
    const needs = page.getByRole('list', { name: 'Needs and how to be in touch' });
    const pane = page.getByRole('complementary', { name: 'Person' });
    const said = await pane.getByRole('region', { name: 'Said, not checked' }).getByRole('listitem').allTextContents();

    expect(await needs.getByRole('listitem').allTextContents()).to.deep.equal([
      'Said, not checked: large print please',
    ]);
    expect(said).to.deep.equal(['NameJo Fletcher', 'Phone+447700900150', 'Needslarge print please']);
    expect(await pane.getByRole('region', { name: 'Cases' }).textContent()).to.match(
      /CMP-\d+ · complaint.*Acknowledge the complaint by 30 Nov: 5 working days leftAnswer the complaint by 14 Dec: 15 working/,
    );
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('[TPC-04] changes a need by keyboard alone, and shows both values where a colleague was quicker', async () => {
    const phone = openPhone(service.url, '+447700900106');
    await signIn();
    await phone.send('I want to talk to a person');
    await accept().click();
    await reply().waitFor();
    const pane = page.getByRole('complementary', { name: 'Person' });
    const needs = page.getByRole('list', { name: 'Needs and how to be in touch' });
    await needs.getByText('(ask again: due 2026-11-10)').waitFor();
    await pane.getByRole('button', { name: 'Change needs and details' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(/^Wants to be called/);
    await page.keyboard.type('Rowan');
    await tabTo(/^Ask again on/);
    await pane.getByLabel('Ask again on').fill('2027-11-10');
    const form = await axeFindings(page);
    await tabTo(/^Save the change/);
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'Rowan', exact: true }).waitFor();
    await needs.getByText('(ask again: due 2026-11-10)').waitFor({ state: 'detached' });
    // Opened now, saved after somebody else has changed the same.
    await pane.getByRole('button', { name: 'Change needs and details' }).click();
    await pane.getByLabel('Wants to be called').fill('Mx Ellery');
    const { conversation } = (await priya.queue()).mine[0] ?? { conversation: '' };
    const path = `/conversations/${encodeURIComponent(conversation)}`;
    const person = (await first.call('GET', path)).body.person as { id: string; version: string };
    const changes = { contact: { calledAs: 'Ro' } };
    const theirs = { requestId: 'theirs', person: person.id, version: person.version, changes };
    await first.call('POST', `${path}/person`, theirs);
    await pane.getByRole('heading', { name: 'Ro', exact: true }).waitFor();
    await pane.getByRole('button', { name: 'Save the change' }).click();
    const conflict = pane.getByRole('region', { name: 'Change not made' });
    await conflict.getByText(/First agent was first/).waitFor();
    const both = await conflict.getByRole('listitem').allTextContents();
    const shown = await axeFindings(page);
    await conflict.getByRole('button', { name: 'Make it on what stands now' }).press('Enter');
    await pane.getByRole('heading', { name: 'Mx Ellery', exact: true }).waitFor();
    await conflict.waitFor({ state: 'detached' });

    expect(both).to.deep.equal(['Wants to be calledNow: RoWanted: Mx Ellery']);
    expect([...form, ...shown]).to.deep.equal([]);
    await pane.getByText(/^Not shown: they have not shown who they are/).waitFor();
  });

  it('puts what the directory says of a service into the reply', async () => {
    await signIn();
    await acceptOne();
    const support = page.getByRole('region', { name: 'Support from others' });
    await reply().fill('This may help.');
    await support.getByRole('button', { name: 'Look through the directory' }).click();
    await support.getByLabel('Help with').selectOption('money');
    await support.getByRole('button', { name: 'Put into the reply: Wharf Money Advice' }).click();

    expect(await reply().inputValue()).to.match(/^This may help\.\nWharf Money Advice, in their own words: /);
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('misses and doubles nothing when its socket is cut again and again', async () => {
    await signIn();
    await acceptOne();
    for (const round of [1, 2, 3]) {
      await sockets.at(-1)?.close({ code: 1011, reason: 'cut by the test' });
      await page.getByText('Connecting again…').waitFor();
      await tenant.post(`while away ${round}`);
      await page.getByText('Live', { exact: true }).waitFor();
      await log().getByText(`while away ${round}`, { exact: true }).waitFor();
    }
    await reply().fill('I have read all three.');
    await page.keyboard.press('Control+Enter');
    await heard('I have read all three.');

    const lines = await log().locator('article > span').allTextContents();
    expect(lines.filter((line) => line.startsWith('while away'))).to.deep.equal([
      'while away 1',
      'while away 2',
      'while away 3',
    ]);
  });

  it('keeps unsent words over a reload and a session that ran out', async () => {
    await signIn();
    await acceptOne();
    await reply().fill('Half a sentence and');
    await page.reload();
    await mine().getByRole('button', { name: /^Read/ }).first().click();
    const afterReload = await reply().inputValue();
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: 'Your one-time link' }).fill(await newLink());
    const overIt = page.getByRole('alertdialog', { name: 'Sign in again' });
    const findings = await axeFindings(page);
    await overIt.getByRole('button', { name: 'Sign in' }).click();
    await overIt.waitFor({ state: 'hidden' });
    // The same page, in the same conversation, with the same words.
    const afterSignIn = await reply().inputValue();
    await page.getByRole('button', { name: 'Send' }).click();
    expect(findings).to.deep.equal([]);

    await heard('Half a sentence and');
    expect([afterReload, afterSignIn]).to.deep.equal(['Half a sentence and', 'Half a sentence and']);
    await page.getByRole('button', { name: 'Send', disabled: true }).waitFor();
  });

  it('sends once when the answer to a sending is lost', async () => {
    await signIn();
    await acceptOne();
    let lost = 0;
    await page.route('**/messages', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await reply().fill('Only once.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page
      .getByRole('alert')
      .getByText(/Your words are kept/)
      .waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Send', disabled: true }).waitFor();

    expect((await tenant.read()).filter(({ text }) => text === 'Only once.')).to.have.length(1);
  });

  it('asks to read first when the tenant has just written, and then sends', async () => {
    await signIn();
    await acceptOne();
    // Deaf to the stream: the page does not know yet.
    await page.route('**/desk/api/conversations/*', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await sockets.at(-1)?.close({ code: 1011 });
    await tenant.post('Wait, it is the other flat');
    await reply().fill('I book it for your flat.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The tenant has just written. Read it, then send again.').waitFor();
    await page.unroute('**/desk/api/conversations/*');
    await log().getByText('Wait, it is the other flat').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();

    await heard('I book it for your flat.');
    const texts = (await tenant.read()).map(({ text }) => text);
    expect(texts.indexOf('I book it for your flat.')).to.be.greaterThan(texts.indexOf('Wait, it is the other flat'));
  });

  it('passes on to another team, and gives back to the assistant', async () => {
    await signIn();
    await acceptOne();
    await page.getByRole('button', { name: 'Pass on' }).click();
    await heard('I am passing you to the right team: Safeguarding Team. They can read what you wrote.');
    await accept().click();
    await page.getByRole('button', { name: 'Give back to the assistant' }).click();

    await heard('You are with the automated assistant again.');
    await page.getByText('This conversation is with the assistant.').waitFor();
  });

  it('ends one of two conversations of a person, and goes on in the other', async () => {
    await signIn();
    await acceptOne();
    const details = { tenancy: 'TEN-100103', born: '1941-07-25', postcode: 'AW2 1LH' };
    await priya.call('POST', `/conversations/${tenant.conversation}/identity`, details);
    const phone = openPhone(service.url, '+447700900103');
    await phone.send('I want to talk to a person');
    await accept().click();
    const others = page.getByRole('list', { name: 'Other conversations of this person' });
    await others.getByText(/^Writes here as well: Web chat, Contact: person, with you$/).waitFor();
    await others.getByRole('button', { name: 'Open' }).click();
    await others.getByText(/^Writes here as well: Text/).waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await others.getByRole('button', { name: 'End this one and go on there' }).click();

    await heard('Priya Shah goes on with this by text. You do not have to write it here again.');
    await others.getByText(/^Goes on from: Web chat, until /).waitFor();
    await reply().fill('Good morning Mr Whitcombe.');
    await page.keyboard.press('Control+Enter');
    await phone.wait((body) => body === 'Good morning Mr Whitcombe.');
    if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
    await others.getByRole('button', { name: 'Open' }).click();
    await others.getByText(/^Went on in another conversation, /).waitFor();
  });

  it('says whose turn it is, and lets it be declined', async () => {
    await signIn();
    await first.call('PUT', '/me/presence', { state: 'away' });
    await tenant.say('I want to talk to a person');
    await page
      .getByRole('status')
      .getByText(/^Your turn: /)
      .waitFor({ state: 'attached' });
    await waiting()
      .getByText(/^Your turn: \d+ s$/)
      .waitFor();
    await waiting()
      .getByRole('button', { name: /^Decline/ })
      .click();
    await waiting()
      .getByText(/^Your turn/)
      .waitFor({ state: 'detached' });
    await first.call('PUT', '/me/presence', { state: 'available' });
    await waiting().getByText('Offered to a colleague').waitFor();
    await accept().click();
    await reply().waitFor();
  });

  it('says when a colleague was quicker', async () => {
    await signIn();
    await tenant.say('I want to talk to a person');
    await accept().waitFor();
    // The page hears no news: its line is cut and stays so.
    deaf = true;
    await sockets.at(-1)?.close({ code: 1011 });
    const line = await first.waitingFor(tenant.conversation);
    await first.call('POST', `/handovers/${line.id}/accept`, {});
    await accept().click();

    await page.getByText('Another agent has this conversation already.').waitFor();
    await page.getByText('This conversation is with First agent.').waitFor();
    await first.call('POST', `/handovers/${line.id}/close`, {});
  });

  it('closes a conversation that becomes a restricted one of another team', async () => {
    await signIn();
    await acceptOne();
    await page.getByRole('button', { name: 'Give back to the assistant' }).click();
    await page.getByText('This conversation is with the assistant.').waitFor();
    // What the page asks for meanwhile is answered late, with "not there": that is not what the agent is to read.
    await page.route('**/desk/api/conversations/*', async (route) => {
      await setTimeout(8_000);
      await route.continue();
    });
    const late = page.waitForResponse((response) => response.status() === 404);
    await tenant.say('What are your opening hours?');
    await tenant.say('My husband hit me and I am scared');
    await tenant.say('yes');
    await tenant.post('Talk to a person', { value: 'person' });

    const why = page.getByText('This conversation is with another team now, who alone may see it.');
    await why.waitFor();
    await (await late).finished();
    await why.waitFor();
    expect(await log().count()).to.equal(0);
    const restricted = await first.waitingFor(tenant.conversation);
    await first.call('POST', `/handovers/${restricted.id}/accept`, {});
    await first.call('POST', `/handovers/${restricted.id}/close`, {});
  });

  it('[GEN-02] keeps what an agent says that tenants may ask for, and is without a barrier meanwhile', async () => {
    const said = async () => (await priya.call('GET', '/me')).body.presence as { skills: readonly string[] };
    await signIn();
    await tabTo(/^Tenants may ask for me as/);
    await page.keyboard.press('Enter');
    await tabTo(/^A woman$/);
    await page.keyboard.press('Space');
    await eventually(async () => ((await said()).skills.includes('woman') ? true : undefined), 'What she says');
    expect(await axeFindings(page)).to.deep.equal([]);
    await priya.call('PUT', '/me/presence', { state: 'available', skills: [] });
    await page.reload();
    await page.getByText('Tenants may ask for me as (1)').waitFor();
    await eventually(async () => ((await said()).skills.includes('woman') ? true : undefined), 'What she said before');

    await priya.call('PUT', '/me/presence', { state: 'available', skills: [] });
  });

  it('lets go of what it warned of: by hand, and with the next act', async () => {
    await signIn();
    await tenant.say('I want to talk to a person');
    const warning = page.getByText('Another agent has this conversation already.');
    const taken = {
      type: 'https://doorstep.example/problems/already-taken',
      title: 'Another agent has this conversation already.',
    };
    await page.route('**/accept', (route) => route.fulfill({ status: 409, json: taken }));
    await accept().click();
    await warning.waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await warning.waitFor({ state: 'detached' });
    await accept().click();
    await warning.waitFor();
    await page.unroute('**/accept');
    await accept().click();
    await reply().waitFor();

    expect(await warning.count()).to.equal(0);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe finds in ${colorScheme} colours, signed out, with a queue and in a conversation`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${service.url}/desk`);
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      const signedOut = await axeFindings(page);
      await signIn();
      await tenant.say('I want to talk to a person');
      await accept().waitFor();
      const queue = await axeFindings(page);
      await accept().click();
      await reply().fill('Hello.');
      await page.getByRole('button', { name: 'Keep as a note' }).click();
      await log()
        .getByText(/^Note by Priya Shah, not shown/)
        .waitFor();

      expect([...signedOut, ...queue, ...(await axeFindings(page))]).to.deep.equal([]);
    });
  }

  it('is one column on a narrow window, with nothing wider than it', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await signIn();
    await acceptOne();

    expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(360);
    expect(await axeFindings(page)).to.deep.equal([]);
  });
});
