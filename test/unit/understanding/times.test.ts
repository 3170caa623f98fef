import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseDate } from '../../../src/model/said/date.ts';
import { printTimes } from '../../../src/model/said/time-windows.ts';
import { readTimes, timesInPassing } from '../../../src/model/said/times.ts';
import { fits } from '../../../src/model/said/times-fit.ts';
import { expectNoRunaway } from '../../support/cost.ts';

/** A Wednesday. */
const now = new Date('2026-11-25T10:00:00Z');

interface Phrase {
  readonly say: string;
  readonly on?: string;
  readonly times?: string;
}

const read = (file: string): Phrase[] =>
  parse(readFileSync(`test/unit/understanding/${file}.yaml`, 'utf8'), { schema: 'failsafe' }) as Phrase[];
const list = read('when-said');

const times = (text: string): string | undefined => {
  const read = readTimes(text, now);
  return read && printTimes(read);
};

describe('when, as tenants say it', () => {
  it('is read rightly in each of a list of phrases', () => {
    expect(list.length).to.be.at.least(120);
    for (const { say, on } of list) expect(parseDate(say, now), say).to.equal(on);
    for (const { say, times: told } of list) {
      // A day that is over is no time to come.
      if (told !== undefined) expect(times(say), say).to.equal(told);
    }
  });

  it('is read rightly in eight more languages, as they are written and texted', () => {
    for (const { say, on, times: told } of read('when-said-elsewhere')) {
      if (on !== undefined || told === undefined) expect(parseDate(say, now), say).to.equal(on);
      if (told !== undefined) expect(times(say), say).to.equal(told);
    }
  });

  it('is none where nothing is told', () => {
    for (const text of [
      '',
      'the kitchen tap',
      'flat 3',
      'my son is 10',
      'after 3 weeks',
      'I am 20 weeks pregnant',
      '24/7',
    ]) {
      expect(times(text), text).to.equal(undefined);
    }
  });

  it('is kept in a form that reads back as the same', () => {
    const told = list.flatMap((each) => each.times ?? []);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...told), { minLength: 1, maxLength: 3 }), (parts) => {
        const kept = times(parts.join('; ')) ?? '';
        expect(times(kept)).to.equal(kept);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('is a day of the calendar or nothing, whatever the words', () => {
    const words =
      '31 30 29 feb 31st the of month end next first monday tuesday week fortnight ago in 12 0 99 march jutro koniec mis';
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 7 }), (some) => {
        const day = parseDate(some.join(' '), now);
        if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).to.equal(day);
      }),
      { seed: 10, numRuns: 1000 },
    );
  });

  it('costs little in 20,000 characters', () => {
    for (const unit of [
      '1/',
      'the 3rd ',
      'monday ',
      'not half past ',
      'twenty ',
      '12 ',
      'between 10 and ',
      'x',
      'a ',
    ]) {
      const text = unit.repeat(20_000 / unit.length);
      for (const read of [parseDate, readTimes, timesInPassing])
        expectNoRunaway(`${read.name} ${unit}`, () => read(text, now));
    }
  });
});

describe('times told in passing', () => {
  const passing = (text: string): string | undefined => {
    const read = timesInPassing(text, now);
    return read && printTimes(read);
  };

  it('are those that suit', () => {
    expect(passing('The tap drips. Can somebody come Tuesday morning?')).to.equal('tue morning');
    expect(passing('My boiler leaks, I am only in after 4')).to.equal('after 16:00');
    expect(passing('please ring me, but not before 10')).to.equal('not before 10:00');
    expect(passing('Cieknie kran, proszę przyjść we wtorek rano')).to.equal('tue morning');
  });

  it('are not when something was', () => {
    for (const text of [
      'The tap has been leaking since Tuesday morning',
      'nobody came on Monday afternoon and I waited in until 5',
      'It broke last Friday',
      'the heating went off yesterday at 4pm',
      'Can you help? It started on Monday morning.',
    ]) {
      expect(passing(text), text).to.equal(undefined);
    }
  });
});

describe('a half day that is offered', () => {
  const offered = ['2026-11-30 am', '2026-11-30 pm', '2026-12-01 am', '2026-12-01 pm'];
  const fitting = (text: string): readonly string[] => {
    const read = readTimes(text, now);
    if (read === undefined) return [];
    return offered.filter((each) => {
      const [date = '', slot] = each.split(' ');
      return fits({ date, slot: slot === 'am' ? 'am' : 'pm' }, read);
    });
  };

  it('fits what was said', () => {
    expect(fitting('Tuesday morning')).to.deep.equal(['2026-12-01 am']);
    expect(fitting('the 30th after lunch')).to.deep.equal(['2026-11-30 pm']);
    expect(fitting('Monday at half nine')).to.deep.equal(['2026-11-30 am']);
    expect(fitting('any afternoon')).to.deep.equal(['2026-11-30 pm', '2026-12-01 pm']);
    expect(fitting('any day but Monday')).to.deep.equal(['2026-12-01 am', '2026-12-01 pm']);
    expect(fitting('bore dydd Mawrth')).to.deep.equal(['2026-12-01 am']);
  });

  it('does not fit who is there for a part of it only', () => {
    expect(fitting('only after 4')).to.deep.equal([]);
    expect(fitting('between 10 and 2')).to.deep.equal([]);
    expect(fitting('not before 10')).to.deep.equal(['2026-11-30 pm', '2026-12-01 pm']);
    expect(fitting('Friday')).to.deep.equal([]);
  });
});
