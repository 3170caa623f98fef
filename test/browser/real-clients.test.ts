// Microsoft's own clients in a browser, as a landlord who has them already would put them on a page: against the service as it runs.

import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium, watchedPage } from '../support/chromium.ts';
import { type LandlordsSite, openLandlordsSite } from '../support/landlords-site.ts';
import { directLineSecret, type Service, startService } from '../support/service.ts';
import { until } from '../support/wait.ts';

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

  before(async function () {
    browser = await launchChromium(this);
    site = await openLandlordsSite();
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
