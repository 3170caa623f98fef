import { expect } from 'chai';
import { openConnector } from '../support/connector.ts';
import { casesOf, expectCasesOnce, expectWhole, referencesTold } from '../support/integrity.ts';
import { expectTextsWhole, lookInside } from '../support/kept.ts';
import { smsScripts, webScripts } from '../support/scripts.ts';
import { type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';
import { openTextNetwork, type TextNetwork } from '../support/text-network.ts';
import { undoAfterEach } from '../support/undo.ts';
import { until } from '../support/wait.ts';

const three = [1, 2, 3];

describe('what is delivered three times at once, and three times again later', function () {
  this.timeout(60_000);
  const later = undoAfterEach();
  let network: TextNetwork;
  let service: Service;

  beforeEach(async () => {
    network = later(await openTextNetwork(), ({ close }) => close());
    service = later(await startService(network.env), ({ end }) => end());
  });

  it('is one text with one answer', async () => {
    const phone = network.phone(service.url);
    const lines = smsScripts.flatMap((make) => make('1').lines);

    for (const line of lines) await phone.insist(line, { times: 3 });
    await until('The last is answered', async () => (phone.inbox().length >= lines.length ? true : undefined));
    const statuses = await Promise.all(
      [...phone.acknowledged].flatMap(([sid, body]) => three.map(() => phone.deliver({ sid, body }))),
    );
    const cases = await casesOf(service.url);
    await service.stop();

    expect(new Set(statuses)).to.deep.equal(new Set([200]));
    await lookInside({ dataDir: service.dataDir }, async (kept) => {
      const log = await kept.log(phone.conversation);
      expectTextsWhole(phone, log);
      const told = log.flatMap(({ data }) => (data.reference === undefined ? [] : [data.reference]));
      expect(told).to.have.length(2);
      expectCasesOnce(cases, phone.conversation, told);
    });
  });

  it('is one web message with one answer, under one id', async () => {
    const tenant = await newTenant(service.url);
    const [script] = webScripts;
    // With its repeats below the landlord's limit per minute.
    const lines = script?.('1').lines ?? [];

    for (const [index, text] of lines.entries()) {
      const posted = await Promise.all(three.map(() => tenant.post(text, { clientActivityId: `line-${index}` })));
      expect(new Set(posted.map(({ status }) => status)), text).to.deep.equal(new Set([200]));
      expect(new Set(posted.map(({ id }) => id)).size, text).to.equal(1);
    }
    await tenant.answerTo([...tenant.acknowledged.values()].at(-1) ?? '');
    const before = await tenant.read();
    for (const last of three) await tenant.post('again', { clientActivityId: `line-${lines.length - last}` });

    const log = await tenant.read();
    expect(log).to.deep.equal(before);
    expectWhole(log, tenant);
    expectCasesOnce(await casesOf(service.url), tenant.conversation, referencesTold(log));
  });

  it('is one Bot Framework activity with one answer', async () => {
    const connector = later(await openConnector(), ({ close }) => close());
    const message = { id: 'activity-1', text: 'I want to make a complaint' };

    const atOnce = await Promise.all(three.map(() => connector.deliver(service.url, message)));
    await until('The answer comes', async () => (connector.replies.length > 0 ? true : undefined));
    const again = await Promise.all(three.map(() => connector.deliver(service.url, message)));
    await service.stop();

    expect([...atOnce, ...again].every((status) => status >= 200 && status < 300)).to.equal(true);
    expect(connector.replies).to.have.length(1);
  });
});
