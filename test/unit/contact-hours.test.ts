import { expect } from 'chai';
import fc from 'fast-check';
import { contactAt } from '../../src/model/contact-hours.ts';
import { instantOf, localTime } from '../../src/model/london-time.ts';
import { nextLookAt, type PromiseTerms, tellLateAt, warnAt } from '../../src/model/promise.ts';

const hours = { from: '08:00', until: '21:00' };
const next = (at: string) => contactAt(new Date(at), hours).toISOString();

describe('[WHG-03] the hours in which tenants hear from us of our own accord', () => {
  it('let through what falls into them, and hold the rest until eight', () => {
    expect(next('2026-11-23T08:00:00Z')).to.equal('2026-11-23T08:00:00.000Z');
    expect(next('2026-11-23T20:59:59Z')).to.equal('2026-11-23T20:59:59.000Z');
    expect(next('2026-11-23T21:00:00Z')).to.equal('2026-11-24T08:00:00.000Z');
    expect(next('2026-11-24T02:00:00Z')).to.equal('2026-11-24T08:00:00.000Z');
  });

  it('are those of the clock on the wall, also in the nights in which it is changed', () => {
    expect(next('2027-03-27T23:00:00Z'), 'the clocks go forward').to.equal('2027-03-28T07:00:00.000Z');
    expect(next('2027-03-28T00:30:00Z'), 'the same night').to.equal('2027-03-28T07:00:00.000Z');
    expect(next('2026-10-24T20:30:00Z'), 'the clocks go back').to.equal('2026-10-25T08:00:00.000Z');
    expect(next('2026-10-25T00:30:00Z'), 'the hour that comes twice').to.equal('2026-10-25T08:00:00.000Z');
    expect(next('2027-06-01T20:30:00Z'), 'half past nine in summer').to.equal('2027-06-02T07:00:00.000Z');
  });

  it('are kept whatever the instant: never earlier, never at night, and never a day later than needed', () => {
    const from = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * 365 * 86_400 }), (seconds) => {
        const at = new Date(from + seconds * 1_000);
        const held = contactAt(at, hours);
        const { time } = localTime(held);
        expect(held.getTime()).to.be.at.least(at.getTime());
        expect(held.getTime() - at.getTime()).to.be.at.most(12 * 3_600_000);
        expect(time >= hours.from && time < hours.until, time).to.equal(true);
      }),
    );
  });

  it('know the instant of a time that the clocks skip, and of one that they show twice', () => {
    expect(instantOf('2027-03-28', '01:30').toISOString()).to.equal('2027-03-28T01:30:00.000Z');
    expect(localTime(instantOf('2026-10-25', '01:30')).time).to.equal('01:30');
  });
});

const terms: PromiseTerms = {
  timeZone: 'Europe/London',
  contactHours: hours,
  closed: { '2026-12-25': 'Christmas Day', '2026-12-28': 'Boxing Day' },
  warnWorkingDays: 1,
  lookMinutes: 10,
};
const madeAt = new Date('2026-11-23T10:00:00Z');
const by = (day: string, more = {}) => ({ by: day, madeAt, reference: 'CMP-1', ...more });

describe('[WHG-03] a promise in time', () => {
  it('is late when its day is over, and told of at eight', () => {
    expect(tellLateAt(by('2026-11-30'), terms).toISOString()).to.equal('2026-12-01T08:00:00.000Z');
    expect(tellLateAt(by('2026-11-23T14:00:00+00:00'), terms).toISOString()).to.equal('2026-11-23T14:00:00.000Z');
    expect(tellLateAt(by('2026-11-23T23:30:00+00:00'), terms).toISOString()).to.equal('2026-11-24T08:00:00.000Z');
    expect(tellLateAt(by('2027-03-27'), terms).toISOString(), 'eight in summer time').to.equal(
      '2027-03-28T07:00:00.000Z',
    );
    expect(tellLateAt(by('2026-11-30', { newsBy: '2026-12-03' }), terms).toISOString()).to.equal(
      '2026-12-04T08:00:00.000Z',
    );
  });

  it('is brought to mind on the working day before, once, and not when it was made later than that', () => {
    expect(warnAt(by('2026-11-30'), terms)?.toISOString()).to.equal('2026-11-27T08:00:00.000Z');
    expect(warnAt(by('2026-12-29'), terms)?.toISOString()).to.equal('2026-12-24T08:00:00.000Z');
    expect(warnAt(by('2026-11-24'), terms)).to.equal(undefined);
    expect(warnAt(by('2026-11-30', { warnedAt: madeAt }), terms)).to.equal(undefined);
  });

  it('is looked at soon where a case may change, else when there is something to do', () => {
    expect(nextLookAt(by('2026-11-30'), terms, madeAt).toISOString()).to.equal('2026-11-23T10:10:00.000Z');
    const { reference: _none, ...alone } = by('2026-11-30');
    expect(nextLookAt(alone, terms, madeAt).toISOString()).to.equal('2026-11-27T08:00:00.000Z');
  });
});
