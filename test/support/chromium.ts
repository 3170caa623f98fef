// Debian's Chromium, headless, for tests of what people see. Where there is none, these tests are skipped, and fail in CI.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findProgram } from './install.ts';

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

const find = () => findProgram('chromium', 'chromium');

/** Starts the browser. @throws Error where there is none */
export async function openChromium(): Promise<Browser> {
  const executablePath = find();
  if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
  const args = ['--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args });
}

/** In a `before` hook: starts the browser, or skips the suite. */
export async function launchChromium(context: Mocha.Context): Promise<Browser> {
  return find() === undefined ? context.skip() : openChromium();
}

export interface Watched {
  readonly page: Page;
  /** Whatever the page asked of anybody but `url`. */
  readonly strangers: string[];
  /** Errors, and what the content security policy forbade. */
  readonly complaints: string[];
}

/** A page that notes what it should not do. */
export async function watchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  const own = new URL(url).host;
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== 'data:' && host !== own) strangers.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== own) strangers.push(socket.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  return { page, strangers, complaints };
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Colours that fade are read half-way else: a new look is drawn, and what moves with an end has ended. */
const comeToRest = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
  Promise.allSettled(
    document.getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished),
  ).then(() => undefined),
)`;

/** What axe-core finds wrong by WCAG 2.2 AA and its best practices, one line each. Runs beside the page's policy, not under it. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(axePath, 'utf8'));
  await page.evaluate(comeToRest);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
    }
  });
}
