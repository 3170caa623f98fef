import { expect } from 'chai';
import fc from 'fast-check';
import { parseAmountAsked } from '../../../src/model/said/amount.ts';
import { parseDate } from '../../../src/model/said/date.ts';
import { parseEmail } from '../../../src/model/said/email.ts';
import { parseInstalment, parseOften } from '../../../src/model/said/instalment.ts';
import { parsePhone } from '../../../src/model/said/phone.ts';
import { parsePostcode } from '../../../src/model/said/postcode.ts';
import { parseReference, parseReferenceAsked } from '../../../src/model/said/reference.ts';
import { expectNoRunaway } from '../../support/cost.ts';

/** A Sunday. */
const now = new Date('2026-11-22T10:00:00Z');

function each(parse: (text: string) => string | undefined, cases: Readonly<Record<string, string | undefined>>): void {
  for (const [text, wanted] of Object.entries(cases)) expect(parse(text), text).to.equal(wanted);
}

describe('a date in what somebody wrote', () => {
  const parse = (text: string) => parseDate(text, now);

  it('is told by its distance from today', () => {
    each(parse, {
      today: '2026-11-22',
      'tomorrow please': '2026-11-23',
      yesterday: '2026-11-21',
      'the day after tomorrow': '2026-11-24',
      'in 2 weeks': '2026-12-06',
      '3 days ago': '2026-11-19',
      'a fortnight ago': '2026-11-08',
      'a week tomorrow': '2026-11-30',
    });
  });

  it('is told by a weekday, as people in Britain say it', () => {
    each(parse, {
      monday: '2026-11-23',
      'on sat': '2026-11-28',
      'next friday': '2026-11-27',
      'last friday': '2026-11-20',
      'a week on Tuesday': '2026-12-01',
      'Tuesday week': '2026-12-01',
      'friday fortnight': '2026-12-11',
    });
  });

  it('has its day before its month', () => {
    each(parse, {
      '12/3': '2027-03-12',
      '3rd December': '2026-12-03',
      'December 3rd': '2026-12-03',
      '12/03/1984': '1984-03-12',
      '12.3.84': '1984-03-12',
      12031984: '1984-03-12',
      '12 / 03 / 1984': '1984-03-12',
      '12/03.1984': '1984-03-12',
      'born 2.11.90': '1990-11-02',
      '12th of March 1984': '1984-03-12',
      '12 March 1984': '1984-03-12',
      '1984-03-12': '1984-03-12',
    });
  });

  it('may be Polish or Welsh', () => {
    each(parse, {
      jutro: '2026-11-23',
      'w przyszły wtorek': '2026-11-24',
      'za tydzień': '2026-11-29',
      'dwa tygodnie temu': '2026-11-08',
      '3 grudnia': '2026-12-03',
      '12 pazdziernika 1990': '1990-10-12',
      '12 marca 1984': '1984-03-12',
      '12 Mawrth 1984': '1984-03-12',
      yfory: '2026-11-23',
      'dydd Mawrth nesaf': '2026-11-24',
      'wythnos i ddydd Mawrth': '2026-12-01',
      '3 o Ragfyr': '2026-12-03',
    });
  });

  it('is not made up from what is none', () => {
    each(parse, {
      '': undefined,
      'next week': undefined,
      '24/7': undefined,
      'I sat down': undefined,
      '£3.10': undefined,
      '31/11': undefined,
      '30 February 2020': undefined,
      '31/02/1984': undefined,
      'the kitchen': undefined,
      'soon as you can': undefined,
    });
  });

  it('needs today only where it counts from it', () => {
    expect(parseDate('tomorrow')).to.equal(undefined);
    expect(parseDate('12 March 1984')).to.equal('1984-03-12');
  });

  it('is the day in London, also late in the evening in summer', () => {
    expect(parseDate('today', new Date('2026-07-01T23:30:00Z'))).to.equal('2026-07-02');
  });

  it('is a day of the calendar or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const day = parseDate(text, now);
        if (day !== undefined) expect(new Date(day).toISOString().slice(0, 10)).to.equal(day);
      }),
      { seed: 3 },
    );
  });

  it('is read back from any day written out in full', () => {
    const days = fc.date({ min: new Date('1925-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-');
        expect(parseDate(`${date}/${month}/${year}`, now)).to.equal(iso);
      }),
      { seed: 4 },
    );
  });
});

