// A complaint from its first word to its reference, by those whom a chat most often shuts out, on the running service.

import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { axeFindings, launchChromium } from '../support/chromium.ts';
import { housingToken, type Service, startService } from '../support/service.ts';

/** What is answered, question by question: a choice by its place, or words. */
type Answer = number | string;

const english: readonly Answer[] = [
  ...[0, 'The plumber has not come, three times now', 'Come on a day that you keep', 1, 'skip', 0],
  ...['Jo Fletcher', 'skip', 'skip', '07700 900150', 0],
];
const arabic: readonly Answer[] = [
  ...[0, 'السباك لم يأت ثلاث مرات ولم يتصل بي أحد', 'أريد أن يأتي في الموعد', 1, 'تخطي', 0],
  ...['ليلى حسن', 'تخطي', 'تخطي', '07700 900150', 0],
];

describe('a whole complaint', function () {
  this.timeout(180_000);
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let page: Page;

  before(async function () {
    browser = await launchChromium(this);
    service = await startService();
  });
  after(async () => {
    await browser?.close();
    await service?.end();
  });
  afterEach(() => page.context().close());

  const visit = async (path: string, options: BrowserContextOptions = {}) => {
    page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    await page.goto(service.url + path);
  };
  const served = () => page.locator('.message:not(.you)');
  const newest = async () => (await served().last().locator('.text').textContent()) ?? '';
  /** What the service says to it is there, and ways to answer it. */
  const answered = async (act: () => Promise<void>, limitMs = 30_000) => {
    const before = await served().count();
    await act();
    await served().nth(before).waitFor({ timeout: limitMs });
    await page.getByText(/^(?:Sending…|جارٍ الإرسال…)$/).waitFor({ state: 'detached' });
  };
  const open = async () => {
    await page.locator('.launcher[aria-haspopup]').click();
    await page.locator('textarea').waitFor();
  };
  /** With the pointer, as most do. */
  const give = (answer: Answer, limitMs?: number) =>
    answered(async () => {
      if (typeof answer === 'number') return page.locator('.offered .choice').nth(answer).click();
      const field = page.locator('.composer textarea, .composer input:not([type=file])').first();
      await field.fill(answer);
      await field.press('Enter');
    }, limitMs);
  const reference = (text: string) => /CMP-\d{7}/.exec(text)?.[0] ?? '';
  const onFile = async (text: string) => {
    const response = await fetch(`${service.url}/housing/v1/cases/${reference(text)}`, {
      headers: { Authorization: `Bearer ${housingToken}` },
    });
    expect(response.status, text).to.equal(200);
    return (await response.json()) as { readonly words: string; readonly language: string; readonly kind: string };
  };

  it('[TPC-14] is made by keyboard alone, and the focus is never lost on the way', async () => {
    await visit('/');
    await page.locator('.launcher[aria-haspopup]').waitFor();
    const isInside = () => page.evaluate<boolean>("document.activeElement.localName === 'doorstep-chat'");
    for (let stop = 0; stop < 80 && !(await isInside()); stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('textarea').waitFor();
    await answered(async () => {
      await page.keyboard.type('I want to make a complaint');
      await page.keyboard.press('Enter');
    });
    const filledIn = new Set<string>();
    for (const answer of english) {
      expect(await page.evaluate<string>(`${inner}.localName`), String(answer)).to.match(/^(?:textarea|input)$/);
      filledIn.add(await page.evaluate<string>(`${inner}.autocomplete`));
      await answered(async () => {
        if (typeof answer === 'number') await shiftTabTo(page, answer);
        else await page.keyboard.type(answer);
        await page.keyboard.press('Enter');
      });
    }

    // WCAG 1.3.5: what is about themselves the browser may fill in.
    expect([...filledIn]).to.include.members(['name', 'tel']);
    const said = await newest();
    expect(await onFile(said)).to.include({ kind: 'complaint', language: 'en' });
    expect((await onFile(said)).words).to.contain('The plumber has not come');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(`${inner}.className`)).to.equal('launcher');
  });

  it('[TPC-14] is made on the page without scripts, with JavaScript off', async () => {
    await visit('/chat', { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Make a complaint' }).click();
    const filledIn = new Set<string | null>();
    for (const answer of english) {
      if (typeof answer === 'number') await page.locator('button[name=choice]').nth(answer).click();
      else {
        filledIn.add(await page.locator('#text').getAttribute('autocomplete'));
        await page.locator('#text').fill(answer);
        await page.locator('button.send').click();
      }
      await page.locator('#newest').waitFor();
      while ((await page.locator('li').last().getAttribute('class')) === 'm you')
        await pause(200).then(() => page.reload());
    }

    expect([...filledIn]).to.include.members(['name', 'tel']);
    const said = (await page.locator('ol li').last().textContent()) ?? '';
    expect((await onFile(said)).words).to.contain('The plumber has not come');
    expect(Buffer.byteLength(await page.content())).to.be.below(15 * 1024);
  });

  it('[TPC-14] is made in Arabic, from right to left', async () => {
    await visit('/', { locale: 'ar' });
    await page.locator('.doorstep[dir=rtl]').waitFor({ state: 'attached' });
    await open();
    await answered(() => page.locator('.welcome .choice').nth(1).click());
    for (const answer of arabic) await give(answer);

    const said = await newest();
    expect((await onFile(said)).language).to.equal('ar');
    expect(await served().last().locator('.text p').getAttribute('lang')).to.equal('ar');
    // The reference and the telephone number read from left to right in it.
    const direction = `[...${root}.querySelectorAll('a[href^="tel:"]')].map((a) => getComputedStyle(a).direction)`;
    expect(new Set(await page.evaluate<string[]>(direction))).to.deep.equal(new Set(['ltr']));
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('[GUH-05] [TPC-14] is made at 200 % text on 320 pixels, nothing wider than the screen at any step', async () => {
    await visit('/', { viewport: { width: 320, height: 640 } });
    await open();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByLabel('200 %').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await answered(() => page.locator('.welcome .choice').nth(1).click());
    for (const answer of english) {
      await give(answer);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(320);
      expect(await page.evaluate<string[]>(outside), String(answer)).to.deep.equal([]);
    }

    expect((await onFile(await newest())).kind).to.equal('complaint');
  });

  it('loses and doubles nothing when its line is cut three times and the service dies in the middle', async () => {
    const sockets: { close(): Promise<void> }[] = [];
    await visit('/');
    await page.routeWebSocket(/stream/, (socket) => {
      sockets.push(socket);
      socket.connectToServer();
    });
    await open();
    await answered(() => page.locator('.welcome .choice').nth(1).click());
    for (const [step, answer] of english.entries()) {
      if (step === 4) {
        await service.kill();
        // Written while nobody is there to hear it.
        const restarted = pause(500).then(() => service.start());
        await give(answer, 110_000);
        await restarted;
        continue;
      }
      if (step % 3 === 1) await Promise.all(sockets.splice(0).map((socket) => socket.close()));
      await give(answer);
    }

    const said = await newest();
    const own = await page.locator('.message.you .text').allTextContents();
    expect(own.filter((text) => text === 'Come on a day that you keep')).to.have.length(1);
    expect(own).to.have.length(english.length + 1);
    const questions = await served().locator('.text').allTextContents();
    expect(new Set(questions).size).to.equal(questions.length);
    expect((await onFile(said)).words).to.contain('The plumber has not come');
  });

  it('has no fault that axe finds on the phone that stands in for texts, small and large', async () => {
    for (const width of [320, 1440]) {
      await visit('/phone', { viewport: { width, height: 780 } });
      expect(await axeFindings(page), `${width}`).to.deep.equal([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).to.be.at.most(width);
      if (width === 320) await page.context().close();
    }
  });

  it('goes on in two tabs at once: what is said in one is in the other, once', async () => {
    await visit('/');
    await open();
    await answered(() => page.locator('.welcome .choice').nth(1).click());
    const [first] = page.context().pages();
    const opened = page.context().waitForEvent('page');
    // As *Duplicate tab* does it: the new one begins with what the old one knows.
    await page.evaluate('void window.open(location.href)');
    const second = await opened;
    await second.locator('.launcher[aria-haspopup], .panel').first().waitFor();
    if ((await second.locator('.panel').count()) === 0) await second.locator('.launcher[aria-haspopup]').click();
    const inBoth = await first?.locator('.message .text').allTextContents();
    await give(0);
    const own = await page.locator('.message .text').allTextContents();
    await second.getByText(own.at(-1) ?? '').waitFor();
    page = second;
    await give('The lift is broken');
    const all = await second.locator('.message .text').allTextContents();
    await first?.getByText(all.at(-1) ?? '').waitFor();

    expect(inBoth).to.have.length(2);
    expect(await first?.locator('.message .text').allTextContents()).to.deep.equal(all);
    expect(new Set(all).size).to.equal(all.length);
  });
});

const root = "document.querySelector('doorstep-chat').shadowRoot";
const inner = `${root}.activeElement`;

/** What sticks out of the screen at a side. */
const outside = `
  [...${root}.querySelectorAll('.panel *')]
    .filter((it) => !it.matches('.unseen, .unseen *') && it.getClientRects().length > 0)
    .filter((it) => it.getBoundingClientRect().left < -1 || it.getBoundingClientRect().right > innerWidth + 1)
    .map((it) => it.outerHTML.slice(0, 80))
`;

/** Back from the field to the choice at this place, and no key but Tab. */
async function shiftTabTo(page: Page, place: number): Promise<void> {
  const at = `[...${root}.querySelectorAll('.offered .choice')].indexOf(${inner})`;
  for (let stop = 0; stop < 20; stop += 1) {
    if ((await page.evaluate<number>(at)) === place) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`Shift and Tab do not lead to choice ${place}`);
}
