import { expect } from 'chai';
import { createBus, createHub } from '../../src/memory/bus.ts';
import { createMemoryLeases } from '../../src/memory/leases.ts';
import { createMemoryRateLimit } from '../../src/memory/rate-limit.ts';
import { aMessage, hubContract, leasesContract, rateLimitContract } from '../contracts/fan-out.ts';
import { freshId } from '../support/turns.ts';

describe('in one process', () => {
  describe('the hub', () => {
    hubContract(() => {
      const hub = createHub(createBus());
      return { told: hub, watched: hub };
    });

    it('hands the messages over as they are', () => {
      const hub = createHub(createBus());
      const conversation = freshId('conversation');
      const messages = [aMessage(conversation, 1), aMessage(conversation, 2)];
      const heard: unknown[] = [];
      hub.watch(conversation, (told) => heard.push(told));

      hub.announce(conversation, messages);

      expect(heard).to.deep.equal([messages]);
    });
  });

  describe('a limit', () => {
    rateLimitContract(() => {
      const limit = createMemoryRateLimit({ name: freshId('limit'), points: 3, perSeconds: 1 });
      return { here: limit, there: limit };
    });
  });

  describe('leases', () => {
    leasesContract(() => {
      const leases = createMemoryLeases<{ readonly state: string }>();
      return { here: leases, there: leases };
    });
  });
});