describe('a telephone number in what somebody wrote', () => {
  it('becomes E.164', () => {
    each(parsePhone, {
      '07700 900101': '+447700900101',
      '+44 (0)7700 900101': '+447700900101',
      '0044 7700-900-101': '+447700900101',
      'call 01632 960103 please': '+441632960103',
      'ring +44 (7700) 900-102': '+447700900102',
      'my number is 447700 900102': '+447700900102',
      'tel.07700900102': '+447700900102',
      '+48 600 123 456': '+48600123456',
      '٠٧٧٠٠٩٠٠١٠١': '+447700900101',
    });
  });

  it('is not made up from what is none', () => {
    each(parsePhone, { '12 03 1984': undefined, 'TEN-100101': undefined, '999': undefined, '077009001012': undefined });
  });
});

describe('a postcode in what somebody wrote', () => {
  it('has one form', () => {
    each(parsePostcode, {
      'aw1 2bd': 'AW1 2BD',
      AW12BD: 'AW1 2BD',
      'a w 1 2 b d': 'AW1 2BD',
      'AWl 2BD': 'AW1 2BD',
      'I live at M1 1AE.': 'M1 1AE',
      'SW1A 1AA ok': 'SW1A 1AA',
      'see you b4 2pm': undefined,
      'AW1 2B': undefined,
    });
  });
});

describe('a reference in what somebody wrote', () => {
  it('has one form', () => {
    each(parseReference, {
      'ten 100101': 'TEN-100101',
      ten100101: 'TEN-100101',
      'lea - 200105': 'LEA-200105',
      REP5001: 'REP-5001',
      'cmp: 1234567': 'CMP-1234567',
      'ten–100101': 'TEN-100101',
      'TEN 100 101': 'TEN-100101',
      'ten 100 pounds': undefined,
      'rep said 5001': undefined,
    });
  });

  it('may have other letters, or none, where it was asked for', () => {
    each(parseReferenceAsked, {
      'my ref is ten 100102': 'TEN-100102',
      'it is 100102': '100102',
      'AB-1234': 'AB-1234',
      'ab 12345': 'AB-12345',
      '123 456': '123456',
      'the code is 482 910': '482910',
      '١٢٣٤٥٦': '123456',
      'I do not have it': undefined,
    });
  });
});

describe('an e-mail address in what somebody wrote', () => {
  it('is found', () => {
    each(parseEmail, {
      'Amina.Yusuf@Example.com.': 'Amina.Yusuf@example.com',
      'me @ example.com': 'me@example.com',
      'x@y': undefined,
      'no at': undefined,
    });
  });

  it('costs little in a long run of letters', () => {
    expectNoRunaway('e-mail', () => parseEmail(`${'a'.repeat(20_000)}@`));
    expectNoRunaway('phone', () => parsePhone('0'.repeat(20_000)));
    expectNoRunaway('postcode', () => parsePostcode('A1'.repeat(10_000)));
    expectNoRunaway('reference', () => parseReferenceAsked('TEN'.repeat(6000)));
    expectNoRunaway('date', () => parseDate('1/'.repeat(10_000), now));
  });
});

describe('an amount that was asked for', () => {
  it('may be a bare number, with or without pence', () => {
    each(parseAmountAsked, {
      '20': '£20',
      'about £15 I think': '£15',
      '12.50': '£12.50',
      '12,50 funta': '£12.50',
      '£1,200': '£1200',
    });
  });

  it('is in no other words', () => {
    each(parseAmountAsked, {
      'What are your opening hours?': undefined,
      '07700 900123': undefined,
      '3/12/2026': undefined,
    });
  });
});

describe('an offer to pay bit by bit', () => {
  it('is an amount and how often, in each language', () => {
    const offers: Readonly<Record<string, readonly [string, string]>> = {
      'I can pay £20 a week towards what I owe': ['£20', 'week'],
      'could manage 25 quid every fortnight': ['£25', 'fortnight'],
      'Mogę spłacać 80 funtów miesięcznie': ['£80', 'month'],
      'Gallaf dalu £20 yr wythnos': ['£20', 'week'],
    };
    for (const [text, [amount, often]] of Object.entries(offers)) {
      expect(parseInstalment(text), text).to.equal(amount);
      expect(parseOften(text), text).to.equal(often);
    }
  });

  it('is not what somebody owes, gets, or cannot pay', () => {
    each(parseInstalment, {
      'I can’t pay £118 a week': undefined,
      'i owe you £900': undefined,
      'my rent is £118 a week': undefined,
      'nie mogę płacić 100 funtów tygodniowo': undefined,
    });
    each(parseOften, {
      'every 2 weeks': 'fortnight',
      'i get paid every month and my hours were cut': undefined,
    });
  });
});
