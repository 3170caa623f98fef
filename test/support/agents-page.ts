// The desk in a browser, with one conversation that its agent has taken over.

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { Agent } from './agent.ts';
import { type Watched, watchedPage } from './chromium.ts';
import type { Service } from './service.ts';
import { newTenant, type Tenant } from './tenant.ts';

export interface AgentsPage extends Watched {
  readonly tenant: Tenant;
}

/**
 * A tenant who asks for a person, and the agent's page on which their conversation has just been accepted.
 *
 * @param words in which the tenant asks, so that they are brought one at once
 */
export async function acceptedOnPage(
  browser: Browser,
  { service, first, words }: { readonly service: Service; readonly first: Agent; readonly words: string },
): Promise<AgentsPage> {
  const tenant = await newTenant(service.url);
  await tenant.say(words);
  await first.waitingFor(tenant.conversation);
  const { body } = await first.call('POST', '/links', { name: 'Priya Shah', teams: ['contact-centre'] });
  const watched = await watchedPage(browser, service.url, { viewport: { width: 1_280, height: 900 } });
  const { page } = watched;
  await page.goto(String(body.link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('button', { name: /accept/i })
    .first()
    .click();
  return { ...watched, tenant };
}

export async function leftOrderly({ page, complaints }: Watched): Promise<void> {
  await page.context().close();
  expect(complaints).to.deep.equal([]);
}
