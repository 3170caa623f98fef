import { expect } from 'chai';
import { createDetailFinder } from '../../../src/turn/understanding/details.ts';

const now = new Date('2026-11-25T10:00:00Z');
const details = createDetailFinder();
const find = (slot: string, text: string) => details.find(slot, text, now);

describe('people in the home and their health, told in passing', () => {
  it('answer whether it is harder for anybody', () => {
    for (const text of [
      'my 3 month old is freezing',
      'I’m 7 months pregnant',
      'my dad has COPD',
      'I use a wheelchair',
      'two kids under 5',
      'kids aged 2 and 4',
      'I have a 2 year old',
      'I am 72',
      'mum is 81 and lives with us',
      'my wife is poorly',
      'i’ve got asthma',
      'mae gen i fabi 3 mis oed',
      'dw i’n feichiog',
      'mae fy mam yn 80 oed',
      'jestem w ciąży',
      'moje dziecko ma 3 miesiące',
      'mam 70 lat',
      'mój tata jest chory',
    ]) {
      expect(find('vulnerable', text), text).to.equal('yes');
    }
  });

  it('leave the question where the words do not tell', () => {
    for (const text of [
      'my tap drips',
      'my son is 10',
      'my kids are 7 and 9',
      'I have two children',
      'I am not pregnant',
      'no kids here',
      'the boiler is 3 years old',
      'my 3 year old boiler',
      'the baby gate broke',
      'the blind is broken',
      'Ms Jones here',
      'ill be in all day',
      'I am sick of waiting',
      'I am 8 weeks behind',
      'flat 72',
      'my neighbour has a baby',
      'my kids are 2 different heights',
      'mam 2 pokoje',
      'mam 70 zł',
    ]) {
      expect(find('vulnerable', text), text).to.equal(undefined);
    }
  });

  it('may be told to be none', () => {
    for (const text of ['nobody vulnerable here', 'we are all fit and well', 'wszyscy zdrowi']) {
      expect(find('vulnerable', text), text).to.equal('no');
    }
    expect(find('vulnerable', 'nobody vulnerable, only my 2 month old')).to.equal('yes');
  });

  it('are told by kind, never in words', () => {
    expect(find('people', 'I’m 7 months pregnant and my nan lives with us')).to.equal('pregnant,older');
    expect(find('health', 'my dad has COPD and uses a wheelchair')).to.equal('illness,disability');
    expect(find('people', 'my tap drips')).to.equal(undefined);
  });
});
