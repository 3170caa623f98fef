import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, withOffset } from '../../src/model/london-time.ts';
import { addWorkingDays, isWorkingDay } from '../../src/model/working-days.ts';

const holidays = {
  '2026-12-25': 'Christmas Day',
  '2026-12-28': 'Boxing Day (substitute day)',
  '2027-01-01': 'New Year',
};

describe('a clock of working days', () => {
  it('counts from the day after receipt', () => {
    expect(addWorkingDays('2026-11-23', 5, {})).to.equal('2026-11-30');
  });

  it('starts on the next working day when the message came in at the weekend', () => {
    expect(addWorkingDays('2026-11-21', 1, {})).to.equal('2026-11-23');
  });

  it('leaves out Christmas and the substitute day', () => {
    expect(addWorkingDays('2026-12-24', 2, holidays)).to.equal('2026-12-30');
  });

  it('takes a working day itself for no days, and the next one for a holiday', () => {
    expect(addWorkingDays('2026-11-23', 0, holidays)).to.equal('2026-11-23');
    expect(addWorkingDays('2026-12-25', 0, holidays)).to.equal('2026-12-29');
  });

  it('agrees with counting every single day', () => {
    const start = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = addWorkingDays(from, days, holidays);
        let counted = 0;
        for (let date = addDays(from, 1); date <= end; date = addDays(date, 1))
          if (isWorkingDay(date, holidays)) counted += 1;

        expect(counted).to.equal(days);
        expect(isWorkingDay(end, holidays)).to.equal(true);
      }),
    );
  });
});

describe('an instant with its offset', () => {
  it('is an hour ahead of UTC in summer and level with it in winter', () => {
    expect(withOffset(new Date('2026-07-01T08:00:05Z'))).to.equal('2026-07-01T09:00:05+01:00');
    expect(withOffset(new Date('2026-11-23T08:00:05Z'))).to.equal('2026-11-23T08:00:05+00:00');
  });

  it('is the same instant, whatever the season', () => {
    const seconds = fc.integer({ min: 1_750_000_000, max: 1_850_000_000 });
    fc.assert(
      fc.property(seconds, (at) => {
        expect(Date.parse(withOffset(new Date(at * 1000)))).to.equal(at * 1000);
      }),
    );
  });
});
