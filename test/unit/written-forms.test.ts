import { expect } from 'chai';
import { readDate, readPhone, readPostcode, readReference } from '../../src/model/written-forms.ts';

describe('what people write', () => {
  it('is read as a date with the day before the month', () => {
    expect(readDate('12/03/1984', 'en')).to.equal('1984-03-12');
    expect(readDate('born 2.11.90', 'en')).to.equal('1990-11-02');
    expect(readDate('12th of March 1984', 'en')).to.equal('1984-03-12');
    expect(readDate('12 marca 1984', 'pl')).to.equal('1984-03-12');
    expect(readDate('12 Mawrth 1984', 'cy')).to.equal('1984-03-12');
  });

  it('is no date when the calendar has no such day', () => {
    expect(readDate('31/02/1984', 'en')).to.equal(undefined);
    expect(readDate('the kitchen', 'en')).to.equal(undefined);
  });

  it('is read as a phone number however it is spaced', () => {
    expect(readPhone('07700 900102')).to.equal('+447700900102');
    expect(readPhone('ring +44 (7700) 900-102')).to.equal('+447700900102');
    expect(readPhone('12345')).to.equal(undefined);
  });

  it('is read as a postcode or a reference in any case', () => {
    expect(readPostcode('aw14qe')).to.equal('AW1 4QE');
    expect(readReference('my ref is ten 100102')).to.equal('TEN-100102');
    expect(readReference('123 456')).to.equal('123456');
  });
});
