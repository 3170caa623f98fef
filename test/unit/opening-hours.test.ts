import { expect } from 'chai';
import { isOpen, nextOpening, type Openings } from '../../src/model/opening-hours.ts';

const day = ['08:00-12:30', '13:30-18:00'];
const openings: Openings = {
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  closedOn: [{ on: '2026-12-24' }],
  bankHolidays: { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day (substitute day)' },
  timeZone: 'Europe/London',
};
const at = (instant: string) => new Date(instant);

describe('the desk', () => {
  it('is open from its first minute to the one before its last', () => {
    expect(isOpen(at('2026-11-23T08:00:00Z'), openings)).to.equal(true);
    expect(isOpen(at('2026-11-23T17:59:59Z'), openings)).to.equal(true);
    expect(isOpen(at('2026-11-23T18:00:00Z'), openings)).to.equal(false);
  });

  it('is closed over midday, at the weekend, on bank holidays and on its own days', () => {
    for (const instant of [
      '2026-11-23T13:00:00Z',
      '2026-11-21T10:00:00Z',
      '2026-12-25T10:00:00Z',
      '2026-12-24T10:00:00Z',
    ]) {
      expect(isOpen(at(instant), openings), instant).to.equal(false);
    }
  });

  it('goes by the clock on the wall in summer', () => {
    expect(isOpen(at('2026-07-01T07:00:00Z'), openings)).to.equal(true);
    expect(isOpen(at('2026-07-01T17:00:00Z'), openings)).to.equal(false);
  });

  it('opens again later the same day, or after the holidays', () => {
    expect(nextOpening(at('2026-11-23T13:00:00Z'), openings)).to.deep.equal({ on: '2026-11-23', time: '13:30' });
    expect(nextOpening(at('2026-12-23T19:00:00Z'), openings)).to.deep.equal({ on: '2026-12-29', time: '08:00' });
  });
});
