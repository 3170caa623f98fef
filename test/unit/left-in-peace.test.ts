import { expect } from 'chai';
import { isBetterSoon, isLeftInPeace } from '../../src/model/said/left-in-peace.ts';

/** 2026-12-11 is a Friday, on winter time. */
const friday = (time: string) => new Date(`2026-12-11T${time}:00Z`);
const thursday = (time: string) => new Date(`2026-12-10T${time}:00Z`);

describe('who asked to be left in peace', () => {
  for (const [avoid, at, isQuiet] of [
    ['not on Fridays after 12, I pray', friday('12:30'), true],
    ['not on Fridays after 12, I pray', friday('11:30'), false],
    ['not on Fridays after 12, I pray', thursday('12:30'), false],
    ['school run 3 to 4', thursday('15:10'), true],
    ['school run 3 to 4', thursday('11:00'), false],
    ['Friday 12:00-15:00', friday('14:59'), true],
    ['Friday 12:00-15:00', friday('15:00'), false],
    ['before 10:00', thursday('09:30'), true],
    ['Nie w piątki po 12', friday('13:00'), true],
    ['ddim ar ôl 6', thursday('18:30'), true],
    ['weekends', new Date('2026-12-12T10:00:00Z'), true],
    ['when I am at work', thursday('10:00'), false],
    ['sms', thursday('10:00'), false],
  ] as const)
    it(`is ${isQuiet ? '' : 'not '}left at ${at.toISOString().slice(5, 16)} by “${avoid}”`, () => {
      expect(isLeftInPeace(at, [avoid])).to.equal(isQuiet);
    });

  it('reads the landlord’s clocks, in summer as well', () => {
    expect(isLeftInPeace(new Date('2026-07-03T11:30:00Z'), ['Friday 12:00-15:00'])).to.equal(true);
  });

  it('is not left without a word for ever', () => {
    expect(
      isLeftInPeace(thursday('10:00'), [
        'not in the morning',
        'not in the afternoon',
        'not in the evening',
        'not at night',
      ]),
    ).to.equal(false);
    expect(isLeftInPeace(thursday('10:00'), ['never on Mon, Tue, Wed, Thu, Fri, Sat or Sun'])).to.equal(false);
  });
});

describe('who is reached best at some times', () => {
  const hours = { from: '08:00', until: '20:00' };
  for (const [best, at, waits] of [
    ['after 3 pm', thursday('10:00'), true],
    ['after 3 pm', thursday('15:30'), false],
    ['Mondays and Thursdays', friday('10:00'), true],
    // Monday is further off than a bad time would keep anybody.
    ['Mondays only', new Date('2026-12-08T10:00:00Z'), false],
    // Nobody is written to then: waiting would be for ever.
    ['between 21:00 and 23:00', thursday('10:00'), false],
    ['school hours', thursday('08:30'), true],
    ['when the cat is in', thursday('10:00'), false],
    [undefined, thursday('10:00'), false],
  ] as const)
    it(`${waits ? 'waits' : 'does not wait'} at ${at.toISOString().slice(5, 16)} with “${best}”`, () => {
      expect(isBetterSoon(at, { best, avoid: [], hours })).to.equal(waits);
    });

  it('does not wait for a time that they want to be left in peace', () => {
    const avoid = ['not after 3 pm'];
    expect(isBetterSoon(thursday('10:00'), { best: 'after 3 pm', avoid, hours })).to.equal(false);
  });
});
