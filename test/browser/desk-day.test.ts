// A day at the desk in a browser: what is found and listed, and what is done with a conversation.

import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Agent, endAll, eventually, invited, signIn } from '../support/agent.ts';
import { axeFindings, launchChromium, type Watched, watchedPage } from '../support/chromium.ts';
import { openHours } from '../support/desk-service.ts';
import { openPhone } from '../support/phone.ts';
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
    await page.getByRole('button', { name: 'Sign in' }).press('Enter');
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    await endAll(sam, await priyas());
    expect(watched.strangers).to.deep.equal([]);
    expect(watched.complaints).to.deep.equal([]);
  });

  const isFocused = (wanted: Locator) =>
    wanted.evaluateAll((found) => found.some((each) => each === each.ownerDocument.activeElement));

  /** The same agent by the API. */
  const priyas = () => invited(service, first, { name: 'Priya Shah', teams: ['contact-centre', 'managers'] });

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

  it('keeps a view, shows what is in it and how many, changes and deletes it', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    const { id } = await sam.waitingFor(tenant.conversation);
    await sam.call('POST', `/handovers/${id}/accept`, {});
    const priya = await priyas();
    const { body } = await priya.call('GET', '/views');
    for (const before of body.views as readonly { id: string }[]) await priya.call('DELETE', `/views/${before.id}`);
    const list = page.getByLabel('Another list');
    const shown = page.getByRole('region', { name: 'Web, with others', exact: true });
    await page.getByRole('button', { name: 'New view' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Web, with others');
    const form = page.getByRole('form', { name: 'New view' });
    await form.getByLabel('State').selectOption('With somebody');
    await form.getByLabel('Channel').selectOption('Web chat');
    await form.getByLabel('With', { exact: true }).selectOption('A colleague');
    await form.getByRole('checkbox', { name: 'Only what is urgent' }).press('Space');
    expect(await axeFindings(page)).to.deep.equal([]);
    await form.getByRole('button', { name: 'Save the view' }).press('Enter');
    await shown.getByText('Nothing.').waitFor();
    expect(await page.evaluate<string>('document.activeElement?.labels?.[0]?.textContent')).to.equal('Another list');

    await page.getByRole('button', { name: 'Change the view Web, with others' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Only what is urgent' }).press('Space');
    await page.getByRole('button', { name: 'Save the view' }).press('Enter');
    await shown.getByText('With Sam Reed').waitFor();
    expect(await list.locator('option:checked').textContent()).to.equal('Web, with others (1)');

    await page.getByRole('button', { name: 'Delete the view Web, with others' }).press('Enter');
    await shown.waitFor({ state: 'detached' });
    expect(await list.locator('option').allTextContents()).to.deep.equal(['None', 'My teams’', 'All teams’']);
    await sam.call('POST', `/handovers/${id}/close`, {});
  });

  it('[GUH-06] takes three conversations on two channels, one in Polish, puts one on hold, hands one on and closes', async () => {
    const phone = openPhone(service.url, '+447700900103');
    const [polish, web] = [await newTenant(service.url), await newTenant(service.url)];
    await polish.say('Chcę porozmawiać z człowiekiem, nie z automatem');
    await web.say('I want to talk to a person');
    await phone.send('I want to talk to a person');
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    const reply = page.getByRole('textbox', { name: 'Your reply' });
    await region('Waiting').getByText('(3)').waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    for (const left of [2, 1, 0]) {
      await region('Waiting')
        .getByRole('button', { name: /^Accept/ })
        .first()
        .click();
      await region('Waiting').getByText(`(${left})`).waitFor();
    }

    await region('Mine').getByRole('button', { name: /Text$/ }).click();
    await page.getByRole('list', { name: 'Needs and how to be in touch' }).waitFor();
    await reply.fill('Здравствуйте, мистер Уиткомб. Мы узнаем, когда придет кровельщик, и сразу напишем.');
    await page.getByText('82 characters: 2 texts. A letter').waitFor();
    await reply.fill('Good morning Mr Whitcombe.');
    await page.getByText('26 characters: 1 text', { exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await phone.wait((body) => body === 'Good morning Mr Whitcombe.');
    await page.getByText('Put on hold').click();
    await page.getByRole('textbox', { name: 'Why (not told to the tenant)' }).fill('asked the roofer');
    await page.getByLabel('Back at (told to the tenant)').fill('2026-11-24T09:30');
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await region('On hold').getByText('asked the roofer', { exact: false }).waitFor();
    await phone.wait((body) => /look into this/.test(body));

    await region('Mine').getByText('Polish').waitFor();
    const inPolish = region('Mine').getByRole('listitem').filter({ hasText: 'Polish' });
    await inPolish.getByRole('button').click();
    await page.getByText('Writes in Polish').waitFor();
    await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Sam Reed, who is free' });
    await page.getByRole('button', { name: 'Pass on' }).click();
    await page.getByText('This conversation is with Sam Reed.').waitFor();
    expect((await sam.queue()).mine.map(({ conversation }) => conversation)).to.include(polish.conversation);
    expect(await axeFindings(page)).to.deep.equal([]);

    await region('Mine').getByRole('button').first().click();
    await reply.waitFor();
    await page.getByLabel('Could it have been avoided?').selectOption({ label: 'Chased what was late' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await region('Mine').getByText('You have no conversation.').waitFor();
    expect((await web.read()).at(-1)?.text).to.match(/^Priya Shah has ended the conversation/);
  });

  it('asks a colleague in a note with the keyboard alone, shows script in it as text, and finds the draft on another machine', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    await page
      .getByRole('region', { name: 'Waiting' })
      .getByRole('button', { name: /^Accept/ })
      .press('Enter');
    const reply = page.getByRole('textbox', { name: 'Your reply' });
    await reply.waitFor();
    await page.keyboard.type('<script>alert(1)</script> whose roof?');
    await page.getByLabel('The note is for').selectOption({ label: 'For Sam Reed' });
    await page.getByRole('checkbox', { name: 'Ask for an answer' }).press('Space');
    await page.getByRole('button', { name: 'Keep as a note' }).press('Enter');
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByText('<script>alert(1)</script> whose roof?').waitFor();
    await log.getByText('Question by Priya Shah for Sam Reed', { exact: false }).waitFor();
    const talk = `/conversations/${tenant.conversation}`;
    await sam.call('POST', `${talk}/notes`, { text: 'Ours', mentions: [String((await priyas()).id)] });
    // Without a reload, in its place and in the list of what is for her.
    await log.getByText('Ours').waitFor();
    await page.getByRole('region', { name: 'For you' }).getByText('Sam Reed: Ours').waitFor();
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.getByRole('region', { name: 'For you' }).getByRole('button').press('Enter');
    await page.getByRole('region', { name: 'For you' }).waitFor({ state: 'detached' });

    await reply.fill('Dear Mrs Shaw');
    const priya = await priyas();
    await eventually(
      async () => ((await priya.call('GET', talk)).body.draft ? true : undefined),
      'The draft at the service',
    );
    await page.evaluate('sessionStorage.clear()');
    await page.reload();
    await page.getByRole('region', { name: 'Mine' }).getByRole('button').first().click();
    await reply.waitFor();
    expect(await reply.inputValue()).to.equal('Dear Mrs Shaw');
    expect((await tenant.read()).map(({ text }) => text).join()).not.to.include('roof');
  });

  it('[WHG-02] [TPC-04] [TPC-12] opens a complaint by the keyboard alone, reads its clocks, acknowledges it, and refers them with their yes', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say('I want to talk to a person');
    await page
      .getByRole('region', { name: 'Waiting' })
      .getByRole('button', { name: /^Accept/ })
      .first()
      .press('Enter');
    await tenant.post('Nobody came to mend the gutter');
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByText('Nobody came to mend the gutter').waitFor();
    const cases = page.getByRole('region', { name: 'Cases' });
    await cases.getByRole('button', { name: 'Open a case' }).press('Enter');
    const words = cases.getByRole('textbox', { name: 'What they told us' });
    await words.waitFor();
    expect(await words.inputValue()).to.equal('Nobody came to mend the gutter');
    await cases.getByRole('textbox', { name: 'What they want' }).focus();
    await page.keyboard.type('A gutter that holds');
    expect(await axeFindings(page)).to.deep.equal([]);
    await cases.getByRole('button', { name: 'Open it and tell the tenant' }).press('Enter');
    await cases.getByText(/^Opened: CMP-/).waitFor();
    await log.getByText('Your complaint is logged.', { exact: false }).waitFor();

    const read = cases.getByRole('button', { name: /^Read: CMP-/ });
    await read.press('Enter');
    await cases.getByText('Answer the complaint by 14 Dec: 15 working days left').waitFor();
    await cases.getByRole('button', { name: /^Acknowledge: CMP-/ }).press('Enter');
    await cases.getByRole('textbox', { name: 'How we understand it' }).focus();
    await page.keyboard.type('the gutter was not mended, nor the abuse looked into');
    await cases.getByRole('button', { name: 'Acknowledge and tell the tenant' }).press('Enter');
    const question = cases.getByRole('group', { name: 'Before it is sent' });
    await question.getByText(/Somebody else may read this there/).waitFor();
    for (const media of [{ forcedColors: 'active' }, { forcedColors: 'none', colorScheme: 'dark' }] as const) {
      await page.emulateMedia(media);
      expect(await axeFindings(page), JSON.stringify(media)).to.deep.equal([]);
    }
    await question.getByRole('button', { name: 'Send it all the same' }).press('Enter');
    await log.getByText('the gutter was not mended', { exact: false }).waitFor();
    await cases.getByText('Answer the complaint by 7 Dec: 10 working days left').waitFor();
    await cases.getByRole('button', { name: /^Acknowledge: / }).waitFor({ state: 'detached' });

    // Another kind asks for what its own dialog would have asked: a referral is none without a yes.
    await cases.getByRole('button', { name: 'Open a case' }).press('Enter');
    await cases.getByRole('combobox', { name: 'What it is about' }).selectOption('support.referral');
    await cases.getByRole('combobox', { name: 'Help with' }).selectOption('money');
    await cases.getByRole('combobox', { name: 'The service that they chose' }).selectOption('Wharf Money Advice');
    await cases.getByRole('textbox', { name: 'What they agreed to' }).fill('That they ring me about the debts');
    await cases.getByRole('textbox', { name: 'Their number' }).fill('07700 900150');
    await cases.getByRole('button', { name: 'Open it and tell the tenant' }).press('Enter');
    const agreed = cases.getByRole('checkbox', { name: 'They agreed that we pass it on' });
    expect(await isFocused(agreed), 'what is missing is gone to').to.equal(true);
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.keyboard.press('Space');
    await cases.getByRole('button', { name: 'Open it and tell the tenant' }).press('Enter');
    await cases.getByText(/^Opened: REF-/).waitFor();
    await log.getByText('passes this on to Wharf Money Advice', { exact: false }).waitFor();
    await cases.getByText('Answer by 26 Nov: 3 working days left').waitFor();
  });

  describe('by the keyboard alone', () => {
    /** Goes on from where the focus is. */
    const tabTo = async (wanted: Locator, back = false) => {
      await wanted.first().waitFor();
      for (let presses = 0; presses < 200; presses += 1) {
        if (await isFocused(wanted)) return;
        await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      }
      throw new Error(`No Tab led to ${wanted}`);
    };
    const press = async (name: string | RegExp) => {
      await tabTo(page.getByRole('button', { name, exact: true }));
      await page.keyboard.press('Enter');
    };
    const reply = () => page.getByRole('textbox', { name: 'Your reply' });
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    const isClean = async () => expect(await axeFindings(page)).to.deep.equal([]);
    /** A conversation that was opened takes the focus to its reply. */
    const opened = () =>
      eventually(async () => ((await isFocused(reply())) ? true : undefined), 'The focus in the reply');
    /** Out of the reply, into the messages before it, where a letter is a key. */
    const key = async (letter: string) => {
      await tabTo(page.getByRole('log', { name: 'Messages' }), true);
      await page.keyboard.press(letter);
    };

    it('[GUH-06] [WHG-04] takes conversations on two channels, does a macro, passes one on, and ends one with a promise', async () => {
      const phone = openPhone(service.url, '+447700900104');
      const [first, second] = [await newTenant(service.url), await newTenant(service.url)];
      await phone.send('I want to talk to a person');
      await region('Waiting').getByText('(1)').waitFor();
      for (const tenant of [first, second]) await tenant.say('I want to talk to a person');
      await region('Waiting').getByText('(3)').waitFor();
      for (const left of [2, 1, 0]) {
        if (left === 2) await page.keyboard.press('w');
        else await key('w');
        await press(/^Accept/);
        await region('Waiting').getByText(`(${left})`).waitFor();
        await opened();
      }

      await key('m');
      await tabTo(region('Mine').getByRole('button', { name: /Text$/ }));
      await page.keyboard.press('Enter');
      await page.getByRole('list', { name: 'Needs and how to be in touch' }).waitFor();
      await opened();
      await page.keyboard.type('Good morning.');
      await page.keyboard.press('Control+Enter');
      await phone.wait((body) => body === 'Good morning.');
      await page.keyboard.type('/chase');
      await page.getByText('1 ready reply. Arrow down goes to it.').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Hold for 60 minutes: asked the repairs team').waitFor();
      await isClean();
      await page.keyboard.press('Enter');
      await region('On hold').getByText('asked the repairs team', { exact: false }).waitFor();
      await phone.wait((body) => /^I am looking into this/.test(body));

      await key('m');
      await page.keyboard.press('Enter');
      await region('Conversation').getByText('Web chat').waitFor();
      await opened();
      await press('Pass on');
      await region('Mine').getByText('(1)').waitFor();

      await tabTo(region('Mine').getByRole('button'), true);
      await page.keyboard.press('Enter');
      await opened();
      await tabTo(page.getByLabel('Topic'));
      await page.keyboard.type('Repair: status');
      await press('Promise something');
      await tabTo(page.getByRole('textbox', { name: /^What is promised/ }));
      await page.keyboard.type('Find out when they come');
      await page.keyboard.press('Tab');
      await page.keyboard.type('11242026');
      await isClean();
      await press('Close');
      await region('Mine').getByText('You have no conversation.').waitFor();
      const told = [await first.read(), await second.read()].map((each) => each.at(-1)?.text ?? '');
      expect(told.join('\n')).to.match(/by Tuesday, 24 November 2026\. Your reference is TSK-/);
      expect(told.join('\n')).to.include('Safeguarding Team');
    });

    it('[WHG-06] reads the keys, switches them off, and has the desk in Welsh, in dark and in high contrast', async () => {
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Keys' });
      await sheet.getByText('Who waits').waitFor();
      await isClean();
      await tabTo(page.getByRole('switch', { name: 'Single keys, while nothing is written' }));
      await page.keyboard.press('Space');
      await sheet.getByText('Who waits').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      expect(await sheet.isVisible()).to.equal(false);

      await press('Cymraeg');
      await page.getByRole('heading', { name: 'Desg', exact: true }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Desg', exact: true }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).to.equal('cy');
      await region('Yn aros').waitFor();
      await isClean();
      for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
        await page.emulateMedia(media);
        await isClean();
      }
      await press('English');
      await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    });
  });
});
