import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();
const find = (slot: string, text: string) => details.find(slot, text, now);

describe('money told in passing', () => {
  it('is in pounds, whatever it is called', () => {
    const said: Readonly<Record<string, number | undefined>> = {
      '40 quid': 40,
      '£1,200.50': 1200.5,
      'a tenner': 10,
      'twenty quid': 20,
      'two hundred and fifty pounds': 250,
      'a grand': 1000,
      '1.2k in arrears': 1200,
      '£1.2k': 1200,
      '5 tenners': 50,
      'sto funtów': 100,
      'ugain punt': 20,
      'ten people': undefined,
      'a few hundred quid': undefined,
    };
    for (const [text, pounds] of Object.entries(said)) expect(find('amount', text), text).to.equal(pounds);
    expect(find('instalment', 'I can pay a tenner a week')).to.equal('£10');
    expect(find('instalment', 'could do twenty quid a month')).to.equal('£20');
  });
});
