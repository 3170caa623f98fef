// Microsoft's own clients in a browser, as a landlord who has them already would put them on a page: against the service as it runs.

import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium, watchedPage } from '../support/chromium.ts';
import { type LandlordsSite, openLandlordsSite } from '../support/landlords-site.ts';
import { directLineSecret, type Service, startService } from '../support/service.ts';
import { until } from '../support/wait.ts';
import { webChatFile } from '../support/web-chat.ts';

interface Held {
  readonly token: string;
  readonly conversationId: string;
}

interface Activity {
  readonly id: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly unknown[];
  readonly channelData?: { readonly asks?: string; readonly options?: readonly { value: string; label: string }[] };
}

describe('Microsoft’s clients in a browser', function () {
  // Three and more seconds of waiting before a client comes back are its own; killing and starting, ours.
  this.timeout(240_000);
  let browser: Browser;
  let site: LandlordsSite;
  let service: Service;
  let page: Page;
  let webChat: string | undefined;

  before(async function () {
    browser = await launchChromium(this);
    webChat = webChatFile('webchat');
    site = await openLandlordsSite();
    site.app.get('/webchat.js', (_request, response) => response.sendFile(webChat ?? ''));
    site.app.get('/directline.js', (_request, response) =>
      response.sendFile(fileURLToPath(import.meta.resolve('botframework-directlinejs/dist/directline.js'))),
    );
    service = await startService({ CLOCK: '2026-11-23T10:00:00Z' });
  });
  after(async () => {
    await service?.end();
    await site?.close();
    await browser?.close();
  });
  afterEach(() => page.context().close());

  /** As a landlord's own server asks for it, with the secret. */
  async function token(): Promise<Held> {
    const answer = await fetch(`${service.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${directLineSecret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: { id: 'dl_tenant' }, trustedOrigins: [site.url] }),
    });
    return (await answer.json()) as Held;
  }
  const open = async (script: string, start: string) => {
    const url = site.page(`/${script}.html`, {
      head: `<script src="/${script}"></script>`,
      body: '<div id="chat" style="height: 90vh"></div>',
    });
    ({ page } = await watchedPage(browser, site.url));
    page.setDefaultTimeout(90_000);
    await page.goto(url);
    await page.evaluate(start);
  };
  const photo = () =>
    sharp({ create: { width: 40, height: 40, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();

  /** What the conversation holds, as another client reads it. */
  const log = async ({ token: bearer, conversationId }: Held) => {
    const url = `${service.url}/v3/directline/conversations/${conversationId}/activities`;
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${bearer}` } });
    return ((await answer.json()) as { activities: Activity[] }).activities;
  };

  it('Web Chat holds a conversation with choices and a photo, and loses and doubles nothing when the service is killed', async function () {
    // Fetched from npm; where that is not to be had, there is nothing to try.
    if (webChat === undefined) return this.skip();
    const held = await token();
    const chat = `WebChat.renderWebChat({
      directLine: WebChat.createDirectLine({ domain: '${service.url}/v3/directline', token: '${held.token}' }),
      locale: 'en-GB',
    }, document.querySelector('#chat'))`;
    await open('webchat.js', chat);
    const box = page.getByRole('textbox');
    const say = async (text: string) => {
      await box.fill(text);
      await box.press('Enter');
    };
    await say('I want to make a complaint');
    await page.getByRole('toolbar').getByRole('button', { name: 'Make a complaint here, in writing' }).click();
    await page
      .getByText(/What (happened|has happened|went wrong)/)
      .last()
      .waitFor();
    const buffer = await photo();
    await page.locator('input[type=file]').setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer });
    // Sent before it lies in the box, the words would go alone.
    await page.locator('.webchat__attachment-icon--checked').waitFor();
    await say('Here is a photo of it');
    await page.locator('#chat article img').first().waitFor();
    // Web Chat shows a file before it has sent it.
    await until('The photo has come', async () =>
      (await log(held)).some(({ attachments = [] }) => attachments.length > 0) ? true : undefined,
    );

    await service.kill();
    await service.start();
    await until('Web Chat is back', async () =>
      (await page.getByText('Connectivity Status: Connected').count()) > 0 ? true : undefined,
    );
    const last = 'The plumber came three hours late and left the tap broken';
    await say(last);
    const kept = await until('An answer after the restart', async () => {
      const all = await log(held);
      const at = all.findIndex(({ text }) => text === last);
      return at >= 0 && at < all.length - 1 ? all : undefined;
    });
    const answer = kept.at(-1)?.text?.split('\n')[0]?.slice(0, 40) ?? 'no answer';
    await page.getByText(answer).last().waitFor();
    expect(kept.filter(({ text }) => text === last)).to.have.length(1);
    expect(kept.filter(({ attachments = [] }) => attachments.length > 0)).to.have.length(1);
  });

  it('DirectLineJS holds a conversation, and is told once of everything after the service was killed', async () => {
    const held = await token();
    const start = `
      window.got = [];
      window.line = new DirectLine.DirectLine({ domain: '${service.url}/v3/directline', token: '${held.token}' });
      line.activity$.subscribe((activity) => got.push(activity));
      window.say = (more) => new Promise((resolve, reject) =>
        line.postActivity({ type: 'message', from: { id: 'dl_tenant' }, ...more }).subscribe(resolve, reject));
    `;
    await open('directline.js', start);
    const got = () => page.evaluate<Activity[]>('got');
    const answered = (asks: string) =>
      until(
        `asked for ${asks}`,
        async () => (await got()).findLast(({ channelData }) => channelData?.asks !== undefined)?.channelData,
      );
    await page.evaluate("say({ text: 'I want to make a complaint' })");
    const { options = [] } = await answered('a choice');
    await page.evaluate(`say({ text: '${options[0]?.label}', value: '${options[0]?.value}' })`);
    const url = `data:image/jpeg;base64,${(await photo()).toString('base64')}`;
    await page.evaluate(`fetch('${url}').then((file) => file.blob()).then((blob) =>
      say({ attachments: [{ contentType: 'image/jpeg', name: 'wall.jpg', contentUrl: URL.createObjectURL(blob) }] }))`);
    await service.kill();
    await service.start();
    await until('it is taken again', () =>
      page.evaluate("say({ text: 'The plumber left the tap broken' }).then((id) => id !== 'retry' || undefined)"),
    );

    await until('answered', async () => {
      const all = await got();
      const last = all.findIndex(({ text }) => text === 'The plumber left the tap broken');
      return last > 0 && all.slice(last).some(({ from }) => from?.role === 'bot') ? true : undefined;
    });
    const numbers = (await got()).map(({ id }) => Number(id.split('|')[1]));
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
  });
});
