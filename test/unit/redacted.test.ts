import { expect } from 'chai';
import type { Person } from '../../src/model/person.ts';
import { knownOf, redacted } from '../../src/model/said/redacted.ts';
import { expectNoRunaway } from '../support/cost.ts';

const person: Person = {
  id: 'P-1',
  name: { title: 'Ms', given: 'Siân', family: 'Pritchard-Jones' },
  phones: ['+447700900105'],
  needs: [],
  etag: '1',
  tenancies: [
    {
      reference: 'LEA-200105',
      role: 'leaseholder',
      tenure: 'leasehold',
      property: { id: 'PR-5', address: 'Flat 11, Quayside Mews, Ashby Wharf', postcode: 'AW3 5RN' },
    },
    {
      reference: 'TEN-100101',
      role: 'tenant',
      tenure: 'general-needs',
      property: { id: 'PR-1', address: '14 Mill Race, Ashby Wharf', postcode: 'AW1 2BD' },
    },
  ],
};

describe('words without what tells whose they are', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['ring me on 07700 900123 after 5', 'ring me on [phone] after 5'],
    ['اتصل بي على ٠٧٧٠٠ ٩٠٠١٢٣', 'اتصل بي على [phone]'],
    ['ਮੇਰਾ ਨੰਬਰ ੦੭੭੦੦ ੯੦੦੧੨੩', 'ਮੇਰਾ ਨੰਬਰ [phone]'],
    ['আমার নাম রহিমা খাতুন', 'আমার নাম [name]'],
    ['میرا نام احمد خان ہے', 'میرا نام [name] ہے'],
    ['мене звати Олена Коваль, квартира 12', 'мене звати [name], квартира [house number]'],
    ['mă numesc Ion Popescu, apartamentul nr. 4', 'mă numesc [name], apartamentul nr. [house number]'],
    ['أنا اسمي أحمد، شقة رقم ٤', 'أنا اسمي [name]، شقة رقم [house number]'],
    ['my number is +44 (0)7700-900123', 'my number is [phone]'],
    ['call oh seven seven double oh nine double oh one two three', 'call [phone]'],
    ['٠٧٧٠٠٩٠٠١٢٣ is my phone', '[phone] is my phone'],
    ['mail amina.yusuf@example.com or a @ b .co.uk', 'mail [email] or [email]'],
    ['write to amina dot yusuf at example dot co dot uk please', 'write to [email] please'],
    ['I am at aw1 2bd', 'I am at [postcode]'],
    ['about REP-5001 and ten 100102 and CMP4821937', 'about [reference] and [reference] and [reference]'],
    ['NI number QQ 12 34 56 C, account 12345678', 'NI number [number], account [number]'],
    ['born 12/03/1984, moved in on 3rd of May 2019', 'born [date], moved in on [date]'],
    ['flat 6a has no heating', 'flat [house number] has no heating'],
    ['I live at 22 and the boiler is off', 'I live at [house number] and the boiler is off'],
    ['14 Cooper street needs a new gate', '[house number] Cooper street needs a new gate'],
    ['the neighbours at 42 play music', 'the neighbours at [house number] play music'],
    ['my name is piotr nowak and the tap drips', 'my name is [name] and the tap drips'],
    ['Dzień dobry, nazywam się Piotr Nowak', 'Dzień dobry, nazywam się [name]'],
    ['mrs ahmed upstairs shouts', 'mrs [name] upstairs shouts'],
    ['please fix it. Kind regards, John Smith', 'please fix it. Kind regards, [name]'],
  ];
  for (const [text, expected] of cases) {
    it(`reads “${text}” as its kinds`, () => {
      expect(redacted(text)).to.equal(expected);
    });
  }

  for (const text of [
    'I owe £1,250.40 since 3 October',
    'the plumber did not come at 9 and not at 10:30',
    'no heating for 2 weeks, 3 kids under 5',
    'there are two lads down the road with 2 cars',
    'come on monday 3 december between 8 and 12',
    'I have 3 bedrooms and pay 110.20 a week',
    'i miss the bins being done',
    'my balance says 318.64',
  ]) {
    it(`leaves “${text}” as it is`, () => {
      expect(redacted(text)).to.equal(text);
    });
  }

  it('knows the person on file by any of their names, with and without accents, and where they live', () => {
    const known = knownOf([person], ['Dewi']);

    expect(redacted('SIAN here, sian’s sink at 14  mill race, Ashby Wharf', known)).to.equal(
      '[name] here, [name] sink at [address], Ashby Wharf',
    );
    expect(redacted('Jones of flat 11, Quayside Mews and Dewi', known)).to.equal('[name] of flat [address] and [name]');
  });

  it('costs no more than its length', () => {
    for (const letter of ['a', '1', '1 ', 'a ', 'one ', 'a.', '@a.', '0 (', 'Aa '])
      expectNoRunaway(letter, () => redacted(letter.repeat(20_000 / letter.length)));
  });
});
