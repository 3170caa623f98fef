// What nobody should have to think of: mixed languages, marks of direction, letters with towers of marks, markup, and very much of it.

import { expect } from 'chai';
import { newConversationState } from '../../../src/model/conversation.ts';
import { stageOf } from '../../support/transcript.ts';
import { readAll } from '../../support/world.ts';

describe('odd messages', function () {
  this.timeout(120_000);
  const { danger, details, languages } = readAll();
  const now = new Date('2026-11-25T10:00:00Z');
  const at = (locale?: string) => stageOf({ channel: 'web', ...(locale !== undefined && { locale }) });

  it('may mix two languages: what is meant is served', async () => {
    const { replies } = await at().play({ say: 'hello my boiler kharab hai since Monday no hot water please help' });

    expect(replies.map(({ data }) => data.enquiry)).to.include('repair.no_heating_water');
  });

  it('may run from right to left with numbers in between, and marks of direction around them', () => {
    const text = 'رقم الإيجار \u202aTEN-100101\u202c وهاتفي \u200f٠٧٧٠٠ ٩٠٠١٥٢\u200f يوم ٣ ديسمبر';

    expect(details.find('reference', text, now)).to.equal('TEN-100101');
    expect(details.find('phone', text, now)).to.equal('+447700900152');
    expect(details.find('date', text, now)).to.equal('2026-12-03');
  });

  it('may be emoji alone, or around the words', async () => {
    const [first] = (await at().play({ say: '😀😀🔥' })).replies;
    expect(first?.text ?? '').not.to.equal('');
    expect(danger.find('🔥🔥 আগুন লেগেছে 🔥')).to.include('emergency.fire');
  });

  it('may carry towers of marks: danger is found under them', () => {
    const tower = [...'smell of gas'].map((letter) => (letter === ' ' ? ' ' : `${letter}\u0336\u0301\u0320`)).join('');

    expect(danger.find(tower)).to.include('emergency.gas');
    expect(danger.find('ح\u064Eر\u0650ي\u0652ق في المطبخ')).to.include('emergency.fire');
    expect(danger.find('حـــريق')).to.include('emergency.fire');
  });

  it('may be 10,000 characters in any script, and cost little', () => {
    for (const one of ['ਪਾਣੀ ', 'ماء ', 'বাসা ', 'ґанок ', 'a̶', '{', '<b>', '।']) {
      const long = one.repeat(Math.ceil(10_000 / one.length)).slice(0, 10_000);
      const began = performance.now();
      languages.guess(long);
      danger.find(long);
      for (const slot of details.slots) details.find(slot, long, now);
      expect(performance.now() - began, one).to.be.below(2_500);
    }
  });

  it('is shown as it was written: markup and braces are text', async () => {
    const odd = '<b>tap</b> {landlord} {count, plural, other {# taps}} drips in the kitchen </script>';
    const stage = stageOf({ channel: 'sms', from: '+447700900101' });
    const said: string[] = [];
    for (const say of [odd, 'no', 'no', 'skip', 'skip', 'skip'])
      said.push(...(await stage.play({ say })).replies.map(({ text }) => text));

    expect(said.join('\n')).to.include('{landlord} {count, plural, other {# taps}}').and.to.include('<b>tap</b>');
  });

  it('may come with a language that there is none of: then the landlord’s own is spoken', async () => {
    for (const locale of ['xx-KLINGON', '', '../../etc', 'tlh', '-', 'PL_pl', '\u0000', 'en-GB-oed']) {
      const [first] = (await at(locale).play({ say: 'no hot water since yesterday' })).replies;
      expect(first?.language, JSON.stringify(locale)).to.equal('en');
    }
  });

  it('find a language in the state that is no more spoken, and are answered all the same', async () => {
    const language = { tag: 'tlh', from: 'chosen' } as const;
    const stage = stageOf({ channel: 'web', language: { ...newConversationState.language, ...language } });

    expect((await stage.play({ say: 'no hot water' })).replies.length).to.be.at.least(1);
  });
});
