import { expect } from 'chai';
import { usualWait } from '../../src/model/usual-wait.ts';
import { stageOf } from '../support/transcript.ts';
import { readAll } from '../support/world.ts';

describe('how long it takes until somebody comes', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  it('is the middle of what others waited of late, rounded up, and nothing where they are few', () => {
    expect(usualWait([60, 60, 60, 60])).to.equal(undefined);
    expect(usualWait([5, 5, 5, 5, 5])).to.equal(1);
    expect(usualWait([3600, 130, 130, 10, 10])).to.equal(3);
    expect(usualWait([400, 400, 400, 400, 400])).to.equal(10);
    expect(usualWait([2100, 2100, 2100, 2100, 2100])).to.equal(40);
  });

  for (const channel of ['web', 'sms'] as const)
    it(`[WHG-05] is told with the place, in words and as figures: ${channel}`, async () => {
      const stage = stageOf({ channel, waitMinutes: 10 });
      const { replies } = await stage.play({ say: 'I want to talk to a person' });

      const told = replies.find(({ data }) => data.handover !== undefined);
      expect(told?.text).to.include('You are next').and.to.include('about 10 minutes');
      expect(told?.data.handover).to.deep.equal({
        state: 'waiting',
        position: 1,
        limitMinutes: 10,
        waitMinutes: 10,
      });
    });

  it('[WHG-05] is not guessed where nobody can say, and while the desk is closed the day and the hour are told instead', async () => {
    const open = await stageOf({ channel: 'web' }).play({ say: 'I want to talk to a person' });
    expect(open.replies.map(({ text }) => text).join()).not.to.include('minute');
    expect(open.replies.at(-1)?.data.handover).to.deep.equal({ state: 'waiting', position: 1, limitMinutes: 10 });

    const closed = await stageOf({ channel: 'web', clock: '2026-11-22T15:00:00Z' }).play({
      say: 'I want to talk to a person',
    });
    const told = closed.replies.find(({ data }) => data.opens !== undefined);
    expect(told?.data.opens).to.deep.equal({ on: '2026-11-23', at: '08:00' });
    expect(told?.text).to.include('Monday').and.to.include('08:00').and.to.include('call you back');
  });
});
