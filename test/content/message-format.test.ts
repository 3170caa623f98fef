import { expect } from 'chai';
import { compileMessage } from '../../src/content/message-format.ts';

const languages = ['en', 'cy', 'pl', 'ro', 'pt', 'uk', 'ur', 'pa', 'bn', 'ar', 'so'];

describe('dates and money in a phrase', () => {
  for (const language of languages) {
    it(`have the digits of letters and references, and the pound of this country, in ${language}`, () => {
      const message = compileMessage('{on, date, long} | {on, date, short} | {owed, number, money}', language);
      const said = message.format({ on: '2026-12-03', owed: 1234.5 }).split(' | ');

      expect(said[0])
        .to.match(/(?<!\d)3(?!\d)/)
        .and.to.include('2026');
      expect(said[1]).to.match(/(?<!\d)3(?!\d)/);
      expect(said[2]?.replaceAll(/[\s\u200e\u200f.,]/g, '')).to.match(/^(£123450|123450£)$/);
      expect(said.join('')).not.to.match(/(?![0-9])\p{Nd}/u);
    });
  }

  it('are those of this country in English, and of Portugal in Portuguese', () => {
    expect(compileMessage('{on, date, long}', 'en').format({ on: '2026-12-03' })).to.equal('Thursday, 3 December 2026');
    expect(compileMessage('{owed, number, money}', 'pt').format({ owed: 12.5 })).to.match(/^12,50\s£$/);
  });
});
