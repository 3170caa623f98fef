// The bank holidays in the rules, and clocks that count by them, against a slow calculation that shares no line with ours: from the
// dates of Easter, the Mondays of the year, and the substitute days that follow a holiday at the weekend.

import { expect } from 'chai';
import fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingDaysUntil } from '../../src/model/working-days.ts';
import { nations, rulesOf } from '../support/rules.ts';

const years = [2026, 2027, 2028];
const dayMs = 86_400_000;

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
const weekdayOf = (at: number) => new Date(at).getUTCDay();

/** Western Easter by the anonymous Gregorian algorithm. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return utc(year, Math.floor(n / 31), (n % 31) + 1);
}

function monday(year: number, month: number, which: 'first' | 'last'): number {
  const days = Array.from({ length: 31 }, (_, at) => utc(year, month, at + 1)).filter(
    (at) => new Date(at).getUTCMonth() === month - 1 && weekdayOf(at) === 1,
  );
  return days.at(which === 'first' ? 0 : -1) ?? 0;
}

/** Fixed days move behind the weekend, and behind each other: what is taken is not taken twice. */
function observed(fixed: readonly number[]): readonly number[] {
  const taken: number[] = [];
  for (const day of fixed) {
    let at = day;
    while ([0, 6].includes(weekdayOf(at)) || taken.includes(at)) at += dayMs;
    taken.push(at);
  }
  return taken;
}

function holidaysOf(nation: string, year: number): readonly string[] {
  const isScotland = nation === 'scotland';
  const isIrish = nation === 'northern-ireland';
  const fixed = [
    utc(year, 1, 1),
    ...(isScotland ? [utc(year, 1, 2)] : []),
    ...(isIrish ? [utc(year, 3, 17), utc(year, 7, 12)] : []),
    ...(isScotland ? [utc(year, 11, 30)] : []),
    utc(year, 12, 25),
    utc(year, 12, 26),
  ];
  const moving = [
    easter(year) - 2 * dayMs,
    ...(isScotland ? [] : [easter(year) + dayMs]),
    monday(year, 5, 'first'),
    monday(year, 5, 'last'),
    monday(year, 8, isScotland ? 'first' : 'last'),
  ];
  return [...observed(fixed), ...moving].map(iso).sort();
}

describe('the bank holidays in the rules', () => {
  for (const nation of nations) {
    it(`are those of ${nation} through 2028`, () => {
      const told = Object.keys(rulesOf(nation).bankHolidays).sort();

      expect(told).to.deep.equal(years.flatMap((year) => holidaysOf(nation, year)));
    });
  }
});

describe('a clock of working days in each nation', () => {
  for (const nation of nations) {
    it(`agrees with counting every day of ${nation}, also where the clocks of the year change`, () => {
      const holidays = new Set(years.flatMap((year) => holidaysOf(nation, year)));
      const slow = (from: string, days: number): string => {
        let at = Date.parse(`${from}T00:00:00Z`);
        const isWorking = () => ![0, 6].includes(weekdayOf(at)) && !holidays.has(iso(at));
        for (let left = days; left > 0 || !isWorking(); ) {
          at += dayMs;
          if (isWorking()) left -= 1;
        }
        return iso(at);
      };
      const start = fc.integer({ min: 0, max: 1_000 }).map((day) => iso(utc(2026, 1, 1) + day * dayMs));
      const { bankHolidays } = rulesOf(nation);
      fc.assert(
        fc.property(start, fc.integer({ min: 0, max: 40 }), (from, days) => {
          const to = addWorkingDays(from, days, bankHolidays);
          expect(to).to.equal(slow(from, days));
          // From a day that is none itself, the next one is the first that is counted.
          const isDay = isWorkingDay(from, bankHolidays);
          expect(workingDaysUntil(from, to, bankHolidays)).to.equal(isDay ? days : Math.max(days, 1));
          expect(workingDaysUntil(to, from, bankHolidays)).to.equal(isDay ? -days : -Math.max(days, 1));
        }),
        { numRuns: 500 },
      );
    });
  }
});
