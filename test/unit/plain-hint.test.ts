import { expect } from 'chai';
import { tooHard } from '../../web/desk/src/reading-age.ts';

describe('the hint at the desk that a reply is hard to read', () => {
  it('[WHG-07] is given above a reading age of 11, with the age', () => {
    const hard =
      'Notwithstanding the aforementioned considerations, the remediation of the identified deficiencies necessitates comprehensive investigation.';

    expect(tooHard(hard)).to.be.greaterThan(20);
  });

  it('is not given for plain words, nor for a few of them', () => {
    expect(
      tooHard('We will come to your home on Friday. Someone has to be there. Is that all right for you?'),
    ).to.equal(undefined);
    expect(tooHard('Investigation commencing immediately.')).to.equal(undefined);
    expect(tooHard('')).to.equal(undefined);
  });

  it('takes an apostrophe of any kind for part of its word', () => {
    const words = (quote: string) =>
      `I${quote}m sorry that the contractor didn${quote}t arrive: unfortunately, circumstances deteriorated considerably overnight`;

    expect(tooHard(words("'"))).to.equal(tooHard(words('’')));
  });
});
