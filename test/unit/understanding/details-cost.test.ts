import { createDetailFinder } from '../../../src/turn/understanding/details.ts';
import { expectNoRunaway } from '../../support/cost.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();

describe('all details of a message', () => {
  for (const unit of [
    'a',
    'my ',
    'my 3 year old ',
    'two hundred ',
    'This is Dave ',
    'Mrs ',
    'not tuesday, ',
    '07700 900 ',
  ])
    it(`cost no more than its length, be it 20,000 characters of “${unit}”`, () => {
      const text = unit.repeat(20_000 / unit.length);
      expectNoRunaway(unit, (round) => {
        for (const slot of details.slots) details.find(slot, `${text}${round}`, now);
      });
    });
});
