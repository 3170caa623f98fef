// What tenants write, call themselves and call their files is text at the desk, whatever stands in it.

import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { type Agent, invited } from '../support/agent.ts';
import { launchChromium, watchedPage } from '../support/chromium.ts';
import { deskService } from '../support/desk-service.ts';
import { onePixel } from '../support/one-pixel.ts';
import type { Service } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

const nasty = '<img src=x onerror="document.title=\'bad\'"><script>document.title="bad"</script>';

describe('markup that a tenant sends', function () {
  this.timeout(90_000);
  this.retries(1);
  let browser: Browser;
  let service: Service;
  let first: Agent;

  before(async function () {
    browser = await launchChromium(this);
    ({ service, agent: first } = await deskService());
  });
  after(() => browser?.close());

  it('is shown at the desk as text: in words, in a file’s name, and in the agent’s own name beside them', async () => {
    const tenant = await newTenant(service.url);
    await tenant.say(nasty);
    const form = new FormData();
    const activity = { type: 'message', from: { id: 'me' }, text: `my name is ${nasty}` };
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([onePixel], { type: 'image/png' }), `${nasty}.png`);
    const url = `${service.url}/v3/directline/conversations/${tenant.conversation}/upload?userId=me`;
    const sent = await fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${tenant.token}` }, body: form });
    expect(sent.status).to.equal(200);
    await tenant.say('I want to talk to a person');
    const agent = await invited(service, first, { name: `Jo ${nasty}`, teams: ['contact-centre'] });
    const { id } = await agent.waitingFor(tenant.conversation);
    const { body } = await first.call('POST', '/links', { name: `Jo ${nasty}`, teams: ['contact-centre'] });

    const { page, complaints, strangers } = await watchedPage(browser, service.url, {
      viewport: { width: 1_280, height: 800 },
    });
    await page.goto(String(body.link));
    await page.getByRole('button', { name: 'Sign in' }).click();
    const line = page.getByRole('region', { name: 'Waiting' }).getByRole('listitem').first();
    await line.getByRole('button', { name: /^Accept/ }).click();
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByText(nasty, { exact: true }).first().waitFor();

    expect(await log.textContent()).to.contain(`my name is ${nasty}`);
    expect(await page.locator('script:not([src]), img[src="x"]').count()).to.equal(0);
    expect(await page.title()).to.not.equal('bad');
    expect(complaints).to.deep.equal([]);
    expect(strangers).to.deep.equal([]);
    await page.context().close();
    await agent.call('POST', `/handovers/${id}/close`, {});
  });

  it('two hundred messages in ten seconds: what is over the limit is told when to come again, and danger among them is served', async () => {
    const tenant = await newTenant(service.url);
    const sent = await Promise.all(
      Array.from({ length: 200 }, (_, n) => tenant.post(n === 5 ? 'I smell gas in my kitchen' : `hello ${n}`)),
    );
    const taken = sent.filter(({ status }) => status === 200);
    const refused = sent.filter(({ status }) => status === 429);

    expect(taken.length + refused.length).to.equal(200);
    expect(taken).to.have.length(30);
    for (const { retryAfterMs } of refused) expect(retryAfterMs).to.be.within(1, 60_000);
    const danger = sent[5];
    expect(danger?.status).to.equal(200);
    const answers = await tenant.answerTo(danger?.id ?? '');
    expect(answers.map(({ text }) => text).join(' ')).to.contain('0800 111 999');
    // The door is not shut for others.
    const [other] = await (await newTenant(service.url)).say('hello');
    expect(other?.text).to.be.a('string');
  });
});
