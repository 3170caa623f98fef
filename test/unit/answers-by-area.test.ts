// How homes are let differs between areas of one landlord: its pack says how, area by area.

import { expect } from 'chai';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

/** As the policy that the clause comes from has it. */
const areas = {
  bedfordshire: { name: 'Bedfordshire', answer: 'In Bedfordshire, homes are let by choice.' },
  'east-northamptonshire': {
    name: 'East Northamptonshire',
    answer: 'In East Northamptonshire, homes are let by choice.',
  },
  'south-northamptonshire': {
    name: 'South Northamptonshire',
    answer: '75% of homes go to people on the council’s list. 25% go to tenants on our transfer list.',
  },
};

describe('a landlord of several areas', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const channel of ['web', 'sms'] as const)
    for (const [area, { answer }] of Object.entries(areas))
      it(`[GUH-16] answers how a home is got there: ${area}, by ${channel}`, async () => {
        const stage = stageOf({ channel, landlord: 'grand-union' });
        await stage.play({ say: 'How do I apply for a home?' });
        const asked = await stage.play({ say: 'yes' });
        const told = await stage.play({ value: area });
        const text = told.replies.map((reply) => reply.text).join('\n');

        expect(asked.replies.at(-1)?.data.options?.map(({ label }) => label)).to.deep.equal(
          Object.values(areas).map(({ name }) => name),
        );
        expect(text).to.include(answer);
        for (const other of Object.values(areas))
          if (other.answer !== answer) expect(text).not.to.include(other.answer);
      });
});
