// A heater that fails where a baby lives, told from outside at night: the housing system has the repair and, beside it, the hazard with
// its clocks, who lives there and when each thing was told.

import { rmSync } from 'node:fs';
import { expect } from 'chai';
import type { Case } from '../../src/model/case.ts';
import { eventually } from '../support/agent.ts';
import { housingToken, type Service, startService } from '../support/service.ts';
import { newTenant } from '../support/tenant.ts';

describe('a hazard in a repair, from outside', function () {
  this.timeout(120_000);
  let service: Service;

  before(async () => {
    service = await startService({ CLOCK: '2026-11-30T23:30:00Z' });
  });
  after(async () => {
    await service?.stop();
    rmSync(service.dataDir, { recursive: true, force: true });
  });

  it('reaches the housing system with its clocks from the message, at night, and linked with the repair', async () => {
    const tenant = await newTenant(service.url);
    const said = [
      'I want to report a repair',
      'The heater in the living room is broken',
      'no',
      'yes',
      'A baby with a cough',
    ];
    const rest = ['skip', 'skip', '9 Weir Lane, AW1 3KP', '07700 900150', 'yes', 'skip'];
    for (const words of [...said, ...rest]) await tenant.say(words);
    const cases = async (kind: string) => {
      const response = await fetch(`${service.url}/housing/v1/cases?kind=${kind}`, {
        headers: { Authorization: `Bearer ${housingToken}` },
      });
      return (await response.json()) as readonly Case[];
    };
    const hazard = await eventually(async () => {
      const all = await cases('hazard');
      return all.find((each) => each.conversation === tenant.conversation);
    }, 'The hazard in the housing system');
    const repair = (await cases('enquiry')).find((each) => each.conversation === tenant.conversation);

    expect(hazard).to.include({ priority: 'high', team: 'repairs', status: 'open' });
    expect(hazard.receivedAt.slice(0, 13)).to.equal('2026-11-30T23');
    expect(hazard.due[0]).to.include({ what: 'investigate', by: '2026-12-14' });
    expect(hazard.links).to.deep.equal([repair?.reference]);
    expect(repair?.links).to.deep.equal([hazard.reference]);
    expect(hazard.details).to.include({
      hazard: 'excess_cold',
      potential: 'significant',
      ruleInForceFrom: '2026-11-30',
    });
    const told = hazard.details.said as readonly { asked: string; words: string; at: string }[];
    expect(told.find(({ asked }) => asked === 'household')?.words).to.equal('A baby with a cough');
    expect(told.map(({ at }) => Date.parse(at)).every((at) => at > 0)).to.equal(true);
  });
});
