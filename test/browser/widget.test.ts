import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Inbound } from '../../src/model/message.ts';
import { axeFindings } from '../support/chromium.ts';
import { onePixel } from '../support/one-pixel.ts';
import { tenantBrowser } from '../support/tenant-browser.ts';

const about = {
  expects: 'choice',
  asks: 'about',
  options: [
    { value: 'repair', label: 'A repair' },
    { value: 'rent', label: 'Rent or charges' },
  ],
} as const;

const eight = [
  'Report a repair',
  'Ask when somebody is coming',
  'Rent or service charges',
  'Make a complaint about us',
  'Neighbours and anti-social behaviour',
  'An adjustment or another format',
  'Damp, mould or another hazard',
  'Speak to a person',
].map((label, number) => ({ value: `topic${number}`, label }));

function reply({ text, value, locale }: Inbound) {
  if (text === 'Make a complaint') {
    return [
      { text: 'I am an automated assistant.' },
      { text: 'What is your complaint about?', data: { source: 'catalogue', ...about } as const },
    ];
  }
  if (value === 'repair') return [{ text: 'When did it happen?', data: { expects: 'date', asks: 'since' } as const }];
  if (text === 'phone') return [{ text: 'What is your number?', data: { expects: 'phone', asks: 'phone' } as const }];
  if (text === 'agree') return [{ text: 'Is that right?', data: { expects: 'yes-no', asks: 'right' } as const }];
  if (text === 'menu') return [{ text: 'What is it about?', data: { ...about, options: eight } as const }];
  if (text === 'quiet') return [];
  return [{ text: `You wrote: ${text || 'nothing'}`, ...(locale === undefined ? {} : { language: locale }) }];
}

