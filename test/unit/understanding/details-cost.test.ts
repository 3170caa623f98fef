import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();

describe('all details of a message', () => {
  it('cost under 20 ms for 20,000 characters', () => {
    for (const unit of [
      'a',
      'my ',
      'my 3 year old ',
      'two hundred ',
      'This is Dave ',
      'Mrs ',
      'not tuesday, ',
      '07700 900 ',
    ]) {
      const text = unit.repeat(20_000 / unit.length);
      const costs = [1, 2, 3, 4].map((round) => {
        const started = process.cpuUsage().user;
        for (const slot of details.slots) details.find(slot, `${text}${round}`, now);
        return (process.cpuUsage().user - started) / 1000;
      });
      expect(Math.min(...costs), unit).to.be.below(20);
    }
  });
});
