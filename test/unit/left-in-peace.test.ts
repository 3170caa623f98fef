import { expect } from 'chai';
import { isLeftInPeace } from '../../src/model/said/left-in-peace.ts';

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
