// A browser and the tenant's side, for a whole suite. After each test the page is closed, and nothing may have gone wrong that nobody
// looked for: no request to a stranger, no complaint in the console, no error in the service.

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchChromium, type Watched, watchedPage } from './chromium.ts';
import { openTenantSide, type TenantSide } from './tenant-side.ts';

export interface TenantBrowser {
  readonly browser: Browser;
  readonly side: TenantSide;
  readonly watched: Watched;
  /** A page of its own for this test, without an address yet. */
  visit(options?: Parameters<typeof watchedPage>[2]): Promise<Watched['page']>;
}

/**
 * Call it within `describe`.
 *
 * @param mayComplain the console may say something: what is tried is refused by the browser
 */
export function tenantBrowser(
  reply: Parameters<typeof openTenantSide>[0],
  { mayComplain = false }: { readonly mayComplain?: boolean } = {},
): TenantBrowser {
  let browser: Browser;
  let side: TenantSide;
  let watched: Watched;

  before(async function () {
    browser = await launchChromium(this);
    side = await openTenantSide(reply);
  });
  after(async () => {
    await side?.close();
    await browser?.close();
  });
  afterEach(async () => {
    await watched.page.context().close();
    expect(watched.strangers).to.deep.equal([]);
    if (!mayComplain) expect(watched.complaints).to.deep.equal([]);
    expect(side.reported).to.deep.equal([]);
  });

  return {
    get browser() {
      return browser;
    },
    get side() {
      return side;
    },
    get watched() {
      return watched;
    },
    async visit(options) {
      watched = await watchedPage(browser, side.url, options);
      return watched.page;
    },
  };
}
