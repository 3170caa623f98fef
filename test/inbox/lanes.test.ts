import { expect } from 'chai';
import { createLanes } from '../../src/inbox/lanes.ts';

const nap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('lanes', () => {
  it('run the jobs of one key one after the other, and those of others beside them, but never too many', async () => {
    const lanes = createLanes(3);
    const running = new Set<string>();
    const order: string[] = [];
    let most = 0;
    const job = (key: string, n: number) => async () => {
      expect(running.has(key)).to.equal(false);
      running.add(key);
      most = Math.max(most, running.size);
      await nap(Math.random() * 5);
      running.delete(key);
      order.push(`${key}${n}`);
    };

    await Promise.all(['a', 'b', 'c', 'd', 'e'].flatMap((key) => [1, 2, 3, 4].map((n) => lanes.run(key, job(key, n)))));

    expect(most).to.equal(3);
    for (const key of ['a', 'b', 'c', 'd', 'e']) {
      expect(order.filter((each) => each.startsWith(key))).to.deep.equal([`${key}1`, `${key}2`, `${key}3`, `${key}4`]);
    }
    expect(lanes.size).to.equal(0);
  });

  it('go on after a job that failed', async () => {
    const lanes = createLanes(1);

    const failed = lanes.run('a', () => Promise.reject(new Error('no'))).catch((error: Error) => error.message);
    const next = lanes.run('a', async () => 'yes');

    expect(await failed).to.equal('no');
    expect(await next).to.equal('yes');
    await lanes.idle();
  });
});
