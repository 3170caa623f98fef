import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();
const find = (slot: string, text: string) => details.find(slot, text, now);

describe('when to ring and what to avoid, told in passing', () => {
  it('is the half of the day', () => {
    const said: Readonly<Record<string, string | undefined>> = {
      'ring me after 4': 'afternoon',
      'mornings only': 'morning',
      'any time': 'any',
      'not in the morning please': 'afternoon',
      'not before 10': undefined,
      'after 6': undefined,
    };
    for (const [text, half] of Object.entries(said)) expect(find('best_time', text), text).to.equal(half);
  });

  it('is in the tenant’s own words where it is to be avoided', () => {
    expect(find('avoid', 'email me, and please don’t call before 10')).to.equal('please don’t call before 10');
    expect(find('avoid', 'call me in the morning')).to.equal(undefined);
  });
});
