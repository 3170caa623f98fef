import { expect } from 'chai';
import fc from 'fast-check';
import { parsePhone, parsePhoneAsked } from '../../../src/model/said/phone.ts';
import { expectNoRunaway } from '../../support/cost.ts';

describe('a telephone number, whatever stands around it', () => {
  it('is found however it is written', () => {
    const written: Readonly<Record<string, string>> = {
      '(01632) 960103': '+441632960103',
      '0 7 7 0 0 9 0 0 1 0 1': '+447700900101',
      '07700, then 900 101': '+447700900101',
      '07700 and then 900101': '+447700900101',
      'oh seven seven double oh nine oh oh one oh one': '+447700900101',
      'zero siedem siedem zero zero dziewięć zero zero jeden zero jeden': '+447700900101',
      'call 07700 900101 4pm': '+447700900101',
      '07700 900101/01632 960103': '+447700900101',
      'tel: 07700 900 101, flat 6': '+447700900101',
      'my tenancy is TEN-100101 and mobile 07700 900101': '+447700900101',
      '020 7946 0000': '+442079460000',
      '0800 1111': '+448001111',
    };
    for (const [text, number] of Object.entries(written)) expect(parsePhone(text), text).to.equal(number);
  });

  it('may be of another country, with its plus or its noughts', () => {
    const written: Readonly<Record<string, string>> = {
      '+ 48 600 123 456': '+48600123456',
      '00353 1 234 5678': '+35312345678',
      '+1 (202) 555-0143': '+12025550143',
      '+40 721 234 567': '+40721234567',
    };
    for (const [text, number] of Object.entries(written)) expect(parsePhone(text), text).to.equal(number);
  });

  it('is kept without its extension', () => {
    for (const text of ['01632 960103 ext 12', '01632 960103 x12', '01632 960103 extension 4', '01632960103 #3']) {
      expect(parsePhone(text), text).to.equal('+441632960103');
    }
  });

  it('is no other number', () => {
    for (const text of [
      'CMP-08001111',
      'ref number 08001111',
      'account 0123456789',
      '£07700900101',
      '01/02/2026 10:30',
      '01.02.2026',
      'sort code 01-02-03 12345678',
      '0123456789',
      'oh one two things',
      'I owe £1,200.50 since 01/02',
    ]) {
      expect(parsePhone(text), text).to.equal(undefined);
    }
  });

  it('that was asked for may be in a range that nobody has heard of yet', () => {
    expect(parsePhone('it is 01111 111111')).to.equal(undefined);
    expect(parsePhoneAsked('it is 01111 111111')).to.equal('+441111111111');
    expect(parsePhoneAsked('12 03 1984')).to.equal(undefined);
  });

  it('is never made of a reference', () => {
    const prefix = fc.stringMatching(/^[A-Z]{3}$/).filter((each) => !/^(?:TEL|MOB|TXT|FAX|FFO)$/.test(each));
    const digits = fc.stringMatching(/^\d{3,9}$/);
    fc.assert(
      fc.property(prefix, digits, fc.constantFrom('-', ' - '), (letters, number, joint) => {
        expect(parsePhone(`it is ${letters}${joint}${number}, thanks`)).to.equal(undefined);
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('is never made of a price or a date', () => {
    const pounds = fc.integer({ min: 0, max: 9_999_999 }).map((pence) => `£${(pence / 100).toFixed(2)}`);
    const day = fc
      .date({ min: new Date('1925-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split('-').reverse().join('/'));
    fc.assert(
      fc.property(fc.oneof(pounds, day), fc.oneof(pounds, day), (one, other) => {
        expect(parsePhone(`${one} ${other}`)).to.equal(undefined);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is E.164 or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 +()-/.,then£x'), maxLength: 60 }), (text) => {
        expect(parsePhone(text) ?? '+441632960103').to.match(/^\+[1-9]\d{6,14}$/);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('costs little in 20,000 characters', () => {
    for (const unit of ['0', '01632 960 ', '0 ', 'one ', 'then ', '+1', '+44 (0) ', '07700 900101x ', 'REF 0']) {
      const text = unit.repeat(20_000 / unit.length);
      expectNoRunaway(unit, () => parsePhoneAsked(text));
    }
  });
});
