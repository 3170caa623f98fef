import { expect } from 'chai';
import fc from 'fast-check';
import { parseReference } from '../../../src/model/said/reference.ts';

describe('a reference said in passing', () => {
  it('is known by its letters, whatever opens the case', () => {
    const prefixes = 'TEN LEA SHO REP CMP ADJ FMT TSK ENQ HAZ ASB CON REF DAT SAF'.split(' ');
    for (const prefix of prefixes) {
      for (const written of [`${prefix}-100101`, `${prefix.toLowerCase()} 100101`, `${prefix}100101`]) {
        expect(parseReference(`about ${written} please`), written).to.equal(`${prefix}-100101`);
      }
    }
  });

  it('may have its letters in words', () => {
    const said: Readonly<Record<string, string | undefined>> = {
      'my tenancy number is 100101': 'TEN-100101',
      'repair ref 5001 please': 'REP-5001',
      'job number: 5001': 'REP-5001',
      'rhif tenantiaeth 100101': 'TEN-100101',
      'numer naprawy 5001': 'REP-5001',
      'complaint no. 1234567': 'CMP-1234567',
      'my repair is 3 weeks late': undefined,
      'tenancy since 2019': undefined,
    };
    for (const [text, reference] of Object.entries(said)) expect(parseReference(text), text).to.equal(reference);
  });

  it('is not made of where to ring', () => {
    for (const text of ['mob-07700 900101', 'tel 07700 900101', 'tel-01632960103']) {
      expect(parseReference(text), text).to.equal(undefined);
    }
  });

  it('is read back from any, whatever its case and spaces', () => {
    const digits = fc.integer({ min: 1000, max: 999_999_999 }).map(String);
    const prefix = fc.constantFrom('TEN', 'REP', 'CMP', 'HAZ', 'TSK', 'ENQ');
    fc.assert(
      fc.property(prefix, digits, fc.constantFrom('-', ' - ', ' ', ''), (letters, number, joint) => {
        expect(parseReference(`it is ${letters.toLowerCase()}${joint}${number}.`)).to.equal(`${letters}-${number}`);
      }),
      { seed: 5 },
    );
  });
});
