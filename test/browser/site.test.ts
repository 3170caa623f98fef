// The demonstration landlord's page: what a visitor tries first.

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { createPortalIdentity, createPortalSigner } from '../../src/channels/web-chat/access/portal-identity.ts';
import { axeFindings, launchChromium, watchedPage } from '../support/chromium.ts';
import { openTenantSide, type TenantSide } from '../support/tenant-side.ts';

describe('the demonstration landlord’s page', function () {
  this.timeout(120_000);
  let browser: Browser;
  let side: TenantSide;

  before(async function () {
    browser = await launchChromium(this);
    const portal = { secret: 'of the portal', clock: () => new Date(), proofMinutes: 30 };
    const parts = { portalIdentity: createPortalIdentity(portal), signIn: createPortalSigner(portal) };
    side = await openTenantSide(({ text }) => [{ text: `You wrote: ${text}` }], parts);
  });
  after(async () => {
    await side?.close();
    await browser?.close();
  });

  it('signs one of its people in, and puts words to try into the chat', async () => {
    const { page, strangers, complaints } = await watchedPage(browser, side.url);
    await page.goto(side.url);
    await page.getByRole('button', { name: 'Be Piotr Nowak' }).click();
    await page.getByText('You are signed in as Piotr Nowak.').waitFor();
    await page.getByRole('button', { name: 'How much rent do I owe?' }).click();
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('log').getByText('You wrote: How much rent do I owe?').waitFor();
    expect(side.accepted.at(-1)?.identity?.person).to.equal('P-1002');
    await page.getByRole('button', { name: 'Be Harold Whitcombe' }).click();
    await page.getByText('This chat was cleared from this device.').waitFor();
    await page.getByRole('button', { name: 'I smell gas' }).click();
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('log').getByText('You wrote: I smell gas').waitFor();

    expect(side.accepted.at(-1)?.identity?.person).to.equal('P-1003');
    expect([...strangers, ...complaints]).to.deep.equal([]);
    await page.context().close();
  });

  for (const [colorScheme, width] of [
    ['light', 1_200],
    ['dark', 360],
  ] as const) {
    it(`has no fault that axe finds, and nothing wider than the window: ${colorScheme}, ${width} pixels`, async () => {
      const { page } = await watchedPage(browser, side.url, { colorScheme, viewport: { width, height: 800 } });
      await page.goto(side.url);
      await page.getByRole('button', { name: 'Be Piotr Nowak' }).waitFor();
      expect(await axeFindings(page)).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(width);
      await page.context().close();
    });
  }

  it('signs nobody in where people may be real', async () => {
    const real = await openTenantSide();
    try {
      expect((await fetch(`${real.url}/site/identity/P-1002`, { method: 'POST' })).status).to.equal(404);
    } finally {
      await real.close();
    }
  });
});
