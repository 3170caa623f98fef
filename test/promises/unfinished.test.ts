// A complaint that was begun by text and left: a day later it is on record, whoever was down in between.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import { eventually } from '../support/agent.ts';
import { askHousing } from '../support/housing-api.ts';
import { type Service, startService } from '../support/service.ts';
import { openTextNetwork } from '../support/text-network.ts';
import { pause } from '../support/wait.ts';

const begun = '2026-11-23T16:00:00Z';

describe('a complaint that was begun and left', function () {
  this.timeout(180_000);

  it('[WHG-12] is logged a day later with the clock of its first words, once, and the tenant is told in the hours for it', async () => {
    const network = await openTextNetwork();
    let service: Service = await startService({ CLOCK: begun, ...network.env });
    const laterOn = async (clock: string) => {
      await service.stop();
      const port = new URL(service.url).port;
      service = await startService({ CLOCK: clock, DATA_DIR: service.dataDir, PORT: port, ...network.env });
    };
    try {
      const phone = network.phone(service.url);
      await phone.insist('I want to make a complaint, the lift has been broken for six weeks and nobody answers me');
      await phone.insist('1');
      const told = () => phone.inbox().filter((each) => each.includes('CMP-'));
      await laterOn('2026-11-24T15:00:00Z');
      await pause(3_000);
      expect(told(), 'before a day has passed').to.have.length(0);

      await laterOn('2026-11-24T16:05:00Z');
      const text = await eventually(() => told()[0], 'The tenant hears of it');
      await laterOn('2026-11-24T16:30:00Z');
      await pause(3_000);
      expect(told()).to.have.length(1);
      const reference = /CMP-\d+/.exec(text)?.[0];
      const { status, body } = await eventually(async () => {
        const answer = await askHousing(service, `cases/${reference}`);
        return answer.status === 200 ? answer : undefined;
      }, 'The case is there');
      expect(status).to.equal(200);
      const opened = body as { receivedAt: string; words: string; due: { what: string; by: string }[] };
      expect(opened.words).to.include('lift has been broken');
      expect(opened.receivedAt.slice(0, 13)).to.equal('2026-11-23T16');
      expect(opened.due.find(({ what }) => what === 'acknowledge')?.by).to.equal('2026-11-30');
    } finally {
      await service.stop();
      rmSync(service.dataDir, { recursive: true, force: true });
      await network.close();
    }
  });
});
