// The widget beside Microsoft's Web Chat: what a tenant with a slow line and a middling phone waits for and pays for. Both are put on the
// same plain page of a landlord's site, at another origin than the service, the way that their makers tell, in the same run, with
// nothing in the browser's cache. Both hold the same first message and wait for the real answer of the same running service. Web
// Chat's page has its token from the landlord's server already, and its file comes compressed as ours does.

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openChromium } from '../test/support/chromium.ts';
import { type LandlordsSite, openLandlordsSite } from '../test/support/landlords-site.ts';
import { directLineSecret, type Service, startService } from '../test/support/service.ts';
import { type WebChatFile, webChatFile, webChatVersion } from '../test/support/web-chat.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const processor = 4;
const roundTripMs = 400;
const kbits = 400;
const said = 'The kitchen tap is dripping';
/** As somebody writes who writes well. */
const typingMs = 60;

interface Contender {
  readonly name: string;
  path(): Promise<string>;
  /** From the page's first moment until somebody can write. */
  ready(page: Page): Promise<void>;
}

interface Measured {
  readonly bytes: number;
  readonly requests: number;
  readonly seenMs: number;
  readonly usableMs: number;
  readonly answeredMs: number;
  readonly busyMs: number;
}

export async function benchWidget(): Promise<void> {
  printSizes();
  const site = await openLandlordsSite();
  const service = await startService({ PUBLIC_URL: site.url });
  standInFront(site, service);
  const browser = await openChromium();
  const contenders = [
    doorstep(site),
    ...(['webchat', 'webchat-minimal'] as const).flatMap((file) => webChat(site, file)),
  ];
  console.log(
    `${rounds} rounds each, the middle one: ${kbits} kbit/s each way, ${roundTripMs} ms a round trip, a processor ${processor} times slower`,
  );
  for (const contender of contenders) {
    const all: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measure(browser, contender));
    print(contender.name, all);
  }
  await browser.close();
  await site.close();
  await service.end();
}

/** Ours, on any page of the landlord's: the button is pressed as soon as it is seen. */
function doorstep(site: LandlordsSite): Contender {
  const url = atAnotherOrigin(
    site.page('/page/doorstep', { head: `<script async src="${site.url}/widget.js"></script>` }),
  );
  return {
    name: 'Doorstep',
    path: async () => url,
    async ready(page) {
      await page.locator('doorstep-chat button').click();
      await page.getByRole('textbox').waitFor();
    },
  };
}

function webChat(site: LandlordsSite, file: WebChatFile): readonly Contender[] {
  const path = webChatFile(file);
  if (path === undefined) {
    console.log(`${file}: could not be had from the registry`);
    return [];
  }
  const packed = brotliCompressSync(readFileSync(path));
  site.app.get(`/page/${file}.js`, (_request, response) => {
    response.set('Content-Encoding', 'br').type('text/javascript').send(packed);
  });
  let made = 0;
  return [
    {
      name: `Web Chat ${webChatVersion}, ${file}.js`,
      async path() {
        made += 1;
        const options = `{ domain: '${site.url}/v3/directline', token: '${await makeToken(site)}' }`;
        const start = `WebChat.renderWebChat({ directLine: WebChat.createDirectLine(${options}) }, document.querySelector('#chat'))`;
        const body = `<div id="chat" style="height: 600px"></div><script>${start}</script>`;
        return atAnotherOrigin(
          site.page(`/page/${file}-${made}`, { head: `<script src="/page/${file}.js"></script>`, body }),
        );
      },
      ready: (page) => page.getByRole('textbox').waitFor(),
    },
  ];
}

async function makeToken({ url }: LandlordsSite): Promise<string> {
  const answer = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${directLineSecret}` },
  });
  return ((await answer.json()) as { token: string }).token;
}

/** To a browser, another name of the same machine is another site: it asks before each call, as it does from a landlord's page. */
const atAnotherOrigin = (url: string) => url.replace('127.0.0.1', 'localhost');

/** What is no page goes on to the service, so that both have one port: the service trusts every name of its own machine. */
function standInFront({ app, server }: LandlordsSite, { url }: Service): void {
  const { hostname, port } = new URL(url);
  app.use((asked, answer, next) => {
    if (asked.path.startsWith('/page/')) return next();
    const onward = request({ hostname, port, path: asked.originalUrl, method: asked.method, headers: asked.headers });
    onward.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    asked.pipe(onward);
  });
  server.on('upgrade', ({ url: path, rawHeaders }, socket, head) => {
    const onward = connect(Number(port), hostname, () => {
      const lines = rawHeaders.map((each, index) => (index % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join('');
      onward.write(`GET ${path} HTTP/1.1\r\n${lines}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const one of [socket, onward]) one.on('error', () => socket.destroy());
  });
}

async function measure(browser: Browser, { path, ready }: Contender): Promise<Measured> {
  const url = await path();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const traffic = await throttled(await context.newCDPSession(page));
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('doorstep-chat button').or(page.getByRole('textbox')).first().waitFor();
  const seenMs = performance.now() - began;
  await ready(page);
  const usableMs = performance.now() - began;
  const box = page.getByRole('textbox');
  await box.pressSequentially(said, { delay: typingMs });
  const sent = performance.now();
  await box.press('Enter');
  await page.getByText('I am an automated assistant').last().waitFor();
  const answeredMs = performance.now() - sent;
  const measured = { ...(await traffic()), seenMs, usableMs, answeredMs };
  await context.close();
  return measured;
}

/** Slows the page down, and counts. */
async function throttled(client: CDPSession): Promise<() => Promise<Pick<Measured, 'bytes' | 'requests' | 'busyMs'>>> {
  let bytes = 0;
  let requests = 0;
  client.on('Network.requestWillBeSent', () => {
    requests += 1;
  });
  client.on('Network.webSocketCreated', () => {
    requests += 1;
  });
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await client.send('Network.enable');
  const throughput = (kbits * 1_000) / 8;
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: processor });
  await client.send('Performance.enable');
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const busyMs = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
    return { bytes, requests, busyMs };
  };
}

const middle = (all: readonly number[]) => [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

function print(name: string, all: readonly Measured[]): void {
  const of = (what: keyof Measured) => middle(all.map((each) => each[what]));
  const seconds = (what: keyof Measured) => `${(of(what) / 1_000).toFixed(2)} s`;
  console.log(
    `${name}: ${kB(of('bytes'))} in ${of('requests')} requests; seen after ${seconds('seenMs')}, can be written in after ${seconds('usableMs')}; ` +
      `first message answered in ${seconds('answeredMs')}; main thread busy for ${seconds('busyMs')} in all`,
  );
}

/** As built: what a page loads, and what comes when the button is pressed, with the English words and all styles in it. */
function printSizes(): void {
  const of = (path: string) => {
    const bytes = readFileSync(path);
    return { gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
  };
  const [launcher, chat] = [of('build/widget.js'), of('build/widget-chat.js')];
  console.log(`launcher ${kB(launcher.gzip)} gzip, ${kB(launcher.brotli)} brotli`);
  console.log(`launcher and chat ${kB(launcher.gzip + chat.gzip)} gzip, ${kB(launcher.brotli + chat.brotli)} brotli`);
}