describe('the widget on the landlord’s page', function () {
  this.timeout(60_000);
  // A browser on two busy cores now and then misses a moment; what is really broken fails twice.
  this.retries(1);
  const at = tenantBrowser(reply);
  let page: Page;

  beforeEach(async () => {
    page = await at.visit();
    await page.goto(at.side.url);
    await launcher().waitFor();
  });
  afterEach(async () => {
    at.side.limits.tooMany = false;
  });

  const launcher = () => page.getByRole('button', { name: 'Chat with us' });
  const input = () => page.getByRole('textbox', { name: 'Your message' });
  const log = () => page.getByRole('log', { name: 'Messages' });
  const open = async () => {
    await launcher().click();
    await page.getByRole('heading', { name: 'Messages with Ashby Wharf Homes' }).waitFor();
  };
  const say = async (text: string) => {
    await input().fill(text);
    await input().press('Enter');
  };
  const heard = (text: string) => log().getByText(text, { exact: true }).waitFor({ timeout: 10_000 });
  const focused = () => page.evaluate<string>(nameOfFocused);
  /** Every text of the conversation, in order. */
  const texts = () => log().locator('.message .text').allTextContents();
  const acceptedBy = () => at.side.accepted.map(({ text }) => text);

  it('leaves no record before the tenant writes', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));

    await open();
    await page.locator('.desk').waitFor();
    await page.keyboard.press('Escape');

    expect(requests).to.deep.equal(['GET /widget-chat.js', 'GET /widget-more.js', 'GET /widget/now']);
  });

  it('holds a conversation by keyboard alone, and gives focus back where it came from', async () => {
    await launcher().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /Messages with/ }).waitFor();
    const onOpen = await focused();
    await page.keyboard.type('Make a complaint');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'A repair' }).waitFor();
    await page.getByRole('button', { name: 'Add a photo or file' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const lastChoice = await focused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await heard('When did it happen?');
    const afterChoice = await focused();
    await page.keyboard.press('Escape');

    expect(onOpen).to.equal('Your message');
    expect(lastChoice).to.equal('Rent or charges');
    expect(afterChoice).to.equal('Your message');
    expect(await focused()).to.equal('Chat with us');
    expect(at.side.accepted.at(-1)).to.include({ text: 'A repair', value: 'repair' });
  });

  it('says who speaks once per run, and shows choices for the last message only', async () => {
    await open();
    await page.getByRole('button', { name: 'Make a complaint' }).click();
    await page.getByRole('button', { name: 'A repair' }).waitFor();

    expect(await log().locator('.sender').allTextContents()).to.deep.equal(['You', 'Automated assistant']);

    await say('something else');
    await heard('You wrote: something else');

    expect(await page.getByRole('button', { name: 'A repair' }).count()).to.equal(0);
  });

  it('is one polite log to which messages are added, never drawn anew', async () => {
    await open();
    await say('one');
    await heard('You wrote: one');
    await page.evaluate(`${root}.querySelector('.message').isTheSame = true`);
    await page.evaluate(watchLog);

    await say('two');
    await heard('You wrote: two');

    const changes = await page.evaluate<string[]>('seen');
    expect(changes.map((change) => change.replace(/\n+/g, ' '))).to.deep.equal([
      '+You two Sending…',
      '+Automated assistant You wrote: two',
    ]);
    expect(await page.evaluate(`${root}.querySelector('.message').isTheSame`)).to.equal(true);
    expect(await log().getAttribute('aria-live')).to.equal('polite');
  });

  it('keeps the end of the newest message in sight when buttons come under it', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open();
    for (const words of ['one', 'two', 'three', 'Make a complaint']) await say(words);
    await page.getByRole('button', { name: 'A repair' }).waitFor();
    await page.waitForTimeout(300);

    const hidden = `${root}.querySelector('.log').scrollHeight - ${root}.querySelector('.log').scrollTop - ${root}.querySelector('.log').clientHeight`;
    expect(await page.evaluate(hidden)).to.be.below(2);
  });

  it('asks for a date and sends it as the service reads it', async () => {
    await open();
    await page.getByRole('button', { name: 'Make a complaint' }).click();
    await page.getByRole('button', { name: 'A repair' }).click();
    await page.getByLabel('Choose a date').fill('2026-11-03');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await heard('You wrote: 3 November 2026');

    expect(at.side.accepted.at(-1)).to.include({ text: '3 November 2026', value: '2026-11-03' });
  });

  it('suits the field to a telephone number, keeps focus in it, and still takes plain words', async () => {
    await open();
    await say('phone');
    await heard('What is your number?');
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.waitFor();

    expect(await field.getAttribute('type')).to.equal('tel');
    expect(await field.getAttribute('autocomplete')).to.equal('tel');
    expect(await focused()).to.equal('Phone number');

    await page.keyboard.type('I have none');
    await page.keyboard.press('Enter');
    await heard('You wrote: I have none');
  });

  it('offers yes and no', async () => {
    await open();
    await say('agree');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await heard('You wrote: Yes');

    expect(at.side.accepted.at(-1)).to.include({ text: 'Yes', value: 'yes' });
  });

  it('sends a photo, and refuses a film before it is sent', async () => {
    await open();
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10) });
    await page.getByText('film.mp4 cannot be sent. Send a photo (JPEG, PNG, WebP, GIF) or a PDF.').waitFor();
    await file.setInputFiles({ name: 'crack.png', mimeType: 'image/png', buffer: onePixel });
    await page.getByRole('button', { name: 'Remove crack.png' }).waitFor();
    await say('the wall');
    await log().getByRole('img', { name: 'Photo: crack.png' }).waitFor();

    expect(at.side.accepted.at(-1)?.attachments.map(({ contentType }) => contentType)).to.deep.equal(['image/png']);
  });

  it('asks for the kinds of file that the page without scripts takes, and names them in every language', async () => {
    await page.goto(`${at.side.url}/chat`);
    const onPage = await page.locator('input[type=file]').getAttribute('accept');
    await page.goto(at.side.url);
    await open();
    const file = page.locator('input[type=file]');

    expect(onPage).to.match(/image\/gif/);
    expect(await file.getAttribute('accept')).to.equal(onPage);

    for (const [language, refused] of [
      ['pl', 'Nie można wysłać pliku film.mp4. Proszę wysłać zdjęcie (JPEG, PNG, WebP, GIF) lub PDF.'],
      ['cy', 'Ni ellir anfon film.mp4. Anfonwch lun (JPEG, PNG, WebP, GIF) neu PDF.'],
    ] as const) {
      await page.locator('select').selectOption(language);
      await page.locator(`.doorstep[lang=${language}]`).waitFor({ state: 'attached' });
      await file.setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10) });
      await page.getByText(refused).waitFor();
    }
  });

  it('shows markup as text, and makes links of numbers and https addresses only', async () => {
    await open();
    await say('hello');
    await heard('You wrote: hello');
    const words =
      '<img src=x onerror=alert(1)> call 0800 111 999, 999 or see https://www.gov.uk/x. CMP-0012345678 javascript:alert(1)';
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', words);
    await heard(words);

    const links = await log()
      .locator('.message')
      .last()
      .locator('a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).to.deep.equal(['tel:0800111999', 'tel:999', 'https://www.gov.uk/x']);
  });

  it('marks language and direction of each message', async () => {
    await open();
    await say('hello');
    await heard('You wrote: hello');
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'مرحبا REP-5001', { language: 'ar' });

    // The widget's own words follow: the log is called otherwise now.
    const message = page.getByRole('log').getByText('مرحبا REP-5001', { exact: true });
    expect(await message.getAttribute('lang')).to.equal('ar');
    expect(await styleOf(page, '.message:last-child [lang=ar]', 'direction')).to.equal('rtl');
  });

  it('shows a machine’s translation with the own words beside it', async () => {
    await open();
    await say('hello');
    await heard('You wrote: hello');
    const data = {
      source: 'machine',
      original: 'We come on Monday.',
      originalLanguage: 'en',
      agentName: 'Jo',
    } as const;
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'Przyjdziemy w poniedziałek.', {
      author: 'agent',
      language: 'pl',
      data,
    });
    await log().getByText('Translated by machine').click();

    expect(await log().getByText('We come on Monday.').isVisible()).to.equal(true);
    expect(await log().locator('.sender').last().textContent()).to.equal('Jo, our team');
  });

  it('changes language: its own words, and the conversation’s', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Polski');
    await page.getByRole('combobox', { name: 'Język' }).waitFor();
    await page.getByRole('dialog').locator('textarea').fill('dzień dobry');
    await page.keyboard.press('Enter');
    await page.getByText('You wrote: dzień dobry').waitFor();

    expect(at.side.accepted.at(-1)).to.include({ locale: 'pl' });

    await page.locator('select').selectOption('Cymraeg');
    await page.getByText('You wrote: Cymraeg').waitFor();

    expect(at.side.accepted.at(-1)).to.include({ text: 'Cymraeg' });
  });

  for (const { who, begins, browser, lang = 'lang="en"', set = '' } of [
    { who: 'a Polish visitor on an English page', begins: 'pl', browser: ['pl-PL', 'pl', 'en-US', 'en'] },
    { who: 'an English visitor who also reads Polish', begins: 'en', browser: ['en-GB', 'pl'] },
    { who: 'a visitor who asks for Hungarian, then Polish', begins: 'pl', browser: ['hu-HU', 'pl', 'en'] },
    { who: 'a visitor of whose languages none is spoken', begins: 'en', browser: ['hu-HU', 'lt'] },
    { who: 'a Welsh page, whatever the browser', begins: 'cy', browser: ['en-GB'], lang: 'lang="cy"' },
    { who: 'the browser where the page says nothing', begins: 'en', browser: ['en-GB'], lang: '' },
    { who: 'the landlord’s setting', begins: 'cy', browser: ['pl'], set: 'data-language="cy"' },
  ]) {
    it(`begins in the language of ${who}`, async () => {
      await page.addInitScript((wanted) => {
        const globals = globalThis as unknown as { navigator: object };
        Object.defineProperty(globals.navigator, 'languages', { get: () => wanted });
      }, browser);
      await page.route(`${at.side.url}/`, async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace('lang="en"', lang).replace('async src', `async ${set} src`);
        await route.fulfill({ response, body: html });
      });
      await page.goto(at.side.url);
      await page.locator(`.doorstep[lang=${begins}]`).waitFor({ state: 'attached' });
      await page.locator('.launcher[aria-haspopup]').click();
      await page.locator('textarea').fill('42');
      await page.keyboard.press('Enter');
      await page.getByText('You wrote: 42').waitFor();

      expect(await page.locator('.doorstep').getAttribute('lang')).to.equal(begins);
      expect(at.side.accepted.at(-1)?.locale).to.equal(begins);
    });
  }

  it('follows when the service goes on in another language', async () => {
    await open();
    await say('hello');
    await heard('You wrote: hello');
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'Dzień dobry.', { language: 'pl' });

    await page.getByRole('log', { name: 'Wiadomości' }).waitFor();
    expect(await page.locator('.doorstep').getAttribute('lang')).to.equal('pl');
  });

  it('misses and doubles nothing when its socket is cut again and again', async () => {
    await open();
    await say('first');
    await heard('You wrote: first');
    const conversation = at.side.accepted.at(-1)?.conversation ?? '';
    const expected = ['first', 'You wrote: first'];

    for (const round of [1, 2, 3]) {
      at.side.cut();
      at.side.say(conversation, `while away ${round}`);
      await say(`sent ${round}`);
      await heard(`You wrote: sent ${round}`);
      expected.push(`while away ${round}`, `sent ${round}`, `You wrote: sent ${round}`);
    }

    expect(await texts()).to.deep.equal(expected);
  });

  it('keeps what is written off line, says so, and sends it once when the line is back', async () => {
    await open();
    await say('before');
    await heard('You wrote: before');
    const saved = at.side.accepted.length;
    await page.context().setOffline(true);
    at.side.cut();
    await page
      .getByRole('status')
      .getByText(/You are offline/)
      .waitFor();
    await say('written in a tunnel');
    await log().getByText('Kept. It is sent when you are back online.').waitFor();

    await page.context().setOffline(false);
    await heard('You wrote: written in a tunnel');

    expect(acceptedBy().slice(saved)).to.deep.equal(['written in a tunnel']);
    expect(
      await page
        .getByRole('status')
        .getByText(/You are offline/)
        .count(),
    ).to.equal(0);
  });

  it('sends again under the same id when the answer to a sending is lost', async () => {
    await open();
    await say('before');
    await heard('You wrote: before');
    let lost = 0;
    // The line is so bad that neither the answer nor the echo gets through, twice.
    await page.route('**/v3/directline/conversations/**', async (route) => {
      if (lost > 1) return route.continue();
      if (route.request().method() === 'POST') {
        lost += 1;
        await route.fetch();
      }
      await route.abort();
    });
    at.side.cut();

    await say('once');
    await heard('You wrote: once');

    expect(lost).to.equal(2);
    expect((await texts()).filter((text) => text === 'once')).to.have.length(1);
    expect(acceptedBy().filter((text) => text === 'once')).to.have.length(1);
  });

  it('keeps unsent words and the draft over a change of page, and reads the conversation again', async () => {
    await open();
    await say('before');
    await heard('You wrote: before');
    await page.route('**/v3/directline/**', (route) => route.abort());
    await say('not sent yet');
    await log().getByText('Kept. It is sent when you are back online.').waitFor();
    await input().fill('half a sent');
    await page.unroute('**/v3/directline/**');
    await page.goto(`${at.side.url}/?another=page`);

    await heard('You wrote: not sent yet');
    expect(await texts()).to.deep.equal(['before', 'You wrote: before', 'not sent yet', 'You wrote: not sent yet']);
    expect(await input().inputValue()).to.equal('half a sent');
  });

  it('waits when there is too much at once, and then sends', async () => {
    await open();
    await say('before');
    await heard('You wrote: before');
    at.side.limits.tooMany = true;
    await say('patience');
    await page
      .getByRole('status')
      .getByText(/Many messages at once/)
      .waitFor();
    at.side.limits.tooMany = false;

    await heard('You wrote: patience');
  });

  it('goes on in the same conversation with a new token when the old one is refused', async () => {
    await open();
    await say('before');
    await heard('You wrote: before');
    let refused = 0;
    await page.route('**/activities', (route) => {
      if (refused > 0) return route.continue();
      refused += 1;
      return route.fulfill({ status: 403, body: '{}' });
    });

    await say('after');
    await heard('You wrote: after');

    expect(new Set(at.side.accepted.slice(-2).map(({ conversation }) => conversation)).size).to.equal(1);
  });

  it('asks every few seconds where sockets do not get through', async () => {
    await page.addInitScript(() => {
      class NoSocket extends EventTarget {
        static OPEN = 1;
        onclose: (() => void) | null = null;
        constructor() {
          super();
          setTimeout(() => this.onclose?.(), 10);
        }
        send() {}
        close() {}
      }
      Object.assign(globalThis, { WebSocket: NoSocket });
    });
    await page.reload();
    await open();
    await say('by polling');
    await heard('You wrote: by polling');
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'later');

    await heard('later');
  });

  it('counts what came while it was closed', async () => {
    await open();
    await say('quiet');
    await heard('quiet');
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'one');
    at.side.say(at.side.accepted.at(-1)?.conversation ?? '', 'two');

    await page.getByRole('button', { name: 'Chat with us. New messages: 2' }).click();
    await heard('two');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Chat with us', exact: true }).waitFor();
  });

  it('says what was refused, and sends or drops it as the tenant decides', async () => {
    await open();
    await page.route('**/activities', (route) => route.fulfill({ status: 400, body: '{}' }));
    await say('odd');
    await log().getByText('This was not sent.').waitFor();
    await page.unroute('**/activities');
    await log().getByRole('button', { name: 'Try again' }).click();

    await heard('You wrote: odd');
  });

  for (const [name, viewport] of [
    ['a desktop', { width: 1280, height: 800 }],
    ['a small phone', { width: 320, height: 568 }],
    ['400 % zoom', { width: 320, height: 256 }],
  ] as const) {
    it(`has no fault that axe finds on ${name}, and nothing is wider than the screen`, async () => {
      await page.setViewportSize(viewport);
      const closed = await axeFindings(page);
      await open();
      await page.getByRole('button', { name: 'Make a complaint' }).click();
      await page.getByRole('button', { name: 'A repair' }).waitFor();

      expect([...closed, ...(await axeFindings(page))]).to.deep.equal([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(viewport.width);
      expect(await tooWide(page)).to.deep.equal([]);
      expect(await tooSmall(page)).to.deep.equal([]);
    });
  }

  for (const [name, viewport] of [
    ['a desktop', { width: 1200, height: 800 }],
    ['a small phone', { width: 320, height: 568 }],
    ['400 % zoom', { width: 320, height: 256 }],
  ] as const) {
    it(`shows that there are more of eight choices, and lets each be reached, on ${name}`, async () => {
      await page.setViewportSize(viewport);
      await open();
      await page.getByRole('button', { name: 'Add a photo or file' }).waitFor();
      await say('menu');
      await page.getByRole('button', { name: 'Speak to a person' }).waitFor({ state: 'attached' });
      const more = page.getByText('More answers below');
      // It comes and goes with the frame after what it tells of.
      const isMore = async () => {
        await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
        return more.isVisible();
      };
      for (let step = 0; step < 8 && (await isMore()); step += 1) {
        expect(await tooSmall(page)).to.deep.equal([]);
        expect(await tooWide(page)).to.deep.equal([]);
        expect(await axeFindings(page)).to.deep.equal([]);
        // The panel may have found its size while axe looked.
        if (await isMore()) await more.click();
      }

      // Where nothing says that there is more, the last choice is whole and can be seen, or the panel itself scrolls.
      expect(await isMore()).to.equal(false);
      expect(await page.evaluate<number>(hiddenBelowEdge)).to.be.below(8);
      await page.getByRole('button', { name: 'Speak to a person' }).click();
      await heard('You wrote: Speak to a person');
    });
  }

  it('tells of more choices as long as one is below the edge', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open();
    await say('menu');
    await page.getByText('More answers below').waitFor();
    await page.getByRole('button', { name: 'Speak to a person' }).focus();
    await page.getByText('More answers below').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Report a repair' }).focus();
    await page.getByText('More answers below').waitFor();
  });

  it('stands text at twice its size on a small phone', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await open();
    await page.getByRole('button', { name: 'Make a complaint' }).click();
    await page.getByRole('button', { name: 'A repair' }).waitFor();

    expect(await styleOf(page, '.log', 'fontSize')).to.equal('32px');
    expect(await tooWide(page)).to.deep.equal([]);
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('keeps focus inside while it covers the page', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await open();
    const stops: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate<string>('document.activeElement.localName'));
    }

    expect(new Set(stops)).to.deep.equal(new Set(['doorstep-chat']));
    expect(await page.getByRole('dialog').getAttribute('aria-modal')).to.equal('true');
  });

  it('is laid out from right to left in a language that is written so', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
    await page.locator('.doorstep[dir=rtl]').waitFor({ state: 'attached' });
    await page.locator('textarea').fill('مرحبا');
    await page.keyboard.press('Enter');
    await page.getByText('You wrote: مرحبا').waitFor();

    const own = await page.locator('.message.you .text').boundingBox();
    const panel = await page.getByRole('dialog').boundingBox();
    expect((own?.x ?? 0) - (panel?.x ?? 0)).to.be.below(40);
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('is not changed by a hostile style sheet of the page', async () => {
    await page.goto(`${at.side.url}/chat`);
    await page.goto(at.side.url);
    await page.evaluate(hostileStyles);
    await open();

    const size = await styleOf(page, 'textarea', 'fontSize');
    expect(size).to.equal('16px');
  });
});

