// Makes the pictures of README from the running service: the widget, the phone and the desk in one story.

import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { signIn } from '../test/support/agent.ts';
import { openChromium } from '../test/support/chromium.ts';
import { openPhone } from '../test/support/phone.ts';
import { startService } from '../test/support/service.ts';

const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
// A Monday morning, when the desk is open.
const service = await startService({ CLOCK: '2026-11-23T10:00:00Z' });
const browser = await openChromium();

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  await page.goto(service.url + path);
  return page;
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1_500);
}

const site = await open('/', { width: 1_200, height: 800 });
await site.getByRole('button', { name: 'Chat with us' }).click();
const box = site.getByRole('textbox', { name: 'Your message' });
const write = async (text: string) => {
  await box.fill(text);
  await box.press('Enter');
  await settle(site);
};
await write('The kitchen tap is dripping');
await settle(site);
await site.screenshot({ path: `${folder}/widget.png` });

const phone = await open('/phone', { width: 420, height: 780 });
await phone.selectOption('#person', { index: 1 });
await phone.locator('#text').fill('Dzień dobry, chcę złożyć skargę');
await phone.locator('#write button').click();
await settle(phone);
await settle(phone);
await phone.screenshot({ path: `${folder}/phone.png` });

const { body } = await (await signIn(service)).call('POST', '/links', {
  name: 'Priya Shah',
  teams: ['contact-centre'],
});
const desk = await open(`/desk${new URL(String(body.link)).hash}`, { width: 1_280, height: 800 });
await desk.getByRole('button', { name: 'Sign in' }).click();
await desk.getByRole('switch').waitFor();
await settle(desk);
await write('I want to talk to a person please');
// Harold Whitcombe: large print, more time at the door, prefers the telephone.
const harold = openPhone(service.url, '+447700900103');
await harold.send('I want to complain. Your plumber rang the bell once and left before I got to the door');
await harold.wait((body) => body.includes('?'));
await harold.send('Can I speak to a person please');
await desk.getByRole('button', { name: /^Accept .*Text$/ }).click();
await desk
  .getByRole('textbox', { name: 'Your reply' })
  .fill('Good morning Mr Whitcombe, I am sorry. Next time we wait at the door. Shall I ring you this morning?');
await desk.getByRole('button', { name: 'Send' }).click();
await settle(desk);
await desk.screenshot({ path: `${folder}/desk.png` });

await browser.close();
await service.stop();