// What runs in the page is text, so that the tests' own types stay those of Node.

const root = "document.querySelector('doorstep-chat').shadowRoot";

function styleOf(page: Page, selector: string, property: string): Promise<string> {
  return page.evaluate<string>(`getComputedStyle(${root}.querySelector('${selector}')).${property}`);
}

const nameOfFocused = `{
  const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  inner?.getAttribute('aria-label') ?? inner?.textContent ?? '';
}`;

const watchLog = `
  globalThis.seen = [];
  const note = (sign, nodes) => {
    for (const node of nodes) if (node instanceof HTMLLIElement) seen.push(sign + node.innerText.trim());
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      note('+', addedNodes);
      note('-', removedNodes);
    }
  }).observe(${root}.querySelector('[role=log]'), { childList: true, subtree: true });
`;

const hiddenBelowEdge = `{
  const { scrollHeight, scrollTop, clientHeight } = ${root}.querySelector('.choices');
  scrollHeight - scrollTop - clientHeight;
}`;

const hostileStyles = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { all: unset !important; font-size: 3px !important } html { font-size: 40px }');
  document.adoptedStyleSheets = [sheet];
}`;

/** What sticks out of the screen at a at.side. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`
    [...${root}.querySelectorAll('.panel *')]
      .filter((element) => !element.matches('.unseen, .unseen *') && element.getClientRects().length > 0)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 80))
  `);
}

/** Buttons and fields that are smaller than a finger. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`
    [...${root}.querySelectorAll('button, select, textarea')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => Math.min(element.getBoundingClientRect().height, element.getBoundingClientRect().width) < 43.5)
      .map((element) => element.outerHTML.slice(0, 80))
  `);
}
